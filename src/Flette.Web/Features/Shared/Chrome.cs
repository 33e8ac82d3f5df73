using Flette.Core.Words;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Flette.Web.Features.Shared;

/// <summary>
/// Everything a layout needs to know about the person, the place and the day. A page fills it once
/// (<c>ViewData.SetChrome(…)</c>); the layouts and the tag helpers read it. It carries no content about families.
/// </summary>
public sealed record Chrome
{
    /// <summary>«Fjellvik kommune», as it stands beside the mark on link, letter and print.</summary>
    public required string Municipality { get; init; }

    /// <summary>Today in Norway; dates are said relative to it.</summary>
    public required DateOnly Today { get; init; }

    public Tongue Tongue { get; init; } = Tongue.Bokmal;

    /// <summary>The person who is signed in, or null on a link.</summary>
    public string? PersonName { get; init; }

    /// <summary>The role the person writes as, in words: «koordinator».</summary>
    public string? RoleWords { get; init; }

    /// <summary>Where another role is chosen, or null when there is only one.</summary>
    public string? RoleUrl { get; init; }

    /// <summary>Where the mark leads.</summary>
    public string HomeUrl { get; init; } = "/";

    /// <summary>Only screens that exist.</summary>
    public IReadOnlyList<NavItem> Nav { get; init; } = [];

    /// <summary>Path of this request, to mark the current place.</summary>
    public string CurrentPath { get; init; } = "/";

    /// <summary>Where the search form goes (GET, field <c>q</c>), or null when there is nothing to search.</summary>
    public string? SearchUrl { get; init; }

    /// <summary>What was searched for, shown again in the field.</summary>
    public string? SearchText { get; init; }

    /// <summary>Large text and few words.</summary>
    public bool Easy { get; init; }

    /// <summary>The languages the page can be shown in (<see cref="Language.All"/>); empty hides the list.</summary>
    public IReadOnlyList<Tongue> Languages { get; init; } = [];

    /// <summary>Where a choice of language leads back to; null is the page itself.</summary>
    public string? LanguagesBack { get; init; }

    /// <summary>The page must carry its own style and icons, because whoever prints it fetches nothing.</summary>
    public bool Standalone { get; init; }

    /// <summary>The language as the <c>lang</c> attribute names it.</summary>
    public string Lang => Language.Code(Tongue);

    /// <summary>Whether an item is the place we are at, or the section it lies in; the longest path wins.</summary>
    public bool IsCurrent(NavItem item) =>
        Covers(item.Url) && !Nav.Any(other => other.Url.Length > item.Url.Length && Covers(other.Url));

    private bool Covers(string url) =>
        CurrentPath.Equals(url, StringComparison.OrdinalIgnoreCase)
        || (url is not "/" && CurrentPath.StartsWith(url.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>One entry of a menu.</summary>
public sealed record NavItem(string Text, string Url);

/// <summary>The chrome travels in ViewData, so that layout and tag helpers find it.</summary>
public static class ChromeViewData
{
    private const string Key = "Flette.Chrome";

    public static void SetChrome(this ViewDataDictionary viewData, Chrome chrome) => viewData[Key] = chrome;

    /// <summary>The chrome of this page.</summary>
    /// <exception cref="InvalidOperationException">The page has set none.</exception>
    public static Chrome Chrome(this ViewDataDictionary viewData) =>
        viewData.ChromeOrNull() ?? throw new InvalidOperationException("The page has not called ViewData.SetChrome.");

    public static Chrome? ChromeOrNull(this ViewDataDictionary viewData) => viewData[Key] as Chrome;
}
