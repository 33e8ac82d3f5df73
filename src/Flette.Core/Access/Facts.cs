using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;

namespace Flette.Core.Access;

/// <summary>How surely we know who is asking (trust.md, Who asks, how surely).</summary>
public enum Level
{
    None,
    Link,
    LinkWithCode,
    High,
}

/// <summary>Which door the asker came in by.</summary>
public enum AskerKind
{
    Nobody,
    Staff,
    Member,
    Link,

    /// <summary>The program itself, in work nobody waits for. It always names its municipality.</summary>
    System,
}

/// <summary>What a member of staff may be in a municipality. Coordinating a family is an appointment, not a role.</summary>
public enum StaffRole
{
    Coordinator,
    Unit,
    Leader,
    Administrator,
}

/// <summary>Where an item stands (trust.md, The shape of information).</summary>
public enum Room
{
    Plan,
    Home,
    Own,
    Work,
    Appeal,
}

/// <summary>The person or link that asks.</summary>
/// <param name="Kind">The door.</param>
/// <param name="Id">Staff, member or person of the link.</param>
/// <param name="Municipality">Key of the municipality the credential was made for.</param>
/// <param name="Level">How surely we know.</param>
/// <param name="Alive">Whether the session or link still lives.</param>
/// <param name="Roles">Roles of staff on this day; empty for others.</param>
/// <param name="Link">What the link is for; null for those who came in by another door.</param>
public sealed record Asker(
    AskerKind Kind,
    Guid Id,
    string Municipality,
    Level Level,
    bool Alive,
    IReadOnlySet<StaffRole> Roles,
    LinkFacts? Link = null
)
{
    private static readonly HashSet<StaffRole> NoRoles = [];

    /// <summary>Someone we know nothing about.</summary>
    public static Asker Nobody(string municipality) =>
        new(AskerKind.Nobody, Guid.Empty, municipality, Level.None, Alive: true, NoRoles);

    /// <summary>The program itself, at work for a municipality.</summary>
    public static Asker System(string municipality) =>
        new(AskerKind.System, Guid.Empty, municipality, Level.High, Alive: true, NoRoles);
}

/// <summary>What a link is for. One purpose: it opens nothing else.</summary>
public enum LinkPurpose
{
    /// <summary>To answer one's own agreements.</summary>
    Agreements,

    /// <summary>To answer an invitation to a meeting.</summary>
    Meeting,

    /// <summary>To say something before a meeting, or in place of one.</summary>
    Input,

    /// <summary>To read and answer what the coordinator has written. Opens nothing without a code.</summary>
    Messages,
}

/// <summary>What a link was made for: one family, one purpose, these items (trust.md, Links).</summary>
public sealed record LinkFacts(
    Guid Id,
    Guid Family,
    IReadOnlySet<Guid> Items,
    LinkPurpose Purpose = LinkPurpose.Agreements
);

/// <summary>What is decided on about a family.</summary>
/// <param name="Plans">Open, paused and withdrawn ones, by when they were opened.</param>
public sealed record FamilyFacts(
    Guid Id,
    FamilyState State,
    IReadOnlyList<PlanFacts> Plans,
    IReadOnlyList<AppointmentFacts> Appointments,
    IReadOnlyList<MemberFacts> Members,
    IReadOnlyList<GuardianshipFacts> Guardianships
)
{
    /// <summary>How it stands as a whole: open when one of the plans is.</summary>
    public PlanState Plan => PlanPlaces.Overall(Plans);

    /// <summary>How it stands for one thing; as a whole for what stands in no plan by its nature.</summary>
    public PlanState PlanOf(ItemFacts? item) =>
        item?.Plans is { } plans ? PlanPlaces.StateOf(Plans, item.About, plans) : Plan;

    /// <summary>The member with this id, or null.</summary>
    public MemberFacts? Member(Guid id) => Members.FirstOrDefault(m => m.Id == id);
}

/// <summary>What is decided on about one item.</summary>
/// <param name="Room">Where it stands.</param>
/// <param name="About">The members it is about; empty is the family's common part.</param>
/// <param name="Private">Audience is the person, the coordinator and the item's responsible, nobody else.</param>
/// <param name="SharedAtHome">An adult's item that other adults of the same household may see.</param>
/// <param name="Holders">Participants and members named by it: responsible, with, invited, asked to take it.</param>
/// <param name="Owner">The member whose own room or home it stands in; null in Plan and Work.</param>
/// <param name="Id">Which item it is: a link opens only those it was made for.</param>
/// <param name="Plans">
/// The plans it stands in; null for what is no matter of a plan: who takes part is known, whatever plan is open, and what is said to
/// her is decided on by itself.
/// </param>
public sealed record ItemFacts(
    Room Room,
    IReadOnlyList<Guid> About,
    bool Private = false,
    bool SharedAtHome = false,
    IReadOnlyList<Guid>? Holders = null,
    Guid? Owner = null,
    Guid Id = default,
    IReadOnlyList<Guid>? Plans = null
);

/// <summary>Everything a decision rests on. Loaded before, never during.</summary>
/// <param name="Municipality">Key of the municipality of the host asked.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Today">The day in Norway.</param>
/// <param name="Family">The family it is about, or null.</param>
/// <param name="Item">The item it is about, or null.</param>
public sealed record Facts(
    string Municipality,
    Asker Asker,
    DateOnly Today,
    FamilyFacts? Family = null,
    ItemFacts? Item = null
);
