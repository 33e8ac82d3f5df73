using System.Net;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests.Codes;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.WhoHasSeen;

/// <summary>«Hvem har sett»: told to those it is about, and to nobody else.</summary>
public sealed class SeenTests
{
    private const string Path = "/min-familie/hvem-har-sett";

    [Fact]
    public async Task A_mother_sees_who_opened_what_and_that_a_link_was_opened()
    {
        await using var phones = await Phones.StartAsync();
        var teacher = await phones.Family.ReachableAsync("Tore Lærer", "tore@example.no", phones.Child);
        var agreement = await phones.Family.AgreementAsync("Låne ut lydbok", [phones.Child], teacher);
        var link = await phones.Family.LinkAsync(teacher, "Tore", (agreement, "Avtale"));
        using var desk = await phones.CoordinatorAsync();
        await desk.OpenAsync($"/f/{phones.Family.Id}");
        await desk.OpenAsync($"/f/{phones.Family.Id}/plan");
        await phones.App.LinkAsync(phones.Here, link);
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        var page = await mother.OpenAsync(Path);
        Assert.True(page.Says("Kari Koordinator, koordinator, åpnet siden om familien"), page.Text);
        Assert.True(page.Says("Kari Koordinator, koordinator, leste planen"), page.Text);
        Assert.True(page.Says("Tore Lærer, Skolen fikk lenken sin åpnet"), page.Text);
        Assert.True(page.Says("pasientjournalforskriften § 14"), page.Text);
    }

    [Fact]
    public async Task What_is_about_another_alone_is_told_to_nobody_else()
    {
        await using var phones = await Phones.StartAsync();
        var father = await phones.Family.MemberAsync("Tor Fugleson", FamilyRelation.Father, 41);
        var clinic = await phones.Family.ParticipantAsync("Kim Kliniker", Topic.Health, isPrivate: true, father);
        var secret = await phones.Family.AgreementAsync("Time på klinikken", [father], clinic);
        var link = await phones.Family.LinkAsync(clinic, "Kim", (secret, "Avtale"));
        using var desk = await phones.CoordinatorAsync();
        await desk.OpenAsync($"/f/{phones.Family.Id}/avtale/{secret}");
        await desk.OpenAsync($"/f/{phones.Family.Id}/medlem/{father}");
        await phones.App.LinkAsync(phones.Here, link);
        using var him = await phones.App.MemberAsync(phones.Here, father);
        await him.OpenAsync("/min-familie");
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        var page = await mother.OpenAsync(Path);
        Assert.False(page.Says("Kim") || page.Says("Tor") || page.Says("lenken sin"), page.Text);
        Assert.True(page.Says("Ingen har åpnet noe du kan se"), page.Text);
        var his = await him.OpenAsync(Path);
        Assert.True(his.Says("Kim Kliniker") && his.Says("Du åpnet siden om familien"), his.Text);
    }

    [Fact]
    public async Task It_is_told_a_month_at_a_time_from_when_the_family_was_registered()
    {
        await using var phones = await Phones.StartAsync();
        using var desk = await phones.CoordinatorAsync();
        await desk.OpenAsync($"/f/{phones.Family.Id}/plan");
        phones.App.Clock.Advance(TimeSpan.FromDays(40));
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        var page = await mother.OpenAsync(Path);
        Assert.False(page.Says("leste planen"), page.Text);
        var earlier = page
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent.StartsWith("Se ", StringComparison.Ordinal));
        Assert.True((await mother.OpenAsync(earlier.GetAttribute("href")!)).Says("leste planen"));
        foreach (var wrong in new[] { "1999-01", "2099-01", "2026", "x", "2026-13", "2026-1'--" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await mother.GetAsync($"{Path}?maned={Uri.EscapeDataString(wrong)}")).Status
            );
        }
    }

    [Fact]
    public async Task The_same_read_again_is_one_line_and_no_number_is_told()
    {
        await using var phones = await Phones.StartAsync();
        using var desk = await phones.CoordinatorAsync();
        for (var i = 0; i < 4; i++)
        {
            await desk.OpenAsync($"/f/{phones.Family.Id}/plan");
            phones.App.Clock.Advance(TimeSpan.FromMinutes(12));
        }
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        var page = await mother.OpenAsync(Path);
        Assert.Equal(2, page.Text.Split("leste planen").Length);
    }
}
