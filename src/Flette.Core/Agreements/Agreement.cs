using System.Collections.Immutable;
using Flette.Core.FollowUp;

namespace Flette.Core.Agreements;

/// <summary>Where an agreement stands.</summary>
public enum AgreementState
{
    /// <summary>Somebody proposes it; nobody has said yes yet.</summary>
    Proposed,

    /// <summary>Agreed.</summary>
    Open,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Whoever has it needs help with it.</summary>
    NeedsHelp,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Whoever was asked cannot.</summary>
    Declined,

    /// <summary>Taken back by the coordinator.</summary>
    Withdrawn,
}

/// <summary>What an agreement says. Sealed with the key of the one it is about, or the family's when about several.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Responsible">Names or services as written in the minutes. Who holds it is the item's holders; when none of these is a person, nobody has it yet.</param>
/// <param name="DueText">The words for the deadline, when no day is fixed.</param>
/// <param name="Heading">The point of the minutes it stood under.</param>
/// <param name="Line">The line of the minutes it began in; null when it did not come from minutes.</param>
/// <param name="HeldSince">Since when those who have it have had it.</param>
/// <param name="Answer">The latest answer, or null when none has come.</param>
/// <param name="WordsOnly">Those of <paramref name="Responsible"/> that stand for nobody who holds it; none when it was not taken in from minutes.</param>
/// <param name="Next">Everyone who shall have it when those who are asked have said yes; null when nobody is asked.</param>
/// <param name="Others">The last answer of each of the others who have answered before her.</param>
/// <param name="AskedSince">Since when those who are asked have been asked; null when nobody is.</param>
/// <param name="Pace">How closely it is followed; null until somebody has chosen, and then the usual.</param>
/// <param name="Goal">The goal it serves, when that was said; of one that follows a measure the measure says.</param>
/// <param name="Raise">The day it was marked to be taken up at the next meeting; null when it is not.</param>
/// <param name="LetGo">The family's word that it can be let go; null when it was not let go.</param>
public sealed record AgreementDetails(
    string What,
    ImmutableArray<string> Responsible,
    string? DueText = null,
    string? Heading = null,
    int? Line = null,
    DateOnly? HeldSince = null,
    AgreementAnswer? Answer = null,
    IReadOnlyList<Guid>? Next = null,
    IReadOnlyList<AgreementAnswer>? Others = null,
    IReadOnlyList<string>? WordsOnly = null,
    DateOnly? AskedSince = null,
    ReminderPace? Pace = null,
    Guid? Goal = null,
    DateOnly? Raise = null,
    string? LetGo = null
)
{
    /// <summary>How closely it is followed.</summary>
    public ReminderPace Reminds() => Pace ?? ReminderPace.Usual;

    /// <summary>The last answer of each who has answered, the latest first.</summary>
    public IReadOnlyList<AgreementAnswer> LastOfEach() => Answer is null ? [] : [Answer, .. Others ?? []];

    /// <summary>The last answer of one person, or null.</summary>
    public AgreementAnswer? LastOf(Guid person) => LastOfEach().FirstOrDefault(a => a.By == person);

    /// <summary>The same with these as the last answers, the latest first.</summary>
    internal AgreementDetails With(IReadOnlyList<AgreementAnswer> answers) =>
        this with
        {
            Answer = answers.Count > 0 ? answers[0] : null,
            Others = answers.Count > 1 ? answers.Skip(1).ToList() : null,
        };
}
