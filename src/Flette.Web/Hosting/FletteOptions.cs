using System.Text.RegularExpressions;
using Flette.Web.Data;
using Flette.Web.Print;

namespace Flette.Web.Hosting;

/// <summary>What a node is told. Validated at start: all errors listed, exit 78.</summary>
public sealed partial class FletteOptions
{
    /// <summary>Exit code for wrong configuration (EX_CONFIG).</summary>
    public const int BadConfiguration = 78;

    /// <summary>The municipalities served.</summary>
    public required IReadOnlyList<MunicipalityOptions> Municipalities { get; init; }

    /// <summary>Folder with the program key and the Data Protection ring; shared between nodes.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>Where people sign in.</summary>
    public required string WayIn { get; init; }

    /// <summary>Whether this is the demo, which serves only databases stamped as demo.</summary>
    public bool Demo { get; init; }

    /// <summary>How PDF is made.</summary>
    public PrintOptions Print { get; init; } = new();

    /// <summary>Everything that is wrong, in words for an operator. Empty when all is well.</summary>
    public IReadOnlyList<string> Errors()
    {
        var errors = new List<string>();
        if (Municipalities.Count == 0)
        {
            errors.Add("Municipalities: there is none.");
        }
        foreach (var m in Municipalities)
        {
            if (!KeyForm().IsMatch(m.Key))
            {
                errors.Add($"Municipalities:{m.Key}: a key has lower-case letters, digits and hyphens only.");
            }
            if (m.Hosts.Count == 0)
            {
                errors.Add($"Municipalities:{m.Key}: no host.");
            }
            if (string.IsNullOrWhiteSpace(m.Connection))
            {
                errors.Add($"Municipalities:{m.Key}: no connection.");
            }
            if (!IsPublic(m))
            {
                errors.Add(
                    $"Municipalities:{m.Key}: Address must be {(Demo ? "http" : "https")}:// and one of its hosts, with nothing after."
                );
            }
            errors.AddRange(m.Mail.Errors().Select(e => $"Municipalities:{m.Key}:Mail: {e}"));
            errors.AddRange(m.Inbound?.Errors().Select(e => $"Municipalities:{m.Key}:Inbound: {e}") ?? []);
        }
        foreach (
            var twice in Municipalities
                .SelectMany(m => m.Hosts)
                .GroupBy(h => h, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
        )
        {
            errors.Add($"Host {twice.Key} stands for more than one municipality.");
        }
        foreach (var twice in Municipalities.GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            errors.Add($"Key {twice.Key} stands for more than one municipality.");
        }
        return errors;
    }

    private bool IsPublic(MunicipalityOptions m) =>
        m.Address is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" } address
        && address.Scheme == (Demo ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)
        && m.Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex KeyForm();
}
