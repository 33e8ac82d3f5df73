using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Minutes.Publishing;

/// <summary>
/// A boy with a plan, his mother and father, and a meeting that was held about him: what is published of it, and to whom. Mail is
/// looked at only when the test says so.
/// </summary>
internal sealed class PublishWorld : IAsyncDisposable
{
    private readonly List<Browserless> _browsers = [];

    private PublishWorld(FletteApp app, FamilyInWorld family) => (App, Family) = (app, family);

    public FletteApp App { get; }

    public FamilyInWorld Family { get; }

    public Guid Even { get; private set; }

    public Guid Silje { get; private set; }

    public Guid Per { get; private set; }

    public Guid Tor { get; private set; }

    public Browserless Kari { get; private set; } = null!;

    public string Meeting { get; private set; } = "";

    /// <summary>With the boy, a mother and a father who see what is about him, a school and a PPT.</summary>
    public static async Task<PublishWorld> MakeAsync()
    {
        var app = await FletteApp.StartAsync(adjust: b =>
            b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(Sender)))
        );
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var world = new PublishWorld(app, family)
        {
            Even = await family.MemberAsync("Even Berg", FamilyRelation.Child, 8),
            Silje = await WithMailAsync(family, "Silje Berg", FamilyRelation.Mother, "silje@example.no"),
            Per = await WithMailAsync(family, "Per Berg", FamilyRelation.Father, "per@example.no"),
        };
        foreach (var parent in new[] { world.Silje, world.Per })
        {
            await family.PositionAsync(world.Even, GuardianshipKind.ParentalResponsibility, parent);
        }
        await family.SayYesAsync(world.Even, world.Silje, world.Per);
        world.Tor = await ServiceAsync(family, "Tor Hegge", "Åsen skole", "tor@example.no", world.Even);
        await ServiceAsync(family, "Henrik Aune", "PPT", null, world.Even);
        world.Kari = await world.OpenAsync(app.StaffAsync(app.Fjellvik, family.Coordinator));
        return world;
    }

    public async Task<Browserless> OpenAsync(Task<Browserless> browser)
    {
        var opened = await browser;
        _browsers.Add(opened);
        return opened;
    }

    public Task<Browserless> AsAsync(Guid member) => OpenAsync(App.MemberAsync(App.Fjellvik, member));

    /// <summary>Holds a meeting with these lines and ends it. The page to publish it from.</summary>
    public async Task<Page> HoldAsync(params string[] lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var form = await (await Kari.OpenAsync($"/f/{Family.Id}")).FollowAsync("Nytt møte");
        var page = await form.Form("Lagre").PressAsync();
        Meeting = page.Path[..page.Path.IndexOf("/skriv", StringComparison.Ordinal)];
        foreach (var line in lines)
        {
            page = await SayAsync(line);
        }
        page = await (await Kari.OpenAsync(Meeting + "/skriv")).Form("Alle er her").PressAsync();
        await EndAsync();
        return await PublishingAsync();
    }

    /// <summary>Writes one more line.</summary>
    public async Task<Page> SayAsync(string line)
    {
        var page = await (await Kari.OpenAsync(Meeting + "/skriv"))
            .Form("Skriv linjen")
            .Set("Typed", line)
            .PressAsync();
        Assert.Empty(page.Errors);
        return page;
    }

    /// <summary>Ends the meeting: what was agreed becomes agreements.</summary>
    public Task EndAsync() =>
        Family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var items = await Web.Access.Visible.ItemsAsync(
                    write.Pass,
                    CancellationToken.None,
                    ItemKinds.Meeting,
                    ItemKinds.Line,
                    ItemKinds.Participant
                );
                var meeting = items.Single(i => i.Row.Kind == ItemKinds.Meeting).Row;
                return await Features.Meetings.Writing.EndMeeting.RunAsync(
                    write,
                    meeting.Id,
                    meeting.Version,
                    Features.Meetings.Writing.LineBook.Among(items, meeting.Id),
                    Features.Minutes.AroundMinutes.Of(write.Pass, items)
                );
            }
        );

    public Task<Page> PublishingAsync() => Kari.OpenAsync(Meeting + "/publiser");

    /// <summary>Another day the coordinator signs in anew.</summary>
    public async Task SignInAgainAsync() => Kari = await OpenAsync(App.StaffAsync(App.Fjellvik, Family.Coordinator));

    /// <summary>What a member reads of it, line by line.</summary>
    public async Task<IReadOnlyList<string>> ReadsAsync(Guid member) =>
        Read(await (await AsAsync(member)).OpenAsync("/min-familie/referat"));

    public static IReadOnlyList<string> Read(Page page) =>
        page
            .Document.QuerySelectorAll(".fl-minutes-read > li")
            .Select(li => PageWords.Text(li.Children.First(c => c.LocalName is "p" or "h3")))
            .ToList();

    /// <summary>Templates and states of what is in the outbox, in no order.</summary>
    public async Task<IReadOnlyList<string>> OutboxAsync() =>
        (
            await App.RowsAsync<string>(
                App.Fjellvik,
                "select template || ' ' || state from outbox where family = @Id",
                new { Family.Id }
            )
        )
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>Sends what may leave now.</summary>
    public async Task SendAsync()
    {
        var dispatch = App.Services.GetRequiredService<Dispatch>();
        while ((await dispatch.NextAsync(App.Fjellvik, CancellationToken.None)).More) { }
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await App.DisposeAsync();
    }

    private static async Task<Guid> WithMailAsync(
        FamilyInWorld family,
        string name,
        FamilyRelation relation,
        string email
    )
    {
        var id = Guid.Empty;
        await family.DoAsync(
            Act.ChangeMember,
            async write =>
            {
                var reach = new Reach([], Phone: null, Email: email);
                var added = await Members.AddAsync(
                    write,
                    new MemberDraft(
                        new MemberDetails(name, relation, reach),
                        write.Pass.Today.AddYears(-40),
                        null,
                        null,
                        []
                    )
                );
                id = added.Refusal is null ? added.Value : id;
                return added.Refusal;
            }
        );
        return id;
    }

    private static async Task<Guid> ServiceAsync(
        FamilyInWorld family,
        string name,
        string service,
        string? email,
        Guid about
    )
    {
        var id = Guid.Empty;
        await family.DoAsync(
            Act.ChangeParticipant,
            async write =>
            {
                var added = await Participants.AddAsync(
                    write,
                    new ParticipantDetails(name, "rådgiver", service, new Reach([], Phone: null, Email: email)),
                    Topic.School,
                    [about]
                );
                id = added.Refusal is null ? added.Value : id;
                return added.Refusal;
            }
        );
        return id;
    }
}
