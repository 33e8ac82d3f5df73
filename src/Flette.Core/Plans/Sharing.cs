using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Plans;

/// <summary>Who may see an entry of the plan, beyond what law and consent say (trust.md, The shape of information).</summary>
public enum Sharing
{
    /// <summary>Those who see what is about this member.</summary>
    Usual,

    /// <summary>An adult's: the other adults of the household too.</summary>
    AtHome,

    /// <summary>The person, the coordinator and the one who is responsible; in no list of others.</summary>
    Private,
}

/// <summary>Checks that hold for everything written about a member.</summary>
public static class PlanRules
{
    /// <summary>Characters of what is said in one sentence.</summary>
    public const int LongestLine = 300;

    /// <summary>Characters of what somebody says in her own words.</summary>
    public const int LongestWords = 2_000;

    private const int FarthestYears = 30;
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>Whether this may be written about <paramref name="about"/> and shared like that.</summary>
    public static PlanRefusal? About(FamilyFacts family, Guid? about, Sharing sharing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        if (about is not { } id)
        {
            return new AboutMissing();
        }
        if (family.Member(id) is not { } member)
        {
            return new NotInFamily();
        }
        // What is said of an unborn child is said of the woman who carries it: hers to share.
        var adults = member.IsAdult(today) || (member.CarriedBy is not null && !(member.Born <= today));
        return sharing == Sharing.AtHome && !adults ? new NotAnAdults() : null;
    }

    /// <summary>A text that must be there.</summary>
    public static PlanRefusal? Needed(PlanField field, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? new TextMissing(field) : Fits(field, text, most);

    /// <summary>A text that may be left out.</summary>
    public static PlanRefusal? Fits(PlanField field, string? text, int most) =>
        text?.Trim().Length > most ? new TextTooLong(field, most) : null;

    /// <summary>The day something was said or felt: not ahead.</summary>
    public static PlanRefusal? Past(DateOnly day, DateOnly today) =>
        day > today ? new DayAhead()
        : day < Earliest ? new DayImpossible()
        : null;

    /// <summary>A day something is to be done by: before or after today, but within reason.</summary>
    public static PlanRefusal? Due(DateOnly? day, DateOnly today) =>
        day < Earliest || day > today.AddYears(FarthestYears) ? new DayImpossible() : null;

    /// <summary>The text without space around it; null when there is none.</summary>
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
