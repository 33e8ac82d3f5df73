using System.Globalization;
using Flette.Core.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>How it was on one day, 0–10, in the family's own judgement.</summary>
public sealed record ScaleValue(DateOnly Day, int Value);

/// <summary>
/// <c>&lt;fl-scale by="Oda" values="@goal.Values" /&gt;</c>: the family's 0–10 as a line from where it started to where it is,
/// and the same as a sentence. Values in order of time; nothing is written when there are none.
/// </summary>
[HtmlTargetElement("fl-scale", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScaleTagHelper : TagHelper
{
    private static readonly int[] Numbered = [0, 5, 10];

    /// <summary>Whose judgement it is.</summary>
    public required string By { get; set; }

    public required IReadOnlyList<ScaleValue> Values { get; set; }

    public DateOnly? Today { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Values.Count == 0)
            return;
        var (today, tongue) = (Markup.Today(ViewContext, Today), Markup.Tongue(ViewContext));
        var last = Values[^1];

        var svg = new TagBuilder("svg");
        svg.Attributes["viewBox"] = "0 0 240 32";
        svg.Attributes["role"] = "img";
        svg.Attributes["aria-label"] = ScaleWords.Said(By, Values, today, tongue);
        svg.InnerHtml.AppendHtml(Picture(Values));
        var number = Markup.Element(
            "p",
            null,
            Markup.Element("b", null, last.Value.ToString(CultureInfo.InvariantCulture))
        );
        // The picture's name has already said the number.
        number.Attributes["aria-hidden"] = "true";

        output.Content.AppendHtml(Markup.Element("div", "fl-scale", svg, number));
        output.Content.AppendHtml(
            Markup.Element("p", "fl-xs fl-muted fl-scale__note", ScaleWords.Note(By, Values, today, tongue))
        );
    }

    private static string Picture(IReadOnlyList<ScaleValue> values)
    {
        static string X(int value) =>
            (8 + Math.Clamp(value, 0, 10) * 22.4).ToString("0.#", CultureInfo.InvariantCulture);
        var ticks = string.Concat(Enumerable.Range(0, 11).Select(n => n % 5 == 0 ? $"M{X(n)} 8.5v7" : $"M{X(n)} 10v4"));
        var numbers = string.Concat(Numbered.Select(n => $"<text x=\"{X(n)}\" y=\"31\">{n}</text>"));
        var (first, last) = (values[0], values[^1]);
        var moved = values.Count > 1;
        return $"<path d=\"M8 12h224{ticks}\" fill=\"none\" stroke=\"var(--ds-color-neutral-border-subtle)\"/>"
            + (
                moved
                    ? $"<path d=\"M{X(first.Value)} 12H{X(last.Value)}\" stroke=\"var(--fl-family)\" stroke-width=\"4\"/>"
                    : ""
            )
            + string.Concat(
                values
                    .Skip(1)
                    .SkipLast(1)
                    .Select(one => $"<circle cx=\"{X(one.Value)}\" cy=\"12\" r=\"3\" fill=\"var(--fl-family)\"/>")
            )
            + $"<circle cx=\"{X(first.Value)}\" cy=\"12\" r=\"5\" fill=\"#fff\" stroke=\"var(--fl-family)\" stroke-width=\"2.2\"/>"
            + (moved ? $"<circle cx=\"{X(last.Value)}\" cy=\"12\" r=\"7\" fill=\"var(--fl-family)\"/>" : "")
            + $"<g font-size=\"12\" fill=\"var(--fl-muted)\" text-anchor=\"middle\">{numbers}</g>";
    }
}

/// <summary>What the scale says in words.</summary>
internal static class ScaleWords
{
    /// <summary>«Oda satte 3 i april, 4 i august og 6 nå».</summary>
    public static string Said(string by, IReadOnlyList<ScaleValue> values, DateOnly today, Tongue tongue)
    {
        var (put, and, now) = tongue switch
        {
            Tongue.Nynorsk => ("sette", "og", "no"),
            Tongue.English => ("put", "and", "now"),
            _ => ("satte", "og", "nå"),
        };
        var parts = values
            .Select(
                (one, at) => $"{one.Value} {(at > 0 && at == values.Count - 1 ? now : InMonth(one.Day, today, tongue))}"
            )
            .ToList();
        var list = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} {and} {parts[^1]}";
        return $"{by} {put} {list}";
    }

    /// <summary>«Oda satte det 12. november. Startet på 3».</summary>
    public static string Note(string by, IReadOnlyList<ScaleValue> values, DateOnly today, Tongue tongue)
    {
        var day = NorwegianDates.DayAndMonth(values[^1].Day, today, tongue);
        var (put, start) = tongue switch
        {
            Tongue.Nynorsk => ($"{by} sette det {day}", "Starta på"),
            Tongue.English => ($"{by} put it there on {day}", "Started at"),
            _ => ($"{by} satte det {day}", "Startet på"),
        };
        return values.Count == 1 ? put : $"{put}. {start} {values[0].Value}";
    }

    private static string InMonth(DateOnly day, DateOnly today, Tongue tongue)
    {
        var year = day.Year != today.Year && today.DayNumber - day.DayNumber > 183 ? $" {day.Year}" : "";
        return $"{(tongue == Tongue.English ? "in" : "i")} {NorwegianDates.MonthName(day, tongue)}{year}";
    }
}
