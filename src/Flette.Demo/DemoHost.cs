using System.Net;
using Flette.Demo.Mailbox;
using Flette.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Flette.Demo;

/// <summary>The program with the demo's personas beside it, on loopback only.</summary>
public static class DemoHost
{
    /// <summary>Builds it.</summary>
    /// <param name="port">On loopback, IPv4 and IPv6; 0 takes a free one, IPv4 only.</param>
    /// <param name="mailbox">Where its mail arrives.</param>
    /// <param name="adjust">Called when all services are registered, so that what is registered here wins.</param>
    public static WebApplication Build(
        FletteOptions options,
        int port,
        DemoMailbox mailbox,
        Action<WebApplicationBuilder>? adjust = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(DemoHost).Assembly.GetName().Name,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k =>
        {
            if (port == 0)
            {
                k.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                k.ListenLocalhost(port);
            }
        });
        return FletteHost.Build(
            builder,
            options,
            mvc =>
            {
                mvc.PartManager.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(DemoHost).Assembly));
                builder.Services.AddSingleton(mailbox);
                adjust?.Invoke(builder);
            }
        );
    }
}
