using Flette.Core.Families;

namespace Flette.Core.Access;

/// <summary>A rule of access: null lets the question pass on to the next rule.</summary>
public delegate AccessRefusal? Rule(ActInfo act, Facts facts);

/// <summary>
/// The whole policy, in the order of trust.md ("Rules, in order"). The first refusal wins.
/// Conflict of interest, protection and sharing by consent take their places here when they come.
/// </summary>
public static class Rules
{
    private const string Secrecy = "fvl § 13, hpl § 21";

    /// <summary>The rules, in order.</summary>
    public static IReadOnlyList<Rule> InOrder { get; } =
    [SameMunicipality, Alive, SureEnough, Rooms, PositionAndAge, RelationAndRole, State];

    /// <summary>A credential opens nothing in another municipality than the one it was made for.</summary>
    public static AccessRefusal? SameMunicipality(ActInfo act, Facts facts) =>
        string.Equals(facts.Asker.Municipality, facts.Municipality, StringComparison.Ordinal)
            ? null
            : new("municipality", "Denne innloggingen gjelder en annen kommune.", Secrecy);

    /// <summary>A session that has ended, or a link that is revoked or has run out, opens nothing.</summary>
    public static AccessRefusal? Alive(ActInfo act, Facts facts) =>
        facts.Asker.Alive || act.Kind == ActKind.Open ? null
        : facts.Asker.Kind == AskerKind.Link ? new("link", "Lenken virker ikke lenger.", Secrecy)
        : new("ended", "Du er logget ut. Logg inn på nytt.", "eForvaltningsforskriften § 15");

    /// <summary>
    /// We must know who is asking as surely as the act needs. A one-time code is for families and for those who come by a link: whoever
    /// works here signs in.
    /// </summary>
    public static AccessRefusal? SureEnough(ActInfo act, Facts facts) =>
        facts.Asker.Level
        >= (facts.Asker.Kind == AskerKind.Staff && act.Level == Level.LinkWithCode ? Level.High : act.Level)
            ? null
        : act.Audience == Audience.Link && facts.Asker.Level == Level.Link
            ? new("code", "Skriv koden fra mobilen, eller logg inn på jobben din, for å lese dette.", Secrecy)
        : act.Audience == Audience.Link ? new("link", "Åpne lenken på nytt fra e-posten.", Secrecy)
        : new("level", "Du må logge inn for å se dette.", "eForvaltningsforskriften § 15");

    /// <summary>
    /// Staff read items only of families they hold, whatever the act: the unit sees no content, and a coordinator's own
    /// day none of another's. What stands in <see cref="Room.Work"/> is the coordinator's alone; <see cref="Room.Own"/> one person's;
    /// <see cref="Room.Home"/> the adults' of one household; a service reads neither of the last two.
    /// </summary>
    public static AccessRefusal? Rooms(ActInfo act, Facts facts)
    {
        if (facts.Item is not { } item || facts.Family is not { } family)
        {
            return null;
        }
        var asker = facts.Asker;
        var open = item.Room switch
        {
            Room.Plan => asker.Kind != AskerKind.Staff || Relation.HoldsFamily(asker, family, facts.Today),
            Room.Work => Relation.HoldsFamily(asker, family, facts.Today),
            Room.Own => asker.Kind == AskerKind.Member && item.Owner == asker.Id,
            Room.Home => asker.Kind == AskerKind.Member
                && item.Owner is { } owner
                && (owner == asker.Id || Relation.AdultsAtHome(family, asker.Id, owner, facts.Today)),
            _ => false,
        };
        return open ? null : new("room", "Fant ikke siden.", Secrecy);
    }

    /// <summary>
    /// A member sees a Plan item about herself, and one about another only by legal position and age
    /// (<see cref="Positions"/>). About several: she must be entitled for each, unless she is one of them.
    /// Those an item names see it, save that a private item is only for its person, its responsible and the coordinator.
    /// </summary>
    public static AccessRefusal? PositionAndAge(ActInfo act, Facts facts)
    {
        if (facts.Item is not { Room: Room.Plan } item || facts.Family is not { } family)
        {
            return null;
        }
        var asker = facts.Asker;
        var named = item.Holders?.Contains(asker.Id) == true;
        var may = asker.Kind switch
        {
            AskerKind.Staff => true,
            AskerKind.Link => named,
            AskerKind.Member => named
                || item.About.Contains(asker.Id)
                || (
                    !item.Private
                    && item.About.Count > 0
                    && item.About.All(about =>
                        Positions.MaySeeAbout(family, asker.Id, about, item.SharedAtHome, facts.Today)
                    )
                ),
            _ => false,
        };
        return may ? null : new("position", "Fant ikke siden.", "barnelova §§ 30, 47; pbrl §§ 3-4, 4-3, 4-4");
    }

