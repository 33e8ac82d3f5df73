using Flette.Core.Families;
using Flette.Web.Data;

namespace Flette.Web.Tests.Plans;

/// <summary>A field that is sent twice names nobody twice, and does not change whose key seals what is said.</summary>
public sealed class NamedTwiceTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task An_agreement_about_one_named_three_times_is_sealed_with_her_key()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        var child = await family.MemberAsync("Oda Nordmann", FamilyRelation.Child, 9);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = (await coordinator.OpenAsync($"/f/{family.Id}/avtale/ny")).Form("Lagre avtalen");
        var fields = new[] { "Input.About", "Input.About", "Input.About", "Input.Holders", "Input.Holders" };
        await coordinator.PostAsync(
            $"/f/{family.Id}/avtale/ny",
            fields
                .Select(f => KeyValuePair.Create(f, child.ToString()))
                .Append(KeyValuePair.Create("Input.What", "Ringe skolen"))
                .Concat(new[] { "FormKey", "__form" }.Select(f => KeyValuePair.Create(f, form.Hidden(f)!)))
        );
        var row = Assert.Single(
            await app.App.RowsAsync<ItemRow>(
                app.Fjellvik,
                "select * from item where family = @Id and kind = 'agreement'",
                new { family.Id }
            )
        );
        Assert.Equal([child], row.About);
        Assert.Equal([child], row.Holders);
        Assert.Equal(child, row.KeyOwner);
    }
}
