namespace Flette.Web.Tests.NonInterference;

/// <summary>
/// For each reader every page is the same in a world with and without what is hidden from her: name, count, heading,
/// number, order, error. The two worlds are one database before and after, so ids need no mask. Pages come from the
/// endpoints; a new one takes part by itself.
/// </summary>
[TestCaseOrderer(typeof(AsWritten))]
public sealed class NonInterferenceTests(LeakyApp app) : IClassFixture<LeakyApp>
{
    /// <summary>Those who try addresses they have from somewhere: she has the family, its deputy not yet, and those outside.</summary>
    private static readonly string[] Knocking = ["coordinator", "named deputy", "other coordinator", "mother", "link"];

    private static readonly string[] OfOneItem =
    [
        "historikk",
        "avtale",
        "behov",
        "bidrag",
        "ressurs",
        "mal",
        "tiltak",
        "deltaker",
        "logg",
        "referat",
        "mote",
        "linje",
    ];

    /// <summary>What is added, by name: together, what the same readers must and may learn of.</summary>
    public static TheoryData<string> Secrets { get; } = new(Secret.Together.Keys);

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task What_is_hidden_changes_no_byte_and_what_is_not_is_shown(string what)
    {
        var together = Secret.Together[what];
        var secret = together[0];
        // A reader who is misspelt would be entitled to nothing, and nobody would notice.
        Assert.Subset(app.Readers.Keys.ToHashSet(StringComparer.Ordinal), secret.Entitled.ToHashSet());
        var without = app.Now ?? await app.ReadAllAsync();
        var before = await app.ItemsAsync();
        foreach (var one in together)
        {
            await one.AddAsync(app);
        }
        var with = await app.ReadAllAsync();
        app.Now = with;
        var broken = with.Where(p => p.Value.StartsWith('5')).Select(p => p.Key);
        Assert.True(!broken.Any(), "Fails: " + string.Join('\n', broken));
        var changed = Changed(without, with);
        var leaks = changed
            .Where(c => !secret.Entitled.Contains(c.Reader))
            .Select(c => $"{what} shows for {c.Reader} on {c.Template}");
        Assert.True(!leaks.Any(), string.Join('\n', leaks));
        var unaware = secret.Must.Where(s => !changed.Exists(c => c.Reader == s));
        Assert.True(!unaware.Any(), "Nothing new for " + string.Join(", ", unaware));
        var unsaid = secret.Must.SelectMany(s =>
            together.SelectMany(one => one.Says).Where(w => !Says(with, s, w)).Select(w => $"{s}: {w}")
        );
        Assert.True(!unsaid.Any(), "Not told " + string.Join("; ", unsaid));
        var items = (await app.ItemsAsync()).Except(before).ToList();
        var found = await FoundAsync(Knocking.Where(r => !secret.Entitled.Contains(r)), items);
        Assert.True(found.Count == 0, $"{what} is found by " + string.Join('\n', found));
        // Else nobody finds anything at these addresses, and the line above says nothing.
        Assert.Equal(
            items.Count > 0 && secret.Must.Contains("coordinator"),
            (await FoundAsync(secret.Must.Where(r => r == "coordinator"), items)).Count > 0
        );
        app.Now = await app.AgainAsync(with);
    }

    /// <summary>Where a reader is answered otherwise at the address of something than at that of nothing.</summary>
    private async Task<IReadOnlyList<string>> FoundAsync(IEnumerable<string> readers, IReadOnlyList<Guid> items)
    {
        var found = new List<string>();
        foreach (var (reader, page) in readers.SelectMany(r => OfOneItem.Select(p => (r, p))))
        {
            var nothing = await app.AtAsync(reader, page, Guid.CreateVersion7());
            foreach (var item in items)
            {
                if (await app.AtAsync(reader, page, item) != nothing)
                {
                    found.Add($"{reader} at {page}");
                }
            }
        }
        return found;
    }

    [Fact]
    public async Task Nothing_added_changes_nothing_for_anyone()
    {
        Assert.Empty(Changed(await app.ReadAllAsync(), await app.ReadAllAsync()));
    }

    [Theory]
    [Trait("Speed", "slow")]
    [InlineData(Leak.Name)]
    [InlineData(Leak.Count)]
    [InlineData(Leak.Number)]
    [InlineData(Leak.Order)]
    public async Task A_planted_leak_is_caught_on_every_page_for_every_reader(Leak leak)
    {
        app.Leak = leak;
        app.Now = null;
        try
        {
            var without = await app.ReadAllAsync();
            await Secret.Together.Values.SelectMany(s => s).Single(s => s.What == "the mother's own").AddAsync(app);
            var changed = Changed(without, await app.ReadAllAsync()).ToHashSet();
            var missed = without
                .Where(p => p.Value.Contains("</main>", StringComparison.Ordinal))
                .Select(p => p.Key)
                .Where(k => !changed.Contains(k));
            Assert.Equal("", string.Join("\n", missed.Select(m => $"{m.Reader} {m.Template}")));
            Assert.Equal(app.Readers.Count, changed.Select(c => c.Reader).Distinct().Count());
        }
        finally
        {
            app.Leak = Leak.None;
        }
    }

    /// <summary>Else the answers are all the same because nobody gets any.</summary>
    [Fact]
    public async Task Each_reader_is_let_in_where_she_belongs()
    {
        var all = await app.ReadAllAsync();
        foreach (
            var (reader, template) in new[]
            {
                ("officer", "/enhet/{family:guid}"),
                ("officer", "/enhet/{family:guid}/oppnevning/{appointment:guid}/historikk"),
                ("deputy", "/f/{family:guid}/oppnevning/{appointment:guid}/historikk"),
                ("coordinator", "/f/{family:guid}/plan/pdf"),
                ("coordinator", "/f/{family:guid}/referat/{minutes:guid}"),
                ("coordinator", "/f/{family:guid}/mote/{meeting:guid}"),
                ("coordinator", "/f/{family:guid}/send"),
                ("deputy", "/f/{family:guid}/logg"),
                ("other coordinator", "/familier"),
                ("coordinator of the other municipality", "/familier"),
                ("mother", "/min-familie/plan"),
                ("child", "/min-familie/plan/utskrift"),
                ("verge", "/min-familie"),
                ("foster", "/min-familie"),
                ("stranger", "/min-familie/plan"),
                ("link", "/l/{link:guid}"),
                ("nobody", "/l/{told:regex(^(ny|ikke-meg)$)}"),
            }
        )
        {
            Assert.True(
                all[(reader, template)].StartsWith("200 ", StringComparison.Ordinal),
                $"{reader} {template}: {all[(reader, template)][..60]}"
            );
        }
        foreach (var outside in new[] { "named deputy", "former coordinator", "other coordinator", "leader" })
        {
            Assert.StartsWith("404 ", all[(outside, "/f/{family:guid}")], StringComparison.Ordinal);
        }
    }

    private static bool Says(
        IReadOnlyDictionary<(string Reader, string Template), string> pages,
        string reader,
        string words
    ) => pages.Any(p => p.Key.Reader == reader && p.Value.Contains(words, StringComparison.Ordinal));

    private static List<(string Reader, string Template)> Changed(
        IReadOnlyDictionary<(string Reader, string Template), string> without,
        IReadOnlyDictionary<(string Reader, string Template), string> with
    ) => without.Keys.Where(k => without[k] != with[k]).ToList();
}
