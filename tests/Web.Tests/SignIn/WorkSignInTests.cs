using System.Net;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Features.Team;
using Flette.Web.Vault;

namespace Flette.Web.Tests.SignIn;

/// <summary>Somebody who works elsewhere reads in full what she was sent, by her own employer's sign-in, and nothing else.</summary>
public sealed class WorkSignInTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private const string Secret = "Kartlegge søvn og medisin";

    [Fact]
    public async Task She_reads_the_whole_agreement_without_pressing_anything_when_she_is_signed_in_at_work()
    {
        var link = await LinkAsync("mona.overlege@sykehus.example.no");
        using var browser = world.Visit();
        var card = await OpenAsync(browser, link);
        Assert.False(card.Says(Secret));
        var choose = await card.FollowAsync("Les hele avtalen");
        var full = await choose.Form("Mona").PressAsync();
        Assert.Equal($"/l/{link}/hele", full.Path);
        Assert.True(full.Says(Secret) && full.Says("Gjelder Nora"), full.Text);
        // At work she is signed in still: another link opens without a word.
        var next = await LinkAsync("mona.overlege@sykehus.example.no");
        Assert.Equal($"/l/{next}/hele", (await (await OpenAsync(browser, next)).FollowAsync("Les hele avtalen")).Path);
        // It opened that link and nothing else.
        foreach (var shut in new[] { "/min-familie", "/i-dag", "/enhet" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(shut)).Status);
        }
        using var mother = await world.App.MemberAsync(world.Fjellvik, world.Silje);
        var seen = await mother.OpenAsync("/min-familie/hvem-har-sett");
        Assert.True(seen.Says("leste hele avtalen sin"), seen.Text);
    }

    [Theory]
    [InlineData("Kollega", HttpStatusCode.OK)]
    [InlineData("Utenfra", HttpStatusCode.Forbidden)]
    [InlineData("Ett ledd", HttpStatusCode.Forbidden)]
    public async Task Nobody_elses_sign_in_opens_it(string who, HttpStatusCode status)
    {
        var link = await LinkAsync("mona.overlege@sykehus.example.no");
        using var browser = world.Visit();
        var choose = await (await OpenAsync(browser, link)).FollowAsync("Les hele avtalen");
        var answer = await choose.Form(who).PressAsync(status);
        Assert.False(answer.Says(Secret), answer.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync($"/l/{link}/hele")).Status);
        // She may still answer as before.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/l/{link}")).Status);
    }

    [Fact]
    public async Task A_ticket_is_good_once_and_for_the_address_it_names()
    {
        var link = await LinkAsync("mona.overlege@sykehus.example.no");
        var other = await LinkAsync("kollega@sykehus.example.no");
        using var browser = world.Visit();
        await (await (await OpenAsync(browser, link)).FollowAsync("Les hele avtalen")).Form("Mona").PressAsync();
        await OpenAsync(browser, other);
        // Without coming from the issuer again there is no ticket, and another's is not hers.
        var back = await browser.GetAsync($"/l/{other}/jobb");
        Assert.Contains("/kode?annen=true", back.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync($"/l/{other}/hele")).Status);
    }

    [Fact]
    public async Task One_without_an_employer_here_reads_it_by_a_code()
    {
        var link = await LinkAsync("fastlegen@legekontor.example.no", "99 99 90 42");
        using var browser = world.Visit();
        var page = await (await OpenAsync(browser, link)).FollowAsync("Les hele avtalen");
        Assert.Equal($"/l/{link}/kode", page.Path);
        Assert.True(page.Says("Send meg koden") && !page.Says(Secret), page.Text);
    }

    [Fact]
    public async Task Partners_are_let_in_nowhere_else()
    {
        using var browser = world.Visit();
        var start = await browser.OpenAsync("/inn");
        Assert.False(start.Says("sykehuset"));
        var choose = await browser.OpenAsync("/inn/sykehus");
        var refused = await choose.Form("Mona").PressAsync(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/i-dag")).Status);
        Assert.False(refused.Says("Hauge"));
    }

    private async Task<Page> OpenAsync(Browserless browser, Guid link) =>
        await browser.OpenAsync("/l/" + LinkTokens.Of(world.Fjellvik.Master, link));

    private async Task<Guid> LinkAsync(string mail, string? phone = null)
    {
        var family = world.Family;
        var nora = await family.MemberAsync("Nora Hauge", FamilyRelation.Child, 8);
        await family.PositionAsync(nora, GuardianshipKind.ParentalResponsibility, world.Silje);
        await family.SayYesAsync(nora, world.Silje);
        var doctor = await family.MakeAsync(
            Act.ChangeParticipant,
            write =>
                Participants.AddAsync(
                    write,
                    new ParticipantDetails(
                        "Mona Overlege",
                        "overlege",
                        "Sykehuset",
                        new Reach([], Phone: phone, Email: mail)
                    ),
                    Topic.Health,
                    [nora]
                )
        );
        var agreement = await family.AgreementAsync(Secret, [nora], doctor);
        return await family.LinkAsync(doctor, "Mona", (agreement, "Avtale fra møtet"));
    }
}
