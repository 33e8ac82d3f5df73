using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.NonInterference;

/// <summary>A visible leak, planted in every page.</summary>
public enum Leak
{
    None,

    /// <summary>The name of what is hidden.</summary>
    Name,

    /// <summary>How many there are in all.</summary>
    Count,

    /// <summary>A number in a sequence.</summary>
    Number,

    /// <summary>The order of what is shown.</summary>
    Order,
}

/// <summary>
/// A small world of its own: two municipalities, two homes, foster care, and a browser for each kind of reader. Leaks
/// can be planted in the answers, so that the test can be seen to catch them.
/// </summary>
public sealed partial class LeakyApp : IAsyncLifetime
{
    private FletteApp? _app;

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    public Leak Leak { get; set; }

    /// <summary>What everyone reads now, when nothing was added since it was read; else null.</summary>
    public IReadOnlyDictionary<(string Reader, string Template), string>? Now { get; set; }

    public World World => App.World(App.Fjellvik);

    public FamilyInWorld Family { get; private set; } = null!;

    /// <summary>Members by name.</summary>
    public Dictionary<string, Guid> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Browsers by who reads.</summary>
    public Dictionary<string, Browserless> Readers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _app = await FletteApp.StartAsync(adjust: b => b.Services.AddSingleton<IStartupFilter>(new Planted(this)));
        var deputy = await World.CoordinatorAsync("Dina Deputy");
        Family = await World.FamilyAsync("Nordli", deputy: deputy);
        var (homeA, homeB) = (await Family.HouseholdAsync("Hos mor"), await Family.HouseholdAsync("Hos far"));
        await MemberAsync("mother", FamilyRelation.Mother, 40, homeA);
        await MemberAsync("stepfather", FamilyRelation.StepFather, 41, homeA);
        await MemberAsync("father", FamilyRelation.Father, 42, homeB);
        await MemberAsync("foster", FamilyRelation.FosterParent, 50);
        await MemberAsync("child", FamilyRelation.Child, 8, homeA, homeB);
        await MemberAsync("fostered", FamilyRelation.Child, 9);
        await MemberAsync("youth16", FamilyRelation.Child, 16, homeA);
        foreach (
            var (child, holder) in new[]
            {
                ("child", "mother"),
                ("child", "father"),
                ("fostered", "mother"),
                ("youth16", "mother"),
            }
        )
        {
            await Family.PositionAsync(Members[child], GuardianshipKind.ParentalResponsibility, Members[holder]);
        }
        await Family.PositionAsync(Members["fostered"], GuardianshipKind.CareTakenOver, null);
        await Family.PositionAsync(Members["fostered"], GuardianshipKind.FosterParent, Members["foster"]);
        var participant = await Family.ParticipantAsync("Tore Lærer", Topic.School, false, Members["child"]);
        var contact = await Family.ContactAsync("Tore Lærer", "Han ringer på fredag.", Members["child"]);
        await Family.SayYesAsync(Members["child"], Members["mother"], Members["father"]);
        var agreement = await Family.AgreementAsync("Ringe fysioterapeuten", [Members["child"]], participant);
        var goal = await Family.GoalAsync("Svømme", Members["child"]);
        var measure = await Family.MeasureAsync("Svømmetrening", goal, new PlanPerson(participant, "Tore Lærer"));
        var need = await Family.NeedAsync("Hvile etter lunsj", Members["child"]);
        var contribution = await Family.ContributionAsync("Kjører til trening", Members["child"]);
        var other = await World.FamilyAsync("Bakken");
        var stranger = await other.MemberAsync("Stine Bakken", FamilyRelation.Mother, 30);
        var former = await World.FamilyAsync(
            "Tidligere",
            period: new Period(World.Today.AddYears(-2), World.Today.AddYears(-1))
        );

