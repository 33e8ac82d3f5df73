using System.Reflection;
using Dapper;
using Flette.Core.Access;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Access;

/// <summary>What is done so many times and no more in a while. One-time codes have limits of their own (<see cref="OneTimeCodes"/>).</summary>
public enum Limit
{
    /// <summary>Opening a link: by each link. A mail program that looks at links opens a few; whoever fills the house with sessions, many.</summary>
    OpenLink,

    /// <summary>Asking for a new link, whose old one has run out: by each address, whatever it asks for.</summary>
    AskForLink,

    /// <summary>Answering and giving up: by each link.</summary>
    ByLink,

    /// <summary>Beginning to sign in, or coming back from it: by each address.</summary>
    SignIn,

    /// <summary>Searching through all that is written: by each person.</summary>
    Search,

    /// <summary>Sending in documents: by each person.</summary>
    Upload,

    /// <summary>Messages from the family: by each person.</summary>
    Message,
}

/// <summary>Names the limit of a page handler. The Guard's filter counts before the handler runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitedAttribute(Limit limit) : Attribute
{
    public Limit Limit { get; } = limit;
}

/// <summary>
/// Counts in PostgreSQL how often something is done, so that it holds however many nodes there are. Room for what a person at work or a
/// family with many in it does, and for a whole office behind one address; whoever meets one is told when it is over.
/// </summary>
public static class Limits
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    /// <summary>Most times, and in how long.</summary>
    public static (int Most, TimeSpan Within) Of(Limit limit) =>
        limit switch
        {
            Limit.OpenLink => (60, TimeSpan.FromHours(1)),
            Limit.AskForLink => (30, TimeSpan.FromHours(1)),
            Limit.ByLink => (120, TimeSpan.FromHours(1)),
            // A whole municipality comes to work in the morning, from one address.
            Limit.SignIn => (2_000, TimeSpan.FromMinutes(10)),
            Limit.Search => (60, TimeSpan.FromMinutes(1)),
            Limit.Upload => (100, TimeSpan.FromHours(1)),
            Limit.Message => (30, TimeSpan.FromHours(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };

    /// <summary>The limit of a handler, or null.</summary>
    internal static Limit? Of(MethodInfo? handler) => handler?.GetCustomAttribute<LimitedAttribute>()?.Limit;

    /// <summary>Counts one more, and gives when it may be done again if that was too many; null when it was not.</summary>
    public static async Task<DateTimeOffset?> TakeAsync(HttpContext http, Pass pass, Limit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(pass);
        if (Who(http, pass, limit) is not { } who)
        {
            return null;
        }
        var (most, within) = Of(limit);
        var since = new DateTimeOffset(now.Ticks - (now.Ticks % within.Ticks), TimeSpan.Zero);
        await using var reading = await pass.ReadAsync(http.RequestAborted);
        var uses = await reading.Db.ExecuteScalarAsync<int>(
            """
            insert into use_count as u (what, whose, since, uses) values (@what, @whose, @since, 1)
            on conflict (what, whose, since) do update set uses = u.uses + 1 returning uses
            """,
            new
            {
                what = Rows.Code(limit),
                whose = KeyedHash.OfUser(pass.Municipality.Master, who),
                since,
            }
        );
        if (uses == 1)
        {
            await reading.Db.ExecuteAsync("delete from use_count where since < @old", new { old = now - Oldest });
        }
        return uses > most ? since + within : null;
    }

    // Stored as a keyed hash: who was where does not lie in the clear. Null where nobody can be told from the others.
    private static string? Who(HttpContext http, Pass pass, Limit limit) =>
        limit switch
        {
            // A token that was made by nobody here must not make a row of its own each time.
            Limit.OpenLink => LinkTokens.Read(pass.Municipality.Master, http.Request.RouteValues["token"] as string)
                is { } link
                ? "link " + link
                : From(http),
            Limit.ByLink => "link " + pass.Asker.Link?.Id,
            Limit.SignIn or Limit.AskForLink => From(http),
            _ => $"{pass.Asker.Kind} {pass.Asker.Id}",
        };

    private static string? From(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? "from " + address : null;
}
