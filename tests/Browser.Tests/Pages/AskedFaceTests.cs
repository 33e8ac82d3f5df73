using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Pages;

/// <summary>Who is asked before a meeting meets a page of her own kind: the walk over all pages meets a service's, this the family's.</summary>
public sealed class AskedFaceTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    [Fact]
    public async Task What_a_member_and_a_child_are_asked_is_accessible_and_narrow_also_when_it_is_turned_away()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var even = await family.MemberAsync("Even Berg", FamilyRelation.Child, 8);
        var silje = await family.MemberAsync("Silje Berg", FamilyRelation.Mother, 40);
        await family.PositionAsync(even, GuardianshipKind.ParentalResponsibility, silje);
        await family.SayYesAsync(even, silje);
        await family.AddressAsync(silje, "silje@example.no");
        await family.AddressAsync(even, "even@example.no");
        var planned = await family.PlannedMeetingAsync(even, "Even Berg");
        foreach (var (who, asks) in new[] { (silje, "Hva vil du ta opp?"), (even, "Hvem skal få vite det") })
        {
            var (browser, page) = await app.App.LinkAsync(app.Fjellvik, await family.AskedLinkAsync(planned, who));
            using var _ = browser;
            await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, browser);
            await person.StartAsync(page.Path);
            Assert.True(await person.ReadsAsync(asks), asks);
            await LooksAsync(person, asks);
            await person.PressAsync("Send");
            Assert.NotEqual(0, await person.Page.Locator("[data-error-summary]").CountAsync());
            await LooksAsync(person, asks + ", turned away");
        }
    }

    private static async Task LooksAsync(Person person, string what)
    {
        await person.Page.SetViewportSizeAsync(Chromium.Wide, 900);
        var wrong = (await Accessible.WrongAsync(person)).ToList();
        await person.Page.SetViewportSizeAsync(Chromium.Narrow, 900);
        wrong.AddRange(await Accessible.TooWideAsync(person));
        Assert.True(wrong.Count == 0, what + ": " + string.Join('\n', wrong));
    }
}
