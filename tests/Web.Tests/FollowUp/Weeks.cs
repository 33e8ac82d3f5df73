using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Background;
using Flette.Web.Delivery;
using Flette.Web.Features.FollowUp;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.FollowUp;

/// <summary>
/// A program in which nothing happens by itself, so that a test can go through weeks a day at a time: each day at ten the reminders
/// are gone through and the outbox is emptied.
/// </summary>
internal sealed class Weeks : IAsyncDisposable
{
    private Weeks(FletteApp app, LinkWorld world) => (App, World) = (app, world);

    public FletteApp App { get; }

    public LinkWorld World { get; }

    public FamilyInWorld Family => World.Family;

    public DateOnly Today => App.Clock.Today();

    /// <summary>15 September 2026, Tor's agreement due on the 29th.</summary>
    public static async Task<Weeks> StartAsync(bool mailServer = true)
    {
        var app = await FletteApp.StartAsync(
            adjust: b =>
            {
                foreach (
                    var worker in b
                        .Services.Where(s =>
                            s.ImplementationType == typeof(Sender) || s.ImplementationType == typeof(DailyReminding)
                        )
                        .ToList()
                )
                {
                    b.Services.Remove(worker);
                }
            },
            mailServer: mailServer
        );
        return new Weeks(app, await LinkWorld.MakeAsync(app.World(app.Fjellvik)));
    }

    /// <summary>The coordinator sends what is to be sent, from her page, and it leaves.</summary>
    public async Task SendAsync()
    {
        using var coordinator = await CoordinatorAsync();
        await (await coordinator.OpenAsync(World.Send)).Form("Send").PressAsync();
        await App.LaterAsync(Outbox.UndoWindow);
    }

    /// <summary>A browser of the coordinator, today.</summary>
    public Task<Browserless> CoordinatorAsync() => World.Plan.BrowserAsync();

    /// <summary>A browser of a member, today.</summary>
    public Task<Browserless> MemberAsync(Guid member) => App.MemberAsync(App.Fjellvik, member);

    /// <summary>Goes through the reminders now.</summary>
    public Task RemindAsync() =>
        App.Services.GetRequiredService<Reminding>().SweepAsync(App.Fjellvik, CancellationToken.None);

    /// <summary>Days go by to this one, each with its reminders; the mails that came meanwhile with their days.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, ReceivedMail Mail)>> UntilAsync(DateOnly day)
    {
        var came = new List<(DateOnly, ReceivedMail)>();
        while (Today < day)
        {
            App.Clock.Advance(TimeSpan.FromDays(1));
            var before = App.Post.Taken.Count;
            await RemindAsync();
            await App.SweepAsync();
            came.AddRange(App.Post.Taken.Skip(before).Select(m => (Today, m)));
        }
        return came;
    }

    /// <summary>Only the days of it.</summary>
    public async Task<IEnumerable<DateOnly>> DaysUntilAsync(DateOnly day) => (await UntilAsync(day)).Select(m => m.Day);

    /// <summary>Opens the newest link of a person and presses an answer.</summary>
    public async Task AnswerAsync(string answer)
    {
        var link = await App.ScalarAsync<Guid>(
            App.Fjellvik,
            "select id from link where person = @Tor and revoked_at is null order by created_at desc limit 1",
            new { World.Tor }
        );
        var (browser, page) = await App.LinkAsync(App.Fjellvik, link);
        using var _ = browser;
        await page.Form(answer).PressAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
