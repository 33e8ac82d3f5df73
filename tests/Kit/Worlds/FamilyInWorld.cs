using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.Families;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;
using Flette.Web.Features.Unit;

namespace Flette.Kit;

/// <summary>A family of a <see cref="World"/>, written by its coordinator.</summary>
/// <param name="World">Where.</param>
/// <param name="Id">The family.</param>
/// <param name="Officer">Who registered it.</param>
/// <param name="Coordinator">Who writes.</param>
public sealed record FamilyInWorld(World World, Guid Id, Guid Officer, Guid Coordinator)
{
    private DateOnly Today => World.Today;

    /// <summary>A home.</summary>
    public Task<Guid> HouseholdAsync(string label = "Hjemme") =>
        MakeAsync(Act.ChangeMember, async write => await Members.AddHouseholdAsync(write, label));

    /// <summary>A member of a given age.</summary>
    /// <param name="age">Full years on the program's day; null when not known.</param>
    public Task<Guid> MemberAsync(string name, FamilyRelation relation, int? age, params Guid[] households) =>
        BornAsync(name, relation, age is { } years ? Today.AddYears(-years).AddDays(-40) : null, households);

    /// <summary>A member with a day of birth.</summary>
    public Task<Guid> BornAsync(string name, FamilyRelation relation, DateOnly? born, params Guid[] households) =>
        MakeAsync(
            Act.ChangeMember,
            write =>
                Members.AddAsync(
                    write,
                    new MemberDraft(new MemberDetails(name, relation, Reach.Unknown), born, null, null, households)
                )
        );

    /// <summary>A member who is reached in a way of her own.</summary>
    public Task<Guid> ReachedAsync(
        string name,
        FamilyRelation relation,
        int age,
        Reach reach,
        string? language = null
    ) =>
        MakeAsync(
            Act.ChangeMember,
            write =>
                Members.AddAsync(
                    write,
                    new MemberDraft(
                        new MemberDetails(name, relation, reach, Language: language),
                        Today.AddYears(-age).AddDays(-40),
                        null,
                        null,
                        []
                    )
                )
        );

    /// <summary>A child who is not born yet.</summary>
    public Task<Guid> UnbornAsync(string name, Guid carriedBy) =>
        MakeAsync(
            Act.ChangeMember,
            write =>
                Members.AddAsync(
                    write,
                    new MemberDraft(
                        new MemberDetails(name, FamilyRelation.Child, Reach.Unknown),
                        null,
                        Today.AddMonths(2),
                        carriedBy,
                        []
                    )
                )
        );

    /// <summary>A legal position, from birth or long ago when nothing else is said.</summary>
    public Task PositionAsync(Guid child, GuardianshipKind kind, Guid? holder, Period? period = null) =>
        DoAsync(
            Act.ChangeGuardianship,
            write =>
                Guardianships.AddAsync(
                    write,
                    child,
                    kind,
                    holder,
                    period ?? new Period(Today.AddYears(-20), null),
                    GuardianshipSource.Decision
                )
        );

    /// <summary>Someone in the team.</summary>
    public Task<Guid> ParticipantAsync(
        string name,
        Topic? topic = Topic.School,
        bool isPrivate = false,
        params Guid[] concerns
    ) =>
        MakeAsync(
            Act.ChangeParticipant,
            write =>
                Participants.AddAsync(
                    write,
                    new ParticipantDetails(name, "kontaktlærer", "Skolen", Reach.Unknown),
                    topic,
                    concerns,
                    isPrivate
                )
        );

    /// <summary>Someone in the team with an address, or with none.</summary>
    public Task<Guid> ReachableAsync(string name, string? email, params Guid[] concerns) =>
        MakeAsync(
            Act.ChangeParticipant,
            write =>
                Participants.AddAsync(
                    write,
                    new ParticipantDetails(
                        name,
                        "kontaktlærer",
                        "Skolen",
                        new Reach([], Phone: "99 99 90 41", Email: email)
                    ),
                    Topic.School,
                    concerns
                )
        );