    /// <summary>Each act is for those with the relation or role it names; belonging to a municipality is neither.</summary>
    public static AccessRefusal? RelationAndRole(ActInfo act, Facts facts)
    {
        if (act.Audience == Audience.Anyone)
        {
            return null;
        }
        var asker = facts.Asker;
        var may = asker.Kind switch
        {
            AskerKind.Staff when act.InFamily => facts.Family is { } family
                && (
                    (act.Audience.HasFlag(Audience.Coordinator) && Relation.HoldsFamily(asker, family, facts.Today))
                    || (act.Audience.HasFlag(Audience.Unit) && asker.Roles.Contains(StaffRole.Unit))
                ),
            AskerKind.Staff => (
                act.Audience.HasFlag(Audience.Coordinator) && asker.Roles.Contains(StaffRole.Coordinator)
            ) || (act.Audience.HasFlag(Audience.Unit) && asker.Roles.Contains(StaffRole.Unit)),
            AskerKind.Member => act.Audience.HasFlag(Audience.Member) && facts.Family?.Member(asker.Id) is not null,
            AskerKind.Link => act.Audience.HasFlag(Audience.Link) && IsFor(act, asker.Link, facts),
            AskerKind.System => act.Audience.HasFlag(Audience.System),
            _ => false,
        };
        return may ? null : new("relation", "Fant ikke siden.", Secrecy);
    }

    // One person, one purpose: a link opens the family, the pages and the items it was made for, nothing beside them.
    private static bool IsFor(ActInfo act, LinkFacts? link, Facts facts) =>
        link is not null
        && (act.Link is not { } purpose || purpose == link.Purpose)
        && (facts.Family is not { } family || family.Id == link.Family)
        && (facts.Item is not { } item || link.Items.Contains(item.Id));

    /// <summary>
    /// What is closed, or whose yes is withdrawn or missing, is read-only; until there is a yes nothing is sent, and links are dead when it
    /// is withdrawn (FOR-2022-06-22-1110 § 5).
    /// </summary>
    public static AccessRefusal? State(ActInfo act, Facts facts)
    {
        if (facts.Family is not { } family)
        {
            return null;
        }
        // Of several plans, those the thing at hand stands in: another's yes opens nothing, and another's withdrawal stops nothing.
        var plan = family.PlanOf(facts.Item);
        if (act.NeedsPlan && plan != PlanState.Open)
        {
            return facts.Asker.Kind == AskerKind.Link ? new("link", "Lenken virker ikke lenger.", Secrecy)
                : plan == PlanState.None
                    ? new(
                        "plan",
                        "Det er ikke sagt ja til en plan ennå. Før det sendes ingenting.",
                        "FOR-2022-06-22-1110 § 5"
                    )
                : plan == PlanState.Paused
                    ? new(
                        "plan",
                        "Planen venter på et ja som mangler. Til det er skrevet inn, sendes ingenting.",
                        "FOR-2022-06-22-1110 § 5"
                    )
                : new("plan", "Ja-et til planen er trukket. Ingenting sendes.", "FOR-2022-06-22-1110 § 5");
        }
        if (act.Kind != ActKind.Write)
        {
            return null;
        }
        if (family.State == FamilyState.Closed)
        {
            return new("closed", "Familien er avsluttet. Det som står her kan leses, men ikke endres.", "hol § 7-2");
        }
        return !act.StopsWhenWithdrawn ? null
            : plan == PlanState.Withdrawn
                ? new(
                    "plan",
                    "Ja-et til planen er trukket. Planen kan leses, men ikke endres.",
                    "FOR-2022-06-22-1110 § 5"
                )
            : plan == PlanState.Paused
                ? new(
                    "plan",
                    "Planen venter på et ja som mangler. Til det er skrevet inn, kan den leses, men ikke endres.",
                    "FOR-2022-06-22-1110 § 5"
                )
            : null;
    }
}
