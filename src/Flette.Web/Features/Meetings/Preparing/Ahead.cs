using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>A step towards a meeting.</summary>
/// <param name="State">Whether somebody has begun it.</param>
public sealed record AheadStep(string Url, string Name, string About, string Stands, StatusWord State);

/// <summary>What there is to do before a meeting, and how far it has come (needs-coordinator N53, N66).</summary>
public static class Ahead
{
    /// <summary>The steps in their order.</summary>
    /// <param name="items">What the one who prepares may see.</param>
    public static IReadOnlyList<AheadStep> Of(
        Meeting meeting,
        IReadOnlyList<Seen> items,
        IReadOnlyList<Standing> standings
    )
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var url = $"/f/{meeting.Family}/mote/{meeting.Id}";
        var update = meeting.Details.Kind == MinutesKind.Update;
        var inputs = InputBook.Among(items, meeting.Id);
        var given = inputs.Count(i => i.Given);
        var points = AgendaBook.Standing(AgendaBook.Points(items, meeting.Id));
        var family = points.Count(p => p.Point.From != PointFrom.Coordinator);
        List<AheadStep> steps =
        [
            new(
                url + "/innspill",
                update ? "Spør hver av dem" : "Innspill og tid",
                update
                    ? "Tre linjer på en lenke, og familien på telefon."
                    : "Hva vil familien ta opp, hva sier tjenestene, og når passer det?",
                inputs.Count == 0 ? "ingen er spurt" : $"{given} av {inputs.Count} har svart",
                given > 0 ? StatusWord.Done : StatusWord.Waiting
            ),
            new(
                url + "/sakliste",
                "Sakliste",
                "Familiens saker først. Resten bygger seg selv.",
                family == 0
                    ? "familien har ikke satt opp noe"
                    : $"{family} {(family == 1 ? "sak" : "saker")} fra familien",
                family > 0 ? StatusWord.Done : StatusWord.Waiting
            ),
        ];
        if (!update)
        {
            var coming = standings.Count(s => s.Kind == ReplyKind.Coming);
            var cannot = standings.Count(s => s.Kind == ReplyKind.Declined);
            steps.Add(
                new(
                    url + "/innkall",
                    "Send innkalling",
                    "En e-post og en kalenderavtale til hver, med tittelen «Møte».",
                    coming + cannot == 0
                        ? "ingen har svart"
                        : Listing.And(
                            new[]
                            {
                                coming > 0 ? $"{coming} kommer" : null,
                                cannot > 0 ? $"{cannot} kan ikke" : null,
                            }.OfType<string>()
                        ),
                    coming > 0 ? StatusWord.Done : StatusWord.Waiting
                )
            );
        }
        return steps;
    }
}