    /// <summary>A link to agreements, each under its title; its mail waits in the outbox.</summary>
    public Task<Guid> LinkAsync(Guid person, string firstName, params (Guid Agreement, string Title)[] agreements) =>
        MakeAsync(
            Act.SendAgreements,
            async write =>
                await LinkBook.SendAsync(
                    write,
                    write.NewId(),
                    new Addressee(person, firstName, firstName, $"{firstName}@example.no", null),
                    agreements.Select(a => (a.Agreement, a.Title, (DateOnly?)null)).ToList(),
                    agreements[0].Title,
                    TimeSpan.FromSeconds(30)
                )
        );

    /// <summary>A line of the call log.</summary>
    public Task<Guid> ContactAsync(string with, string text, params Guid[] about) =>
        MakeAsync(
            Act.LogContact,
            write =>
                ContactLog.AddAsync(
                    write,
                    new ContactNote(with, ContactDirection.Outgoing, text),
                    Topic.FamilyLife,
                    about
                )
        );

    /// <summary>An item of any kind, for what no screen writes yet.</summary>
    public Task<Guid> ItemAsync<T>(ItemRow head, T body) =>
        MakeAsync(Act.ImportMinutes, async write => await Items.InsertAsync(write, head, body));

    /// <summary>An item of any kind, where it belongs by the family's plans.</summary>
    public Task<Guid> PlacedAsync<T>(ItemRow head, T body) =>
        MakeAsync(
            Act.ImportMinutes,
            async write => await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), body)
        );

    /// <summary>A yes from each giver to a plan for one of them, or for the whole family when nobody is named.</summary>
    public Task SayYesAsync(Guid? recipient, params Guid[] givers) =>
        DoAsync(
            Act.RecordPlanYes,
            async write =>
                await PlanBook.RecordAsync(
                    write,
                    new PlanAsked(recipient is null ? PlanKind.Family : PlanKind.Individual, recipient),
                    givers,
                    Today,
                    ConsentHow.InPerson,
                    "Ja til plan."
                )
        );

    /// <summary>An agreement; nobody has it when no holder is named.</summary>
    public Task<Guid> AgreementAsync(string what, Guid[] about, params Guid[] holders) =>
        MakeAsync(
            Act.ChangePlan,
            write =>
                AgreementBook.AddAsync(
                    write,
                    new AgreementDraft(
                        what,
                        holders,
                        about,
                        Topic.School,
                        Today.AddDays(14),
                        null,
                        AgreementState.Open
                    ),
                    holders.ToHashSet()
                )
        );

    /// <summary>Opens the family to its named deputy; null closes it again.</summary>
    public Task ActivateDeputyAsync(Period? active) =>
        World.DoAsync(
            Officer,
            StaffRole.Unit,
            Act.ActivateDeputy,
            Id,
            async write =>
            {
                var (id, version) = await LatestAsync(write);
                return await Register.ActivateDeputyAsync(write, id, version, active);
            }
        );

    /// <summary>Ends the coordinator's appointment on a day.</summary>
    public Task EndAppointmentAsync(DateOnly last) =>
        World.DoAsync(
            Officer,
            StaffRole.Unit,
            Act.Appoint,
            Id,
            async write =>
            {
                var (id, version) = await LatestAsync(write);
                return await Register.EndAsync(write, id, version, last);
            }
        );

    /// <summary>One write by the coordinator. Throws when it is refused.</summary>
    public Task DoAsync(Act act, Func<Write, Task<Refusal?>> work) =>
        World.DoAsync(Coordinator, StaffRole.Coordinator, act, Id, work);

    /// <summary>The appointment that begins last.</summary>
    private static Task<(Guid Id, int Version)> LatestAsync(Write write) =>
        write.Db.QuerySingleAsync<(Guid, int)>(
            "select id, version from appointment where family = @Id order by valid_from desc limit 1",
            new { write.Pass.Family!.Id },
            write.Work
        );

    public async Task<Guid> MakeAsync(Act act, Func<Write, Task<Result<Guid>>> work)
    {
        var id = Guid.Empty;
        await DoAsync(
            act,
            async write =>
            {
                var made = await work(write);
                id = made.Refusal is null ? made.Value : Guid.Empty;
                return made.Refusal;
            }
        );
        return id;
    }
}
