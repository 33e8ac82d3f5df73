namespace Flette.Core.Agreements;

/// <summary>What someone says about an agreement she has, or is asked to take.</summary>
public enum AnswerKind
{
    /// <summary>«Ja, jeg tar den»: for whoever was named later.</summary>
    Accept,

    /// <summary>«Gjort».</summary>
    Done,

    /// <summary>«I gang».</summary>
    InProgress,

    /// <summary>«Trenger hjelp».</summary>
    NeedsHelp,

    /// <summary>«Kan ikke».</summary>
    Cannot,
}

/// <summary>The last answer of one person to an agreement. Earlier ones stand in its versions.</summary>
/// <param name="Kind">What was said.</param>
/// <param name="By">The participant or member who said it.</param>
/// <param name="On">The day it came.</param>
/// <param name="Line">A line to the coordinator; with «kan ikke» why.</param>
/// <param name="OtherDay">Another day she proposes. Holds when the coordinator has said yes to it.</param>
/// <param name="Instead">With «kan ikke»: who could, in her own words.</param>
/// <param name="Read">Whether the coordinator has taken note of it.</param>
/// <param name="DayTaken">Whether the coordinator has said yes to the other day.</param>
/// <param name="At">The instant it came; null for those kept before it was.</param>
/// <param name="Took">Whether she was only asked before it, and took the agreement by it.</param>
public sealed record AgreementAnswer(
    AnswerKind Kind,
    Guid By,
    DateOnly On,
    string? Line = null,
    DateOnly? OtherDay = null,
    string? Instead = null,
    bool Read = false,
    bool DayTaken = false,
    DateTimeOffset? At = null,
    bool Took = false
);

/// <summary>An answer as it is given.</summary>
public sealed record AnswerDraft(
    AnswerKind Kind,
    string? Line = null,
    DateOnly? OtherDay = null,
    string? Instead = null
);

/// <summary>An agreement as far as an answer can change it.</summary>
/// <param name="Holders">Those who have it.</param>
/// <param name="Asked">
/// Those who hold it after saying yes: named later, or those who had it and said «kan ikke», who may think again.
/// </param>
public sealed record Holding(
    AgreementState State,
    IReadOnlyList<Guid> Holders,
    IReadOnlyList<Guid> Asked,
    AgreementDetails Details
);

/// <summary>Only those who have the agreement, or are asked to take it, can answer it.</summary>
public sealed record NotHersToAnswer : AgreementRefusal;

/// <summary>The coordinator has taken the agreement back.</summary>
public sealed record TakenBack : AgreementRefusal;

/// <summary>A line longer than <see cref="Answering.LongestLine"/>.</summary>
public sealed record LineTooLong : AgreementRefusal;

/// <summary>A proposed day that has been.</summary>
public sealed record DayHasBeen : AgreementRefusal;

/// <summary>No other day was proposed, or it is taken note of already.</summary>
public sealed record NoDayProposed : AgreementRefusal;

/// <summary>
/// The rules for answering an agreement (needs-coordinator N78–N99). Any number of answers, the last one of each person holds,
/// all are kept as versions. Of several who have it each answers for herself. Pure.
/// </summary>
public static class Answering
{
    public const int LongestLine = 500;

