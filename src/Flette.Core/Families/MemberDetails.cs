using Flette.Core.Transitions;

namespace Flette.Core.Families;

/// <summary>What someone is to the child or children the family is followed up for.</summary>
public enum FamilyRelation
{
    Child,
    Mother,
    Father,
    StepMother,
    StepFather,
    Sibling,
    HalfSibling,
    Grandparent,
    FosterParent,
    Other,
}

/// <summary>A way to reach someone, in the order the person wants.</summary>
public enum Channel
{
    Phone,
    Sms,
    Email,
    Paper,
    VoiceMessage,
    InPerson,
    ThroughOther,
}

/// <summary>Whether an interpreter is needed, in which language and how.</summary>
public sealed record Interpreter(bool Needed, string? Language = null, string? Mode = null, string? Note = null);

/// <summary>How what one is sent comes to her (issue 3, 7).</summary>
public enum Delivered
{
    /// <summary>A mail with a personal link.</summary>
    ByMail,

    /// <summary>A text message with the same link.</summary>
    BySms,

    /// <summary>On paper, printed by the coordinator.</summary>
    OnPaper,

    /// <summary>She is rung.</summary>
    ByPhone,
}

/// <summary>How we reach someone: channels in the person's own order, and what to mind.</summary>
/// <param name="Quiet">When text messages wait; null is <see cref="QuietHours.Night"/>.</param>
public sealed record Reach(
    IReadOnlyList<Channel> Channels,
    string? Note = null,
    string? Phone = null,
    string? Email = null,
    QuietHours? Quiet = null
)
{
    /// <summary>Nothing known.</summary>
    public static Reach Unknown { get; } = new([]);

    /// <summary>
    /// Whether the municipality sends text messages. Not stored with the rest: it is set where this is opened, and who chose them
    /// where there are none is reached by the next in her order.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SmsLeaves { get; init; }

    /// <summary>
    /// How what is sent comes to her: the first in her own order that can be done. Whoever has an address and has named neither paper,
    /// mail nor text messages gets a mail: that she would rather be rung is about talking.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Delivered Delivered
    {
        get
        {
            var mail = !string.IsNullOrWhiteSpace(Email);
            var sms = SmsLeaves && PhoneNumbers.Mobile(Phone) is not null;
            return Channels.FirstOrDefault(c =>
                c is Channel.Paper || (c is Channel.Email && mail) || (c is Channel.Sms && sms)
            ) switch
            {
                Channel.Paper => Delivered.OnPaper,
                Channel.Sms => Delivered.BySms,
                _ when mail => Delivered.ByMail,
                _ => Delivered.ByPhone,
            };
        }
    }

    /// <summary>The address what is sent goes to, of mail or of text messages (<see cref="SmsAddress"/>); null for whoever gets neither.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? SentTo =>
        Delivered switch
        {
            Delivered.ByMail => Email,
            Delivered.BySms => Sms?.ToString(),
            _ => null,
        };

    /// <summary>Where text messages to her go, whatever comes first in her order; null when there is no such number.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public SmsAddress? Sms =>
        PhoneNumbers.Mobile(Phone) is { } mobile ? new SmsAddress(mobile, Quiet ?? QuietHours.Night) : null;
}

/// <summary>What is written about a member. Sealed with the member's own key.</summary>
/// <param name="Name">Full name, or what the unborn child is called.</param>
/// <param name="Relation">To the child or children.</param>
/// <param name="Reach">How we reach her.</param>
/// <param name="RelationNote">When <see cref="FamilyRelation.Other"/>, or more exactly («farmor»).</param>
/// <param name="Language">First language, in words.</param>
/// <param name="Interpreter">Null when not asked yet.</param>
/// <param name="ReadingDifficulty">What makes reading hard and what helps; null when nothing is known.</param>
/// <param name="Arena">School, kindergarten or work.</param>
/// <param name="Function">Health and function, only what the plan needs.</param>
/// <param name="AboutMe">Said by herself.</param>
/// <param name="SchoolStartYear">The year school began or will begin, where it is another than the year of six (opplæringslova § 2-4).</param>
public sealed record MemberDetails(
    string Name,
    FamilyRelation Relation,
    Reach Reach,
    string? RelationNote = null,
    string? Language = null,
    Interpreter? Interpreter = null,
    string? ReadingDifficulty = null,
    string? Arena = null,
    string? Function = null,
    string? AboutMe = null,
    int? SchoolStartYear = null
)
{
    /// <summary>The first name, as people who have met say it.</summary>
    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>
    /// The eleven digits she signs in with; null for whoever does not. Shown to nobody in full, and on one page only
    /// (personopplysningsloven § 12).
    /// </summary>
    public string? IdentityNumber { get; init; }
}

