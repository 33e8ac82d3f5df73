namespace Flette.Web.Features.Meetings.Writing;

/// <summary>Lines of minutes as a page shows them.</summary>
/// <param name="Family">Address of the family.</param>
/// <param name="Today">The day in Norway.</param>
/// <param name="Edit">Whether each line leads to where it is corrected.</param>
public sealed record LinesShown(IReadOnlyList<WrittenLine> Lines, string Family, DateOnly Today, bool Edit);
