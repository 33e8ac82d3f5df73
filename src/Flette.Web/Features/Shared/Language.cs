using Flette.Core.Words;
using Flette.Web.Access;

namespace Flette.Web.Features.Shared;

/// <summary>
/// Which language a page of the family or link face is shown in. What the person has chosen in this browser wins, then the
/// language registered for her, then bokmål. The choice is a form (<c>/sprak</c>), because a GET changes nothing.
/// </summary>
public static class Language
{
    /// <summary>Holds «nb», «nn» or «en», and nothing about anyone.</summary>
    public const string Cookie = "flette-sprak";

    /// <summary>Where the choice is posted: <c>sprak</c> is a code, <c>til</c> the local address to go back to.</summary>
    public const string Path = "/sprak";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Those a page can be shown in, in the order they are offered.</summary>
    public static IReadOnlyList<Tongue> All { get; } = [Tongue.Bokmal, Tongue.Nynorsk, Tongue.English];

    /// <summary>The language of this request.</summary>
    /// <param name="registered">First language of the person in words, as written by the coordinator; null when not known.</param>
    public static Tongue Of(HttpContext http, string? registered = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        return FromCode(http.Request.Cookies[Cookie]) ?? FromWords(registered) ?? Tongue.Bokmal;
    }

    /// <summary>Remembers a choice in this browser.</summary>
    public static void Choose(HttpContext http, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(Cookie, Code(tongue), Cookies.For(http, "/", Remembered));
    }

    /// <summary>«nn», as the <c>lang</c> attribute names it.</summary>
    public static string Code(Tongue tongue) =>
        tongue switch
        {
            Tongue.Bokmal => "nb",
            Tongue.Nynorsk => "nn",
            Tongue.English => "en",
            _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
        };

    /// <summary>The language with this code, or null.</summary>
    public static Tongue? FromCode(string? code) =>
        code switch
        {
            "nb" => Tongue.Bokmal,
            "nn" => Tongue.Nynorsk,
            "en" => Tongue.English,
            _ => null,
        };

    /// <summary>The language in its own words.</summary>
    public static string Name(Tongue tongue) =>
        tongue switch
        {
            Tongue.Bokmal => "Bokmål",
            Tongue.Nynorsk => "Nynorsk",
            Tongue.English => "English",
            _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
        };

    /// <summary>One of ours in the coordinator's words («nynorsk», «engelsk»), or null: «norsk» says nothing of which.</summary>
    public static Tongue? FromWords(string? words)
    {
        bool Says(string name) => words?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
        return Says("nynorsk") ? Tongue.Nynorsk
            : Says("bokmål") ? Tongue.Bokmal
            : Says("engelsk") || Says("english") ? Tongue.English
            : null;
    }
}
