using System.Net;
using Flette.Core.Access;
using Flette.Web.Access;

namespace Flette.Web.Tests.Hosts;

/// <summary>Two municipalities in one program know nothing of each other.</summary>
public sealed class TwoMunicipalitiesTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_cookie_of_one_opens_nothing_in_the_other()
    {
        var officer = await app.World(app.Fjellvik).OfficerAsync();
        var same = await app.World(app.Sundhavn).OfficerAsync();
        using var here = await app.StaffAsync(app.Fjellvik, officer);
        Assert.Equal("Koordinerende enhet", (await here.OpenAsync("/enhet")).Heading);

        var token = here.Cookie(Sessions.Cookie(app.Fjellvik))!;
        using var there = app.Visit(app.Sundhavn);
        foreach (var name in new[] { Sessions.Cookie(app.Fjellvik), Sessions.Cookie(app.Sundhavn) })
        {
            there.SetCookie(name, token);
            var page = await there.GetAsync("/enhet");
            Assert.Equal(HttpStatusCode.Redirect, page.Status);
            Assert.StartsWith("/demo?til=", page.Header("Location"), StringComparison.Ordinal);
        }
        Assert.NotEqual(officer, same);
    }

    [Fact]
    public async Task A_session_row_copied_to_the_other_is_still_only_a_subject_there()
    {
        // Even with the row itself, the id of the one means nobody in the other.
        var officer = await app.World(app.Fjellvik).OfficerAsync();
        using var there = await app.StaffAsync(app.Sundhavn, officer);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync("/enhet")).Status);
    }

    [Fact]
    public async Task A_form_of_one_cannot_be_posted_to_the_other()
    {
        using var here = await app.StaffAsync(app.Fjellvik, await app.World(app.Fjellvik).OfficerAsync());
        using var there = await app.StaffAsync(app.Sundhavn, await app.World(app.Sundhavn).OfficerAsync());
        // She has cookies in both, as a browser would for two hosts of one name.
        there.SetCookie("flette-form", (await here.OpenAsync("/enhet"), here.Cookie("flette-form")!).Item2);
        var form = (await here.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Smuglet");
        var refused = await there.PostAsync("/enhet", form.Sent().Select(f => KeyValuePair.Create(f.Name, f.Value)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(0, await app.App.ScalarAsync<int>(app.Sundhavn, "select count(*)::int from family"));
        Assert.Equal("ok", await RegisterAsync(here));
    }

    [Fact]
    public async Task A_family_of_one_is_not_found_in_the_other()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var officer = await app.StaffAsync(app.Sundhavn, await app.World(app.Sundhavn).OfficerAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/enhet/{family.Id}")).Status);
        using var member = await app.SignedInAsync(app.Sundhavn, AskerKind.Staff, family.Coordinator, Level.High);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/f/{family.Id}/referat/nytt")).Status);
    }

    private static async Task<string> RegisterAsync(Flette.Kit.Browserless browser) =>
        (
            await (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Ekte").PressAsync()
        ).Heading == "Ekte"
            ? "ok"
            : "no";
}
