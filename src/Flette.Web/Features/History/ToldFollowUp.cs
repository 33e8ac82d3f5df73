using Flette.Core.FollowUp;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.History;

/// <summary>The fields of what the following up leaves behind it.</summary>
internal static class ToldFollowUp
{
    /// <summary>The fields of a letter, or of what a member says of a measure.</summary>
    public static IEnumerable<(string Label, string Text)> Fields(Seen version, People people)
    {
        var row = version.Row;
        var day = row.Day is { } on ? NorwegianDates.WithYear(on) : "";
        if (row.Kind == ItemKinds.Helps)
        {
            var helps = version.Open<HelpsDetails>();
            return
            [
                ("Hvem sier det", people.FirstNames([helps.By])),
                ("Hva", Family.Words.Bokmal.Of(Rows.FromCode<Helps>(row.State))),
                ("Egne ord", helps.Words ?? ""),
                ("Dag", day),
            ];
        }
        if (row.Kind == ItemKinds.NothingYet)
        {
            return
            [
                ("Hvem sier det", people.FirstNames([version.Open<NothingYetDetails>().By])),
                (
                    "Status",
                    Rows.FromCode<NothingYet>(row.State) switch
                    {
                        NothingYet.Said => "Sagt",
                        NothingYet.Seen => "Sett",
                        _ => "Tatt tilbake",
                    }
                ),
                ("Dag", day),
            ];
        }
        var letter = version.Open<LetterDetails>();
        return
        [
            ("Til", letter.To),
            ("Tjeneste", letter.Organisation),
            ("Avtalen", letter.What),
            ("Linje", letter.Line ?? ""),
            ("Hvordan", letter.Way == LetterWay.Mail ? "på e-post" : "på papir"),
            ("Dag", day),
            ("Status", row.State == "undone" ? "Stoppet" : "Sendt"),
        ];
    }
}
