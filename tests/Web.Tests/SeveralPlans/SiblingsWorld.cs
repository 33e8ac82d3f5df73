using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Team;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>Oda (12) and her brother Per (9), their mother Linn and father Rune, and one from the school of each.</summary>
internal sealed record SiblingsWorld(
    FletteApp App,
    FamilyInWorld Family,
    Guid Oda,
    Guid Per,
    Guid Linn,
    Guid Rune,
    Guid Tor,
    Guid Siv
)
{
    public string Url => $"/f/{Family.Id}";

    public static async Task<SiblingsWorld> MakeAsync(FletteApp app, DateOnly? odaBorn = null)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Lie");
        var home = await family.HouseholdAsync();
        var oda = await family.BornAsync(
            "Oda Lie",
            FamilyRelation.Child,
            odaBorn ?? app.Clock.Today().AddYears(-12),
            home
        );
        var per = await family.MemberAsync("Per Lie", FamilyRelation.Child, 9, home);
        var linn = await family.MemberAsync("Linn Lie", FamilyRelation.Mother, 41, home);
        var rune = await family.MemberAsync("Rune Lie", FamilyRelation.Father, 43, home);
        foreach (var child in new[] { oda, per })
        {
            await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, linn);
            await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, rune);
        }
        var tor = await WorkerAsync(family, "Tor Berge", oda);
        return new SiblingsWorld(app, family, oda, per, linn, rune, tor, await WorkerAsync(family, "Siv Moen", per));
    }

    /// <summary>Both parents have said yes to a plan for each.</summary>
    public async Task<SiblingsWorld> BothAsync()
    {
        await Family.SayYesAsync(Oda, Linn, Rune);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Family.SayYesAsync(Per, Linn, Rune);
        return this;
    }

    public Task<Browserless> KariAsync() => App.StaffAsync(App.Fjellvik, Family.Coordinator);

    /// <summary>The id of a plan; that of the family when nobody is named.</summary>
    public async Task<Guid> PlanAsync(Guid? of) =>
        (
            await App.RowsAsync<Guid>(
                App.Fjellvik,
                "select id from plan where family = @Id and recipient is not distinct from @of",
                new { Family.Id, of }
            )
        ).Single();

    /// <summary>The page of a plan.</summary>
    public async Task<string> PageAsync(Guid? of) => $"{Url}/plan?plan={await PlanAsync(of)}";

    /// <summary>Takes one parent's yes to one plan back.</summary>
    public async Task WithdrawAsync(Guid giver, Guid? of)
    {
        var yes = await App.RowsAsync<Guid>(
            App.Fjellvik,
            "select id from consent where family = @Id and given_by = @giver and recipient is not distinct from @of and withdrawn_on is null",
            new
            {
                Family.Id,
                giver,
                of,
            }
        );
        await Family.DoAsync(
            Act.RecordPlanYes,
            async write => await PlanBook.WithdrawAsync(write, giver, yes.Single())
        );
    }

    /// <summary>Whose plans an agreement stands in: «Oda Per», «family», or nothing.</summary>
    public async Task<string> StandsInAsync(string what) =>
        string.Join(
            ' ',
            (
                await App.RowsAsync<(Guid Item, Guid? Recipient)>(
                    App.Fjellvik,
                    "select i.id, p.recipient from item i join plan p on p.id = any(i.plans) where i.family = @Id and i.kind = 'agreement'",
                    new { Family.Id }
                )
            )
                .Where(r => _agreements.TryGetValue(r.Item, out var its) && its == what)
                .Select(r =>
                    r.Recipient == Oda ? "Oda"
                    : r.Recipient == Per ? "Per"
                    : "family"
                )
                .Order(StringComparer.Ordinal)
        );

    private readonly Dictionary<Guid, string> _agreements = [];

    /// <summary>An agreement, known by what is to be done.</summary>
    public async Task<Guid> AgreeAsync(string what, Guid[] about, params Guid[] holders)
    {
        var id = await Family.AgreementAsync(what, about, holders);
        _agreements.Add(id, what);
        return id;
    }

    private static Task<Guid> WorkerAsync(FamilyInWorld family, string name, Guid about) =>
        family.ReachableAsync(name, name.Replace(' ', '.') + "@example.no", about);
}
