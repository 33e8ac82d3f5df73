namespace Flette.Web.Tests.Invitations;

/// <summary>«Godta» in a calendar, by SMTP into a mailbox that is read through a real IMAP server.</summary>
public sealed class ImapTests
{
    [Fact]
    public async Task An_answer_is_read_once_and_what_does_not_count_is_kept_apart()
    {
        await using var world = await CalendarWorld.MakeAsync(imap: true);
        await world.MailAsync(world.Answer(world.Invitation, "DECLINED"));
        await world.MailAsync(
            world.Answer(world.Invitation, attendee: "en.annen@example.no"),
            from: "en.annen@example.no"
        );
        await world.DropAsync("From: noen@example.no\r\nSubject: Hei\r\n\r\nIkke et svar.\r\n");
        await world.SweepAsync();
        Assert.Equal(["declined 1 link"], await world.World.RepliesAsync());
        Assert.Empty(world.In("new"));
        Assert.Equal(["FS", "FS", "S"], world.In("cur"));
        await world.SweepAsync();
        Assert.Equal(["declined 1 link"], await world.World.RepliesAsync());
    }

    [Fact]
    public async Task A_server_that_is_down_holds_nothing_up_and_what_came_meanwhile_is_read_when_it_is_back()
    {
        await using var world = await CalendarWorld.MakeAsync(imap: true);
        await world.Imap!.StopAsync();
        await world.MailAsync(world.Answer(world.Invitation));
        await world.SweepAsync();
        Assert.Empty(await world.World.RepliesAsync());
        Assert.Single(world.In("new"));
        await world.Imap.StartAgainAsync();
        await world.SweepAsync();
        Assert.Equal(["coming 1 link"], await world.World.RepliesAsync());
    }
}
