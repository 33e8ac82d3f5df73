using System.Collections.Immutable;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>A turn as it is shown.</summary>
/// <param name="Name">«Vårmøtet».</param>
/// <param name="SetUp">Null when there is nothing to set up.</param>
/// <param name="Who">Whom it waits for, when somebody needs it early; empty else.</param>
public sealed record TurnLine(Turn Turn, string Name, SetUp? SetUp, string Who);

/// <summary>A suggestion as it is shown.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Version">Of its having been put aside; 0 when it never was.</param>
public sealed record SuggestionLine(Suggestion Suggestion, string Reason, int Version);

/// <summary>A member who asks for a meeting.</summary>
/// <param name="Who">Her first name.</param>
public sealed record WishLine(OpenWish Wish, string Who);

/// <summary>What a year is made of: of one family, from what the asker may see.</summary>
/// <param name="From">Since when the family has been followed up.</param>
public sealed record YearSources(
    IReadOnlyList<Seen> Items,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Participant> Team,
    IReadOnlyList<Agreement> Agreements,
    FollowUps FollowUps,
    DateOnly From
);

/// <summary>The year of one family: the turns that stand in it, and what says that more are needed. Pure.</summary>
public sealed record FamilyYear(
    OpenRhythm Rhythm,
    IReadOnlyList<TurnLine> Turns,
    IReadOnlyList<YearMeeting> Besides,
    LongSinceMet? LongSince,
    IReadOnlyList<SuggestionLine> Suggestions,
    IReadOnlyList<WishLine> Wishes
)
{
    /// <summary>The kinds that are read beside meetings, agreements, people and what belongs to following up.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [ItemKinds.MeetingRhythm, ItemKinds.MeetingSuggestion, ItemKinds.MeetingWish, ItemKinds.Need];

    /// <summary>The turns it is time to set up.</summary>
    public IEnumerable<TurnLine> Now => Turns.Where(t => t.SetUp is { Now: true });

    /// <summary>Suggestions that are not put aside.</summary>
    public IEnumerable<SuggestionLine> Standing => Suggestions.Where(s => !s.Suggestion.PutAside);

    /// <summary>Wishes the coordinator has not taken note of.</summary>
    public IEnumerable<WishLine> Asked => Wishes.Where(w => w.Wish.Is == MeetingWish.Said);

    /// <summary>Puts it together.</summary>
    public static FamilyYear Of(YearSources sources, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var rhythm = RhythmBook.Of(sources.Items);
        var meetings = sources
            .Items.Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Select(m => new YearMeeting(m.Id, m.Day, m.State, m.Details.Kind))
            .ToList();
        var from = meetings.Where(m => m.Counts).Select(m => m.Day).Append(sources.From).Min();
        var notices = sources
            .Team.Where(p => !p.Ended && p.Details.MinimumNoticeWeeks > 0)
            .Select(p => new Notice(p.Id, p.Details.MinimumNoticeWeeks!.Value))
            .ToList();
        var turns = MeetingYear.Turns(rhythm.Rhythm, meetings, from, today);
        return new FamilyYear(
            rhythm,
            turns
                .Select(t => (Turn: t, SetUp: MeetingYear.ToSetUp(t, notices, today)))
                .Select(t => new TurnLine(
                    t.Turn,
                    YearWords.Turn(t.Turn.Middle, rhythm.Rhythm),
                    t.SetUp,
                    t.SetUp is null ? "" : YearWords.Who(sources.Team, t.SetUp.Longest)
                ))
                .ToList(),
            MeetingYear.Besides(turns, meetings, today),
            MeetingYear.MoreThanAYear(meetings, from, today),
            OfSuggestions(sources, meetings, MeetingYear.LongestOf(notices), today),
            WishBook
                .Among(sources.Items)
                .Where(w => w.Is != MeetingWish.TakenBack)
                .OrderBy(w => w.On)
                .ThenBy(w => w.Id)
                .Select(w => new WishLine(w, First(sources, w.By)))
                .ToList()
        );
    }

    private static List<SuggestionLine> OfSuggestions(
        YearSources sources,
        IReadOnlyList<YearMeeting> meetings,
        int weeks,
        DateOnly today
    )
    {
        var needs = sources
            .Items.Where(i => i.Row.Kind == ItemKinds.Need && i.Row.State == Rows.Code(NeedState.Unmet))
            .Select(i => (i.Row.Id, i.Row.Day, Details: i.Open<NeedDetails>()))
            .Where(n => n.Details.Owner is null && n.Day is not null)
            .ToDictionary(n => n.Id);
        var aside = RhythmBook.AsideAmong(sources.Items);
        var facts = new SuggestionFacts(
            sources
                .Members.Where(m => m.Details.Relation == FamilyRelation.Child && m.Born is not null)
                .Select(m => (m.Id, m.Born!.Value))
                .ToList(),
            meetings,
            SaysBook
                .Nothing(sources.Items)
                .Where(n => n.Is != NothingYet.Unsaid)
                .Select(n => (n.Agreement, n.Since))
                .ToList(),
            sources
                .Agreements.Select(a => (a.Id, Silent: sources.FollowUps.Silent(a)))
                .Where(a => a.Silent is not null)
                .Select(a => (a.Id, a.Silent!.Since))
                .ToList(),
            needs.Values.Select(n => (n.Id, n.Day!.Value)).ToList(),
            aside.Where(a => a.IsAside).Select(a => a.Suggestion).ToList(),
            weeks
        );
        return Core
            .Meetings.Rhythm.Suggestions.Of(facts, today)
            .Select(s => new SuggestionLine(
                s,
                YearWords.Of(
                    s,
                    s.Of is { } of ? First(sources, of) : "",
                    s.Of is { } need && needs.TryGetValue(need, out var n) ? n.Details.Text : "",
                    today
                ),
                aside.FirstOrDefault(a => a.Suggestion.Key == s.Key)?.Version ?? 0
            ))
            .ToList();
    }

    private static string First(YearSources sources, Guid member) =>
        sources.Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";
}
