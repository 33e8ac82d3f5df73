using System.Collections.Immutable;
using Flette.Core.Consents;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Meetings.Rhythm.ByFamily;
using Flette.Web.Features.Team;
using Flette.Web.Features.Transitions;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>A turn as it is shown.</summary>
/// <param name="Name">«Vårmøtet».</param>
/// <param name="SetUp">Null when there is nothing to set up.</param>
/// <param name="Who">Whom it waits for, when somebody needs it early; empty else.</param>
/// <param name="For">Of several plans, those it is for.</param>
public sealed record TurnLine(Turn Turn, string Name, SetUp? SetUp, string Who, ForPlans For);

/// <summary>How long since one met, as it is shown.</summary>
public sealed record SinceLine(LongSinceMet Since, ForPlans For);

/// <summary>When one meets for one of several plans, as it is shown.</summary>
/// <param name="Name">«Planen til Oda».</param>
/// <param name="Lives">Whether meetings are suggested for it.</param>
/// <param name="Said">What is said of it; null where it always followed the family.</param>
public sealed record PlanMonths(Guid Plan, string Name, bool Lives, OpenPlanRhythm? Said)
{
    public bool Apart => Said is { Apart: true };
}

/// <summary>The plans something is for, where the family has several; else none, and nothing is said.</summary>
/// <param name="Names">«Planen til Oda og planen til Per»; empty when nothing is said.</param>
public sealed record ForPlans(IReadOnlyList<Guid> Plans, string Names)
{
    /// <summary>«, planen til Oda», for the name of a button.</summary>
    public string InName => Names.Length == 0 ? "" : $", {char.ToLowerInvariant(Names[0])}{Names[1..]}";
}

/// <summary>A suggestion as it is shown.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Version">Of its having been put aside; 0 when it never was.</param>
/// <param name="For">Of several plans, those it is for.</param>
public sealed record SuggestionLine(Suggestion Suggestion, string Reason, int Version, ForPlans For);

/// <summary>A member who asks for a meeting.</summary>
/// <param name="Who">Her first name.</param>
public sealed record WishLine(OpenWish Wish, string Who);

/// <summary>A time of the year that does not suit a member.</summary>
/// <param name="Who">Her first name.</param>
public sealed record SeasonLine(OpenSeason Season, string Who);

/// <summary>What a year is made of: of one family, from what the asker may see.</summary>
/// <param name="From">Since when the family has been followed up.</param>
/// <param name="Plans">Its plans as they stand.</param>
public sealed record YearSources(
    IReadOnlyList<Seen> Items,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Participant> Team,
    IReadOnlyList<Agreement> Agreements,
    FollowUps FollowUps,
    DateOnly From,
    IReadOnlyList<PlanFacts> Plans,
    TransitionSources Transitions
)
{
    /// <summary>A member's first name; empty for one the asker does not know of.</summary>
    public string First(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";
}

/// <summary>The year of one family: the turns that stand in it, and what says that more are needed. Pure.</summary>
public sealed record FamilyYear(
    OpenRhythm Rhythm,
    IReadOnlyList<TurnLine> Turns,
    IReadOnlyList<YearMeeting> Besides,
    IReadOnlyList<SinceLine> LongSince,
    IReadOnlyList<SuggestionLine> Suggestions,
    IReadOnlyList<WishLine> Wishes,
    IReadOnlyList<SeasonLine> Seasons,
    IReadOnlyList<PlanMonths> Plans,
    bool Stopped
)
{
    /// <summary>The kinds that are read beside meetings, agreements, people and what belongs to following up.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        ItemKinds.MeetingRhythm,
        ItemKinds.MeetingSuggestion,
        ItemKinds.MeetingWish,
        ItemKinds.MeetingSeason,
        ItemKinds.Need,
        ItemKinds.Transition,
    ];

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
        var names = new YearPlans(sources, today);
        var meetings = sources
            .Items.Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Select(m => new YearMeeting(
                m.Id,
                m.Day,
                m.State,
                m.Details.Kind,
                m.Meant ?? (m.Plans is { Count: > 0 } stands ? stands : null)
            ))
            .ToList();
        var from = meetings.Where(m => m.Counts).Select(m => m.Day).Append(sources.From).Min();
        var turns = PlanYears.Turns(rhythm.Rhythm, names.Plans, meetings, from, today);
        return new FamilyYear(
            rhythm,
            turns.Select(t => Line(sources, names, t, today)).ToList(),
            MeetingYear.Besides(turns.Select(t => t.Turn).ToList(), meetings, today),
            names.Stopped
                ? []
                : PlanYears
                    .MoreThanAYear(names.Plans, meetings, from, today)
                    .Select(s => new SinceLine(s.Since, names.For(s.Plans)))
                    .ToList(),
            names.Stopped ? [] : YearSuggestions.Of(sources, names, meetings, today),
            WishBook
                .Among(sources.Items)
                .Where(w => w.Is != MeetingWish.TakenBack)
                .OrderBy(w => w.On)
                .ThenBy(w => w.Id)
                .Select(w => new WishLine(w, sources.First(w.By)))
                .ToList(),
            SeasonBook
                .Among(sources.Items)
                .Where(s => s.Is != MeetingWish.TakenBack)
                .OrderBy(s => s.On)
                .ThenBy(s => s.Id)
                .Select(s => new SeasonLine(s, sources.First(s.By)))
                .ToList(),
            names.Months,
            names.Stopped
        );
    }

    private static TurnLine Line(YearSources sources, YearPlans names, PlanTurn turn, DateOnly today)
    {
        var setUp = names.Stopped ? null : MeetingYear.ToSetUp(turn.Turn, names.Notices(turn.Plans), today);
        return new TurnLine(
            turn.Turn,
            YearWords.Turn(turn.Turn.Middle, turn.Rhythm),
            setUp,
            setUp is null ? "" : YearWords.Who(sources.Team, setUp.Longest),
            names.For(turn.Plans)
        );
    }
}
