using Flette.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Flette.Demo;

/// <summary>The program with the demo's personas beside it, on loopback only.</summary>
public static class DemoHost
{
    /// <summary>Builds it. The port is on loopback, IPv4 and IPv6.</summary>
    public static WebApplication Build(FletteOptions options, int port, Action<WebApplicationBuilder>? adjust = null)
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
        builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(port));
        adjust?.Invoke(builder);
        return FletteHost.Build(
            builder,
            options,
            mvc => mvc.PartManager.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(DemoHost).Assembly))
        );
    }
}
