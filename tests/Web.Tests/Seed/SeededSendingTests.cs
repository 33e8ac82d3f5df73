using Flette.Demo;
using Flette.Demo.Mailbox;
using Flette.Demo.Seed;
using Flette.Kit;

namespace Flette.Web.Tests.Seed;

/// <summary>The demo begins with agreements that were sent, answers that came, and mail with links that work.</summary>
public sealed class SeededSendingTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Ivar = "ivar.sletten@example.no";

    [Fact]
    public async Task A_coordinators_day_has_answers_and_what_she_waits_for()
    {
        using var solveig = await app.StaffAsync(app.Fjellvik, Persona("Solveig Rustad"));
        var today = await solveig.OpenAsync("/i-dag");
        Assert.Equal(
            ["Gjort", "I gang", "Trenger hjelp"],
            today
                .Document.QuerySelectorAll("[aria-labelledby=h-answers] li")
                .Select(li => PageWords.Text(li.FirstElementChild))
                .Order(StringComparer.Ordinal)
        );
        foreach (
            var words in new[]
            {
                "«Jeg når ikke hjelpemiddelsentralen. Kan du ringe dem?»",
                "«Rommet er klart, og Oda bruker det hver dag.»",
                "Foreslår ny frist",
                "Venter på",
                "Ingen svar etter påminnelsene",
                "sender romplanen for 8. trinn",
            }
        )
        {
            Assert.True(today.Says(words), $"{words}: {today.Text}");
        }
        // They are answers like any other: by the link, and to be dealt with by one press.
        var agreed = await today.Form("Ja til ny frist for Kari Bjerke, PPT Fjellvik").PressAsync();
        Assert.False(agreed.Says("Foreslår ny frist"), agreed.Text);
        Assert.Equal(
            3,
            (await app.App.LogAsync(app.Fjellvik, DemoIds.Of("nordli", "family"))).Count(l =>
                l == "answer-agreement ok"
            )
        );
    }

    [Fact]
    public async Task The_mailbox_has_a_mail_for_each_and_its_link_is_answered()
    {
        // A demo of its own: what is answered here stands in the coordinator's day.
        await using var own = await FletteApp.StartAsync(Filling.Demo);
        // Other mail of the demo, as invitations, comes between.
        var waited = new HashSet<string>(StringComparer.Ordinal)
        {
            "berit.lauritsen@example.no",
            Ivar,
            "kari.bjerke@example.no",
            "tor.hegge@example.no",
            "vibeke.strand@example.no",
        };
        while (waited.Count > 0)
        {
            var mail = await own.Post.NextAsync();
            if (mail.Subject.StartsWith("Avtale", StringComparison.Ordinal))
            {
                waited.Remove(mail.To);
            }
        }
        using var visitor = own.Visit(own.Fjellvik);
        var mailbox = await visitor.OpenAsync(DemoMailbox.Path);
        var link = mailbox
            .Document.QuerySelectorAll("details")
            .Single(d => d.TextContent.Contains(Ivar, StringComparison.Ordinal))
            .QuerySelector("a")!;
        var card = await visitor.OpenAsync(link.GetAttribute("href")!);
        // One he has answered, and one he has not.
        Assert.True(card.Says("Trenger hjelp") && card.Says("Hei, Ivar"), card.Text);
        var forms = card.PostedForms().Where(f => f.Hidden("Agreement") is not null).ToList();
        Assert.Equal(2, forms.Count);
        var thanks = await forms[1].Set("answer", "done").PressAsync();
        Assert.Equal("Takk, Ivar. Svaret er lagret.", thanks.Heading);
    }

    [Fact]
    public async Task Nothing_is_sent_in_a_family_without_a_yes()
    {
        Assert.Equal(
            ["nordli"],
            (await app.App.RowsAsync<Guid>(app.Fjellvik, "select distinct family from link")).Select(f =>
                CaseFile.All().Single(c => DemoIds.Of(c.Id, "family") == f).Id
            )
        );
    }

    private static Guid Persona(string name) => Personas.All.Single(p => p.Name == name).Id;
}
