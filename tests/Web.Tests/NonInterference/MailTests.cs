using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.NonInterference;

/// <summary>
/// A mail and the link in it are the same, to the byte, for a family with and without all that its reader may not know. The two
/// families are alike, so what belongs to one mail alone is masked.
/// </summary>
public sealed partial class MailTests
{
    /// <summary>What may differ between two mails that shall be the same, and why.</summary>
    private static readonly (Regex What, string Why)[] MayDiffer =
    [
        (Token(), "the link's own token"),
        (MessageId(), "the mail's own number"),
        (Date(), "when it left"),
        (Boundary(), "made by the mail client"),
    ];

    [Fact]
    public async Task A_mail_and_its_link_tell_nothing_of_what_is_hidden_from_its_reader()
    {
        await using var app = await Mailing.StartAsync();
        var (mail, card) = await SentAsync(app, hidden: false);
        var (withMore, cardWithMore) = await SentAsync(app, hidden: true);
        Assert.True(mail == withMore, $"{mail}\n---\n{withMore}");
        Assert.True(card == cardWithMore, $"{card}\n---\n{cardWithMore}");
        Assert.Contains("én avtale", mail, StringComparison.Ordinal);

        // It is caught where one would look: in the subject, the body, the count, and on the page.
        Assert.NotEqual(mail, Masked(mail.Replace("Subject: ", "Subject: Oda ", StringComparison.Ordinal)));
        Assert.NotEqual(mail, Masked(mail.Replace("én avtale", "2 avtaler", StringComparison.Ordinal)));
        Assert.NotEqual(mail, Masked(mail + "Se også: sover hos far\r\n"));
    }

    /// <summary>More than it should hold is in the mail when more is the reader's own: the comparison sees it.</summary>
    [Fact]
    public async Task What_is_the_readers_own_shows()
    {
        await using var app = await Mailing.StartAsync();
        var (mail, card) = await SentAsync(app, hidden: false);
        var (withMore, cardWithMore) = await SentAsync(app, hidden: false, own: true);
        Assert.NotEqual(mail, withMore);
        Assert.NotEqual(card, cardWithMore);
        Assert.Contains("2 avtaler", withMore, StringComparison.Ordinal);
    }

    private static async Task<(string Mail, string Card)> SentAsync(FletteApp app, bool hidden, bool own = false)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        if (hidden)
        {
            await HideAsync(world);
        }
        if (own)
        {
            await world.Family.AgreementAsync("sender timeplanen", [world.Plan.Oda], world.Tor);
        }
        using var coordinator = await world.Plan.BrowserAsync();
        await (await coordinator.OpenAsync(world.Send)).Form("Send").PressAsync();
        await app.LaterAsync(TimeSpan.FromSeconds(31));
        var mail = await app.Post.NextAsync();
        Assert.Equal("tor.berge@example.no", mail.To);
        using var visitor = app.Visit(app.Fjellvik);
        var page = await visitor.OpenAsync(Token().Match(mail.Text).Value);
        return (Masked(Whole(mail)), Masked(Ids().Replace(Masks.Apply("/l/{link:guid}", page.Html), "…")));
    }

    /// <summary>Everything Tor may not know of: of the child, of the adults, in the notes, and on its way to others.</summary>
    private static async Task HideAsync(LinkWorld world)
    {
        var (family, plan) = (world.Family, world.Plan);
        await family.ParticipantAsync("Bente Barnevern", Topic.ChildWelfare, false, plan.Oda);
        await family.ParticipantAsync("Per Psykolog", Topic.MentalHealth, true, plan.Linn);
        await family.AgreementAsync("ringer Linn", [plan.Linn], world.Siv);
        await family.AgreementAsync("ingen har denne", [plan.Oda]);
        await family.AgreementAsync("sover hos far", [plan.Oda], plan.Rune);
        await family.ContactAsync("Rune", "Han har søkt om skilsmisse.", plan.Rune);
        await family.MatterAsync("Får være i fred", plan.Oda);
        await family.NeedAsync("Noen å ringe", plan.Linn, Sharing.Private);
        var goal = await family.GoalAsync("Sove hele natten", plan.Oda);
        await family.MeasureAsync("BUP", goal, new PlanPerson(family.Coordinator, "Kari Koordinator"));
        await family.MemberAsync("Bestemor Nordli", Core.Families.FamilyRelation.Grandparent, 70);
    }

    private static string Whole(ReceivedMail mail) =>
        string.Join("\n", mail.Headers.Select(h => $"{h.Key}: {h.Value}")) + "\n\n" + mail.Text;

    private static string Masked(string mail) =>
        MayDiffer.Aggregate(mail, (text, mask) => mask.What.Replace(text, "…"));

    [GeneratedRegex("/l/[A-Za-z0-9_-]{40,}")]
    private static partial Regex Token();

    [GeneratedRegex("(?m)^Message-ID: .*$")]
    private static partial Regex MessageId();

    [GeneratedRegex("(?m)^Date: .*$")]
    private static partial Regex Date();

    [GeneratedRegex("boundary=\\S+")]
    private static partial Regex Boundary();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
