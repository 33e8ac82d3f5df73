using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Flette.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Flette.Web.Tests.NonInterference;

/// <summary>A visible leak, planted in every page.</summary>
public enum Leak
{
    None,

    /// <summary>The name of what is hidden.</summary>
    Name,

    /// <summary>How many there are in all.</summary>
    Count,

    /// <summary>A number in a sequence.</summary>
    Number,

    /// <summary>The order of what is shown.</summary>
    Order,
}

/// <summary>Puts a leak in every page and paper of a program, so that the tests can be seen to catch it.</summary>
internal sealed partial class PlantedLeak(LeakyApp world) : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        builder =>
        {
            builder.Use(PlantAsync);
            next(builder);
        };

    private async Task<string> WithLeakAsync(string html)
    {
        var items = await world.App.ScalarAsync<int>(world.App.Fjellvik, "select count(*)::int from item");
        var planted = world.Leak switch
        {
            Leak.Name => await world.App.ScalarAsync<string>(
                world.App.Fjellvik,
                "select 'Se også ' || string_agg(id::text, ' ' order by id) from item"
            ),
            Leak.Count => $"Viser 3 av {items}",
            Leak.Number => "Nr. " + (items + 1).ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        if (world.Leak == Leak.Order && items % 2 == 0)
        {
            // What is hidden sorts in between and turns the rest around.
            var parts = Paragraph().Matches(html).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
            return html.Replace(parts[0], "\0", StringComparison.Ordinal)
                .Replace(parts[^1], parts[0], StringComparison.Ordinal)
                .Replace("\0", parts[^1], StringComparison.Ordinal);
        }
        return html.Replace("</main>", planted + "</main>", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "<(?<tag>p|li|tr|a|option)\\b[^>]*>.*?</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Paragraph();

    private async Task PlantAsync(HttpContext http, RequestDelegate rest)
    {
        if (world.Leak == Leak.None)
        {
            await rest(http);
            return;
        }
        var answer = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        await rest(http);
        http.Response.Body = answer;
        http.Response.ContentLength = null;
        var html = Encoding.UTF8.GetString(kept.ToArray());
        // A PDF too: the kit's printer hands back the page it is made of.
        var shown = http.Response.ContentType?.Split(';')[0] is "text/html" or "application/pdf"
            ? await WithLeakAsync(html)
            : html;
        await http.Response.WriteAsync(shown, http.RequestAborted);
    }
}
