using Flette.Web.Hosting;
using Flette.Web.Hosting.Settings;

namespace Flette.Web.Operating;

/// <summary><c>flette config check</c>: says everything that is wrong with the configuration, and starts nothing.</summary>
public static class ConfigCommand
{
    /// <summary>0 when it can be used, else 78.</summary>
    public static int Check(string? config)
    {
        if (ProgramRun.Options(config) is not { } options)
        {
            return FletteOptions.BadConfiguration;
        }
        Console.WriteLine($"{SettingsFile.Path(config)} er i orden.");
        foreach (var m in options.Municipalities)
        {
            var signIn = m.SignIn.Count == 0 ? "ingen innlogging" : string.Join(", ", m.SignIn.Select(i => i.Name));
            Console.WriteLine($"  {m.Key}: {m.Name}, {m.Address.GetLeftPart(UriPartial.Authority)}, {signIn}");
        }
        return 0;
    }
}
