using System.Net;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Invitations;

/// <summary>A planned meeting about Oda: Tor has an address, Siv has none, Linn is her mother, the coordinator leads it.</summary>
internal sealed record InvitationWorld(FletteApp App, LinkWorld Links, Guid Meeting) : IDisposable
{
    /// <summary>What Tor is sent to.</summary>
    public const string Address = "tor.berge@example.no";

    private readonly List<Browserless> _browsers = [];

    public FamilyInWorld Family => Links.Family;

    public Guid Tor => Links.Tor;

    public string Url => $"/f/{Family.Id}/mote/{Meeting}";

    public static async Task<InvitationWorld> MakeAsync(FletteApp app, int days = 20, string place = "Grendehuset")
    {
        var links = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var meeting = await links.Family.PlannedMeetingAsync(
            app.Clock.Today().AddDays(days),
            "09:00-10:30",
            place,
            links.Plan.Oda,
            (links.Tor, "Tor Berge"),
            (links.Siv, "Siv Moen"),
            (links.Plan.Linn, "Linn Nordli"),
            (links.Family.Coordinator, "Kari Koordinator")
        );
        return new InvitationWorld(app, links, meeting);
    }

    /// <summary>The coordinator's browser at a page of the meeting.</summary>
    public async Task<Page> DeskAsync(string page = "")
    {
        var browser = await App.StaffAsync(App.Fjellvik, Family.Coordinator);
        _browsers.Add(browser);
        return await browser.OpenAsync(Url + page);
    }

    /// <summary>The mother's first page.</summary>
    public async Task<Page> HomeAsync()
    {
        var browser = await App.MemberAsync(App.Fjellvik, Links.Plan.Linn);
        _browsers.Add(browser);
        return await browser.OpenAsync("/min-familie");
    }

    /// <summary>Presses «Send» on the page of invitations.</summary>
    public async Task<Page> SendAsync() => await (await DeskAsync("/innkall")).Form("Send").PressAsync();

    /// <summary>The mail that has left when the time to take it back is over.</summary>
    public async Task<ReceivedMail> MailAsync()
    {
        await App.LaterAsync(TimeSpan.FromSeconds(31));
        return await App.Post.NextAsync();
    }

    /// <summary>Opens the link of a mail as whoever got it.</summary>
    public async Task<Page> OpenAsync(ReceivedMail mail, HttpStatusCode expect = HttpStatusCode.OK)
    {
        var line = mail
            .Text.ReplaceLineEndings("\n")
            .Split('\n')
            .Single(l => l.Contains("/l/", StringComparison.Ordinal));
        var browser = App.Visit(App.Fjellvik);
        _browsers.Add(browser);
        return await browser.OpenAsync(new Uri(line.Trim()).PathAndQuery, expect);
    }

    /// <summary>State, version and words of how the one answer came.</summary>
    public Task<IReadOnlyList<string>> RepliesAsync(Guid? person = null) =>
        App.RowsAsync<string>(
            App.Fjellvik,
            "select concat_ws(' ', state, version, by_kind) from item where kind = 'reply' and parent = @Meeting and @who = any(holders)",
            new { Meeting, who = person ?? Tor }
        );

    /// <summary>Kind and state of each mail about the meeting, oldest first.</summary>
    public Task<IReadOnlyList<string>> OutboxAsync() =>
        App.RowsAsync<string>(
            App.Fjellvik,
            "select concat_ws(' ', template, state) from outbox where template like 'meeting%' and family = @Id order by template, created_at, id",
            new { Family.Id }
        );

    public void Dispose() => _browsers.ForEach(b => b.Dispose());
}