/// <summary>A member as the coordinator writes it.</summary>
/// <param name="Details">What is written.</param>
/// <param name="Born">Day of birth; null when unborn or not known.</param>
/// <param name="Due">Expected birth, for the unborn.</param>
/// <param name="CarriedBy">Who carries the unborn child.</param>
/// <param name="Households">Homes by id; two when she lives in two.</param>
public sealed record MemberDraft(
    MemberDetails Details,
    DateOnly? Born,
    DateOnly? Due,
    Guid? CarriedBy,
    IReadOnlyList<Guid> Households
);

/// <summary>Why a member is not written.</summary>
public abstract record MemberRefusal : Refusal;

/// <summary>No name.</summary>
public sealed record NameMissing : MemberRefusal;

/// <summary>The name is longer than <see cref="MemberRules.LongestName"/>.</summary>
public sealed record NameTooLong : MemberRefusal;

/// <summary>Born in the future, or before anyone now living.</summary>
public sealed record BirthImpossible : MemberRefusal;

/// <summary>Both born and expected.</summary>
public sealed record BornAndExpected : MemberRefusal;

/// <summary>An unborn child is carried by a member who is in the family.</summary>
public sealed record CarrierUnknown : MemberRefusal;

/// <summary>Expected, and nobody is said to carry the child: until birth what is said of it is said of her.</summary>
public sealed record CarrierMissing : MemberRefusal;

/// <summary>A home that is not the family's.</summary>
public sealed record HouseholdUnknown : MemberRefusal;

/// <summary>A mail address no mail can be sent to (<see cref="MailAddresses"/>).</summary>
public sealed record EmailImpossible : MemberRefusal;

/// <summary>A school year without the day of birth it is held against.</summary>
public sealed record SchoolYearUnborn : MemberRefusal;

/// <summary>School does not begin that year for one born then.</summary>
/// <param name="Earliest">The first year it can be.</param>
/// <param name="Latest">The last.</param>
public sealed record SchoolYearOther(int Earliest, int Latest) : MemberRefusal;

/// <summary>The rules for writing a member. Pure.</summary>
public static class MemberRules
{
    public const int LongestName = 120;

    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Checks a draft. A child may be unborn: no day of birth and no identity are needed (hol § 7-2 a).</summary>
    /// <param name="family">Members there are.</param>
    /// <param name="households">Homes there are.</param>
    public static MemberRefusal? Check(
        MemberDraft draft,
        IReadOnlyCollection<Guid> family,
        IReadOnlyCollection<Guid> households,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(households);
        return draft switch
        {
            { Details.Name: var n } when string.IsNullOrWhiteSpace(n) => new NameMissing(),
            { Details.Name.Length: > LongestName } => new NameTooLong(),
            { Born: { } born } when born > today || born < Earliest => new BirthImpossible(),
            { Born: not null, Due: not null } => new BornAndExpected(),
            { Due: not null, CarriedBy: null } => new CarrierMissing(),
            { CarriedBy: { } carrier } when !family.Contains(carrier) => new CarrierUnknown(),
            { Details.SchoolStartYear: not null, Born: null } => new SchoolYearUnborn(),
            { Details.SchoolStartYear: { } year, Born: { } birth }
                when TransitionsAhead.RefuseSchoolYear(birth, year) is not null => new SchoolYearOther(
                birth.Year + TransitionsAhead.SchoolAge - 1,
                birth.Year + TransitionsAhead.SchoolAge + 1
            ),
            _ when PersonTexts.Check(draft.Details) is { } refusal => refusal,
            _ => draft.Households.All(households.Contains) ? null : new HouseholdUnknown(),
        };
    }
}
