using Flette.Core.Consents;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Features.History;

/// <summary>What a version of a family's rhythm of meetings says, and of what is said about meetings to come.</summary>
internal static class ToldRhythm
{
    /// <summary>What the kind is called.</summary>
    public static string Kind(string kind) =>
        kind switch
        {
            ItemKinds.MeetingRhythm => "Når vi møtes",
            ItemKinds.MeetingSuggestion => "Forslag om et møte til",
            ItemKinds.MeetingWish => "Ønske om et møte",
            ItemKinds.MeetingSeason => "En tid som ikke passer",
            ItemKinds.FagYes => "Ja til fagmøter",
            ItemKinds.FagTold => "Beskjed om et fagmøte",
            ItemKinds.LeadRequest => "En til som leder møtet",
            _ => "Historikk",
        };

    /// <summary>The fields; none of what has a page of its own.</summary>
    public static IEnumerable<(string Label, string Text)> Fields(Seen version) =>
        version.Row.Kind switch
        {
            ItemKinds.MeetingRhythm =>
            [
                ("Måneder med møte", YearWords.Of(version.Open<MeetingRhythm>())),
                (
                    "Hvordan dere møtes",
                    version.Row.Meant is null ? "" : YearWords.Together[RhythmBook.IsApart(version.Row) ? 1 : 0].Text
                ),
            ],
            ItemKinds.FagYes => OfYes(version.Open<FagYesDetails>(), version.Row.State),
            _ => [],
        };

    private static IEnumerable<(string Label, string Text)> OfYes(FagYesDetails yes, string state) =>
        [
            ("Hva det kan snakkes om", FagWords.Of(yes.Topics)),
            ("Formål", yes.Purpose),
            ("Sagt", NorwegianDates.WithYear(yes.On)),
            ("Hvordan", Consents.Words.Of(yes.How)),
            ("Gjelder til", NorwegianDates.WithYear(yes.Until)),
            ("Ordene", yes.Words),
            ("Status", state == Rows.Code(FagYesState.Given) ? "Gitt" : "Trukket"),
        ];
}
