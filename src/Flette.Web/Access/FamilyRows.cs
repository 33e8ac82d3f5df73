using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Access;

/// <summary>
/// What the database knows about a family, before anyone decides anything. The rows are there so that a page need not ask for them
/// again; what is sealed in them is opened only for someone who may see it.
/// </summary>
/// <param name="Appointments">By first day.</param>
/// <param name="Members">Those who have not left.</param>
/// <param name="Plans">Open and withdrawn ones, by when they were opened.</param>
/// <param name="Consents">Every yes to a plan, newest first, withdrawn too.</param>
public sealed record LoadedFamily(
    FamilyFacts Facts,
    Sealed Name,
    DateTimeOffset RegisteredAt,
    IReadOnlyList<AppointmentRow> Appointments,
    IReadOnlyList<MemberRow> Members,
    IReadOnlyList<PlanRow> Plans,
    IReadOnlyList<ConsentRow> Consents
);

/// <summary>Who asks, and the family it is about.</summary>
/// <param name="Family">Null when there is none, or the session is not alive.</param>
public sealed record Asked(Session Session, LoadedFamily? Family, IReadOnlyList<WrappedKey> Keys);

/// <summary>Where the id of the family a request is about comes from.</summary>
public enum WhoseFamily
{
    /// <summary>It is about none.</summary>
    None,

    /// <summary>The address names it.</summary>
    Named,

    /// <summary>It is the one the signed-in member is in: no address names it.</summary>
    OfMember,

    /// <summary>It is the one the link was made in.</summary>
    OfLink,
}

/// <summary>A yes to a plan as it lies in the database. Id, words and who wrote it down only where one family was asked for.</summary>
public sealed record ConsentRow
{
    public Guid Family { get; init; }
    public Guid Id { get; init; }
    public string PlanKind { get; init; } = "";
    public Guid? Recipient { get; init; }
    public Guid GivenBy { get; init; }
    public DateOnly GivenOn { get; init; }
    public string How { get; init; } = "";
    public Guid RecordedBy { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
    public Sealed Body { get; init; }

    /// <summary>What was said.</summary>
    public PlanConsent Given => new(new PlanAsked(Rows.FromCode<PlanKind>(PlanKind), Recipient), GivenBy, GivenOn);
}

/// <summary>A plan's head as it lies in the database. Revision, responsible and version only where one family was asked for.</summary>
public sealed record PlanRow
{
    public Guid Family { get; init; }
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public Guid? Recipient { get; init; }
    public string State { get; init; } = "";
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public DateOnly? Revision { get; init; }
    public Guid? Responsible { get; init; }
    public int Version { get; init; }

    /// <summary>Which plan it is.</summary>
    public PlanAsked Asked => new(Rows.FromCode<PlanKind>(Kind), Recipient);

    /// <summary>How it stands on the day, and whom it takes in; after a withdrawal whom it took in.</summary>
    public PlanFacts ToFacts(FamilyFacts family, IReadOnlyCollection<ConsentRow> consents, DateOnly today)
    {
        var recorded = Rows.FromCode<PlanState>(State);
        var living = consents.Where(c => c.WithdrawnOn is null).Select(c => c.Given).ToList();
        var given = recorded == PlanState.Withdrawn ? consents.Select(c => c.Given).ToList() : living;
        return new PlanFacts(
            Id,
            Asked,
            PlanYes.StateOn(recorded, family, Asked, living, today),
            PlanYes.Within(family, Asked, given, today)
        )
        {
            From = ValidFrom,
            Until = ValidUntil,
        };
    }
}

internal sealed record SessionRow
{
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public Guid Subject { get; init; }
    public short Level { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Name { get; init; }
    public short AnswersWithin { get; init; } = 2;
}

internal sealed record LinkRow
{
    public Guid Id { get; init; }
    public Guid Family { get; init; }
    public Guid Person { get; init; }
    public Guid[] Items { get; init; } = [];
    public DateOnly ExpiresOn { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string Purpose { get; init; } = "";

    /// <summary>As it stands on this day.</summary>
    public LoadedLink Loaded(DateOnly today) =>
        new(Id, Family, Person, Items, ExpiresOn < today, RevokedAt is not null, Rows.FromCode<LinkPurpose>(Purpose));
}

internal sealed record FamilyRow
{
    public Guid Id { get; init; }
    public string State { get; init; } = "";
    public DateTimeOffset RegisteredAt { get; init; }
    public Sealed Body { get; init; }
}

/// <summary>An appointment, with name and telephone of those it names. Kind and names only where one family was asked for.</summary>
public sealed record AppointmentRow
{
    public Guid Family { get; init; }
    public Guid Id { get; init; }
    public Guid Staff { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public Guid? Deputy { get; init; }
    public DateOnly? DeputyFrom { get; init; }
    public DateOnly? DeputyUntil { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Phone { get; init; }

    /// <summary>In how many working days she says that she answers.</summary>
    public short AnswersWithin { get; init; } = 2;
    public string? DeputyName { get; init; }
    public string? DeputyPhone { get; init; }

    public AppointmentFacts ToFacts() =>
        new(
            Id,
            Staff,
            new Period(ValidFrom, ValidUntil),
            Deputy,
            DeputyFrom is { } from ? new Period(from, DeputyUntil) : null
        );
}

/// <summary>A member. Due day, version and the sealed text only where one family was asked for.</summary>
public sealed record MemberRow
{
    public Guid Family { get; init; }
    public Guid Id { get; init; }
    public DateOnly? Born { get; init; }
    public Guid[] Households { get; init; } = [];
    public Guid? CarriedBy { get; init; }
    public DateOnly? Due { get; init; }
    public int Version { get; init; }
    public Sealed Body { get; init; }
}

internal sealed record GuardianshipRow
{
    public Guid Family { get; init; }
    public Guid Child { get; init; }
    public string Kind { get; init; } = "";
    public Guid? Holder { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }

    public GuardianshipFacts ToFacts() =>
        new(Child, Rows.FromCode<GuardianshipKind>(Kind), Holder, new Period(ValidFrom, ValidUntil));
}
