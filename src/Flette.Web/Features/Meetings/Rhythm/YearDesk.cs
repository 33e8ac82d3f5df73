using Flette.Core.Meetings.Rhythm;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Transitions;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>What of the years stands on the coordinator's day: turns to set up, families long without a meeting, and what says that more are needed. Pure.</summary>
public sealed record YearDesk(IReadOnlyList<(OwnFamily Family, FamilyYear Year)> Families)
{
    /// <summary>Nothing.</summary>
    public static YearDesk Empty { get; } = new([]);

    /// <summary>Turns it is time to set up, those that must be set up first first.</summary>
    public IReadOnlyList<(OwnFamily Family, TurnLine Line)> Now { get; } =
        Families
            .SelectMany(f => f.Year.Now.Select(t => (f.Family, t)))
            .OrderBy(t => t.t.SetUp!.By)
            .ThenBy(t => t.Family.Name, Norwegian.Sorting)
            .ToList();

    /// <summary>Families that have not met for more than a year.</summary>
    public IReadOnlyList<(OwnFamily Family, SinceLine Line)> LongSince { get; } =
        Families.SelectMany(f => f.Year.LongSince.Select(s => (f.Family, s))).ToList();

    /// <summary>Members who ask for a meeting.</summary>
    public IReadOnlyList<(OwnFamily Family, WishLine Line)> Asked { get; } =
        Families.SelectMany(f => f.Year.Asked.Select(w => (f.Family, w))).OrderBy(w => w.w.Wish.On).ToList();

    /// <summary>Times of the year members say do not suit, that the coordinator has not taken note of.</summary>
    public IReadOnlyList<(OwnFamily Family, SeasonLine Line)> Seasons { get; } =
        Families
            .SelectMany(f => f.Year.Seasons.Where(s => s.Season.Is == MeetingWish.Said).Select(s => (f.Family, s)))
            .OrderBy(s => s.s.Season.On)
            .ToList();

    /// <summary>Suggestions of more meetings.</summary>
    public IReadOnlyList<(OwnFamily Family, SuggestionLine Line)> Suggestions { get; } =
        Families.SelectMany(f => f.Year.Standing.Select(s => (f.Family, s))).ToList();

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Now.Count + LongSince.Count + Asked.Count + Seasons.Count + Suggestions.Count == 0;

    /// <summary>Puts it together from what she may see.</summary>
    public static YearDesk Of(
        Own own,
        IReadOnlyList<Agreement> agreements,
        IReadOnlyList<SentLink> links,
        TransitionSources transitions,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(own);
        var items = own.Items.ToLookup(i => i.Row.Family);
        var members = own.Members.ToLookup(m => m.Family);
        var team = own.Team.ToLookup(p => p.Family);
        var agreed = agreements.ToLookup(a => a.Family);
        var follow = FollowUps.Of(own.Members, own.Team, links, own.Items, today);
        return new YearDesk(
            own.Families.Select(f =>
                    (
                        f,
                        FamilyYear.Of(
                            new YearSources(
                                [.. items[f.Id]],
                                [.. members[f.Id]],
                                [.. team[f.Id]],
                                [.. agreed[f.Id]],
                                follow,
                                f.Family.Facts.Appointments.Min(a => a.Period.From),
                                f.Family.Facts.Plans,
                                transitions
                            ),
                            today
                        )
                    )
                )
                .ToList()
        );
    }
}
