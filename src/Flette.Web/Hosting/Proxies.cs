using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Flette.Web.Hosting;

/// <summary>What a proxy in front says of a connection is taken from the proxies the configuration names, and from nobody else.</summary>
internal static class Proxies
{
    /// <summary>Takes it in, before anything else looks at the request. The host is never taken: a municipality is found by Host alone.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
        {
            return app;
        }
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = proxies.Count,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
        return app.UseForwardedHeaders(options);
    }
}
