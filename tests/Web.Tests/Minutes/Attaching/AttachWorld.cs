using System.Net;
using System.Text;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes.Attaching;

/// <summary>A girl with a plan, a mother and a father who both see what is about her, and a meeting ahead.</summary>
internal sealed class AttachWorld : IDisposable
{
    private AttachWorld(BareApp app, FamilyInWorld family) => (App, Family) = (app, family);

    public BareApp App { get; }

    public FamilyInWorld Family { get; }

    public Guid Oda { get; private set; }

    public Guid Silje { get; private set; }

    public Guid Per { get; private set; }

    public Guid Meeting { get; private set; }

    public Browserless Kari { get; private set; } = null!;

    public string All => $"/f/{Family.Id}/mote/{Meeting}/vedlegg";

    public static async Task<AttachWorld> MakeAsync(BareApp app)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var world = new AttachWorld(app, family)
        {
            Oda = await family.MemberAsync("Oda Berg", FamilyRelation.Child, 8),
            Silje = await family.MemberAsync("Silje Berg", FamilyRelation.Mother, 40),
            Per = await family.MemberAsync("Per Berg", FamilyRelation.Father, 41),
        };
        foreach (var parent in new[] { world.Silje, world.Per })
        {
            await family.PositionAsync(world.Oda, GuardianshipKind.ParentalResponsibility, parent);
        }
        await family.SayYesAsync(world.Oda, world.Silje, world.Per);
        world.Meeting = await family.PlannedMeetingAsync(world.Oda, "Oda Berg");
        world.Kari = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        return world;
    }

    public async Task<Form> FormAsync() => (await Kari.OpenAsync(All)).Form("Legg ved");

    /// <summary>Attaches a document through the form, and gives its id.</summary>
    public async Task<Guid> AttachAsync(string name, byte[] bytes, params string[] about)
    {
        var form = await FormAsync();
        foreach (var who in about)
        {
            form.Tick(who);
        }
        if (about.Length > 0)
        {
            form.Choose("Hvem kan lese det?", "De det gjelder");
        }
        using var request = Request(form, bytes, name);
        var page = await Kari.SendAsync(request);
        Assert.True(page.Status == HttpStatusCode.Found, string.Join('\n', page.Errors) + page.Text);
        return Guid.Parse(page.Header("Location")!.Split("lagret=")[1]);
    }

    public Task<Page> OpenAsync(Guid attachment) => Kari.GetAsync($"{All}/{attachment}");

    public async Task<Page> OpenAsync(Guid member, Guid attachment)
    {
        using var browser = await App.MemberAsync(App.Fjellvik, member);
        return await browser.GetAsync($"/min-familie/vedlegg/{attachment}");
    }

    /// <summary>The form with a document, its name sent as browsers do it.</summary>
    public static HttpRequestMessage Request(Form form, byte[] bytes, string name)
    {
        var parts = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var (field, value) in form.Sent())
        {
            parts.Add(new StringContent(value), $"\"{field}\"");
        }
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"Upload\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\""
        );
        parts.Add(part);
        return new HttpRequestMessage(HttpMethod.Post, form.Request().RequestUri) { Content = parts };
    }

    /// <summary>How many attachments and pieces are kept.</summary>
    public async Task<(long Items, long Pieces)> KeptAsync() =>
        (
            await App.App.ScalarAsync<long>(
                App.Fjellvik,
                "select count(*) from item where family = @Id and kind = 'attachment'",
                new { Family.Id }
            ),
            await App.App.ScalarAsync<long>(
                App.Fjellvik,
                "select count(*) from attachment_chunk c join item i on i.id = c.attachment where i.family = @Id",
                new { Family.Id }
            )
        );

    public void Dispose() => Kari.Dispose();
}
