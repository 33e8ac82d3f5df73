using Flette.Core.Words;
using Flette.Kit;

namespace Flette.Web.Tests.Journeys;

/// <summary>What stands on a history page.</summary>
internal static class ToldHistory
{
    /// <summary>A day as the history says it.</summary>
    public static string Said(DateOnly day) => NorwegianDates.WithYear(day).Replace('\u00a0', ' ');

    /// <summary>What was done, when and by whom, newest first.</summary>
    public static List<string> Lines(Page history) =>
        history.Document.QuerySelectorAll(".fl-row-list > li p").Select(PageWords.Text).ToList();

    /// <summary>What was done, newest first.</summary>
    public static List<string> Changes(Page history) =>
        history.Document.QuerySelectorAll(".fl-row-list > li p b").Select(PageWords.Text).ToList();

    /// <summary>What the version says, counted from the newest: label, text, and what stood before.</summary>
    public static List<string> Fields(Page history, int version) =>
        history
            .Document.QuerySelectorAll(".fl-row-list > li")[version]
            .QuerySelectorAll("dl > div")
            .Select(f => string.Join(", ", f.Children.Select(PageWords.Text)))
            .ToList();
}
