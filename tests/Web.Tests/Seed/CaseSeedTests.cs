using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Demo.Seed;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Team;

namespace Flette.Web.Tests.Seed;

public class CaseSeedTests(SeededToday seeded) : IClassFixture<SeededToday>
{
    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-02-28")]
    [InlineData("2028-02-29")]
    public async Task Every_case_stands_as_in_its_file_whatever_the_day(string day)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var other = today == seeded.Day ? null : await SeededDemo.AtAsync(today);
        var demo = other ?? seeded.Demo;
        var written = CaseFile.All();
        Assert.Equal(5, written.Count);
        foreach (var (file, plain) in demo.Files.Zip(written))
        {
            using var pass = await demo.CoordinatorAsync(file);
            var moved = file.Shift.Day(plain.Written);
            Assert.InRange(today.DayNumber - moved.DayNumber, 0, 6);
            CheckMembers(pass, plain, moved);
            await TeamAsync(pass, plain);
            await MeetingsAsync(pass, plain);
            await ContentAsync(pass, plain);
            Assert.Equal(plain.Root["plan"].IsNull ? PlanState.None : PlanState.Open, pass.Family!.Plan);
        }
    }

    /// <summary>What the demo does not show yet is written down, in sections.txt: no more and no less.</summary>
    [Fact]
    public async Task What_the_seed_leaves_out_is_listed()
    {
        var listed = await File.ReadAllLinesAsync(Listed(), TestContext.Current.CancellationToken);
        Assert.Equal(listed, seeded.Demo.Left);
    }

    [Fact]
    public async Task Services_stand_in_the_register_of_organisations()
    {
        var demo = seeded.Demo;
        foreach (var file in demo.Files)
        {
            await using var db = await demo.Municipality(file)
                .Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var rows = (
                await db.QueryAsync<string>("select name || '|' || owner || '|' || topic from organisation")
            ).ToHashSet();
            var services = file.Root["services"]
                .List.Select(s =>
                    $"{s.Text("name")}|{s.OneOf("owner", CaseWords.Owners)}|{Rows.Code(s.OneOf("topic", CaseWords.Topics))}"
                );
            Assert.All(services, s => Assert.Contains(s, rows));
        }
    }

    [Theory]
    [InlineData("topic: skole/barnehage", "topic: skule", "services", "topic")]
    [InlineData("owner: helseforetak", "owner: sykehus", "services", "owner")]
    public void A_word_that_is_not_mapped_stops_with_file_and_line(string from, string to, string section, string key)
    {
        var text = File.ReadAllText(Path.Combine(Kit.Repository.Root(), "src/Flette.Demo/Cases/bk_hauge.yaml"));
        var changed = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        var line = changed[..changed.IndexOf(to, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        using var reader = new StringReader(changed);
        var file = CaseFile.Read("bk_hauge.yaml", reader);
        var stopped = Assert.Throws<CaseException>(() =>
            file.Root[section]
                .List.Select(n =>
                    key == "topic" ? (object)n.OneOf(key, CaseWords.Topics) : n.OneOf(key, CaseWords.Owners)
                )
                .ToList()
        );
        Assert.StartsWith($"bk_hauge.yaml:{line}: {key} ", stopped.Message, StringComparison.Ordinal);
        Assert.EndsWith("is not mapped", stopped.Message, StringComparison.Ordinal);
    }

    private static void CheckMembers(Access.Pass pass, CaseFile plain, DateOnly moved)
    {
        var members = Members.All(pass);
        var inFile = plain.Root["members"].List;
        Assert.Equal(inFile.Count, members.Count);
        foreach (var m in inFile)
        {
            var seeded = Assert.Single(members, s => s.Id == DemoIds.Of(plain.Id, m.Text("id")));
            Assert.Equal(m.Text("name"), seeded.Details.Name);
            Assert.Equal(Age(m.Day("birthDate"), plain.Written), Age(seeded.Born, moved));
            Assert.Equal(m.Day("birthDate")?.DayOfWeek, seeded.Born?.DayOfWeek);
            Assert.Equal(m.Flag("unborn"), seeded.CarriedBy is not null);
        }
    }

    private static async Task TeamAsync(Access.Pass pass, CaseFile plain)
    {
        var team = await Participants.AllAsync(pass, CancellationToken.None);
        // Coordinator and deputy are appointed; neither takes part besides.
        var (coordinator, deputy) = (plain.Root["case"].Text("coordinator"), plain.Root["case"]["deputy"].Value);
        var inFile = plain
            .Root["contacts"]
            .List.Where(c => !c["concerns"].IsNull && c.Text("id") != coordinator && c.Text("id") != deputy)
            .ToList();
        Assert.Equal(inFile.Select(c => c.Text("name")).Order(), team.Select(p => p.Details.Name).Order());
        Assert.Equal(
            inFile.Where(c => c.Flag("private")).Select(c => c.Text("name")).Order(),
            team.Where(p => p.Private).Select(p => p.Details.Name).Order()
        );
        var services = plain.Root["services"].List.ToDictionary(s => s.Text("id"), s => s, StringComparer.Ordinal);
        foreach (var c in inFile)
        {
            var seeded = team.Single(p => p.Id == DemoIds.Of(plain.Id, c.Text("id")));
            Assert.Equal(services[c.Text("service")].OneOf("topic", CaseWords.Topics), seeded.Topic);
            Assert.Equal(c["concerns"].Texts.Select(m => DemoIds.Of(plain.Id, m)), seeded.Concerns);
            Assert.Equal(c["phone"].Value, seeded.Details.Reach.Phone);
            Assert.Equal(c["email"].Value, seeded.Details.Reach.Email);
            Assert.Equal(c.Number("minNoticeWeeks"), seeded.Details.MinimumNoticeWeeks);
            Assert.Equal(c.Day("since")?.DayOfWeek, seeded.Details.Since?.DayOfWeek);
        }
    }

    private static async Task MeetingsAsync(Access.Pass pass, CaseFile plain)
    {
        var meetings = await MeetingBook.AllAsync(pass, CancellationToken.None);
        foreach (
            var (state, section, who) in new[]
            {
                (MeetingState.Held, "past", "present"),
                (MeetingState.Planned, "planned", "invited"),
            }
        )
        {
            var inFile = plain.Root["meetings"][section].List;
            var seeded = meetings.Where(m => m.State == state).OrderBy(m => m.Day).ToList();
            Assert.Equal(inFile.Count, seeded.Count);
            foreach (var (m, s) in inFile.OrderBy(m => m.Day("date")).Zip(seeded))
            {
                Assert.Equal(m.Day("date")?.DayOfWeek, s.Day.DayOfWeek);
                Assert.Equal(m["time"].Value, s.Details.Time);
                Assert.Equal(m["place"].Value, s.Details.Place);
                Assert.Equal(m[who].Texts.Count, s.Details.Present.Length);
                Assert.Equal(m["absent"].Texts.Count, s.Details.Absent.Length);
            }
        }
    }

    private static async Task ContentAsync(Access.Pass pass, CaseFile plain)
    {
        var (root, plan) = (plain.Root, plain.Root["plan"]);
        var resources = plan["resources"].List.Concat(root["outsidePlan"]["resources"].List).ToList();
        if (!plan.IsNull)
        {
            var head = Features.Consents.PlanBook.Head(pass);
            Assert.Equal(plan.Day("periodFrom")!.Value.DayOfWeek, head!.From.DayOfWeek);
            Assert.Equal(
                plan.Day("periodTo")!.Value.DayNumber - plan.Day("periodFrom")!.Value.DayNumber,
                head.Until!.Value.DayNumber - head.From.DayNumber
            );
            Assert.Equal(plan.Day("nextRevision")!.Value.DayOfWeek, head.Revision!.Value.DayOfWeek);
            Assert.Single(await Access.Visible.ItemsAsync(pass, CancellationToken.None, ItemKinds.ChildsPart));
        }
        await CountAsync(ItemKinds.WhatMatters, root["whatMatters"].List);
        await CountAsync(ItemKinds.Resource, resources);
        await CountAsync(ItemKinds.Need, plan["needs"].List);
        await CountAsync(ItemKinds.Contribution, plan["contributions"].List);
        await CountAsync(ItemKinds.Goal, root["goals"].List);
        var goals = root["goals"].List.Where(g => g.Flag("private")).Select(g => g.Text("id")).ToHashSet();
        var measures = await Access.Visible.ItemsAsync(pass, CancellationToken.None, ItemKinds.Measure);
        Assert.Equal(root["measures"].List.Count, measures.Count);
        foreach (var m in root["measures"].List)
        {
            var row = measures.Single(s => s.Row.Id == DemoIds.Of(plain.Id, m.Text("id"))).Row;
            Assert.Equal(m.Day("due")?.DayOfWeek, row.Day?.DayOfWeek);
            Assert.Equal(m.Flag("private") || goals.Contains(m.Text("goal")), row.Private);
        }

        async Task CountAsync(string kind, IReadOnlyList<CaseNode> inFile)
        {
            var items = await Access.Visible.ItemsAsync(pass, CancellationToken.None, kind);
            Assert.Equal(inFile.Count, items.Count);
            Assert.Equal(inFile.Count(n => n.Flag("private")), items.Count(i => i.Row.Private));
            Assert.Equal(inFile.Count(n => n.Flag("sharedAtHome")), items.Count(i => i.Row.SharedHome));
        }
    }

    private static int? Age(DateOnly? born, DateOnly day) => born is { } b ? Ages.On(b, day) : null;

    private static string Listed([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "sections.txt");
}
