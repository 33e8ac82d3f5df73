namespace Flette.Web.Access;

/// <summary>How every cookie is set: not for scripts, to this host only, and not sent from other sites' forms.</summary>
public static class Cookies
{
    /// <summary>The settings. Encrypted connections only, where the municipality's address says so; the request says nothing of it.</summary>
    /// <param name="path">Where it is sent.</param>
    /// <param name="age">How long the browser keeps it; until it is closed when nothing is said.</param>
    public static CookieOptions For(HttpContext http, string path, TimeSpan? age = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        return new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = path,
            MaxAge = age,
            Secure = http.Here().IsEncrypted,
            IsEssential = true,
        };
    }
}
