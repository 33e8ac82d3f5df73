using Flette.Web.Access;

namespace Flette.Web.Features.Links;

/// <summary>The subject of a mail with several agreements: the title they share, else one that says nothing.</summary>
public static class Subjects
{
    public static string Of(IEnumerable<string> titles, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var all = titles.Distinct(StringComparer.Ordinal).ToList();
        return all is [var one] ? one : $"Avtaler fra {pass.Municipality.Name}";
    }
}
