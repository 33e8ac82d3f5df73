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

    /// <summary>The goals, in the family's order. Each is a write of its own: it takes its place behind those there are.</summary>
    public IReadOnlyList<CaseNode> Goals =>
        file.Root["goals"].List.OrderBy(g => g.Number("order") ?? int.MaxValue).ToList();

    /// <summary>Writes what everyone said matters, what they are good at, what they need and what they bring.</summary>
    public async Task<Refusal?> WordsAsync(Write write)
    {
        foreach (var m in file.Root["whatMatters"].List)
        {
            Guid? teller = m["toldId"].IsNull ? null : _people.Member(m["toldId"]);
            var said = new WhatMattersDetails(m.Text("text"), m["how"].Value, teller, m["toldText"].Value);
            var draft = new WhatMattersDraft(_people.Member(m["member"]), said, Day(m, "date"), Shared(m));
            if ((await MatterBook.AddAsync(write, draft)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        foreach (var r in _plan["resources"].List.Concat(file.Root["outsidePlan"]["resources"].List))
        {
            var draft = new ResourceDraft(_people.Member(r["member"]), r.Text("text"), Shared(r));
            if ((await NeedBook.AddResourceAsync(write, draft)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        foreach (var n in _plan["needs"].List)
        {
            if ((await NeedBook.AddAsync(write, Need(n))).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        foreach (var c in _plan["contributions"].List)
        {
            // What a service brings, it brings to the one the plan is for.
            var own = _people.IsMember(c["who"]);
            var about = _people.Member(own ? c["who"] : _plan["owner"]);
            var draft = new ContributionDraft(about, c.Text("text"), own ? null : _people.Person(c["who"]), Shared(c));
            if ((await NeedBook.AddContributionAsync(write, draft)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    /// <summary>Writes a goal.</summary>
    public async Task<Refusal?> GoalAsync(Write write, CaseNode goal)
    {
        var draft = new GoalDraft(
            _people.Member(goal["member"]),
            goal.Text("words"),
            goal.OneOf("lifeArea", CaseWords.LifeAreas),
            goal.OneOf("status", CaseWords.Goals),
            Shared(goal)
        );
        return (await GoalBook.AddAsync(write, draft, null, CancellationToken.None, Id(goal.Text("id")))).Refusal;
    }

    /// <summary>Writes how it was at the start and since. The start is by whoever said the next one, else by the goal's own.</summary>
    public async Task<Refusal?> ScoresAsync(Write write)
    {
        foreach (var goal in Goals)
        {
            var scores = goal["scores"].List;
            var first = _people.Member(scores.Count > 0 ? scores[0]["by"] : goal["member"]);
            foreach (var s in scores.Prepend(goal["start"]).Where(s => !s.IsNull))
            {
                var by = s["by"].IsNull ? first : _people.Member(s["by"]);
                var draft = new ScoreDraft(s.Number("value") ?? throw s.Fault("has no value"), by, Day(s, "date"));
                if (
                    (await GoalBook.ScoreAsync(write, Id(goal.Text("id")), draft, CancellationToken.None)).Refusal is
                    { } refusal
                )
                {
                    return refusal;
                }
            }
        }
        return null;
    }

    /// <summary>Writes the measures. Those with a day, or from a meeting, also make an agreement.</summary>
    public async Task<Refusal?> MeasuresAsync(Write write)
    {
        var seq = 0;
        foreach (var m in file.Root["measures"].List)
        {
            var topic = _people.TopicOf(m["responsible"]) is { } t ? Rows.Code(t) : null;
            var goal = Id(m.Text("goal"));
            var added = await MeasureBook.AddAsync(write, goal, Measure(m), topic, ++seq, Id(m.Text("id")));
            if (added.Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
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
        // The file does not say since when: no longer than since this plan's time began.
        var since = _plan.Day("periodFrom") ?? _plan["consent"].Day("date") ?? throw n.Fault("is of no time");
        return new NeedDraft(
            _people.Member(n["member"]),
            n.Text("text"),
            owner?.Text("name"),
            owner?.Flag("private") == true,
            since,
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
