using Dapper;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Features.Consents;

namespace Flette.Web.Tests.Plans;

/// <summary>A family with a plan to write in: Oda (12), her mother and father at one home, her brother, and Tor in the team.</summary>
internal sealed record PlanWorld(FamilyInWorld Family, Guid Oda, Guid Linn, Guid Rune, Guid Mikkel, Guid Tor)
{
    public Guid Id => Family.Id;

    public string Plan => $"/f/{Id}/plan";

    public static async Task<PlanWorld> MakeAsync(World world)
    {
        var family = await world.FamilyAsync("Nordli");
        var home = await family.HouseholdAsync();
        var oda = await family.MemberAsync("Oda Nordli", FamilyRelation.Child, 12, home);
        var linn = await family.MemberAsync("Linn Nordli", FamilyRelation.Mother, 41, home);
        var rune = await family.MemberAsync("Rune Nordli", FamilyRelation.Father, 43, home);
        var mikkel = await family.MemberAsync("Mikkel Nordli", FamilyRelation.Sibling, 7, home);
        foreach (var parent in new[] { linn, rune })
        {
            await family.PositionAsync(oda, GuardianshipKind.ParentalResponsibility, parent);
        }
        var tor = await family.ParticipantAsync("Tor Hegge", Topic.School, isPrivate: false, oda);
        return new PlanWorld(family, oda, linn, rune, mikkel, tor);
    }

    /// <summary>Both parents say yes to Oda's plan.</summary>
    public Task YesAsync() =>
        Family.DoAsync(
            Act.RecordPlanYes,
            async write =>
                await PlanBook.RecordAsync(
                    write,
                    new PlanAsked(PlanKind.Individual, Oda),
                    [Linn, Rune],
                    write.Pass.Today,
                    ConsentHow.InPerson,
                    "Ja."
                )
        );

    /// <summary>The mother takes hers back.</summary>
    public Task WithdrawAsync() =>
        Family.DoAsync(Act.RecordPlanYes, async write => await PlanBook.WithdrawAsync(write, Linn));

    /// <summary>A browser of the coordinator.</summary>
    public Task<Browserless> BrowserAsync() =>
        Family.World.App.StaffAsync(Family.World.Municipality, Family.Coordinator);

    /// <summary>Items of a kind as they lie in the database, oldest first.</summary>
    public async Task<IReadOnlyList<Data.ItemRow>> RowsAsync(string kind)
    {
        await using var db = await Family.World.App.ConnectAsync(Family.World.Municipality);
        return (
            await db.QueryAsync<Data.ItemRow>(
                "select * from item where family = @Id and kind = @kind order by id",
                new { Id, kind }
            )
        ).ToList();
    }
}
