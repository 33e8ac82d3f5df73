using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Transitions.ByFamily;

namespace Flette.Web.Features.Family;

/// <summary>The plan as the family reads it: the same contents as the coordinator's page, as far as the reader may see, to read.</summary>
public sealed class PlanModel : FamilyPage
{
    public OwnFamily Family { get; private set; } = null!;

    /// <summary>Agreements in the plan nobody has.</summary>
    public IReadOnlyList<Doing> Nobodys { get; private set; } = [];

    /// <summary>Agreements in the plan somebody still has something to do with.</summary>
    public IReadOnlyList<Doing> Live { get; private set; } = [];

    /// <summary>Agreements in the plan that have come to an end.</summary>
    public IReadOnlyList<Doing> Ended { get; private set; } = [];

    /// <summary>What changes with the years for those the plan takes in, as far as she may see; null without a plan.</summary>
    public ComingUp? Coming { get; private set; }

    /// <summary>What the plan is called for her.</summary>
    public string Title =>
        Plan switch
        {
            null => Words.OurPlan,
            { Recipient: { } recipient } when recipient == Me.Id => Words.MyPlan,
            { Recipient: { } recipient } => Words.PlanOf(Family.Names.Of(recipient)),
            _ => Words.FamilysPlan,
        };

    /// <summary>What the way to the paper is called.</summary>
    public string PrintWords => new Paper.Words(Tongue).Print;

    [Does(Act.SeePlan)]
    public async Task OnGetAsync()
    {
        Family = await OwnFamily.LoadAsync(this, Gone);
        Nobodys = Family.Doings(this, a => IsInIt(a) && a.IsNobodys);
        Live = Family.Doings(this, a => IsInIt(a) && !a.IsNobodys && OwnFamily.IsLive(a));
        Coming = Plan is { } plan ? await ComingUp.LoadAsync(Pass, Members, plan, Family.Registered, Gone) : null;
        Ended = Family.Doings(this, a => IsInIt(a) && !OwnFamily.IsLive(a));
    }

    private bool IsInIt(Agreement agreement) => Plan is { } plan && agreement.Plans.Contains(plan.Head.Id);

    /// <summary>Nothing is written in it yet that she may see.</summary>
    public bool IsEmpty => Nobodys.Count + Live.Count + Ended.Count == 0 && Family.Contents is not { IsEmpty: false };

    /// <summary>Those who see to a measure.</summary>
    public string Doers(MeasureDetails measure) => Family.Names.Doers(measure);

    /// <summary>How much, how, by when: what is written of it.</summary>
    public IEnumerable<string> Lines(MeasureDetails measure, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new[]
        {
            measure.Scope,
            measure.How,
            due is { } day && measure.DoneOn is null ? Words.By(day, Today) : measure.DueText,
        }
            .OfType<string>()
            .Select(Core.Words.NorwegianDates.Capital);
    }

    /// <summary>How something was said, and who passed it on.</summary>
    public string? How(WhatMattersDetails said, Guid member) => Words.How(said, member, Family.Contents!.FirstName);
}
