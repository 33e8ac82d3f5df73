namespace Flette.Core.Law.Deciding;

/// <summary>The ages at which the law changes who decides, in full years. <see cref="AgeRules"/> has each with its section.</summary>
public static class AgeLimits
{
    /// <summary>Shall be told, and heard, before others decide (pbrl § 4-4, barnelova § 31).</summary>
    public const int Heard = 7;

    /// <summary>Great weight; may keep health matters from guardians for reasons that should be respected (pbrl §§ 3-4, 4-3, 4-4).</summary>
    public const int GreatWeight = 12;

    /// <summary>Party to cases of child welfare, and chooses her own education (bvl § 12-3, opplæringslova § 24-5).</summary>
    public const int Party = 15;

    /// <summary>Decides on own health and its sharing (pbrl § 4-3 første ledd bokstav b, hpl § 22).</summary>
    public const int OwnHealth = 16;

    /// <summary>Of full age (vergemålsloven § 8).</summary>
    public const int Adult = Families.Ages.Adult;
}
