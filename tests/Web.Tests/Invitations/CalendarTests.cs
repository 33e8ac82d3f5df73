using System.Text;
using Flette.Kit;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Invitations;

/// <summary>«Godta» in a calendar: by SMTP into a maildir, and from there to the coordinator's page.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("ACCEPTED", "coming", "kommer fra kalenderen")]
    [InlineData("DECLINED", "declined", "kan ikke fra kalenderen")]
    [InlineData("TENTATIVE", "tentative", "kanskje fra kalenderen")]
    [InlineData("DELEGATED", "delegated", "har gitt den videre i kalenderen")]
    public async Task An_answer_counts_as_pressing_the_link(string partstat, string state, string words)
    {
        await using var world = await CalendarWorld.MakeAsync();
        Assert.Equal("TRUE", Rsvp(world.Invitation.Calendar!));
        Assert.Equal("mailto:" + CalendarWorld.Inbox, world.Invitation.CalendarLine("ORGANIZER"));
        Assert.Contains("svare fra kalenderen", world.Invitation.Text, StringComparison.Ordinal);
        await world.MailAsync(world.Answer(world.Invitation, partstat));
        await world.SweepAsync();
        Assert.Equal([state + " 1 link"], await world.World.RepliesAsync());
        Assert.Empty(world.In("new"));
        Assert.Equal(["S"], world.In("cur"));
        var page = await world.World.DeskAsync();
        Assert.True(page.Says(words), page.Text);
    }

    [Fact]
    public async Task The_latest_answer_wins_however_they_come_and_one_read_twice_has_one_effect()
    {
        await using var world = await CalendarWorld.MakeAsync();
        var first = world.Answer(world.Invitation, seconds: -60);
        await world.MailAsync(world.Answer(world.Invitation, "DECLINED"));
        await world.MailAsync(first);
        await world.SweepAsync();
        Assert.Equal(["declined 1 link"], await world.World.RepliesAsync());
        await world.MailAsync(world.Answer(world.Invitation, "DECLINED"));
        await world.SweepAsync();
        Assert.Equal(["declined 1 link"], await world.World.RepliesAsync());
        Assert.Equal(["older-answer", "older-answer"], world.Codes());
        Assert.Equal(["FS", "FS", "S"], world.In("cur"));
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("latin1")]
    [InlineData("nested")]
    [InlineData("attached")]
    public async Task However_the_mail_is_put_together_the_answer_is_read(string how)
    {
        await using var world = await CalendarWorld.MakeAsync();
        var answer = world.Answer(world.Invitation).Replace("Somebody", "Blåbær", StringComparison.Ordinal);
        switch (how)
        {
            case "latin1":
                await world.MailAsync(answer, charset: Encoding.Latin1);
                break;
            case "base64":
                await world.DropAsync(
                    Source(
                        $"Content-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(answer)}"
                    )
                );
                break;
            case "attached":
                await world.DropAsync(
                    Source(
                        $"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/html\r\n\r\n<b>Ja</b>\r\n--a\r\nContent-Type: application/ics; name=\"svar.ics\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(answer)}\r\n--a--\r\n"
                    )
                );
                break;
            default:
                await world.DropAsync(
                    Source(
                        $"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nJa\r\n--c\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{answer}\r\n--c--\r\n--b--\r\n--a--\r\n"
                    )
                );
                break;
        }
        await world.SweepAsync();
        Assert.Equal("", string.Join(' ', world.Codes()));
        Assert.Equal(["coming 1 link"], await world.World.RepliesAsync());
    }

    [Fact]
    public async Task What_does_not_count_changes_nothing_is_kept_apart_and_holds_nobody_up()
    {
        await using var world = await CalendarWorld.MakeAsync();
        var (good, mail) = (world.Answer(world.Invitation), world.Invitation);
        var uid = mail.CalendarLine("UID")!;
        await world.MailAsync(good, from: "forfalsker@example.no");
        await world.MailAsync(world.Answer(mail, attendee: "forfalsker@example.no"));
        await world.MailAsync(world.Answer(mail, attendee: "forfalsker@example.no"), from: "forfalsker@example.no");
        await world.MailAsync(good.Replace(uid, Guid.NewGuid().ToString(), StringComparison.Ordinal));
        await world.MailAsync(good.Replace(uid, world.World.Meeting.ToString(), StringComparison.Ordinal));
        await world.MailAsync(good.Replace("SEQUENCE:0", "SEQUENCE:7", StringComparison.Ordinal));
        await world.MailAsync(good.Replace("REPLY", "COUNTER", StringComparison.Ordinal));
        await world.MailAsync(good.Replace("PARTSTAT=ACCEPTED", "X=Y", StringComparison.Ordinal));
        await world.MailAsync(good.Replace("DTSTAMP:2026", "DTSTAMP:2099", StringComparison.Ordinal));
        await world.DropAsync(Source("Content-Type: text/plain\r\n\r\nJeg er på ferie.\r\n"));
        await world.DropAsync(
            Source(
                $"Content-Type: message/rfc822\r\n\r\n{Source($"Content-Type: text/calendar; method=REPLY\r\n\r\n{good}")}"
            )
        );
        await world.DropAsync(Source(new string('x', 10_000_000)));
        await world.DropAsync("\0\u0001\u0002" + new string('\n', 50) + "ikke en e-post");
        await world.DropAsync("");
        await world.DropAsync(
            Source(
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCAL"
            )
        );
        await world.MailAsync(good);
        await world.SweepAsync();
        Assert.Equal(
            [
                "sender",
                "sender",
                "sender",
                "unknown-uid",
                "unknown-uid",
                "unknown-sequence",
                "counter",
                "no-answer",
                "clock",
                "no-calendar",
                "no-calendar",
                "too-large",
                "unreadable",
                "unreadable",
                "no-calendar",
            ],
            world.Codes()
        );
        // The last of them was a good one: it is taken.
        Assert.Equal(["coming 1 link"], await world.World.RepliesAsync());
        Assert.Empty(world.In("new"));
        Assert.Equal(15, world.In("cur").Count(f => f == "FS"));
        Assert.DoesNotContain(world.App.Log.Lines, l => l.Contains('@') || l.Contains(uid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_not_me_a_withdrawal_or_a_cancellation_no_calendar_answers()
    {
        await using var world = await CalendarWorld.MakeAsync();
        var good = world.Answer(world.Invitation);
        var card = await world.World.OpenAsync(world.Invitation);
        await card.Form("Ikke meg").PressAsync();
        await world.MailAsync(good);
        await world.SweepAsync();
        await world.World.Links.Plan.WithdrawAsync();
        await world.MailAsync(good);
        await world.SweepAsync();
        Assert.Equal(["link", "link"], world.Codes());
        Assert.Empty(await world.World.RepliesAsync());
    }

    [Fact]
    public async Task An_answer_to_the_time_it_had_is_no_yes_to_the_time_it_has()
    {
        await using var world = await CalendarWorld.MakeAsync();
        await world.MailAsync(world.Answer(world.Invitation));
        await world.SweepAsync();
        var form = (await world.World.DeskAsync("/endre")).Form("Lagre");
        await form.Fill("Klokka", "kl. 13 til 14.30").PressAsync();
        Assert.True((await world.World.DeskAsync()).Says("har ikke svart på den nye tiden"));
        var update = await world.World.MailAsync();
        Assert.Equal(("REQUEST", "1"), (update.CalendarMethod, update.CalendarLine("SEQUENCE")));
        Assert.Equal(world.Invitation.CalendarLine("UID"), update.CalendarLine("UID"));
        Assert.EndsWith("T130000", update.CalendarLine("DTSTART"), StringComparison.Ordinal);
        // Pressed late, in the mail that was there first.
        await world.MailAsync(world.Answer(world.Invitation, seconds: 60));
        await world.SweepAsync();
        Assert.Equal(["old-sequence"], world.Codes());
        await world.MailAsync(world.Answer(update, seconds: 90));
        await world.SweepAsync();
        Assert.Equal(["coming 2 link"], await world.World.RepliesAsync());
        Assert.True((await world.World.DeskAsync()).Says("Tor Berge kommer"));
    }

    private static string Rsvp(string calendar) =>
        calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("RSVP=")[1].Split(':')[0];

    private static string Source(string body) =>
        $"From: Tor Berge <{InvitationWorld.Address}>\r\nTo: {CalendarWorld.Inbox}\r\nSubject: =?utf-8?B?R29kdGF0dDogTcO4dGU=?=\r\nMIME-Version: 1.0\r\n{body}";

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks);
}
