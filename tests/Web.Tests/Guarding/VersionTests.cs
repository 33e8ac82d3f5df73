using System.Globalization;
using System.Text.RegularExpressions;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Guarding;

/// <summary>
/// Every form that changes what is there says which version of it was seen (architecture.md, rule 11), so that of two writers the
/// later one is told. The forms are found on the pages of <see cref="EveryoneApp"/>, and a new page takes part by itself.
/// </summary>
public sealed partial class VersionTests(EveryoneApp app) : IClassFixture<EveryoneApp>
{
    /// <summary>Where a form without a version is sent, and why it needs none.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["/enhet"] = "registers a new family",
        ["/enhet/*"] = "appoints anew; what runs into an appointment that stands is refused",
        ["/f/*/stilling/ny"] = "registers a new position; one that is held already is refused",
        ["/f/*/viktig/ny"] = "writes down new words, and never over earlier ones",
        ["/f/*/logg"] = "writes a new line of the call log",
        ["/i-dag"] = "writes a new line of the call log",
        ["/f/*/mote/nytt"] = "writes down a new meeting",
        ["/f/*/mote/*/les-opp?handler=Next"] = "plans a new meeting",
        ["/f/*/mote/*/vedlegg"] = "attaches one more document beside those there are",
        ["/f/*/mote/*/skriv"] = "writes a new line below those there are",
        ["/f/*/mote/*/sakliste?handler=Raise"] = "raises a new point below those there are",
        ["/min-familie/mote?handler=Raise"] = "raises a new point below those there are",
        ["/f/*/referat/nytt"] = "takes in new minutes",
        ["/f/*/ja"] = "writes down a new yes",
        ["/f/*/ja?handler=Withdraw"] = "names the yes itself, which is written once and withdrawn once",
        ["/f/*/sier?handler=Nothing"] = "any number of words of a member, the last one holds, all are kept",
        ["/f/*/sier?handler=Helps"] = "any number of words of a member, the last one holds, all are kept",
        ["/f/*/arshjul?handler=Wish"] = "any number of words of a member, the last one holds, all are kept",
        ["/f/*/fagmote"] = "writes down a new yes",
        ["/f/*/send"] = "makes new links; an agreement that is given to someone carries a version in its own line",
        ["/f/*/meldinger"] = "writes a new message",
        ["/f/*/meldinger?handler=Said"] = "writes a new message",
        ["/f/*/meldinger?handler=Within"] = "says how soon one answers; the last one holds",
        ["/min-familie/meldinger"] = "writes a new message",
        ["/l/*"] = "any number of answers, the last one holds, all are kept",
        ["/l/*?handler=NotMe"] = "revokes a link, as often as one likes",
        ["/l/*/mote?handler=NotMe"] = "revokes a link, as often as one likes",
        ["/l/*/innspill"] = "any number of answers, the last one holds, all are kept",
        ["/l/*/innspill?handler=Agreement"] = "any number of answers, the last one holds, all are kept",
        ["/l/*/innspill?handler=NotMe"] = "revokes a link, as often as one likes",
        ["/l/finnes-ikke?handler=New"] = "makes a new link",
    };

    // These say who one is, in which family, which language one reads, what one searches for, and where one is signed in.
    private static readonly string[] Nothing =
    [
        "/demo",
        "/sprak",
        "/familier",
        "/min-familie/bytt",
        "/innlogginger",
        "/ut",
    ];

    [Fact]
    public async Task Every_form_that_changes_something_carries_its_version()
    {
        var without = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var with = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (where, form) in await FormsAsync())
        {
            if (Versions(form).Any())
            {
                with.Add(where);
            }
            else
            {
                without.TryAdd(where, string.Join(' ', form.Sent().Select(f => f.Name)));
            }
        }
        Assert.Equal(
            "",
            string.Join('\n', without.Where(w => !Without.ContainsKey(w.Key)).Select(w => $"{w.Key}: {w.Value}"))
        );
        // An exception nobody meets any more is one too many.
        Assert.Equal("", string.Join('\n', Without.Keys.Except(without.Keys)));
        Assert.True(with.Count > 20, string.Join('\n', with.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_form_with_another_version_than_the_one_that_stands_changes_nothing_and_says_so()
    {
        var silent = new SortedSet<string>(StringComparer.Ordinal);
        var told = new SortedSet<string>(StringComparer.Ordinal);
        var forms = await OwnedFormsAsync();
        var before = await app.App.SnapshotAsync(app.Fjellvik);
        foreach (var (where, form, browser) in forms.Where(f => !Without.ContainsKey(f.Where)))
        {
            var versions = Versions(form).ToList();
            // Something is typed, so that there is a difference to be told of.
            form.FillAll(kind => kind is "text" or "textarea" ? "Skrevet av en annen" : null);
            foreach (var (name, value) in versions)
            {
                form.Set(name, (value + 1000).ToString(CultureInfo.InvariantCulture));
            }
            using var request = form.Request();
            var answer = await browser.SendAsync(request);
            (answer.Errors.Any(Tells) ? told : silent).Add($"{where} {(int)answer.Status}");
        }
        var after = await app.App.SnapshotAsync(app.Fjellvik);
        Assert.Equal("", string.Join(' ', before.Keys.Where(t => before[t] != after[t])));
        Assert.Equal("", string.Join('\n', silent));
        Assert.True(told.Count > 20, string.Join('\n', told));
    }

    private static bool Tells(string error) =>
        error.Contains("samtidig", StringComparison.Ordinal)
        || error.Contains("endret siden", StringComparison.Ordinal);

    private async Task<IEnumerable<(string Where, Form Form)>> FormsAsync() =>
        (await OwnedFormsAsync()).Select(f => (f.Where, f.Form));

    /// <summary>Each button that posts a form, with where it posts to and who can press it.</summary>
    private async Task<List<(string Where, Form Form, Browserless Browser)>> OwnedFormsAsync()
    {
        var forms = new List<(string, Form, Browserless)>();
        var places = app
            .Readers.Values.SelectMany(b => app.Addresses.Select(a => (Browser: b, a.Path)))
            .Concat(await OtherStatesAsync());
        foreach (var (browser, path) in places)
        {
            var page = await browser.GetAsync(path);
            foreach (var button in page.Document.QuerySelectorAll("form[method=post] button:not([type=button])"))
            {
                var form = page.Form(button);
                using var request = form.Request();
                var where = Place().Replace(request.RequestUri!.PathAndQuery, "*");
                if (!Nothing.Contains(where.Split('?')[0]))
                {
                    forms.Add((where, form, browser));
                }
            }
        }
        return forms;
    }

    /// <summary>Pages whose forms the family of all the others has got past.</summary>
    private async Task<IReadOnlyList<(Browserless Browser, string Path)>> OtherStatesAsync()
    {
        var world = app.App.World(app.Fjellvik);
        var (waiting, begun, sends) = (
            await world.FamilyAsync("Venter"),
            await world.FamilyAsync("Begynt"),
            await world.FamilyAsync("Sender")
        );
        await waiting.EndAppointmentAsync(world.Today.AddDays(-1));
        var mother = await begun.MemberAsync("Anne Begynt", FamilyRelation.Mother, 40);
        await begun.MemberAsync("Bo Begynt", FamilyRelation.Father, 41);
        await begun.SayYesAsync(recipient: null, mother);
        await begun.AgreementAsync("Bestille rampe", [mother]);
        var held = await begun.MeetingAsync(world.Today.AddDays(-1), mother, "Rådhuset", "Anne Begynt", "Bo Begynt");
        var father = await sends.MemberAsync("Bo Sender", FamilyRelation.Father, 41);
        await sends.SayYesAsync(recipient: null, father);
        var teacher = await sends.ReachableAsync("Tor Lærer", "tor@example.no", father);
        // She is soon of age, which says that a meeting more may be needed.
        await sends.BornAsync("Siv Sender", FamilyRelation.Child, world.Today.AddYears(-18).AddMonths(4));
        await sends.AgreementAsync("Ringe skolen", [father], teacher);
        var coordinator = await app.App.StaffAsync(app.Fjellvik, begun.Coordinator);
        var sender = await app.App.StaffAsync(app.Fjellvik, sends.Coordinator);
        return
        [
            (sender, $"/f/{sends.Id}/arshjul"),
            (sender, "/i-dag"),
            (await app.App.StaffAsync(app.Fjellvik, waiting.Officer), $"/enhet/{waiting.Id}"),
            (coordinator, $"/f/{begun.Id}/ja"),
            (coordinator, $"/f/{begun.Id}/send"),
            // Nothing is planned after it.
            (coordinator, $"/f/{begun.Id}/mote/{held}/les-opp"),
            (sender, $"/f/{sends.Id}/send"),
            (app.Readers["nobody"], "/l/finnes-ikke"),
        ];
    }

    /// <summary>What the form says it was made from.</summary>
    private static IEnumerable<(string Name, int Value)> Versions(Form form) =>
        form.Sent()
            .Where(f => f.Name.EndsWith("Version", StringComparison.Ordinal))
            .Select(f => (f.Name, int.Parse(f.Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Place();
}
