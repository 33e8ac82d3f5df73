using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Matters;

/// <summary>«Hva er viktig for deg?»: only ever added to. What was said before stands as it was said.</summary>
public static class MatterBook
{
    /// <summary>Writes down what somebody said.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(Write write, WhatMattersDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Entries.Head(ItemKinds.WhatMatters, draft.About!.Value, draft.Sharing) with
        {
            Id = id ?? Guid.Empty,
            Day = draft.Day,
        };
        var said = draft.Details with
        {
            Words = draft.Details.Words.Trim(),
            How = PlanRules.Trimmed(draft.Details.How),
            ToldByText = PlanRules.Trimmed(draft.Details.ToldByText),
        };
        return await Entries.AddAsync(write, head, said);
    }
}
