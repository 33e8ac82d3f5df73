using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Rhythm.ByFamily;

/// <summary>When one meets, as the family is told: a time of the year and no promise.</summary>
/// <param name="Names">Of several plans she knows of, those it is for; empty when she knows of one.</param>
/// <param name="Planned">The day of the next meeting she is asked to; null when none is set up.</param>
/// <param name="Next">The next time the year thinks of; null when none stands there.</param>
public sealed record OwnSeason(string Names, MeetingRhythm Rhythm, DateOnly? Planned, Turn? Next);

/// <summary>
/// The year as a member sees it: of the plans she knows of, and from the meetings she may see. Of other plans nothing is read, so that
/// their months and meetings change nothing here.
/// </summary>
public static class OwnYear
{
    /// <summary>Works it out; nothing where no plan she knows of lives.</summary>
    /// <param name="items">What was loaded, meetings among it.</param>
    public static async Task<IReadOnlyList<OwnSeason>> LoadAsync(
        FamilyPage page,
        IEnumerable<Seen> items,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        var today = page.Today;
        var plans = page
            .Plans.Select((p, i) => (p.Head, Index: i))
            .Where(p => YearPlan.Living(p.Head.State, p.Head.Until, today))
            .ToList();
        if (plans.Count == 0)
        {
            return [];
        }
        var months = await RhythmBook.KnownAsync(page.Pass, [.. plans.Select(p => p.Head.Id)], cancel);
        var meetings = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Select(m => new YearMeeting(
                m.Id,
                m.Day,
                m.State,
                m.Details.Kind,
                m.Meant ?? (m.Plans is { Count: > 0 } stands ? stands : null)
            ))
            .ToList();
        var names = page.PlanChoice().Select(p => p.Name).ToList();
        return plans
            .Select(p =>
            {
                var rhythm = months.Own.GetValueOrDefault(p.Head.Id) ?? months.Common;
                var its = meetings.Where(m => m.IsFor([p.Head.Id])).ToList();
                var next = MeetingYear.Next(MeetingYear.Turns(rhythm, its, p.Head.From, today), today);
                var planned = its.Where(m =>
                        m.State == MeetingState.Planned
                        && m.Day >= today
                        && m.Kind is not (MinutesKind.Update or MinutesKind.Fag)
                    )
                    .Select(m => (DateOnly?)m.Day)
                    .Min();
                return (Name: names.ElementAtOrDefault(p.Index) ?? "", Rhythm: rhythm, Planned: planned, Next: next);
            })
            .GroupBy(p => (string.Join(' ', p.Rhythm.Months), p.Planned, p.Next))
            .Select(g => new OwnSeason(
                Listing.And(g.Select(p => p.Name).Where(n => n.Length > 0), page.Words.Tongue),
                g.First().Rhythm,
                g.First().Planned,
                g.First().Next
            ))
            .ToList();
    }
}
