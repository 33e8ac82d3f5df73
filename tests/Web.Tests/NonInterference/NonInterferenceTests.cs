using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.NonInterference;

/// <summary>
/// For each reader every page is the same in a world with and without what is hidden from her: name, count, heading,
/// number, order, error. The two worlds are one database before and after, so ids need no mask. Pages come from the
/// endpoints; a new one takes part by itself.
/// </summary>
public sealed class NonInterferenceTests(LeakyApp app) : IClassFixture<LeakyApp>
{
    /// <summary>What is added · who sees it on some page (and must) · who may see it when a page of theirs comes.</summary>
    public static TheoryData<string, string, string> Hidden { get; } =
        new()
        {
            { "a participant of the child's", "coordinator child mother father", "" },
            { "a private participant of the mother's", "coordinator mother", "" },
            { "a participant of the child in foster care", "coordinator", "fostered foster" },
            { "a call about the father", "coordinator", "" },
            { "a call about the common part", "coordinator", "" },
            { "an agreement about the father", "coordinator father", "" },
            { "an agreement about the youth", "coordinator youth16", "" },
            { "what matters to the mother, for her alone", "coordinator mother", "" },
            { "a goal of the father's, with a measure", "coordinator father", "" },
            { "what the father brings", "coordinator father", "" },
            { "how the child took part", "coordinator child mother father", "" },
            { "a need of the child's", "coordinator child mother father", "" },
            { "a private item of the youth's", "", "youth16 coordinator" },
            { "the mother's own", "", "mother" },
            { "the mother's home", "", "mother stepfather" },
            { "old minutes", "coordinator", "" },
            { "one more in the family", "coordinator", "" },
            { "another family", "officer", "" },
            { "another family of the other coordinator's", "officer other_coordinator", "" },
            { "a family in the other municipality", "", "" },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task What_is_hidden_changes_no_byte(string what, string sees, string maySee)
    {
        var without = app.Now ?? await app.ReadAllAsync();
        await AddAsync(what);
        var with = await app.ReadAllAsync();
        app.Now = with;
        var changed = Changed(without, with);
        var entitled = Names(sees).Concat(Names(maySee)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            "",
            string.Join(
                "\n",
                changed
                    .Where(c => !entitled.Contains(c.Reader))
                    .Select(c => $"{what} shows for {c.Reader} on {c.Template}")
            )
        );
        Assert.Equal("", string.Join(" ", Names(sees).Where(s => !changed.Exists(c => c.Reader == s))));
    }

    [Fact]
    public async Task Nothing_added_changes_nothing_for_anyone()
    {
        Assert.Empty(Changed(await app.ReadAllAsync(), await app.ReadAllAsync()));
    }

    [Theory]
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
            await AddAsync("the mother's own");
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

    private async Task AddAsync(string what)
    {
        var (family, members) = (app.Family, app.Members);
        switch (what)
        {
            case "a participant of the child's":
                await family.ParticipantAsync("Pia Ppt", Topic.School, false, members["child"]);
                break;
            case "a private participant of the mother's":
                await family.ParticipantAsync("Per Psykolog", Topic.MentalHealth, true, members["mother"]);
                break;
            case "a participant of the child in foster care":
                await family.ParticipantAsync("Bente Barnevern", Topic.ChildWelfare, false, members["fostered"]);
                break;
            case "a call about the father":
                await family.ContactAsync("Far", "Han vil ikke at noen vet.", members["father"]);
                break;
            case "a call about the common part":
                await family.ContactAsync("Naboen", "Lurer på noe.");
                break;
            case "an agreement about the father":
                await family.AgreementAsync("Søke om gjeldsråd", [members["father"]]);
                break;
            case "an agreement about the youth":
                await family.AgreementAsync("Time hos helsesykepleier", [members["youth16"]], members["youth16"]);
                break;
            case "what matters to the mother, for her alone":
                await family.MatterAsync("Sove.", members["mother"], Sharing.Private);
                break;
            case "a goal of the father's, with a measure":
                var goal = await family.GoalAsync("Få orden på økonomien", members["father"]);
                await family.MeasureAsync("Gjeldsråd", goal, new PlanPerson(family.Coordinator, "Kari Koordinator"));
                break;
            case "what the father brings":
                await family.ContributionAsync("Henter på onsdager", members["father"]);
                break;
            case "how the child took part":
                await family.ChildsPartAsync("Han tegnet huset hos far.");
                break;
            case "a need of the child's":
                await family.NeedAsync("Noen å gå sammen med", members["child"]);
                break;
            case "a private item of the youth's":
                await family.ItemAsync(Item(Room.Plan, "youth16") with { Private = true }, "Hemmelig");
                break;
            case "the mother's own":
                await family.ItemAsync(Item(Room.Own, "mother") with { Owner = members["mother"] }, "Bare mitt");
                break;
            case "the mother's home":
                await family.ItemAsync(Item(Room.Home, "mother") with { Owner = members["mother"] }, "Vi hjemme");
                break;
            case "old minutes":
                await MinutesAsync();
                break;
            case "one more in the family":
                await family.MemberAsync("Bestemor Nordli", FamilyRelation.Grandparent, 71);
                break;
            case "another family":
                await app.World.FamilyAsync("Aaberg");
                break;
            case "another family of the other coordinator's":
                var other = await app.App.ScalarAsync<Guid>(
                    app.App.Fjellvik,
                    "select a.staff from appointment a join member m on m.family = a.family where m.family <> @Id limit 1",
                    new { family.Id }
                );
                var more = await app.World.FamilyAsync("Aakre", other);
                await more.MemberAsync("Anne Aakre", FamilyRelation.Mother, 33);
                break;
            case "a family in the other municipality":
                await app.App.World(app.App.Sundhavn).FamilyAsync("Nordli");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "not known");
        }
    }

    private async Task MinutesAsync()
    {
        var page = await app.Readers["coordinator"].OpenAsync($"/f/{app.Family.Id}/referat/nytt");
        var button = page
            .Document.QuerySelectorAll("main form[method=post] button")
            .Select(b => b.TextContent.Trim())
            .Last(t => t.Length > 0);
        await page.Form(button)
            .Set("Text", "Møte 01.09.2026\nTil stede: Tore Lærer\n\nAvtaler:\n- Tore Lærer ringer innen 30.09.2026")
            .PressAsync();
    }

    private ItemRow Item(Room room, string about) =>
        new()
        {
            Kind = ItemKinds.WhatMatters,
            Room = Rows.Code(room),
            Topic = Rows.Code(Topic.FamilyLife),
            About = [app.Members[about]],
            State = "kept",
        };

    private static List<(string Reader, string Template)> Changed(
        IReadOnlyDictionary<(string Reader, string Template), string> without,
        IReadOnlyDictionary<(string Reader, string Template), string> with
    ) => without.Keys.Where(k => without[k] != with[k]).ToList();

    private static IEnumerable<string> Names(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Replace('_', ' '));
}
