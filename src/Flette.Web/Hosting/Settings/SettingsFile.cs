using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flette.Web.Vault;

namespace Flette.Web.Hosting.Settings;

/// <summary>The configuration: one file, and the environment over it (architecture.md, Configuration and secrets).</summary>
public static class SettingsFile
{
    /// <summary>Where the file is when nothing else is said.</summary>
    public const string Usual = "/etc/flette/flette.json";

    /// <summary>Names another file.</summary>
    public const string Variable = "FLETTE_CONFIG";

    /// <summary>What variables that stand over the file begin with: <c>FLETTE__Municipalities__0__Connection</c>.</summary>
    public const string Prefix = "FLETTE__";

    private static readonly JsonDocumentOptions Written = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The file to read: the one asked for, the one the environment names, the usual.</summary>
    public static string Path(string? asked) =>
        System.IO.Path.GetFullPath(asked ?? Environment.GetEnvironmentVariable(Variable) ?? Usual);

    /// <summary>
    /// Reads it. The options are usable when there are no errors; each is a line for an operator, and none repeats what stands in the file,
    /// which may be a secret.
    /// </summary>
    public static (FletteOptions Options, IReadOnlyList<string> Errors) Read(string path, IDictionary environment)
    {
        var errors = new List<string>();
        var json = Json(path, errors);
        if (errors.Count > 0)
        {
            return (new FletteOptions { KeyFolder = "", Municipalities = [] }, errors);
        }
        Overlay(json, environment, errors);
        var options = (FletteOptions)SettingsReader.Read(typeof(FletteOptions), json, "", errors);
        if (errors.Count > 0)
        {
            return (options, errors);
        }
        options = options with
        {
            Municipalities = options
                .Municipalities.Select(m =>
                    m.KeyFile.Length > 0
                        ? m
                        : m with
                        {
                            KeyFile = System.IO.Path.Combine(options.KeyFolder, m.Key + ".key"),
                        }
                )
                .ToList(),
        };
        errors.AddRange(options.Errors());
        if (
            options.Municipalities.Any(m => IsSecret(m.Connection) || IsSecret(m.OwnerConnection))
            && SecretFile.Problem(path) is { } problem
        )
        {
            errors.Add(problem + " There is a password in it.");
        }
        return (options, errors);

        static bool IsSecret(string? connection) =>
            connection?.Contains("password", StringComparison.OrdinalIgnoreCase) == true;
    }

    private static JsonObject Json(string path, List<string> errors)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), documentOptions: Written) is JsonObject json)
            {
                return json;
            }
            errors.Add($"{path}: must be a group of settings, in {{ }}.");
        }
        catch (JsonException e)
        {
            errors.Add(
                e.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
                    ? $"{path}: the same setting stands twice."
                    : $"{path}: cannot be read as JSON at line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}."
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add($"The file {path} is missing. Copy flette.sample.json there, or say where it is with --config.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            errors.Add($"The file {path} cannot be read: {e.GetType().Name}.");
        }
        return [];
    }

    /// <summary>What the environment says wins. Numbers are places in a list.</summary>
    private static void Overlay(JsonObject json, IDictionary environment, List<string> errors)
    {
        foreach (
            var (name, value) in environment
                .Cast<DictionaryEntry>()
                .Select(e => ((string)e.Key, (string?)e.Value))
                .Where(e => e.Item1.StartsWith(Prefix, StringComparison.Ordinal))
                .OrderBy(e => e.Item1, StringComparer.Ordinal)
        )
        {
            if (!Put(json, name[Prefix.Length..].Split("__"), value))
            {
                errors.Add($"{name}: names nothing that can be set.");
            }
        }
    }

    private static bool Put(JsonNode at, ReadOnlySpan<string> path, string? value)
    {
        var last = path.Length == 1;
        if (at is JsonArray list)
        {
            if (!int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var i) || i > list.Count)
            {
                return false;
            }
            if (i == list.Count)
            {
                list.Add(last ? null : new JsonObject());
            }
            if (last)
            {
                list[i] = JsonValue.Create(value ?? "");
                return true;
            }
            return list[i] is { } inner && Put(inner, path[1..], value);
        }
        if (at is not JsonObject group)
        {
            return false;
        }
        if (last)
        {
            group[path[0]] = JsonValue.Create(value ?? "");
            return true;
        }
        if (group[path[0]] is not { } next)
        {
            next = path[1].All(char.IsAsciiDigit) ? new JsonArray() : new JsonObject();
            group[path[0]] = next;
        }
        return Put(next, path[1..], value);
    }
}
