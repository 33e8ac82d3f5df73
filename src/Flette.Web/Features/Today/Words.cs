using Flette.Core.Coordination;
using Flette.Core.Families;

namespace Flette.Web.Features.Today;

/// <summary>The words of the coordinator's day.</summary>
public static class Words
{
    /// <summary>With how many of her families she has spoken lately, when none stands under «Lenge siden vi snakket».</summary>
    public static string Spoken(IReadOnlyList<Silence> silences)
    {
        ArgumentNullException.ThrowIfNull(silences);
        var never = silences.Count(s => s.Last is null);
        return never switch
        {
            0 => "Du har snakket med alle de siste to månedene.",
            1 when silences.Count == 1 => "Dere har ikke snakket siden du ble oppnevnt.",
            1 => "Én er ny, og dere har ikke snakket ennå. De andre har du snakket med de siste to månedene.",
            _ when never == silences.Count => "Dere har ikke snakket siden du ble oppnevnt.",
            _ => $"{never} er nye, og dere har ikke snakket ennå. De andre har du snakket med de siste to månedene.",
        };
    }

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
