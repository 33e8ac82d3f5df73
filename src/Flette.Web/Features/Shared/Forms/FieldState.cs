using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Flette.Web.Features.Shared;

/// <summary>What a field holds now: what was typed when it was refused, else what the page gives; and the refusal.</summary>
internal sealed record FieldState(string Name, string Id, string? Value, string? Error)
{
    public static FieldState Read(
        ViewContext? view,
        ModelExpression? expression,
        string? name,
        string? value,
        string? error
    )
    {
        // Razor gives "" where the page's expression was null, so empty means not given throughout.
        var full =
            Given(name)
            ?? (
                expression is null
                    ? null
                    : view?.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name) ?? expression.Name
            )
            ?? throw new InvalidOperationException("A field needs for or name.");
        var entry = view?.ViewData.ModelState.TryGetValue(full, out var found) == true ? found : null;
        return new(
            full,
            IdOf(full),
            entry?.AttemptedValue ?? Given(value) ?? Text(expression?.Model),
            Given(error) ?? entry?.Errors.Select(one => one.ErrorMessage).FirstOrDefault(message => message.Length > 0)
        );
    }

    /// <summary>The id of the control with that name, as the error summary links to it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>Dates and times as the browser's own fields write them; everything else as text.</summary>
    public static string? Text(object? value) =>
        value switch
        {
            null => null,
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH':'mm", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    public static void Describe(TagBuilder control, string? aboutId, string? errorId)
    {
        var given = control.Attributes.TryGetValue("aria-describedby", out var own) ? own : null;
        var ids = string.Join(' ', new[] { given, aboutId, errorId }.Where(one => !string.IsNullOrEmpty(one)));
        if (ids.Length > 0)
            control.Attributes["aria-describedby"] = ids;
        if (errorId is not null)
            control.Attributes["aria-invalid"] = "true";
    }

    public static IHtmlContent About(string? description, string id) =>
        Line(description, "fl-sm", "description", id + "-about");

    public static IHtmlContent Complaint(string? error, string id) =>
        Line(error, "ds-validation-message", "validation", id + "-error");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static IHtmlContent Line(string? text, string cssClass, string part, string id)
    {
        if (string.IsNullOrEmpty(text))
            return HtmlString.Empty;
        var line = Markup.Element("p", cssClass, text);
        line.Attributes["data-field"] = part;
        line.Attributes["id"] = id;
        return line;
    }
}
