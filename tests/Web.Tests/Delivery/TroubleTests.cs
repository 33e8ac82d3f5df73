using Flette.Kit;
using Flette.Web.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Flette.Web.Tests.Delivery;

/// <summary>Mail on bad days: it recovers by itself, and nothing leaves twice but what was in flight at a crash.</summary>
public sealed class TroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_mail_server_that_is_down_for_an_hour_delays_mail_and_nothing_more()
    {
        await using var app = await Mailing.StartAsync(mailServer: false);
        var family = await app.FamilyAsync();
        var posted = new List<Posted>();
        for (var i = 0; i < 4; i++)
        {
            posted.Add(await family.PostAsync(Mailing.Mail with { Address = $"to{i}@example.no" }));
        }
        for (var i = 0; i < 60; i++)
        {
            await app.LaterAsync(Minute);
        }
        Assert.Equal("waiting", (await app.HowAsync(posted[0])).Split(' ')[0]);
        Assert.EndsWith("no-connection", await app.HowAsync(posted[0]), StringComparison.Ordinal);
        await app.Post.OpenAsync();
        for (var i = 0; i < 60; i++)
        {
            await app.LaterAsync(Minute);
        }
        Assert.Equal(
            ["to0@example.no", "to1@example.no", "to2@example.no", "to3@example.no"],
            app.Post.Taken.Select(m => m.To).Order(StringComparer.Ordinal)
        );
        foreach (var mail in posted)
        {
            Assert.StartsWith("sent", await app.HowAsync(mail), StringComparison.Ordinal);
            Assert.Equal(["system deliver-mail ok"], await app.LogAsync(mail));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void The_wait_doubles_up_to_an_hour(int tries, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Dispatch.Wait(tries));

    [Fact]
    public async Task A_recipient_who_is_refused_for_good_is_not_tried_again()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        foreach (
            var (reply, how, later) in new[]
            {
                ("550 No such user Tore Lærer", "failed 1 smtp-550", "failed 1 smtp-550"),
                ("551 Not here", "failed 1 smtp-551", "failed 1 smtp-551"),
                ("553 What", "failed 1 smtp-553", "failed 1 smtp-553"),
                ("450 Come back later", "waiting 1 smtp-450", "sent 2"),
                ("552 The mailbox is full", "waiting 1 smtp-552", "sent 2"),
            }
        )
        {
            var refused = await family.PostAsync();
            var other = await family.PostAsync(Mailing.Mail with { Address = "other@example.no" });
            app.Post.Recipient = a => a == Mailing.Address ? reply : "250 OK";
            await app.LaterAsync(Outbox.UndoWindow);
            Assert.Equal(how, await app.HowAsync(refused));
            Assert.Equal("sent 1", await app.HowAsync(other));
            app.Post.Recipient = _ => "250 OK";
            await app.LaterAsync(Minute);
            Assert.Equal(later, await app.HowAsync(refused));
        }
        Assert.Equal(2, app.Post.Taken.Count(m => m.To == Mailing.Address));
    }

    [Fact]
    public async Task After_three_days_of_trying_a_mail_is_given_up()
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync();
        app.Post.Recipient = _ => "450 Come back later";
        for (var hours = 0; hours < 71; hours++)
        {
            await app.LaterAsync(TimeSpan.FromHours(1));
        }
        Assert.StartsWith("waiting", await app.HowAsync(posted), StringComparison.Ordinal);
        Assert.Empty(await app.LogAsync(posted));
        await app.LaterAsync(TimeSpan.FromHours(2));
        Assert.Matches("failed [0-9]+ smtp-450", await app.HowAsync(posted));
        Assert.Equal(["system deliver-mail smtp-450"], await app.LogAsync(posted));
    }

    [Fact]
    public async Task A_mail_in_flight_at_a_crash_goes_again_under_the_same_id()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var first = await family.PostAsync();
        var second = await family.PostAsync(Mailing.Mail with { Address = "other@example.no" });
        app.Post.Taking = async _ =>
        {
            app.Post.Taking = _ => Task.FromResult("250 OK");
            await app.TakeDatabasesAwayAsync();
            return "250 OK";
        };
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => app.LaterAsync(Outbox.UndoWindow));
        app.GiveDatabasesBack();
        await app.SweepAsync();
        Assert.Equal(
            [first.Outbox, first.Outbox, second.Outbox],
            app.Post.Taken.Select(m => Guid.Parse(m.Header("Message-ID")!.Split('@')[0][1..]))
        );
        Assert.Equal("sent 1", await app.HowAsync(first));
        Assert.Equal("sent 1", await app.HowAsync(second));
        Assert.Equal(["system deliver-mail ok"], await app.LogAsync(first));
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var posted = new List<Posted>();
        for (var i = 0; i < 6; i++)
        {
            posted.Add(await family.PostAsync(Mailing.Mail with { Address = $"to{i}@example.no" }));
        }
        // Each sender holds its first mail until the other has one too.
        var (handed, both) = (0, new TaskCompletionSource());
        app.Post.Taking = async _ =>
        {
            if (Interlocked.Increment(ref handed) == 2)
            {
                both.SetResult();
            }
            await both.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
            return "250 OK";
        };
        app.Clock.Advance(Outbox.UndoWindow);
        await Task.WhenAll(Task.Run(() => app.SweepAsync(), Ct), Task.Run(() => app.SweepAsync(), Ct));
        Assert.Equal(
            posted.Select((_, i) => $"to{i}@example.no"),
            app.Post.Taken.Select(m => m.To).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_not_waited_for_longer_than_a_statement_is()
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync();
        var (handed, never) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        app.Post.Taking = _ =>
        {
            handed.SetResult();
            return never.Task;
        };
        app.Clock.Advance(Outbox.UndoWindow);
        var sweep = app.SweepAsync();
        await handed.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        app.Clock.Advance(Smtp.Longest);
        await sweep.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal("waiting 1 timeout", await app.HowAsync(posted));
        Assert.Empty(app.Post.Taken);
        Assert.True(Smtp.Longest < TimeSpan.FromSeconds(15));
        never.SetResult("451 Too late");
    }

    [Fact]
    public async Task A_mail_that_cannot_be_opened_does_not_hold_up_the_others()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var broken = await family.PostAsync();
        var whole = await family.PostAsync();
        await app.ExecuteAsync(
            app.Fjellvik,
            "update outbox set body = (select body from outbox where id = @whole) where id = @broken",
            new { whole = whole.Outbox, broken = broken.Outbox }
        );
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal("failed 1 sealed", await app.HowAsync(broken));
        Assert.Equal("sent 1", await app.HowAsync(whole));
    }

    [Fact]
    public async Task A_write_wakes_the_sender_and_a_dead_server_of_one_municipality_holds_up_no_other()
    {
        await using var app = await FletteApp.StartAsync();
        var never = new TaskCompletionSource<string>();
        app.Post.Taking = m => m.Envelope.From == app.Fjellvik.Mail.From ? never.Task : Task.FromResult("250 OK");
        await (await app.FamilyAsync()).PostAsync();
        await (await app.FamilyAsync(app.Sundhavn)).PostAsync();
        app.Clock.Advance(Outbox.UndoWindow);
        Assert.Equal(app.Sundhavn.Mail.From, (await app.Post.NextAsync()).Envelope.From);
        never.SetResult("250 OK");
        Assert.Equal(app.Fjellvik.Mail.From, (await app.Post.NextAsync()).Envelope.From);
    }

    [Fact]
    public async Task What_no_write_of_this_program_told_of_is_found_by_the_sweep()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        await family.PostAsync(Mailing.Mail with { Address = "first@example.no" });
        app.Clock.Advance(Outbox.UndoWindow);
        // The second waits a whole minute from here, so that only a sweep can find it.
        var second = await family.PostAsync(Mailing.Mail with { Address = "second@example.no" });
        await app.ExecuteAsync(
            app.Fjellvik,
            "update outbox set send_after = @at where id = @Outbox",
            new { at = app.Clock.GetUtcNow() + Sender.SweepEvery, second.Outbox }
        );
        using var sender = ActivatorUtilities.CreateInstance<Sender>(app.Services, NullLogger<Sender>.Instance);
        var swept = app.Clock.WaitedForAsync(Sender.SweepEvery);
        await sender.StartAsync(Ct);
        Assert.Equal("first@example.no", (await app.Post.NextAsync()).To);
        await swept.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        app.Clock.Advance(Sender.SweepEvery);
        Assert.Equal("second@example.no", (await app.Post.NextAsync()).To);
        await sender.StopAsync(Ct);
        Assert.Equal("sent 1", await app.HowAsync(second));
    }
}
