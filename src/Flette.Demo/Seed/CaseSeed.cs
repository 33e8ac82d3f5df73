using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Unit;

namespace Flette.Demo.Seed;

/// <summary>
/// One case into the database: the family, who coordinates it, who is in it, who may decide for whom, who is in the team,
/// when they meet, and what was sent of late.
/// </summary>
public sealed class CaseSeed(CaseFile file, Seeder seeder)
{
    /// <summary>Who lives apart has a home of her own, the same as nobody's.</summary>
    private const string Apart = "egen";

    private readonly CaseNode _root = file.Root;

    private CaseNode Head => _root["case"];

    private DateOnly Appointed => Head.Day("coordinatorAppointed") ?? throw Head.Fault("has no coordinatorAppointed");

    private Guid Id(string local) => DemoIds.Of(file.Id, local);

    /// <summary>Does it.</summary>
    public async Task RunAsync()
    {
        var officer = seeder.As(CaseStaff.Officer(CaseStaff.Municipality(file)), StaffRole.Unit);
        var coordinator = seeder.As(CaseStaff.IdOf(file, Head.Text("coordinator")), StaffRole.Coordinator);
        var family = Guid.Empty;
        await seeder
            .On(Head.Day("opened") ?? throw Head.Fault("has no opened"))
            .DoAsync(
                officer,
                Act.RegisterFamily,
                null,
                async write =>
                {
                    var made = await Register.FamilyAsync(write, Head.Text("title"), Id("family"));
                    family = made.Refusal is null ? made.Value : Guid.Empty;
                    return made.Refusal;
                }
            );
        await seeder.On(Appointed).DoAsync(officer, Act.Appoint, family, AppointAsync);
        await seeder.DoAsync(coordinator, Act.ChangeMember, family, HouseholdsAsync);
        await seeder.DoAsync(coordinator, Act.ChangeMember, family, write => MembersAsync(write, unborn: false));
        await seeder.DoAsync(coordinator, Act.ChangeMember, family, write => MembersAsync(write, unborn: true));
        await seeder.DoAsync(coordinator, Act.ChangeGuardianship, family, GuardianshipsAsync);
        await On(Appointed).DoAsync(coordinator, Act.ChangeParticipant, family, new CaseTeam(file).ParticipantsAsync);
        // With the yes the team moves to the plan; the meetings after it belong there from the start.
        if (new CasePlan(file) is { HasYes: true } plan)
        {
            await On(plan.Day).DoAsync(coordinator, Act.RecordPlanYes, family, plan.YesAsync);
            await On(plan.Begun).DoAsync(coordinator, Act.ChangePlan, family, plan.HeadAsync);
        }
        foreach (var (day, meeting) in new CaseMeetings(file).Steps())
        {
            await On(day).DoAsync(coordinator, Act.CorrectMinutes, family, meeting);
        }
        foreach (var (day, content) in new CaseContent(file).Steps())
        {
            await On(day).DoAsync(coordinator, Act.ChangePlan, family, content);
        }
        await new CaseSending(file, seeder).RunAsync(family, coordinator);
        await new CaseInvitations(file, seeder).RunAsync(family, coordinator);
    }

    /// <summary>The day something was written: the day it is of, but not before there was a coordinator to write it.</summary>
    private Seeder On(DateOnly day) => seeder.On(day > Appointed ? day : Appointed);

    private async Task<Refusal?> AppointAsync(Write write)
    {
        var basis = Head["legalBasis"].Texts;
        return await Register.AppointAsync(
            write,
            new AppointmentDraft(
                CaseStaff.IdOf(file, Head.Text("coordinator")),
                Head.OneOf("coordinatorRole", CaseWords.Coordinators),
                new Period(Appointed, Until: null),
                basis.Count > 0
                    ? string.Join(", ", basis)
                    : Head["programme"]["name"].Value ?? throw Head.Fault("has no legalBasis"),
                Delegation: false,
                Head["deputy"].Value is { } deputy ? CaseStaff.IdOf(file, deputy) : null
            )
        );
    }

    private async Task<Refusal?> HouseholdsAsync(Write write)
    {
        foreach (
            var home in _root["members"]
                .List.SelectMany(m => m["household"].Texts)
                .Where(h => h != Apart)
                .Distinct(StringComparer.Ordinal)
        )
        {
            await Members.AddHouseholdAsync(write, Household(home), Id("home/" + home));
        }
        return null;
    }

    private async Task<Refusal?> MembersAsync(Write write, bool unborn)
    {
        var mother = _root["members"].List.FirstOrDefault(m => m.Text("relation") == "mor");
        foreach (var m in _root["members"].List.Where(m => m.Flag("unborn") == unborn))
        {
            var homes = m["household"].Texts.Where(h => h != Apart).Select(h => Id("home/" + h)).ToList();
            var carrier = unborn
                ? Id(mother?.Text("id") ?? throw m.Fault("is unborn, and there is no mother"))
                : (Guid?)null;
            var draft = new MemberDraft(Details(m), m.Day("birthDate"), m.Day("dueDate"), carrier, homes);
            if ((await Members.AddAsync(write, draft, Id(m.Text("id")))).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private static string Household(string code) => "Hjemme hos " + char.ToUpperInvariant(code[0]) + code[1..];

    private static MemberDetails Details(CaseNode m)
    {
        var interpreter = m["interpreter"];
        var reading = m["readingDifficulty"];
        return new MemberDetails(
            m.Text("name"),
            m.OneOf("relation", CaseWords.Relations),
            new Reach(
                m["channels"]
                    .List.Select(c =>
                        CaseWords.Channels.TryGetValue(c.Value ?? "", out var known)
                            ? known
                            : throw c.Fault($"channel {c.Value} is not mapped")
                    )
                    .ToList(),
                m["channelNote"].Value,
                m["phone"].Value,
                m["email"].Value
            ),
            m["relationNote"].Value,
            m["language"].Value,
            interpreter.IsNull
                ? null
                : new Interpreter(
                    interpreter.Flag("needed"),
                    interpreter["language"].Value,
                    interpreter["mode"].Value,
                    interpreter["note"].Value
                ),
            reading["note"].Value ?? (reading.Flag("has") ? "ja" : null),
            m["arena"].Value,
            m["function"].Value,
            m["about"].Value
        );
    }

    private async Task<Refusal?> GuardianshipsAsync(Write write)
    {
        foreach (var g in _root["guardianship"].List)
        {
            // What is expected for an unborn child holds from birth: it is registered when the child is born.
            if (g["from"].Value is "birth")
            {
                continue;
            }
            // A start nobody wrote down is no later than birth.
            var child = _root["members"].List.First(m => m.Text("id") == g.Text("child"));
            var from = g.Day("from") ?? child.Day("birthDate") ?? throw g.Fault("has no from");
            var period = new Period(from, g.Day("until"));
            foreach (var holder in g["guardians"].Texts)
            {
                if (
                    await Guardianships.AddAsync(
                        write,
                        Id(g.Text("child")),
                        g.OneOf("kind", CaseWords.Guardianships),
                        Id(holder),
                        period,
                        Source(g.Text("source"))
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
            }
        }
        return null;
    }

    private static GuardianshipSource Source(string words) =>
        words switch
        {
            "folkeregisteret" => GuardianshipSource.PopulationRegister,
            _ when words.StartsWith("avtale", StringComparison.Ordinal) => GuardianshipSource.Agreement,
            _ when words.StartsWith("vedtak", StringComparison.Ordinal) => GuardianshipSource.Decision,
            _ => GuardianshipSource.Told,
        };
}
