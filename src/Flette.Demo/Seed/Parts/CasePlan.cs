using Flette.Core;
using Flette.Core.Consents;
using Flette.Web.Access;
using Flette.Web.Features.Consents;

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

    private string FirstName(string member) =>
        file.Root["members"].List.First(m => m.Text("id") == member).Text("name").Split(' ', 2)[0];
}
