using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Flette.Web.Hosting;
using Flette.Web.Hosting.Settings;

namespace Flette.Web.Tests.Docs;

/// <summary>
/// Writes docs/config.md from the options classes: each setting with what its docstring says, its kind and its usual value. A test compares,
/// so that the page is never another than the program.
/// </summary>
internal static class ConfigPage
{
    /// <summary>The page.</summary>
    /// <param name="documentation">The XML that the compiler makes of the docstrings.</param>
    public static string Write(XDocument documentation)
    {
        ArgumentNullException.ThrowIfNull(documentation);
        var words = documentation
            .Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!, m => Text(m.Element("summary")), StringComparer.Ordinal);
        var page = new StringBuilder(
            """
            # Configuration

            One JSON file, `/etc/flette/flette.json`, or the one `--config` or `FLETTE_CONFIG` names. Comments and trailing commas are allowed.
            Whatever stands in the file can be set in the environment too, and wins there: `FLETTE__Municipalities__0__Connection`.
            `flette config check` says everything that is wrong at once; a program whose configuration is wrong does not start (exit code 78).
            Secrets stand in files of their own (mode 0600), never in the configuration.

            Written from the program by a test: change the docstrings, not this page.

            """
        );
        Group(page, words, typeof(FletteOptions), "", 2);
        return page.ToString();
    }

    private static void Group(StringBuilder page, Dictionary<string, string> words, Type type, string path, int depth)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"\n{new string('#', depth)} {(path.Length == 0 ? "The program" : $"`{path}`")}\n"
        );
        page.Append(CultureInfo.InvariantCulture, $"{words.GetValueOrDefault("T:" + type.FullName)}\n\n");
        page.Append("| setting | kind | usual | |\n|---|---|---|---|\n");
        var usual = Activator.CreateInstance(type)!;
        var settings = SettingsReader.Of(type);
        foreach (var s in settings)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{s.Name}` | {Kind(s.Type)} | {(s.IsRequired ? "**must be given**" : Usual(s.Property.GetValue(usual)))} | {words.GetValueOrDefault($"P:{type.FullName}.{s.Name}")} |\n"
            );
        }
        foreach (var s in settings)
        {
            var inner = SettingsReader.ListOf(s.Type) ?? Nullable.GetUnderlyingType(s.Type) ?? s.Type;
            if (SettingsReader.IsGroup(inner))
            {
                var many = SettingsReader.ListOf(s.Type) is not null;
                Group(
                    page,
                    words,
                    inner,
                    $"{(path.Length == 0 ? "" : path + ":")}{s.Name}{(many ? "[]" : "")}",
                    depth + 1
                );
            }
        }
    }

    private static string Kind(Type type)
    {
        if (SettingsReader.ListOf(type) is { } element)
        {
            return SettingsReader.IsGroup(element) ? "list of groups" : $"list of {Kind(element)}";
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(int) ? "whole number"
            : type == typeof(Uri) ? "address"
            : type == typeof(TimeSpan) ? "time, as 00:00:10"
            : type == typeof(TimeOnly) ? "time of day, as 21:00"
            : type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(n => $"`{n}`"))
            : "group";
    }

    private static string Usual(object? value) =>
        value switch
        {
            null or "" => "–",
            string text when text == Path.GetTempPath() => "the system's",
            string text => $"`{text}`",
            bool yes => yes ? "`true`" : "`false`",
            IFormattable number when number is int or TimeSpan or TimeOnly or Enum =>
                $"`{(number is TimeOnly clock ? clock.ToString("HH:mm", CultureInfo.InvariantCulture) : number.ToString(null, CultureInfo.InvariantCulture))}`",
            IEnumerable<string> texts => texts.Any() ? string.Join(", ", texts.Select(t => $"`{t}`")) : "–",
            _ => "–",
        };

    // One line, as a table takes it; what the docstring sets in code or refers to is set in code here too.
    private static string Text(XElement? summary) =>
        summary is null
            ? ""
            : string.Join(
                    ' ',
                    string.Concat(
                            summary
                                .Nodes()
                                .Select(n =>
                                    n switch
                                    {
                                        XText text => text.Value,
                                        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                                        XElement { Name.LocalName: "see" } see =>
                                            $"`{((string?)see.Attribute("cref"))?.Split('.')[^1]}`",
                                        _ => "",
                                    }
                                )
                        )
                        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                )
                .Replace("|", "\\|", StringComparison.Ordinal);
}
