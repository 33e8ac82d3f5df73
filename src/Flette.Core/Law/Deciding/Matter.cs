namespace Flette.Core.Law.Deciding;

/// <summary>What is decided on, or told of. The law has rows of its own for each.</summary>
public enum Matter
{
    /// <summary>An individual plan, and what stands in it (FOR-2022-06-22-1110 § 5).</summary>
    Plan,

    /// <summary>Health personnel telling others what is confidential (hpl § 22).</summary>
    Sharing,

    /// <summary>Health care (pbrl chapter 4).</summary>
    HealthCare,

    /// <summary>Barnevern: measures that are agreed to, and information in the case.</summary>
    ChildWelfare,

    /// <summary>School and kindergarten from day to day: cooperation, adaptation, information (opplæringslova, barnelova § 30).</summary>
    School,

    /// <summary>Which education, and which school after the tenth year (opplæringslova § 24-5, barnelova § 32).</summary>
    Education,

    /// <summary>Claims and decisions at Nav, and other matters of money (vergemålsloven §§ 9, 16).</summary>
    Welfare,

    /// <summary>Where in the country the child lives, kindergarten or not: the large questions of daily life (barnelova § 37).</summary>
    DailyLife,
}

/// <summary>How a yes is put together.</summary>
public enum ConsentRule
{
    /// <summary>Her own.</summary>
    Self,

    /// <summary>That of each who is named; where one is missing only this waits.</summary>
    Each,

    /// <summary>That of any one who is named.</summary>
    One,

    /// <summary>Her own, and that of each other who is named.</summary>
    SelfAndEach,

    /// <summary>Barnevern's; foster parents who are named may too.</summary>
    ChildWelfareService,

    /// <summary>Whoever gives the health care decides, and asks those who are named what she would have wanted (pbrl § 4-6).</summary>
    Provider,

    /// <summary>Nobody who is registered may: somebody must be asked, or a verge appointed.</summary>
    NotSettled,
}

/// <summary>What is particular about one question, besides age and positions.</summary>
/// <param name="ChildWithholds">She does not want guardians to know, for reasons that should be respected (pbrl § 3-4 annet ledd).</param>
/// <param name="WeightyReasons">Weighty considerations for her speak against telling guardians (pbrl § 3-4 tredje ledd).</param>
/// <param name="Everyday">Part of daily and ordinary care (pbrl § 4-4 annet ledd).</param>
/// <param name="Necessary">Qualified personnel say it is needed so that she is not harmed (pbrl § 4-4 tredje ledd).</param>
/// <param name="HiddenFrom">Members who must not learn where she is: a protected address.</param>
public sealed record Circumstances(
    bool ChildWithholds = false,
    bool WeightyReasons = false,
    bool Everyday = false,
    bool Necessary = false,
    IReadOnlyList<Guid>? HiddenFrom = null
)
{
    /// <summary>Nothing particular.</summary>
    public static Circumstances None { get; } = new();
}

/// <summary>Who decides, sees and is told, on a day, in a matter about one person. Members by id; services are no members.</summary>
/// <param name="Rule">How the yes is put together.</param>
/// <param name="Consents">The members whose yes it is.</param>
/// <param name="Heard">Those who are told and heard before: the child herself.</param>
/// <param name="Sees">The members who may see, she herself first.</param>
/// <param name="Necessary">Those who see only what parental responsibility requires; she is then told that they do.</param>
/// <param name="Told">Those who are to be told of what is decided, though they do not decide.</param>
/// <param name="WithoutPlace">Of those who see, the ones who must not learn where she is.</param>
/// <param name="Why">Each rule that was used.</param>
public sealed record Standing(
    ConsentRule Rule,
    IReadOnlyList<Guid> Consents,
    IReadOnlyList<Guid> Heard,
    IReadOnlyList<Guid> Sees,
    IReadOnlyList<Guid> Necessary,
    IReadOnlyList<Guid> Told,
    IReadOnlyList<Guid> WithoutPlace,
    IReadOnlyList<Clause> Why
);
