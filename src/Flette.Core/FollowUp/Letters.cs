using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Law;

namespace Flette.Core.FollowUp;

/// <summary>How a letter goes.</summary>
public enum LetterWay
{
    /// <summary>Printed and handed over or posted.</summary>
    Paper,

    /// <summary>A mail that names nobody in the family; the letter itself is handed over on paper or said.</summary>
    Mail,
}

/// <summary>A yes to one letter, with the exact words.</summary>
/// <param name="Givers">The members who said it.</param>
/// <param name="On">The day.</param>
/// <param name="Words">What they said yes to, word for word.</param>
public sealed record LetterYes(IReadOnlyList<Guid> Givers, DateOnly On, ConsentHow How, string Words);

/// <summary>
/// A letter to a service's leader, as it was sent. Sealed with the key of whom its agreement is about. What it says is kept whole, so
/// that what is changed later changes no letter.
/// </summary>
/// <param name="To">Name or title of the leader.</param>
/// <param name="Organisation">The service.</param>
/// <param name="Address">Mail address, when it went by mail.</param>
/// <param name="Way">How it went.</param>
/// <param name="Duty">Code of the duty it names.</param>
/// <param name="What">What was agreed.</param>
/// <param name="Who">Who in the service has it.</param>
/// <param name="Title">The neutral title the one who has it knows it by.</param>
/// <param name="AgreedOn">The day it was agreed.</param>
/// <param name="Due">By when.</param>
/// <param name="AskedOn">The days on which the service was asked.</param>
/// <param name="Line">The coordinator's own line.</param>
/// <param name="Yes">The family's yes to it.</param>
/// <param name="Sending">What it was put in the outbox with; null on paper.</param>
public sealed record LetterDetails(
    string To,
    string Organisation,
    string? Address,
    LetterWay Way,
    string Duty,
    string What,
    string Who,
    string Title,
    DateOnly AgreedOn,
    DateOnly Due,
    IReadOnlyList<DateOnly> AskedOn,
    string? Line,
    LetterYes Yes,
    Guid? Sending = null
);

/// <summary>A letter as it is asked for.</summary>
/// <param name="Again">Whether the coordinator has said that a second one to the same service is meant.</param>
public sealed record LetterDraft(
    string To,
    string Organisation,
    string? Address,
    LetterWay Way,
    string? Duty,
    string? Line,
    IReadOnlyList<Guid> Givers,
    DateOnly? YesOn,
    ConsentHow? How,
    bool Again = false
);

/// <summary>Why a letter is not sent.</summary>
public abstract record LetterRefusal : Refusal;

/// <summary>It does not say whom it is to.</summary>
public sealed record LeaderMissing : LetterRefusal;

/// <summary>It does not say which service.</summary>
public sealed record ServiceMissing : LetterRefusal;

/// <summary>By mail, and no address or an impossible one.</summary>
public sealed record LetterAddressWrong : LetterRefusal;

/// <summary>No duty was chosen.</summary>
public sealed record DutyMissing : LetterRefusal;

/// <summary>A text of it is too long.</summary>
public sealed record LetterTooLong : LetterRefusal;

/// <summary>Nobody who must say yes has: no yes, no letter.</summary>
public sealed record LetterYesMissing(IReadOnlyList<Guid> Of) : LetterRefusal;

/// <summary>Nobody in the family can say yes for those it is about.</summary>
public sealed record NobodySaysYes : LetterRefusal;

/// <summary>The yes has no day, or one that has not been.</summary>
public sealed record LetterYesDay : LetterRefusal;

/// <summary>How the yes was given is not said.</summary>
public sealed record LetterYesHow : LetterRefusal;

/// <summary>There is nothing to write about: it is not silent, or has ended.</summary>
public sealed record NotSilent : LetterRefusal;

/// <summary>A letter about this agreement has been sent to this service before, and it was not said that another is meant.</summary>
public sealed record SentBefore(DateOnly On) : LetterRefusal;

/// <summary>The rules for a letter to a service's leader (issue 3, 6). Pure.</summary>
public static class Letters
{
    public const int LongestName = 120;
    public const int LongestLine = 500;

    /// <summary>
    /// Whose yes a letter about these members needs: each one's own from 16 and every adult's; for a child all who have
    /// foreldreansvar or are verge, as for a plan (<see cref="PlanYes"/>). For an agreement about nobody in particular every adult.
    /// Null: for one of them nobody in the family can say it.
    /// </summary>
    public static IReadOnlyList<Guid>? Asked(FamilyFacts family, IReadOnlyCollection<Guid> about, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(about);
        var each = (about.Count > 0 ? about : family.Members.Where(m => m.IsAdult(today)).Select(m => m.Id))
            .Select(m => PlanYes.Asked(family, new PlanAsked(PlanKind.Individual, m), today))
            .ToList();
        return each.Count == 0 || each.Exists(a => a.Count == 0) ? null : each.SelectMany(a => a).Distinct().ToList();
    }

    /// <summary>Checks a letter.</summary>
    /// <param name="asked">Whose yes it needs, from <see cref="Asked"/>.</param>
    /// <param name="silent">Whether the agreement waits for an answer that did not come.</param>
    /// <param name="before">When a letter about it went to the same service; null when none has.</param>
    public static LetterRefusal? Check(
        LetterDraft draft,
        IReadOnlyList<Guid>? asked,
        bool silent,
        DateOnly? before,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft switch
        {
            _ when !silent => new NotSilent(),
            { To: var to } when string.IsNullOrWhiteSpace(to) => new LeaderMissing(),
            { Organisation: var o } when string.IsNullOrWhiteSpace(o) => new ServiceMissing(),
            { To.Length: > LongestName } or { Organisation.Length: > LongestName } or { Line.Length: > LongestLine } =>
                new LetterTooLong(),
            { Way: LetterWay.Mail, Address: var a }
                when string.IsNullOrWhiteSpace(a) || !MailAddresses.Possible(a.Trim()) => new LetterAddressWrong(),
            _ when CooperationDuties.Find(draft.Duty) is null => new DutyMissing(),
            _ when asked is null => new NobodySaysYes(),
            _ when asked.Except(draft.Givers).ToList() is { Count: > 0 } missing => new LetterYesMissing(missing),
            { YesOn: null } => new LetterYesDay(),
            { YesOn: { } on } when on > today => new LetterYesDay(),
            { How: null } => new LetterYesHow(),
            { Again: false } when before is { } earlier => new SentBefore(earlier),
            _ => null,
        };
    }
}