    /// <summary>Whether this person has something to say about it.</summary>
    public static bool MayAnswer(Holding now, Guid person)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Holders.Contains(person) || now.Asked.Contains(person);
    }

    /// <summary>Those of whom a yes is waited for: asked, and not among those who have said that they cannot.</summary>
    public static IReadOnlyList<Guid> Awaited(IReadOnlyList<Guid> asked, AgreementDetails details)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(details);
        return asked.Where(p => !Said(details, p, AnswerKind.Cannot)).ToList();
    }

    /// <summary>The agreement after an answer.</summary>
    /// <param name="at">The instant it came.</param>
    public static Result<Holding> Answer(
        Holding now,
        AnswerDraft draft,
        Guid by,
        DateOnly today,
        DateTimeOffset? at = null
    )
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(draft);
        if (!MayAnswer(now, by))
        {
            return new NotHersToAnswer();
        }
        if (now.State == AgreementState.Withdrawn)
        {
            return new TakenBack();
        }
        if (draft.Line?.Trim().Length > LongestLine || draft.Instead?.Trim().Length > LongestLine)
        {
            return new LineTooLong();
        }
        if (draft.OtherDay < today)
        {
            return new DayHasBeen();
        }
        var answer = new AgreementAnswer(
            draft.Kind,
            by,
            today,
            Words(draft.Line),
            draft.Kind is AnswerKind.Done ? null : draft.OtherDay,
            draft.Kind is AnswerKind.Cannot ? Words(draft.Instead) : null,
            At: at,
            Took: draft.Kind != AnswerKind.Cannot && now.Asked.Contains(by)
        );
        var after = now with
        {
            Details = now.Details.With([answer, .. now.Details.LastOfEach().Where(a => a.By != by)]),
        };
        if (draft.Kind == AnswerKind.Cannot)
        {
            // One who was only asked gives nothing away: whoever had it has it still.
            return now.Holders.Contains(by) ? Holdings.LeftBy(after, by) : after;
        }
        var taken = Holdings.TakenBy(after, by, today);
        return taken with { State = Holdings.StateAfter(taken, draft.Kind) };
    }

    /// <summary>
    /// The agreement without somebody's last answer, when others have answered after it. One who took the agreement by that
    /// answer cannot take it back so: who had it before is not known any more.
    /// </summary>
    public static Result<Holding> TakeBack(Holding now, Guid by)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.State == AgreementState.Withdrawn || now.Details.LastOf(by) is not { Took: false } answer)
        {
            return new NothingToUndo();
        }
        var without = now with
        {
            Details = now.Details.With(now.Details.LastOfEach().Where(a => a != answer).ToList()),
        };
        var left = answer.Kind == AnswerKind.Cannot && now.Asked.Contains(by);
        if (left && now.Details.Next?.Contains(by) != true)
        {
            without = Holdings.WithoutThoseWhoCannot(without);
            without = without with
            {
                Holders = [.. without.Holders.Union([by])],
                Asked = without.Asked.Where(p => p != by).ToList(),
            };
        }
        return without with { State = Holdings.StateNow(without) };
    }

    /// <summary>
    /// The agreement with those who shall have it from now on. Who is named later holds it after accepting; until all of them
    /// have, those who had it do.
    /// </summary>
    /// <param name="shall">Everyone who shall have it.</param>
    /// <param name="agreed">Those among them who have said yes in the coordinator's hearing.</param>
    public static Holding Hand(
        Holding now,
        IReadOnlyCollection<Guid> shall,
        IReadOnlyCollection<Guid> agreed,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(shall);
        ArgumentNullException.ThrowIfNull(agreed);
        var fresh = now with
        {
            // What somebody said before she was asked anew is no answer to that.
            Details = Forgetting(now.Details, p => shall.Contains(p) && !now.Holders.Contains(p)),
        };
        var asked = shall.Where(p => !now.Holders.Contains(p) && !agreed.Contains(p)).ToList();
        if (asked.Count > 0)
        {
            var since = asked.Exists(p => !now.Asked.Contains(p)) ? today : now.Details.AskedSince;
            var next = fresh with
            {
                Asked = asked,
                Details = fresh.Details with { Next = [.. shall], AskedSince = since },
            };
            return agreed.Count == 0 ? next : next with { Holders = [.. now.Holders.Union(agreed)] };
        }
        var same = now.Holders.ToHashSet().SetEquals(shall);
        return fresh with
        {
            Holders = [.. shall],
            // Who had it and could not may think again until it is decided anew who has it.
            Asked = same && now.Details.Next is null ? now.Asked : [],
            Details = fresh.Details with
            {
                Next = null,
                // Whoever says anew who has it has seen the names that stood for nobody.
                WordsOnly = same ? now.Details.WordsOnly : null,
                AskedSince = null,
                HeldSince =
                    same ? now.Details.HeldSince
                    : shall.Count > 0 ? today
                    : null,
            },
        };
    }

    /// <summary>
    /// What it says after the coordinator has set another state: when it is opened again, what was answered before is no longer
    /// an answer to it.
    /// </summary>
    public static AgreementDetails Reset(AgreementDetails details, AgreementState before, AgreementState after)
    {
        ArgumentNullException.ThrowIfNull(details);
        return !AgreementRules.IsLive(before) && AgreementRules.IsLive(after)
            ? Forgetting(details, _ => true)
            : details;
    }

    /// <summary>The agreement with the day that was proposed, taken note of.</summary>
    /// <param name="by">Whose proposal; null: the latest answer's.</param>
    public static Result<(Holding Now, DateOnly Due)> AcceptDay(Holding now, Guid? by = null)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Of(now, by) is { OtherDay: { } day, Read: false } answer
            ? (
                now with
                {
                    Details = Noted(now.Details, answer with { Read = true, DayTaken = true }) with { DueText = null },
                },
                day
            )
            : new NoDayProposed();
    }

    /// <summary>The agreement with an answer taken note of; the day it had stays.</summary>
    /// <param name="by">Whose answer; null: the latest.</param>
    public static Holding TakeNote(Holding now, Guid? by = null)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Of(now, by) is { } answer ? now with { Details = Noted(now.Details, answer with { Read = true }) } : now;
    }

    internal static bool Said(AgreementDetails details, Guid person, AnswerKind kind) =>
        details.LastOf(person)?.Kind == kind;

    private static AgreementAnswer? Of(Holding now, Guid? by) =>
        by is { } person ? now.Details.LastOf(person) : now.Details.Answer;

    private static AgreementDetails Noted(AgreementDetails details, AgreementAnswer noted) =>
        details.With(details.LastOfEach().Select(a => a.By == noted.By ? noted : a).ToList());

    private static AgreementDetails Forgetting(AgreementDetails details, Func<Guid, bool> whose) =>
        details.LastOfEach().Any(a => whose(a.By))
            ? details.With(details.LastOfEach().Where(a => !whose(a.By)).ToList())
            : details;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