        Readers["nobody"] = App.Visit(App.Fjellvik);
        Readers["officer"] = await App.StaffAsync(App.Fjellvik, Family.Officer);
        Readers["leader"] = await App.StaffAsync(App.Fjellvik, await World.StaffAsync("Lars Leder", StaffRole.Leader));
        Readers["coordinator"] = await App.StaffAsync(App.Fjellvik, Family.Coordinator);
        Readers["named deputy"] = await App.StaffAsync(App.Fjellvik, deputy);
        Readers["other coordinator"] = await App.StaffAsync(App.Fjellvik, other.Coordinator);
        Readers["former coordinator"] = await App.StaffAsync(App.Fjellvik, former.Coordinator);
        Readers["stranger"] = await App.MemberAsync(App.Fjellvik, stranger);
        foreach (var (name, id) in Members)
        {
            Readers[name] = await App.MemberAsync(App.Fjellvik, id);
        }
        Addresses = Tests.Addresses.Of(
            App,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["family"] = Family.Id.ToString(),
                ["member"] = Members["mother"].ToString(),
                ["participant"] = participant.ToString(),
                ["contact"] = contact.ToString(),
                ["agreement"] = agreement.ToString(),
                ["goal"] = goal.ToString(),
                ["item"] = goal.ToString(),
                ["measure"] = measure.ToString(),
                ["need"] = need.ToString(),
                ["what"] = "bidrag",
                ["entry"] = contribution.ToString(),
                ["position"] = (
                    await App.ScalarAsync<Guid>(App.Fjellvik, "select id from guardianship order by id limit 1")
                ).ToString(),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in Readers.Values)
        {
            browser.Dispose();
        }
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Every page for every reader: status, headers that speak, and body, with the masks on.</summary>
    public async Task<IReadOnlyDictionary<(string Reader, string Template), string>> ReadAllAsync()
    {
        var all = new ConcurrentDictionary<(string, string), string>();
        // Readers read side by side, as people do; each her own pages one after the other.
        await Task.WhenAll(Readers.Select(r => ReadAsync(r.Key, r.Value)));
        return all;

        async Task ReadAsync(string who, Browserless browser)
        {
            foreach (var address in Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                all[(who, address.Template)] =
                    $"{(int)page.Status} {page.Header("Location")} {page.Header("Content-Type")}\n{Masks.Apply(address.Template, page.Html)}";
            }
        }
    }

    private async Task MemberAsync(string name, FamilyRelation relation, int age, params Guid[] homes) =>
        Members[name] = await Family.MemberAsync(
            char.ToUpperInvariant(name[0]) + name[1..] + " Nordli",
            relation,
            age,
            homes
        );

    private async Task<string> WithLeakAsync(string html)
    {
        var items = await App.ScalarAsync<int>(App.Fjellvik, "select count(*)::int from item");
        var planted = Leak switch
        {
            Leak.Name => await App.ScalarAsync<string>(
                App.Fjellvik,
                "select 'Se også ' || string_agg(id::text, ' ' order by id) from item"
            ),
            Leak.Count => $"Viser 3 av {items}",
            Leak.Number => "Nr. " + (items + 1).ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        if (Leak == Leak.Order && items % 2 == 0)
        {
            // What is hidden sorts in between and turns the rest around.
            var parts = Paragraph().Matches(html).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
            return html.Replace(parts[0], "\0", StringComparison.Ordinal)
                .Replace(parts[^1], parts[0], StringComparison.Ordinal)
                .Replace("\0", parts[^1], StringComparison.Ordinal);
        }
        return html.Replace("</main>", planted + "</main>", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "<(?<tag>p|li|tr|a|option)\\b[^>]*>.*?</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Paragraph();

    private sealed class Planted(LeakyApp app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(PlantAsync);
                next(builder);
            };

        private async Task PlantAsync(HttpContext http, RequestDelegate rest)
        {
            if (app.Leak == Leak.None)
            {
                await rest(http);
                return;
            }
            var answer = http.Response.Body;
            using var kept = new MemoryStream();
            http.Response.Body = kept;
            await rest(http);
            http.Response.Body = answer;
            http.Response.ContentLength = null;
            var html = Encoding.UTF8.GetString(kept.ToArray());
            // A PDF too: the kit's printer hands back the page it is made of.
            var shown = http.Response.ContentType?.Split(';')[0] is "text/html" or "application/pdf"
                ? await app.WithLeakAsync(html)
                : html;
            await http.Response.WriteAsync(shown, http.RequestAborted);
        }
    }
}
