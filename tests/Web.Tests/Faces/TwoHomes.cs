using Dapper;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Tests.Faces;

/// <summary>
/// Ola (8) with his mother and stepfather at one home and his father at another, Nina (16), and Pål (9), whom barnevern has
/// placed with Frida. Everything a family's page can show, about different ones of them.
/// </summary>
internal sealed class TwoHomes
{
    private readonly Dictionary<string, Guid> _members = new(StringComparer.Ordinal);

    private TwoHomes(FamilyInWorld family) => Family = family;

    public FamilyInWorld Family { get; }

    public Guid this[string name] => _members[name];

    public DateOnly Today => Family.World.Today;

    /// <summary>The people, and nothing said yet.</summary>
    public static async Task<TwoHomes> MakeAsync(World world, Guid? deputy = null)
    {
        var homes = new TwoHomes(await world.FamilyAsync("Nordli", deputy: deputy));
        var (one, other, third) = (
            await homes.Family.HouseholdAsync("Hos Siri"),
            await homes.Family.HouseholdAsync("Hos Per"),
            await homes.Family.HouseholdAsync("Hos Frida")
        );
        await homes.MemberAsync("Siri", FamilyRelation.Mother, 40, one);
        await homes.MemberAsync("Stein", FamilyRelation.StepFather, 41, one);
        await homes.MemberAsync("Per", FamilyRelation.Father, 42, other);
        await homes.MemberAsync("Frida", FamilyRelation.FosterParent, 50, third);
        await homes.MemberAsync("Ola", FamilyRelation.Child, 8, one, other);
        await homes.MemberAsync("Pål", FamilyRelation.Child, 9, third);
        await homes.MemberAsync("Nina", FamilyRelation.Child, 16, one);
        foreach (var (child, holder) in new[] { ("Ola", "Siri"), ("Ola", "Per"), ("Pål", "Siri"), ("Nina", "Siri") })
        {
            await homes.Family.PositionAsync(homes[child], GuardianshipKind.ParentalResponsibility, homes[holder]);
        }
        await homes.Family.PositionAsync(homes["Pål"], GuardianshipKind.CareTakenOver, null);
        await homes.Family.PositionAsync(homes["Pål"], GuardianshipKind.FosterParent, homes["Frida"]);
        return homes;
    }

    /// <summary>With a plan for Ola and everything in it.</summary>
    public static async Task<TwoHomes> FilledAsync(World world)
    {
        var homes = await MakeAsync(world);
        await homes.YesAsync();
        await homes.FillAsync();
        return homes;
    }

    /// <summary>What is agreed on, meant and planned. Before the yes it is the coordinator's notes.</summary>
    public async Task FillAsync()
    {
        var tore = await Family.ParticipantAsync("Tore Lærer", Topic.School, false, this["Ola"]);
        var psychologist = await Family.ParticipantAsync("Pia Psykolog", Topic.MentalHealth, true, this["Siri"]);
        await Family.ParticipantAsync("Bente Barnevern", Topic.ChildWelfare, false, this["Pål"]);
        await Family.AgreementAsync("Ringe fysioterapeuten", [this["Ola"]], tore);
        await Family.AgreementAsync("Snakke om søvn", [this["Ola"]], psychologist);
        await Family.AgreementAsync("Kjøpe gymsko", [this["Ola"]], this["Siri"]);
        await Family.AgreementAsync("Hente fredager", [this["Ola"]], this["Per"]);
        await Family.AgreementAsync("Finne avlaster", [this["Ola"]]);
        await Family.AgreementAsync("Søke gjeldsråd", [this["Per"]], Family.Coordinator);
        await Family.AgreementAsync("Time hos helsesykepleier", [this["Nina"]], this["Nina"]);
        await Family.AgreementAsync("Besøk av Pål", [this["Pål"]], this["Frida"]);
        await Family.MatterAsync("Svømme mye", this["Ola"]);
        await Family.MatterAsync("Sove selv", this["Siri"], Sharing.Private);
        var goal = await Family.GoalAsync("Gå til skolen alene", this["Ola"]);
        await Family.MeasureAsync("Øve på veien", goal, new PlanPerson(tore, "Tore Lærer"));
        await Family.NeedAsync("Noen å gå sammen med", this["Ola"]);
        await Family.DoAsync(
            Act.CorrectMinutes,
            async write =>
            {
                await MeetingBook.AddAsync(
                    write,
                    Today.AddDays(6),
                    MeetingState.Planned,
                    new MeetingDetails(MinutesKind.Ansvarsgruppe, "12:30-14:00", "Åsen skole, rom 114", [], []),
                    [this["Ola"]]
                );
                return null;
            }
        );
    }

    /// <summary>Both parents say yes to Ola's plan.</summary>
    public Task YesAsync() => Family.SayYesAsync(this["Ola"], this["Siri"], this["Per"]);

    /// <summary>The mother takes hers back.</summary>
    public Task WithdrawAsync() =>
        Family.DoAsync(Act.RecordPlanYes, async write => await PlanBook.WithdrawAsync(write, this["Siri"]));

    /// <summary>A browser of a member.</summary>
    public Task<Browserless> BrowserAsync(string member) =>
        Family.World.App.MemberAsync(Family.World.Municipality, this[member]);

    /// <summary>A telephone of a member of staff, from the register.</summary>
    public async Task PhoneAsync(Guid staff, string phone)
    {
        await using var db = await Family.World.App.ConnectAsync(Family.World.Municipality);
        await db.ExecuteAsync("update staff set phone = @phone where id = @staff", new { staff, phone });
    }

    /// <summary>One more, who reads a language.</summary>
    public async Task<Browserless> ReaderOfAsync(string language)
    {
        var id = Guid.Empty;
        await Family.DoAsync(
            Act.ChangeMember,
            async write =>
            {
                var made = await Members.AddAsync(
                    write,
                    new MemberDraft(
                        new MemberDetails("Lise Nordli", FamilyRelation.Other, Reach.Unknown, Language: language),
                        Today.AddYears(-30),
                        null,
                        null,
                        []
                    )
                );
                id = made.Refusal is null ? made.Value : Guid.Empty;
                return made.Refusal;
            }
        );
        return await Family.World.App.MemberAsync(Family.World.Municipality, id);
    }

    private async Task MemberAsync(string name, FamilyRelation relation, int age, params Guid[] homes) =>
        _members[name] = await Family.MemberAsync(name + " Nordli", relation, age, homes);
}
