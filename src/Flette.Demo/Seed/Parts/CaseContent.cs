using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Matters;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Needs;

namespace Flette.Demo.Seed;

/// <summary>
/// What stands in the plan of a case: what matters, resources, needs, contributions, goals with their 0–10, and measures.
/// What hangs on the family outside the plan is written the same way, and lands there by itself.
/// </summary>
public sealed class CaseContent(CaseFile file)
{
    private readonly CaseNode _plan = file.Root["plan"];
    private readonly CasePeople _people = new(file);

    /// <summary>
    /// Everything, each with the day it was said or agreed on: what is new, and since when someone has had it, then stays
    /// right. Goals come in the family's order, each before its scores and measures.
    /// </summary>
    public IEnumerable<(DateOnly Day, Func<Write, Task<Refusal?>> Work)> Steps()
    {
        foreach (var m in file.Root["whatMatters"].List)
        {
            yield return (Day(m, "date"), async write => (await MatterBook.AddAsync(write, Matter(m))).Refusal);
        }
        foreach (var r in _plan["resources"].List.Concat(file.Root["outsidePlan"]["resources"].List))
        {
            var draft = new ResourceDraft(_people.Member(r["member"]), r.Text("text"), Shared(r));
            yield return (Begun, async write => (await NeedBook.AddResourceAsync(write, draft)).Refusal);
        }
        foreach (var n in _plan["needs"].List)
        {
            yield return (Begun, async write => (await NeedBook.AddAsync(write, Need(n))).Refusal);
        }
        foreach (var c in _plan["contributions"].List)
        {
            yield return (Begun, async write => (await NeedBook.AddContributionAsync(write, Contribution(c))).Refusal);
        }
        foreach (var g in file.Root["goals"].List.OrderBy(g => g.Number("order") ?? int.MaxValue))
        {
            var id = Id(g.Text("id"));
            yield return (Day(g["start"], "date"), write => GoalAsync(write, g, id));
            foreach (var (day, score) in Scores(g))
            {
                yield return (day, async write => (await GoalBook.ScoreAsync(write, id, score)).Refusal);
            }
        }
        foreach (var m in file.Root["measures"].List)
        {
            yield return (Agreed(m), write => MeasureAsync(write, m));
        }
    }

    // The file does not say when needs and resources were put into words: when this plan's time began.
    private DateOnly Begun => _plan.Day("periodFrom") ?? Day(_plan["consent"], "date");

    private WhatMattersDraft Matter(CaseNode m)
    {
        Guid? teller = m["toldId"].IsNull ? null : _people.Member(m["toldId"]);
        var said = new WhatMattersDetails(m.Text("text"), m["how"].Value, teller, m["toldText"].Value);
        return new WhatMattersDraft(_people.Member(m["member"]), said, Day(m, "date"), Shared(m));
    }

    private ContributionDraft Contribution(CaseNode c)
    {
        // What a service brings, it brings to the one the plan is for.
        var own = _people.IsMember(c["who"]);
        var about = _people.Member(own ? c["who"] : _plan["owner"]);
        return new ContributionDraft(about, c.Text("text"), own ? null : _people.Person(c["who"]), Shared(c));
    }

    private async Task<Refusal?> GoalAsync(Write write, CaseNode goal, Guid id)
    {
        var draft = new GoalDraft(
            _people.Member(goal["member"]),
            goal.Text("words"),
            goal.OneOf("lifeArea", CaseWords.LifeAreas),
            goal.OneOf("status", CaseWords.Goals),
            Shared(goal)
        );
        return (await GoalBook.AddAsync(write, draft, position: null, CancellationToken.None, id)).Refusal;
    }

    /// <summary>How it was at the start and since. The start is by whoever said the next one, else by the goal's own.</summary>
    private IEnumerable<(DateOnly Day, ScoreDraft Score)> Scores(CaseNode goal)
    {
        var scores = goal["scores"].List;
        var first = _people.Member(scores.Count > 0 ? scores[0]["by"] : goal["member"]);
        foreach (var s in scores.Prepend(goal["start"]))
        {
            var by = s["by"].IsNull ? first : _people.Member(s["by"]);
            var day = Day(s, "date");
            yield return (day, new ScoreDraft(s.Number("value") ?? throw s.Fault("has no value"), by, day));
        }
    }

    /// <summary>When a measure was agreed on: at its meeting, else with its goal; it is written as it stands when it was done.</summary>
    private DateOnly Agreed(CaseNode m)
    {
        var goal =
            file.Root["goals"].List.FirstOrDefault(g => g.Text("id") == m.Text("goal"))
            ?? throw m["goal"].Fault($"{m.Text("goal")} is no goal");
        var meeting = file.Root["meetings"]["past"].List.FirstOrDefault(x => x.Text("id") == m["fromMeeting"].Value);
        return new[]
        {
            Day(goal["start"], "date"),
            Begun,
            meeting?.Day("date") ?? default,
            m.Day("doneOn") ?? default,
        }.Max();
    }

    /// <summary>Writes a measure. One with a day, or from a meeting, also makes an agreement.</summary>
    private async Task<Refusal?> MeasureAsync(Write write, CaseNode m)
    {
        var topic = _people.TopicOf(m["responsible"]) is { } t ? Rows.Code(t) : null;
        var seq = file.Root["measures"].List.TakeWhile(other => other.Text("id") != m.Text("id")).Count() + 1;
        return (
            await MeasureBook.AddAsync(write, Id(m.Text("goal")), Measure(m), topic, seq, Id(m.Text("id")))
        ).Refusal;
    }

    private MeasureDraft Measure(CaseNode m) =>
        new(
            m.Text("what"),
            _people.Person(m["responsible"]),
            [.. m["with"].List.Select(_people.Person)],
            m["withText"].Value,
            m["scope"].Value,
            m["how"].Value,
            m.Day("due"),
            m["dueText"].Value,
            m["mayHarm"].Value,
            m.OneOf("status", CaseWords.Measures),
            m.Day("doneOn"),
            m.Flag("private"),
            Meeting: m["fromMeeting"].Value is { } meeting ? Id(meeting) : null
        );

    private NeedDraft Need(CaseNode n)
    {
        var owner = n["owner"].IsNull ? null : _people.Service(n["owner"]);
        return new NeedDraft(
            _people.Member(n["member"]),
            n.Text("text"),
            owner?.Text("name"),
            owner?.Flag("private") == true,
            Begun,
            NeedState.Unmet,
            Shared(n)
        );
    }

    private static Sharing Shared(CaseNode entry) =>
        entry.Flag("private") ? Sharing.Private
        : entry.Flag("sharedAtHome") ? Sharing.AtHome
        : Sharing.Usual;

    private static DateOnly Day(CaseNode entry, string key) => entry.Day(key) ?? throw entry.Fault($"has no {key}");

    private Guid Id(string local) => DemoIds.Of(file.Id, local);
}
