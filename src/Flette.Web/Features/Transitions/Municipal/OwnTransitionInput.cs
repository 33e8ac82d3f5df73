using System.Globalization;
using Flette.Core.Plans;
using Flette.Core.Transitions;

namespace Flette.Web.Features.Transitions.Municipal;

/// <summary>What is typed about a transition of the municipality's. What is empty is as the product has it.</summary>
public sealed class OwnTransitionInput
{
    public int? Months { get; set; }
    public int? Years { get; set; }
    public string? Owner { get; set; }
    public string? Receiver { get; set; }
    public IList<OwnStepInput> Steps { get; set; } = [];

    /// <summary>A form filled with what stands.</summary>
    public static OwnTransitionInput From(OwnTransition own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new OwnTransitionInput
        {
            Months = own.Months,
            Years = own.Years,
            Owner = own.Owner,
            Receiver = own.Receiver,
            Steps = OwnTransitionBook
                .StepsOf(own)
                .Select(s => new OwnStepInput
                {
                    What = s.What,
                    Who = s.Who,
                    Months = Math.Abs(s.Months),
                    After = s.Months < 0,
                    HandOver = s.HandOver,
                })
                .ToList(),
        };
    }

    /// <summary>What the rules look at. A step without a word is none.</summary>
    public OwnTransition ToOwn(string id) =>
        new(
            id,
            Months,
            Years,
            PlanRules.Trimmed(Owner),
            PlanRules.Trimmed(Receiver),
            [
                .. Steps
                    .Where(s => !s.IsEmpty)
                    .Select(s => new OwnStep(
                        s.What?.Trim() ?? "",
                        s.Who?.Trim() ?? "",
                        s.After ? -(s.Months ?? 0) : s.Months ?? 0,
                        PlanRules.Trimmed(s.HandOver)
                    )),
            ]
        );
}

/// <summary>A step as it is typed.</summary>
public sealed class OwnStepInput
{
    public string? What { get; set; }
    public string? Who { get; set; }
    public int? Months { get; set; }
    public bool After { get; set; }
    public string? HandOver { get; set; }

    /// <summary>Whether nothing is written in it.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Who) && string.IsNullOrWhiteSpace(HandOver);
}

/// <summary>Where a step stands in the form.</summary>
/// <param name="At">From 0.</param>
public sealed record StepPlace(int At, OwnStepInput Step)
{
    /// <summary>Its number, as people count.</summary>
    public int Number => At + 1;

    /// <summary>What the names of its fields begin with.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"Input.Steps[{At}].");
}
