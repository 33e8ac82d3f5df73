using System.Globalization;
using Flette.Core.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>How much of a date is said.</summary>
public enum DateForm
{
    /// <summary>«tirsdag 5. mai, om 3 dager», the last part muted.</summary>
    Full,

    /// <summary>«tirsdag 5. mai».</summary>
    WithDay,

    /// <summary>«tir. 5. mai».</summary>
    ShortDay,

    /// <summary>«5. mai».</summary>
    Day,

    /// <summary>«24. nov.».</summary>
    Brief,

    /// <summary>«om 3 dager».</summary>
    Relative,

    /// <summary>«tirsdag 5. mai 2026».</summary>
    WithYear,
}

/// <summary>
/// <c>&lt;fl-date day="@agreement.Due" /&gt;</c>: a date as people say it, inside <c>time</c>.
/// With <c>from</c> and <c>to</c> also the hours: «torsdag 26. november kl. 12.30–14.00».
/// </summary>
[HtmlTargetElement("fl-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : TagHelper
{
    public required DateOnly Day { get; set; }

    public DateForm Form { get; set; } = DateForm.Full;

    /// <summary>The day to count from; otherwise that of the page.</summary>
    public DateOnly? Today { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    /// <summary>Capital first letter, where the date begins a line.</summary>
    public bool Capital { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var tongue = Markup.Tongue(ViewContext);
        var today = Form == DateForm.WithYear ? Day : Markup.Today(ViewContext, Today);
        var words = Form switch
        {
            DateForm.ShortDay => NorwegianDates.WithShortDay(Day, today, tongue),
            DateForm.Day => NorwegianDates.DayAndMonth(Day, today, tongue),
            DateForm.Brief => NorwegianDates.Brief(Day, today, tongue),
            DateForm.Relative => NorwegianDates.Relative(Day, today, tongue),
            DateForm.WithYear => NorwegianDates.WithYear(Day, tongue),
            _ => NorwegianDates.WithDay(Day, today, tongue),
        };
        if (From is { } from)
            words += " " + NorwegianDates.ClockRange(from, To, tongue);
        var time = Markup.Element("time", null, Capital ? NorwegianDates.Capital(words) : words);
        time.Attributes["datetime"] =
            Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + (From is { } start ? start.ToString("'T'HH':'mm", CultureInfo.InvariantCulture) : "");

        output.TagName = null;
        output.Content.SetHtmlContent(time);
        if (Form == DateForm.Full)
            output.Content.AppendHtml(
                Markup.Element("span", "fl-muted", ", " + NorwegianDates.Relative(Day, today, tongue))
            );
    }
}
