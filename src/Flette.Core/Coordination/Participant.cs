using Flette.Core.Families;

namespace Flette.Core.Coordination;

/// <summary>What is written about someone in the team (FHIR CareTeam.participant). Sealed, the link to the organisation too.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Role">Role, in words: kontaktlærer.</param>
/// <param name="Organisation">The service, as people call it.</param>
/// <param name="Reach">How we reach her.</param>
/// <param name="StandIn">Who answers when she is away, in words.</param>
/// <param name="Since">From which day.</param>
/// <param name="Until">Last day; null while she takes part.</param>
/// <param name="MinimumNoticeWeeks">How early she must be asked to a meeting.</param>
public sealed record ParticipantDetails(
    string Name,
    string? Role,
    string? Organisation,
    Reach Reach,
    string? StandIn = null,
    DateOnly? Since = null,
    DateOnly? Until = null,
    int? MinimumNoticeWeeks = null
)
{
    /// <summary>The first name, as people who have met say it.</summary>
    public string FirstName => Name.Split(' ', 2)[0];
}

/// <summary>A number of weeks nobody asks for.</summary>
public sealed record NoticeImpossible : MemberRefusal;

/// <summary>The rules for writing a participant. Pure.</summary>
public static class ParticipantRules
{
    /// <summary>The earliest she can want to be asked to a meeting.</summary>
    public const int MostNoticeWeeks = 52;

    /// <summary>Checks what is written.</summary>
    public static MemberRefusal? Check(ParticipantDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details switch
        {
            { Name: var n } when string.IsNullOrWhiteSpace(n) => new NameMissing(),
            { Name.Length: > MemberRules.LongestName } => new NameTooLong(),
            { MinimumNoticeWeeks: < 0 or > MostNoticeWeeks } => new NoticeImpossible(),
            _ => PersonTexts.Check(details.Reach)
                ?? PersonTexts.Check(
                    (PersonText.Role, details.Role),
                    (PersonText.Organisation, details.Organisation),
                    (PersonText.StandIn, details.StandIn)
                ),
        };
    }
}

/// <summary>How a contact was made.</summary>
public enum ContactDirection
{
    /// <summary>«Jeg ringte».</summary>
    Outgoing,

    /// <summary>«De ringte».</summary>
    Incoming,

    /// <summary>«Fikk ikke svar».</summary>
    Unanswered,

    /// <summary>Met face to face.</summary>
    Met,
}

/// <summary>What is written in the call log (ContactLog). Stands in the coordinator's working notes.</summary>
/// <param name="With">Who with, in words.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="Text">What was said.</param>
/// <param name="WithId">The member or participant, when it was one of them.</param>
/// <param name="WithTeam">Whether that is a participant: then the family itself has not been heard.</param>
public sealed record ContactNote(
    string With,
    ContactDirection Direction,
    string Text,
    Guid? WithId = null,
    bool WithTeam = false
);
