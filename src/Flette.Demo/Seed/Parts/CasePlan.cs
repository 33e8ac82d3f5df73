using Flette.Core;
using Flette.Core.Consents;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Consents;
using Flette.Web.Features.PlanHeads;

namespace Flette.Demo.Seed;

/// <summary>The yes of a case, and with it the plan. A case without a yes has no plan.</summary>
public sealed class CasePlan(CaseFile file)
{
    private readonly CaseNode _plan = file.Root["plan"];

    /// <summary>Whether anyone has said yes.</summary>
    public bool HasYes => !_plan.IsNull;

    /// <summary>The day it was said.</summary>
    public DateOnly Day => _plan["consent"].Day("date") ?? throw _plan["consent"].Fault("has no date");

    /// <summary>Records it, from each who said it, on the day they did.</summary>
    public async Task<Refusal?> YesAsync(Write write)
    {
        var kind = _plan.OneOf("kind", CaseWords.Plans);
        var owner = _plan.Text("owner");
        var asked = new PlanAsked(kind, kind == PlanKind.Individual ? DemoIds.Of(file.Id, owner) : null);
        return await PlanBook.RecordAsync(
            write,
            asked,
            _plan["consent"]["givenBy"].Texts.Select(m => DemoIds.Of(file.Id, m)).ToList(),
            Day,
            ConsentHow.InPerson,
            Words.Sentence(kind, kind == PlanKind.Individual ? FirstName(owner) : null)
        );
    }

    /// <summary>The day this plan's time began.</summary>
    public DateOnly Begun => _plan.Day("periodFrom") ?? throw _plan.Fault("has no periodFrom");

    /// <summary>Writes its time, when it is looked at, who is responsible, and how the child took part.</summary>
    public async Task<Refusal?> HeadAsync(Write write)
    {
        // The coordinator is responsible by her appointment; only another is written down.
        var responsible = _plan.Text("mainResponsible");
        var draft = new PlanHeadDraft(
            Begun,
            _plan.Day("periodTo"),
            _plan.Day("nextRevision"),
            responsible == file.Root["case"].Text("coordinator")
                ? null
                : new CasePeople(file).Person(_plan["mainResponsible"]),
            _plan["childParticipation"].Value
        );
        var head = await PlanBook.HeadAsync(write) ?? throw _plan.Fault("is not there");
        return (await HeadBook.ChangeAsync(write, draft, head.Version, partVersion: 0, CancellationToken.None)).Refusal;
    }

    private string FirstName(string member) =>
        file.Root["members"].List.First(m => m.Text("id") == member).Text("name").Split(' ', 2)[0];
}
