namespace Flette.Web.SignIn;

/// <summary>
/// What kind of browser and machine a request came from, so that a person knows her own sessions apart. A code from a written list: nothing
/// of what the browser says is stored as it stands.
/// </summary>
public static class Devices
{
    // In this order: most browsers also call themselves the one below.
    private static readonly (string Mark, string Code)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("FxiOS", "Firefox"),
        ("Firefox", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Code)[] Machines =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "Chromebook"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>As <c>Chrome/Android</c>; null when neither is known.</summary>
    public static string? Of(string? userAgent)
    {
        var browser = Find(Browsers, userAgent);
        var machine = Find(Machines, userAgent);
        return browser is null && machine is null ? null : $"{browser}/{machine}";
    }

    /// <summary>The two parts of a code; each null when it is not known.</summary>
    public static (string? Browser, string? Machine) Parts(string? code)
    {
        var parts = (code ?? "/").Split('/', 2);
        return (Given(parts[0]), Given(parts[1]));

        static string? Given(string part) => part.Length > 0 ? part : null;
    }

    private static string? Find((string Mark, string Code)[] known, string? text) =>
        known.FirstOrDefault(k => text?.Contains(k.Mark, StringComparison.Ordinal) == true).Code;
}
