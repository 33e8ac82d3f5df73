using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Delivery;

namespace Flette.Web.Tests.Delivery;

/// <summary>The demo's mailbox, and its page.</summary>
public sealed class MailboxTests
{
    [Fact]
    public async Task Mail_stands_in_the_mailbox_of_its_municipality_with_the_link_to_click_on()
    {
        await using var app = await Mailing.StartAsync();
        using var visitor = app.Visit(app.Fjellvik);
        var empty = await visitor.OpenAsync(DemoMailbox.Path);
        Assert.Equal("Postkassen i demoen", empty.Heading);
        Assert.True(empty.Says("Det er ikke kommet noe ennå"), empty.Text);
        Assert.True((await visitor.OpenAsync("/demo")).Says("postkassen"));
        var family = await app.FamilyAsync();
        await family.PostAsync(Mailing.Mail with { Subject = "<b>Den første</b>" });
        await family.PostAsync(Mailing.Mail with { Subject = "Den andre" });
        await app.LaterAsync(Outbox.UndoWindow);
        var page = await visitor.OpenAsync(DemoMailbox.Path);
        Assert.Equal(
            ["Den andre", "<b>Den første</b>"],
            page.Document.QuerySelectorAll("summary span:first-child").Select(s => s.ChildNodes[0].TextContent.Trim())
        );
        Assert.True(page.Says(Mailing.Address), page.Text);
        var link = page.Document.QuerySelector("details a")!;
        Assert.Equal(new Uri(link.TextContent).AbsolutePath, link.GetAttribute("href"));
        Assert.StartsWith($"http://localhost:{app.Port}/l/", link.TextContent, StringComparison.Ordinal);
        using var elsewhere = app.Visit(app.Sundhavn);
        Assert.True((await elsewhere.OpenAsync(DemoMailbox.Path)).Says("Det er ikke kommet noe ennå"));
    }

    [Fact]
    public async Task The_oldest_makes_room_and_what_cannot_be_read_is_refused()
    {
        var mailbox = new DemoMailbox(new TestClock(TestClock.Usual));
        for (var i = 0; i < 600; i++)
        {
            await mailbox.TakeAsync(new Envelope("a@example.no", ["b@example.no"], $"Subject: {i}\r\n\r\nHei\r\n"));
        }
        var mails = mailbox.From("a@example.no");
        Assert.Equal(500, mails.Count);
        Assert.Equal("599", mails[0].Subject);
        var wrong = new Envelope("a@example.no", ["b@example.no"], "Content-Transfer-Encoding: base64\r\n\r\n!\r\n");
        Assert.StartsWith("554", await mailbox.TakeAsync(wrong), StringComparison.Ordinal);
    }
}
