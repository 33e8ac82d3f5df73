using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>Lines of minutes as a page shows them.</summary>
/// <param name="Family">Address of the family.</param>
/// <param name="Today">The day in Norway.</param>
/// <param name="Edit">Whether each line leads to where it is corrected.</param>
/// <param name="IsMember">Whether someone is a member of the family.</param>
/// <param name="Goals">What the goals say that agreements serve, by goal.</param>
public sealed record LinesShown(
    IReadOnlyList<WrittenLine> Lines,
    string Family,
    DateOnly Today,
    bool Edit,
    Func<Guid, bool> IsMember,
    IReadOnlyDictionary<Guid, string> Goals
)
{
    /// <summary>Whether all have said yes to an agreement in the room.</summary>
    public bool IsAgreed(MinutesLine line) => InRoom.IsAgreed(line, IsMember);

    /// <summary>The words of the goals that were loaded with others.</summary>
    public static IReadOnlyDictionary<Guid, string> GoalsAmong(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Goal)
            .Select(Entries.Open<GoalDetails>)
            .ToDictionary(g => g.Id, g => g.Details.Words);
}
