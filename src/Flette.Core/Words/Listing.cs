namespace Flette.Core.Words;

/// <summary>Lists as people say them.</summary>
public static class Listing
{
    /// <summary>«Linn, Rune og Oda».</summary>
    public static string And(IEnumerable<string> names, Tongue tongue = Tongue.Bokmal) =>
        Join(names, tongue == Tongue.English ? "and" : "og");

    /// <summary>«sms, telefon eller papir».</summary>
    public static string Or(IEnumerable<string> names) => Join(names, "eller");

    private static string Join(IEnumerable<string> names, string last)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {last} {all[^1]}";
    }
}
