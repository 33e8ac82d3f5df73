using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Http.Features;

namespace Flette.Web.Access;

/// <summary>
/// The only enforcement point: loads facts, asks <see cref="AccessDecisions.Decide"/>, logs, and hands out a <see cref="Pass"/>.
/// A read's log row is committed here, so before the first byte of the answer; a write's is committed by <see cref="Write"/>.
/// </summary>
public sealed class Guard(FactsLoader loader, TimeProvider time)
{
    // As the rule of what has ended calls it.
    private const string DeadLink = "link";

    /// <summary>Lets the request through with a pass, or says why not.</summary>
    /// <param name="family">
    /// The family named by the address, or null. One that does not exist is refused like one that is not yours. Where the address
    /// names none, an act for members is about the asker's own family: her addresses carry no ids.
    /// </param>
    public async Task<Result<Pass>> AdmitAsync(HttpContext http, Act act, Guid? family)
    {
        ArgumentNullException.ThrowIfNull(http);
        var municipality = http.Here();
        var about = Acts.About(act);
        var byLink = about.Audience == Audience.Link;
        // The family of a link is the link's own, and a member's is hers: no address names it.
        var whose =
            byLink ? WhoseFamily.OfLink
            : family is not null ? WhoseFamily.Named
            : about.InFamily && about.Audience.HasFlag(Audience.Member) ? WhoseFamily.OfMember
            : WhoseFamily.None;
        var token = http.Request.Cookies[byLink ? Sessions.LinkCookie : Sessions.Cookie(municipality)];
        var asked = await loader.RequestAsync(municipality, token, whose, family, http.RequestAborted);
        var named = byLink ? asked.Session.Asker.Link?.Family : family ?? asked.Family?.Facts.Id;
        // One's own link is what one reads, whatever the address says.
        Guid[] items = asked.Session.Asker.Link is { } link ? [link.Id] : Named(http.Request.RouteValues);
        var admitted = await DecideAsync(
            municipality,
            asked,
            act,
            named,
            items,
            http.TraceIdentifier,
            http.RequestAborted
        );
        if (admitted.Refusal is null)
        {
            http.Response.RegisterForDispose(admitted.Value);
        }
        return admitted;
    }

    /// <summary>
    /// Lets whoever holds a genuine link ask for a new one, though it has run out; not when it was revoked. Null when there is no
    /// such link.
    /// </summary>
    public async Task<Result<Pass>?> AdmitOldLinkAsync(HttpContext http, Guid link)
    {
        ArgumentNullException.ThrowIfNull(http);
        var municipality = http.Here();
        LoadedLink? loaded;
        await using (var db = await municipality.Database.OpenConnectionAsync(http.RequestAborted))
        {
            loaded = await FactsLoader.LinkAsync(db, null, link, Norway.Day(time.GetUtcNow()), http.RequestAborted);
        }
        if (loaded is null)
        {
            return null;
        }
        var session = new Session(Guid.Empty, loaded.Asker(municipality.Key, alive: !loaded.Revoked));
        return await AdmitAsync(
            municipality,
            session,
            Act.AskForLink,
            loaded.Family,
            http.TraceIdentifier,
            http.RequestAborted
        );
    }

    /// <summary>
    /// The log row of a token that opened nothing: always for a genuine one, of a link that is revoked or has run out; for one that
    /// was not made here as for anybody unknown.
    /// </summary>
    /// <param name="link">The link of a genuine token, or null.</param>
    public async Task LinkRefusedAsync(HttpContext http, Act act, LoadedLink? link)
    {
        ArgumentNullException.ThrowIfNull(http);
        var municipality = http.Here();
        var asker = link?.Asker(municipality.Key, alive: false) ?? Asker.Nobody(municipality.Key);
        Guid[] items = link is null ? [] : [link.Id];
        var row = new AuditRow(asker, act, DeadLink, link?.Family, items, http.TraceIdentifier);
        await AuditLog.RefusedAsync(municipality, row, time.GetUtcNow(), http.RequestAborted);
    }

    /// <summary>The same for work that comes from no request: background work and the demo's seed name municipality and session themselves.</summary>
    public async Task<Result<Pass>> AdmitAsync(
        Municipality municipality,
        Session session,
        Act act,
        Guid? family,
        string request,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(session);
        var asked = new Asked(session, null, []);
        if (family is { } id && session.Asker.Alive && session.Asker.Kind != AskerKind.Nobody)
        {
            await using var db = await municipality.Database.OpenConnectionAsync(cancel);
            var (loaded, keys) = await FactsLoader.FamilyAsync(db, null, id, Norway.Day(time.GetUtcNow()), cancel);
            asked = new Asked(session, loaded, keys);
        }
        return await DecideAsync(municipality, asked, act, family, [], request, cancel);
    }

    /// <summary>What the address names beside the family: an agreement, a goal, a member. The log says it was asked for.</summary>
    private static Guid[] Named(RouteValueDictionary route) =>
        [
            .. route
                .Where(r => !string.Equals(r.Key, GuardFilter.FamilyKey, StringComparison.OrdinalIgnoreCase))
                .Select(r => Guid.TryParse(r.Value as string, out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty)
                .Distinct()
                .Order(),
        ];

    private async Task<Result<Pass>> DecideAsync(
        Municipality municipality,
        Asked asked,
        Act act,
        Guid? family,
        Guid[] items,
        string request,
        CancellationToken cancel
    )
    {
        var now = time.GetUtcNow();
        var ring = new KeyRing(municipality.Key, municipality.Master, asked.Keys);
        var pass = new Pass(municipality, asked.Session, act, Norway.Day(now), asked.Family, ring, request);
        var decision = AccessDecisions.Decide(act, pass.With(item: null));
        var row = new AuditRow(pass.Asker, act, decision.Code, family, items, request);
        if (decision.Refusal is { } refusal)
        {
            pass.Dispose();
            await AuditLog.RefusedAsync(municipality, row, now, cancel);
            return refusal;
        }
        if (Acts.About(act).Kind == ActKind.Read)
        {
            await AuditLog.ReadAsync(municipality, row, now, cancel);
        }
        return pass;
    }
}

/// <summary>The municipality of the request, set by the host middleware before anything else runs.</summary>
public static class HereExtensions
{
    public static Municipality Here(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.GetRequiredFeature<HereFeature>().Municipality;
    }
}

/// <summary>Which municipality the host names.</summary>
public sealed record HereFeature(Municipality Municipality);
