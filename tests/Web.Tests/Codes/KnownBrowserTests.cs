using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Tests.Delivery;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Codes;

/// <summary>A browser that is remembered after a code: for thirty days, for one person, until she or her number says otherwise.</summary>
public sealed class KnownBrowserTests
{
    [Fact]
    public async Task It_needs_no_code_for_thirty_days_and_then_it_does()
    {
        await using var phones = await Phones.StartAsync();
        using var phone = await InAsync(phones);
        Assert.Equal("/min-familie/meldinger", (await OpenAsync(phones, phone)).Path);
        phones.App.Clock.Advance(KnownBrowsers.Life - TimeSpan.FromHours(1));
        Assert.Equal("/min-familie/meldinger", (await OpenAsync(phones, phone)).Path);
        phones.App.Clock.Advance(TimeSpan.FromHours(2));
        Assert.EndsWith("/kode", (await OpenAsync(phones, phone)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_nothing_without_a_link_and_knows_nobody_else()
    {
        await using var phones = await Phones.StartAsync();
        using var phone = await InAsync(phones);
        phone.DropCookie(Sessions.Cookie(phones.Here));
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await phone.GetAsync("/min-familie/meldinger")).Status);
        var father = await phones.Family.ReachedAsync(
            "Tor Fugleson",
            Core.Families.FamilyRelation.Father,
            41,
            Phones.Sms("99 99 90 03")
        );
        var sms = await phones.WriteAsync("Til far", father);
        Assert.EndsWith("/kode", (await phone.OpenAsync(Phones.PathIn(sms))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_forgotten_when_she_says_so_and_when_her_number_is_another()
    {
        await using var phones = await Phones.StartAsync();
        using var phone = await InAsync(phones);
        var sessions = await phone.OpenAsync("/innlogginger");
        Assert.True(sessions.Says("Huskes til"), sessions.Text);
        await sessions.Form("Glem denne: En nettleser, i dag 10.00").PressAsync();
        phone.DropCookie(Sessions.Cookie(phones.Here));
        Assert.EndsWith("/kode", (await OpenAsync(phones, phone)).Path, StringComparison.Ordinal);

        using var again = await InAsync(phones);
        again.DropCookie(Sessions.Cookie(phones.Here));
        using var desk = await phones.CoordinatorAsync();
        var edit = await desk.OpenAsync($"/f/{phones.Family.Id}/medlem/{phones.Mother}");
        await edit.Form("Lagre").Fill("Telefon", "99 99 90 77").PressAsync();
        Assert.EndsWith("/kode", (await OpenAsync(phones, again)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_forgets_it_and_ends_what_was_open_elsewhere()
    {
        await using var phones = await Phones.StartAsync();
        using var phone = await InAsync(phones);
        using var elsewhere = await phones.App.SignedInAsync(phones.Here, AskerKind.Member, phones.Mother);
        var outPage = await phone.OpenAsync("/ut");
        await outPage.Form("Logg ut overalt").PressAsync();
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await elsewhere.GetAsync("/min-familie")).Status);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await phone.GetAsync("/min-familie/meldinger")).Status);
        Assert.EndsWith("/kode", (await OpenAsync(phones, phone)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_part_reads_in_full_by_a_code_and_comes_to_where_one_answers_the_next_time()
    {
        await using var phones = await Phones.StartAsync();
        var teacher = await phones.Family.ReachableAsync("Tore Lærer", "tore@example.no", phones.Child);
        var agreement = await phones.Family.AgreementAsync("Låne ut lydbok", [phones.Child], teacher);
        using var browser = phones.App.Visit(phones.Here);
        var first = await LinkAsync();
        var page = await (await browser.OpenAsync(Path(first))).FollowAsync("Les hele avtalen");
        Assert.Equal($"/l/{first}/kode", page.Path);
        var (asked, code) = await phones.AskAsync(page);
        var full = await asked
            .Form("Les og svar")
            .Fill("Koden", code)
            .Tick("Husk meg her i 30 dager Bare på din egen telefon")
            .PressAsync();
        Assert.Equal($"/l/{first}/hele", full.Path);
        Assert.True(full.Says("Låne ut lydbok"), full.Text);

        var second = await LinkAsync();
        Assert.Equal($"/l/{second}", (await browser.OpenAsync(Path(second))).Path);
        Assert.True((await browser.OpenAsync($"/l/{second}/hele")).Says("Låne ut lydbok"));
        using var other = phones.App.Visit(phones.Here);
        await other.OpenAsync(Path(second));
        Assert.Equal($"/l/{second}/kode", (await other.OpenAsync($"/l/{second}/hele")).Path);

        Task<Guid> LinkAsync() => phones.Family.LinkAsync(teacher, "Tore", (agreement, "Avtale"));
        string Path(Guid link) => "/l/" + LinkTokens.Of(phones.Here.Master, link);
    }

    private static async Task<Browserless> InAsync(Phones phones)
    {
        var phone = phones.App.Visit(phones.Here);
        var (page, code) = await phones.AskAsync(await OpenAsync(phones, phone));
        var messages = await page.Form("Les og svar")
            .Fill("Koden", code)
            .Tick("Husk meg her i 30 dager Bare på din egen telefon")
            .PressAsync();
        Assert.Equal("/min-familie/meldinger", messages.Path);
        return phone;
    }

    private static async Task<Page> OpenAsync(Phones phones, Browserless phone) =>
        await phone.OpenAsync(Phones.PathIn(await phones.WriteAsync("Hei")));
}
