using Flette.Core.Access;
using Flette.Web.Features.Leading;

namespace Flette.Kit;

/// <summary>Somebody else of the unit to lead a meeting of a family of a <see cref="World"/>.</summary>
public static class LeadInWorld
{
    /// <summary>The coordinator asks.</summary>
    public static Task AsksForLeaderAsync(this FamilyInWorld family, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(Act.AskForLeader, write => LeadBook.AskAsync(write, meeting, 0, CancellationToken.None));
    }
}
