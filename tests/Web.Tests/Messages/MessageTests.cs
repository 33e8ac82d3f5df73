using System.Net;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Messages;
using Flette.Kit;
using Flette.Web.Delivery;
using Flette.Web.Tests.Codes;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Messages;

/// <summary>Messages between a family and its coordinator: who reads them, and that none is left lying.</summary>
public sealed class MessageTests
{
    private const string Question = "Kan du ringe meg på torsdag?";

    [Fact]
    public async Task Each_message_from_the_family_ends_answered_heard_or_as_a_thread()
    {
        await using var phones = await Phones.StartAsync();
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        using var desk = await phones.CoordinatorAsync();
        var page = await mother.OpenAsync("/min-familie/meldinger");
        Assert.True(page.Says("svarer innen to arbeidsdager"), page.Text);
        Assert.True(page.Says("113") && page.Says("116 117") && page.Says("116 111"), page.Text);
        foreach (var text in new[] { Question, "Takk for sist", "Vi trenger en ny stol" })
        {
            page = await page.PostedForms()
                .Single(f => f.Labels.Contains("Meldingen din"))
                .Fill("Meldingen din", text)
                .PressAsync();
            Assert.True(page.Says("Meldingen er sendt"), page.Text);
            phones.App.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var today = await desk.OpenAsync("/i-dag");
        Assert.True(today.Says("Meldinger som venter på deg") && today.Says(Question), today.Text);

        var path = $"/f/{phones.Family.Id}/meldinger?med={phones.Mother}";
        // The newest stands first: the chair becomes a thread, the thanks are only heard, the question is answered.
        var with = await desk.OpenAsync(path);
        with = await with.PostedForms()
            .First(f => f.Labels.Contains("Hva skal gjøres?"))
            .Fill("Hva skal gjøres?", "Søke om ny stol")
            .PressAsync();
        Assert.True(with.Says("Ble en tråd"), with.Text);
        with = await with.PostedForms().First(f => Sends(f, "handler=Heard")).PressAsync();
        Assert.True(with.Says("Bare hørt."), with.Text);
        with = await with.PostedForms()
            .First(f => f.Labels.Contains("Melding"))
            .Fill("Melding", "Jeg ringer klokka ti.")
            .PressAsync();
        Assert.True(with.Says("Besvart.") && with.Says("Beskjeden til Siri går om 30 sekunder"), with.Text);
        Assert.False((await desk.OpenAsync("/i-dag")).Says("Meldinger som venter på deg"));

        page = await mother.OpenAsync("/min-familie/meldinger");
        Assert.True(page.Says("Kari har lest det") && page.Says("Kari følger det opp videre"), page.Text);
        Assert.True(page.Says("Jeg ringer klokka ti.") && page.Says("Besvart"), page.Text);
        Assert.True((await desk.OpenAsync($"/f/{phones.Family.Id}/trader")).Says("Søke om ny stol"));
    }

    [Fact]
    public async Task What_was_just_sent_can_be_taken_back_and_what_it_answered_waits_again()
    {
        await using var phones = await Phones.StartAsync();
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        using var desk = await phones.CoordinatorAsync();
        await (await mother.OpenAsync("/min-familie/meldinger"))
            .PostedForms()
            .Single(f => f.Labels.Contains("Meldingen din"))
            .Fill("Meldingen din", Question)
            .PressAsync();
        var with = await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={phones.Mother}");
        with = await with.PostedForms().First(f => f.Labels.Contains("Melding")).Fill("Melding", "Ja").PressAsync();
        var undo = with.PostedForms().First(f => Sends(f, "handler=Undo"));
        with = await undo.PressAsync();
        Assert.True(with.Says("Bare hørt"), with.Text);
        Assert.DoesNotContain("Besvart", with.Text, StringComparison.Ordinal);
        await phones.App.LaterAsync(Outbox.UndoWindow);
        Assert.Empty(phones.App.Post.Sms);
        Assert.False((await mother.OpenAsync("/min-familie/meldinger")).Says("Ja\n"));

        with = await with.PostedForms()
            .First(f => f.Labels.Contains("Melding"))
            .Fill("Melding", "Ja, klokka to")
            .PressAsync();
        var late = with.PostedForms().First(f => Sends(f, "handler=Undo"));
        await phones.App.LaterAsync(Outbox.UndoWindow);
        Assert.True((await late.PressAsync()).Says("Beskjeden er gått"));
        Assert.Single(phones.App.Post.Sms);
    }

    [Fact]
    public async Task Nobody_but_the_two_reads_them_not_the_other_parent_not_a_named_deputy_not_the_unit()
    {
        await using var phones = await Phones.StartAsync();
        var home = await phones.Family.HouseholdAsync();
        var father = await phones.Family.MemberAsync("Tor Fugleson", FamilyRelation.Father, 41, home);
        await phones.Family.PositionAsync(phones.Child, GuardianshipKind.ParentalResponsibility, father);
        using var child = await phones.App.MemberAsync(phones.Here, phones.Child);
        await (await child.OpenAsync("/min-familie/meldinger"))
            .PostedForms()
            .Single(f => f.Labels.Contains("Meldingen din"))
            .Fill("Meldingen din", "Det er slitsomt hjemme")
            .PressAsync();
        foreach (var other in new[] { phones.Mother, father })
        {
            using var parent = await phones.App.MemberAsync(phones.Here, other);
            foreach (var path in new[] { "/min-familie/meldinger", "/min-familie" })
            {
                var page = await parent.OpenAsync(path);
                Assert.False(page.Says("slitsomt") || page.Says("Siste melding"), page.Text);
            }
        }
        using var unit = await phones.App.StaffAsync(phones.Here, phones.Family.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetAsync($"/f/{phones.Family.Id}/meldinger")).Status);
        using var desk = await phones.CoordinatorAsync();
        Assert.True((await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={phones.Child}")).Says("slitsomt"));
        // Somebody who is not in the family is nobody to write with.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await desk.GetAsync($"/f/{phones.Family.Id}/meldinger?med={Guid.NewGuid()}")).Status
        );
    }

    [Fact]
    public async Task What_was_said_on_the_telephone_is_written_down_and_marked_so()
    {
        await using var phones = await Phones.StartAsync();
        using var desk = await phones.CoordinatorAsync();
        var with = await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={phones.Mother}");
        with = await with.Form("Skriv ned at Siri sa det").Fill("Melding", "Hun vil flytte møtet").PressAsync();
        Assert.True(with.Says("skrevet ned av Kari Koordinator"), with.Text);
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        Assert.True((await mother.OpenAsync("/min-familie/meldinger")).Says("Sagt til Kari Koordinator"));
        await phones.App.LaterAsync(Outbox.UndoWindow);
        Assert.Empty(phones.App.Post.Sms);
    }

    [Fact]
    public async Task A_message_goes_before_there_is_a_plan_and_bad_input_loses_nothing()
    {
        await using var phones = await Phones.StartAsync(withPlan: false);
        Assert.Contains(
            "Du har fått en melding",
            (await phones.WriteAsync("Velkommen")).Text,
            StringComparison.Ordinal
        );
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        var page = await mother.OpenAsync("/min-familie/meldinger");
        page = await page.Form("Send meldingen").PressAsync();
        Assert.Contains("Skriv noe først.", page.Errors);
        var letter = new string('å', MessageRules.Longest + 1);
        page = await page.Form("Send meldingen").Set("Text", letter).PressAsync();
        Assert.True(page.Says("Meldingen er for lang"), page.Text);
        Assert.Equal(letter, page.Form("Send meldingen").Value("Meldingen din"));
    }

    [Fact]
    public async Task She_says_herself_how_soon_she_answers()
    {
        await using var phones = await Phones.StartAsync();
        using var desk = await phones.CoordinatorAsync();
        var path = $"/f/{phones.Family.Id}/meldinger?med={phones.Mother}";
        var page = await desk.OpenAsync(path);
        foreach (var wrong in new[] { "0", "11", "snart", "-1", "1.5", "" })
        {
            page = await Within(page).Fill("Arbeidsdager", wrong).PressAsync();
            Assert.True(page.Says("Skriv et tall fra 1 til 10"), wrong);
        }
        await Within(page).Fill("Arbeidsdager", "1").PressAsync();
        using var mother = await phones.App.MemberAsync(phones.Here, phones.Mother);
        Assert.True((await mother.OpenAsync("/min-familie/meldinger")).Says("Kari svarer innen neste arbeidsdag"));

        static Form Within(Page page) => page.PostedForms().Single(f => f.Labels.Contains("Arbeidsdager"));
    }

    [Fact]
    public async Task A_code_reaches_messages_and_the_log_and_nothing_of_the_rest()
    {
        await using var phones = await Phones.StartAsync();
        using var phone = await phones.App.SignedInAsync(
            phones.Here,
            AskerKind.Member,
            phones.Mother,
            Level.LinkWithCode
        );
        foreach (var open in new[] { "/min-familie/meldinger", "/min-familie/hvem-har-sett", "/innlogginger", "/ut" })
        {
            var page = await phone.OpenAsync(open);
            Assert.DoesNotContain("/min-familie/plan\"", page.Html, StringComparison.Ordinal);
        }
        foreach (
            var shut in new[]
            {
                "/min-familie",
                "/min-familie/plan",
                "/min-familie/trader",
                "/min-familie/si",
                "/min-familie/framover",
            }
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync(shut)).Status);
        }
    }

    private static bool Sends(Form form, string to) =>
        form.Request().RequestUri!.ToString().Contains(to, StringComparison.Ordinal);
}
