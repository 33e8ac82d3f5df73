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

/// <summary>The latest answer to an agreement. Earlier ones stand in its versions.</summary>
/// <param name="Kind">What was said.</param>
/// <param name="By">The participant or member who said it.</param>
/// <param name="On">The day it came.</param>
/// <param name="Line">A line to the coordinator; with «kan ikke» why.</param>
/// <param name="OtherDay">Another day she proposes. Holds when the coordinator has said yes to it.</param>
/// <param name="Instead">With «kan ikke»: who could, in her own words.</param>
/// <param name="Read">Whether the coordinator has taken note of it.</param>
public sealed record AgreementAnswer(
    AnswerKind Kind,
    Guid By,
    DateOnly On,
    string? Line = null,
    DateOnly? OtherDay = null,
    string? Instead = null,
    bool Read = false
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
/// <param name="Asked">Those named later, who hold it after saying yes.</param>
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
/// The rules for answering an agreement (needs-coordinator N78–N99). Any number of answers, the last one holds, all are
/// kept as versions. Pure.
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

    /// <summary>The agreement after an answer.</summary>
    public static Result<Holding> Answer(Holding now, AnswerDraft draft, Guid by, DateOnly today)
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
            draft.Kind is AnswerKind.Cannot ? Words(draft.Instead) : null
        );
        var after = now with { Details = now.Details with { Answer = answer } };
        if (draft.Kind == AnswerKind.Cannot)
        {
            // One who was only asked gives nothing away: whoever had it has it still.
            return now.Holders.Contains(by) ? after with { State = AgreementState.Declined } : after;
        }
        return TakenBy(after, by, today) with
        {
            State = draft.Kind switch
            {
                AnswerKind.Done => AgreementState.Done,
                AnswerKind.InProgress => AgreementState.InProgress,
                AnswerKind.NeedsHelp => AgreementState.NeedsHelp,
                _ => AgreementState.Open,
            },
        };
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
        var asked = shall.Where(p => !now.Holders.Contains(p) && !agreed.Contains(p)).ToList();
        if (asked.Count > 0)
        {
            var next = now with { Asked = asked, Details = now.Details with { Next = [.. shall] } };
            return agreed.Count == 0 ? next : next with { Holders = [.. now.Holders.Union(agreed)] };
        }
        var same = now.Holders.ToHashSet().SetEquals(shall);
        return now with
        {
            Holders = [.. shall],
            Asked = [],
            Details = now.Details with
            {
                Next = null,
                HeldSince =
                    same ? now.Details.HeldSince
                    : shall.Count > 0 ? today
                    : null,
            },
        };
    }

    /// <summary>The agreement with the day that was proposed, taken note of.</summary>
    public static Result<(Holding Now, DateOnly Due)> AcceptDay(Holding now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Details.Answer is { OtherDay: { } day, Read: false } answer
            ? (now with { Details = now.Details with { Answer = answer with { Read = true }, DueText = null } }, day)
            : new NoDayProposed();
    }

    /// <summary>The agreement with its answer taken note of; the day it had stays.</summary>
    public static Holding TakeNote(Holding now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Details.Answer is { } answer
            ? now with
            {
                Details = now.Details with { Answer = answer with { Read = true } },
            }
            : now;
    }

    private static Holding TakenBy(Holding now, Guid by, DateOnly today)
    {
        if (!now.Asked.Contains(by))
        {
            return now;
        }
        var left = now.Asked.Where(p => p != by).ToList();
        var holders =
            left.Count == 0 && now.Details.Next is { Count: > 0 } next ? next.ToList() : [.. now.Holders.Union([by])];
        return now with
        {
            Holders = holders,
            Asked = left,
            Details = now.Details with { HeldSince = today, Next = left.Count == 0 ? null : now.Details.Next },
        };
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
