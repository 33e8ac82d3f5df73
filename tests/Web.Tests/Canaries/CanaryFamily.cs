using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Kit;
using Flette.Kit.Canaries;

namespace Flette.Web.Tests.Canaries;

/// <summary>A family of whom everything that is written is a canary, with a browser for each who writes.</summary>
internal sealed class CanaryFamily : IDisposable
{
    private CanaryFamily(FamilyInWorld family, Guid link) => (Family, Link) = (family, link);

    public FamilyInWorld Family { get; }

    /// <summary>Sent, not opened.</summary>
    public Guid Link { get; }

    public Browserless Officer { get; private set; } = null!;

    public Browserless Coordinator { get; private set; } = null!;

    public Browserless Mother { get; private set; } = null!;

    /// <summary>The family's pages with their places filled in.</summary>
    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    public static async Task<CanaryFamily> MakeAsync(FletteApp app, Canary canary)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync(canary.Name("familie"));
        var home = await family.HouseholdAsync(canary.Name("hjem"));
        var mother = await family.MemberAsync(canary.Name("mor"), FamilyRelation.Mother, 40, home);
        var child = await family.MemberAsync(canary.Name("barn"), FamilyRelation.Child, 8, home);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        var teacher = await family.ReachableAsync(canary.Name("lærer"), canary.Mail, child);
        var contact = await family.ContactAsync(canary.Name("nabo"), canary.Word + "samtale", child);
        await family.SayYesAsync(child, mother);
        var agreement = await family.AgreementAsync(canary.Word + "avtale", [child], teacher);
        var goal = await family.GoalAsync(canary.Word + "mål", child);
        await family.MatterAsync(canary.Word + "viktig", child);
        await family.ResourceAsync(canary.Word + "ressurs", child);
        await family.ChildsPartAsync(canary.Word + "medvirkning");
        var meeting = await family.MeetingAsync(
            app.Clock.Today().AddDays(-7),
            child,
            canary.Word + "møtested",
            canary.Name("barn"),
            canary.Name("fravær")
        );
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["family"] = family.Id.ToString(),
            ["member"] = mother.ToString(),
            ["participant"] = teacher.ToString(),
            ["contact"] = contact.ToString(),
            ["agreement"] = agreement.ToString(),
            ["goal"] = goal.ToString(),
            ["letter"] = (
                await family.LetterAsync(agreement, canary.Word + "avtale", canary.Name("rektor"), child, mother)
            ).ToString(),
            ["item"] = goal.ToString(),
            ["measure"] = (
                await family.MeasureAsync(canary.Word + "tiltak", goal, new PlanPerson(teacher, canary.Name("lærer")))
            ).ToString(),
            ["need"] = (await family.NeedAsync(canary.Word + "behov", child)).ToString(),
            ["transition"] = (
                await family.TransitionAsync(TransitionKind.Respite, child, family.World.Today.AddDays(90))
            ).ToString(),
            ["rule"] = "18-ar",
            ["what"] = "bidrag",
            ["entry"] = (await family.ContributionAsync(canary.Word + "bidrag", mother)).ToString(),
            ["meeting"] = meeting.ToString(),
            ["line"] = (await family.LineAsync(meeting, $"! {canary.Word} ringer, {canary.Name("linje")}")).ToString(),
            ["appointment"] = (
                await app.ScalarAsync<Guid>(
                    app.Fjellvik,
                    "select id from appointment where family = @Id",
                    new { family.Id }
                )
            ).ToString(),
            ["position"] = (
                await app.ScalarAsync<Guid>(
                    app.Fjellvik,
                    "select id from guardianship where family = @Id",
                    new { family.Id }
                )
            ).ToString(),
        };
        await family.PublishLineAsync(meeting, canary.Word + "publisert", child);
        await family.RemarkAsync(mother, canary.Word + "feil");
        places["attachment"] = (
            await family.AttachAsync(
                meeting,
                canary.Name("vedlegg") + ".txt",
                System.Text.Encoding.UTF8.GetBytes(canary.Word + " i vedlegget"),
                child
            )
        ).ToString();
        var planned = await family.PlannedMeetingAsync(child, canary.Name("planlagt"));
        await family.RaiseAsync(planned, mother, canary.Word + "sak");
        await family.AsksForMeetingAsync(mother);
        await family.AsksForLeaderAsync(planned);
        await family.FagYesAsync(child, canary.Word + "formål", mother);
        places["planned"] = planned.ToString();
        var link = await family.LinkAsync(teacher, canary.Word, (agreement, "Avtale fra møtet 12. mars"));
        places["link"] = link.ToString();
        var invited = await family.PlannedMeetingAsync(
            app.Clock.Today().AddDays(9),
            "09:00-10:00",
            canary.Word + "sted",
            child,
            (teacher, canary.Name("lærer")),
            (mother, canary.Name("mor"))
        );
        await family.InviteAsync(invited);
        places["invitation"] = (await family.InvitationLinkAsync(invited, teacher)).ToString();
        await family.SayBeforeAsync(planned, teacher, canary.Word + "innspill");
        places["asked"] = (await family.AskedLinkAsync(planned, teacher)).ToString();
        places["person"] = teacher.ToString();
        return new CanaryFamily(family, link)
        {
            Officer = await app.StaffAsync(app.Fjellvik, family.Officer),
            Coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator),
            Mother = await app.MemberAsync(app.Fjellvik, mother),
            Addresses = Tests.Addresses.Of(app, places),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Officer.Dispose();
        Coordinator.Dispose();
        Mother.Dispose();
    }
}
