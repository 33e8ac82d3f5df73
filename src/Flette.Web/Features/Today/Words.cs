using Flette.Core.Families;

namespace Flette.Web.Features.Today;

/// <summary>The words of the coordinator's day.</summary>
public static class Words
{
    /// <summary>Why nothing is sent for a family.</summary>
    public static string WithoutYes(PlanState state) =>
        state switch
        {
            PlanState.None => "ikke sagt ja ennå: alt er arbeidsnotat",
            PlanState.Paused => "et ja mangler nå: planen står stille",
            PlanState.Withdrawn => "ja-et er trukket",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
