using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Flette.Web.Hosting.Settings;

/// <summary>
/// Reads the options classes from JSON and names everything that is wrong at once: what is misspelt, what lacks, what is of another kind. The
/// framework's binder lets what it does not know pass, or stops at the first.
/// </summary>
public static class SettingsReader
{
    /// <summary>What stands in an options class, in the order it is declared.</summary>
    /// <param name="Name">As it is written in the file.</param>
    /// <param name="Type">Its kind.</param>
    /// <param name="IsRequired">Whether it must be there.</param>
    public sealed record Setting(string Name, Type Type, bool IsRequired, PropertyInfo Property);

    /// <summary>The settings of an options class.</summary>
    public static IReadOnlyList<Setting> Of(Type options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && p.GetCustomAttribute<NotASettingAttribute>() is null)
            .Select(p => new Setting(
                p.Name,
                p.PropertyType,
                p.GetCustomAttribute<RequiredMemberAttribute>() is not null,
                p
            ))
            .ToList();
    }

    /// <summary>Whether a kind is an options class of its own, with settings in it.</summary>
    public static bool IsGroup(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type is { IsClass: true, Namespace: { } space } && space.StartsWith("Flette", StringComparison.Ordinal);
    }

    /// <summary>What a list is of, or null when it is none.</summary>
    public static Type? ListOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;
    }

    /// <summary>Reads an object; <paramref name="errors"/> gets a line for each thing that is wrong, with its path.</summary>
    public static object Read(Type options, JsonObject json, string path, ICollection<string> errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(errors);
        // Without its constructor nothing of what is left out would have its usual value.
        var made = Activator.CreateInstance(options)!;
        var settings = Of(options);
        foreach (var (name, value) in json)
        {
            var place = path.Length == 0 ? name : $"{path}:{name}";
            if (settings.FirstOrDefault(s => s.Name == name) is not { } setting)
            {
                var near = settings.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
                errors.Add($"{place}: there is no such setting{(near is null ? "" : $"; it is written {near.Name}")}.");
            }
            else if (value is not null)
            {
                setting.Property.SetValue(made, Value(setting.Type, value, place, errors));
            }
        }
        foreach (var missing in settings.Where(s => s.IsRequired && json[s.Name] is null))
        {
            errors.Add($"{(path.Length == 0 ? "" : path + ":")}{missing.Name}: is missing.");
        }
        return made;
    }

    private static object? Value(Type type, JsonNode json, string path, ICollection<string> errors)
    {
        if (ListOf(type) is { } element)
        {
            return List(element, json, path, errors);
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsGroup(type))
        {
            return json is JsonObject inner ? Read(type, inner, path, errors) : Wrong("a group of settings, in { }");
        }
        var value = json as JsonValue;
        if (type == typeof(string))
        {
            return Text(value) ?? Wrong("a text");
        }
        if (type == typeof(bool))
        {
            return value?.TryGetValue<bool>(out var yes) == true || bool.TryParse(Text(value), out yes)
                ? yes
                : Wrong("true or false");
        }
        if (type == typeof(int))
        {
            return
                value?.TryGetValue<int>(out var number) == true
                || int.TryParse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
                ? number
                : Wrong("a whole number");
        }
        var written = Text(value);
        if (type == typeof(Uri))
        {
            return Uri.TryCreate(written, UriKind.Absolute, out var uri)
                ? uri
                : Wrong("an address, as https://example.no");
        }
        if (type == typeof(TimeSpan))
        {
            return TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var time)
                ? time
                : Wrong("a time, as 00:00:10");
        }
        if (type == typeof(TimeOnly))
        {
            return TimeOnly.TryParse(written, CultureInfo.InvariantCulture, out var clock)
                ? clock
                : Wrong("a time of the day, as 21:00");
        }
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(written, StringComparer.Ordinal)
                ? Enum.Parse(type, written!)
                : Wrong("one of " + string.Join(", ", Enum.GetNames(type)));
        }
        throw new InvalidOperationException($"{path}: {type.Name} cannot be a setting.");

        object? Wrong(string wanted)
        {
            errors.Add($"{path}: must be {wanted}.");
            return type.IsValueType ? Activator.CreateInstance(type)
                : type == typeof(string) ? ""
                : null;
        }
    }

    // What the environment says is text, whatever it is to be.
    private static string? Text(JsonValue? value) => value?.TryGetValue<string>(out var text) == true ? text : null;

    private static IList List(Type element, JsonNode json, string path, ICollection<string> errors)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (json is not JsonArray items)
        {
            errors.Add($"{path}: must be a list, in [ ].");
            return list;
        }
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item)
            {
                list.Add(
                    Value(element, item, $"{path}:{Name(item) ?? i.ToString(CultureInfo.InvariantCulture)}", errors)
                );
            }
        }
        return list;
    }

    // An operator finds a municipality by its key sooner than by its place in the list.
    private static string? Name(JsonNode item) =>
        item is JsonObject group && group["Key"] is JsonValue key && key.TryGetValue<string>(out var name)
            ? name
            : null;
}

/// <summary>Something an options class holds that the program sets itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotASettingAttribute : Attribute;
