using System.Text;
using System.Text.Encodings.Web;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Flette.Web.Hosting.Uploads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Flette.Web.Hosting;

/// <summary>What a person reads when something went wrong. Needs no database and no session.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Safe">What is safe, and what to do.</param>
public sealed record ErrorWords(string Heading, string Safe);

/// <summary>
/// Error pages, written without database, views or session. After a post they carry what was typed in a form that
/// can be sent again: same address, same form key, so that it has one effect however often it is sent.
/// </summary>
public static class ErrorPages
{
    /// <summary>How many characters are given back, all fields together.</summary>
    internal const int LongestKept = 400_000;

    private static readonly Dictionary<int, ErrorWords> Words = new()
    {
        [400] = new("Vi forsto ikke det som ble sendt", "Ingenting er endret. Gå tilbake og prøv igjen."),
        [401] = new("Du er logget ut", "Ingenting er endret. Logg inn på nytt, så kan du sende det du skrev."),
        [403] = new("Skjemaet var for gammelt", "Ingenting er endret. Det du skrev, står her. Send det på nytt."),
        [404] = new("Fant ikke siden", "Adressen kan være skrevet feil, eller siden er ikke for deg."),
        [405] = new("Det går ikke an her", "Ingenting er endret. Gå tilbake og prøv igjen."),
        [409] = new("Dette kan ikke endres nå", "Ingenting er endret."),
        [410] = new(
            "Lenken er ikke åpen lenger",
            "Ingenting er endret. Åpne den på nytt fra e-posten, så kan du svare."
        ),
        [413] = new(
            "Dette er for stort til å sendes",
            "Ingenting er lagret. Største fil er 25 MB. Er det en lang tekst, send litt om gangen."
        ),
        [421] = new("Denne adressen svarer ikke for noen kommune", "Sjekk at adressen er skrevet riktig."),
        [429] = new("Det gikk for fort", "Vent et minutt og prøv igjen. Ingenting er borte."),
        [500] = new("Noe gikk galt hos oss", "Det som var lagret fra før, er trygt. Prøv igjen om litt."),
        [503] = new(
            "Vi får ikke tak i lageret akkurat nå",
            "Det som var lagret fra før, er trygt. Prøv igjen om litt."
        ),
    };

    /// <summary>Writes the page for a status. <paramref name="because"/> replaces the second sentence when there is more to say.</summary>
    public static async Task WriteAsync(HttpContext http, int status, string? because = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        if (status == StatusCodes.Status413PayloadTooLarge)
        {
            await Unread.LetPassAsync(http);
        }
        var kept = await KeptAsync(http);
        var words = Words.TryGetValue(status, out var known) ? known : Words[status < 500 ? 400 : 500];
        var page = Html(http, words with { Safe = because ?? words.Safe }, kept);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(page, http.RequestAborted);
    }

    private static string Html(HttpContext http, ErrorWords words, IReadOnlyList<KeyValuePair<string, string>> kept)
    {
        var e = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var html = new StringBuilder(
            $"""
            <!doctype html>
            <html lang="nb">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{e.Encode(words.Heading)} – Flette</title>
            <link rel="stylesheet" href="{LookFiles.Url("/css/link.css")}">
            </head>
            <body data-face="link" data-size="md">
            <main id="main" class="fl-error-page">
            <h1 class="ds-heading" data-size="md">{e.Encode(words.Heading)}</h1>
            <p>{e.Encode(words.Safe)}</p>

            """
        );
        if (kept.Count > 0)
        {
            html.Append("<form method=\"post\" class=\"fl-stack\">\n");
            var shown = 0;
            foreach (var (name, value) in kept)
            {
                // A key, a tick, a short code: nobody wrote that.
                if (
                    name.StartsWith("__", StringComparison.Ordinal)
                    || value.Length < 2
                    || value is "true" or "false"
                    || Guid.TryParse(value, out _)
                )
                {
                    html.Append(
                        null,
                        $"<input type=\"hidden\" name=\"{e.Encode(name)}\" value=\"{e.Encode(value)}\">\n"
                    );
                }
                else
                {
                    shown++;
                    html.Append(
                        null,
                        $"<div class=\"ds-field\"><label class=\"ds-label\" for=\"kept{shown}\">{(shown == 1 ? "Dette skrev du" : "Og dette")}</label><textarea class=\"ds-input\" id=\"kept{shown}\" name=\"{e.Encode(name)}\" rows=\"{Math.Clamp(value.Count(c => c == '\n') + 1, 1, 12)}\">\n{e.Encode(value)}</textarea></div>\n"
                    );
                }
            }
            html.Append("<button class=\"ds-button\">Send på nytt</button>\n</form>\n");
        }
        else
        {
            html.Append("<p><a class=\"ds-link\" href=\"/\">Til forsiden</a></p>\n");
        }
        html.Append(
            null,
            $"<p class=\"fl-muted fl-sm\">Referanse {e.Encode(http.TraceIdentifier)}</p>\n</main>\n</body>\n</html>\n"
        );
        return html.ToString();
    }

    /// <summary>What was typed, with a fresh antiforgery token, and a form key if it came without. Files are not kept.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> KeptAsync(HttpContext http)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.HasFormContentType
            || !SameOrigin.Holds(http.Request)
        )
        {
            return [];
        }
        if (await TypedAsync(http) is not { } form)
        {
            return [];
        }
        var fields = form.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        if (
            fields.Sum(f => f.Value.Length) > LongestKept
            || fields.TrueForAll(f => f.Key.StartsWith("__", StringComparison.Ordinal))
        )
        {
            return [];
        }
        if (fields.Count(f => f.Key == FormKeys.Field) != 1 || !FormKeys.IsKey(form[FormKeys.Field]))
        {
            fields.RemoveAll(f => f.Key == FormKeys.Field);
            fields.Add(KeyValuePair.Create(FormKeys.Field, Guid.CreateVersion7().ToString()));
        }
        var tokens = http.Features.Get<HereFeature>() is null
            ? null
            : http.RequestServices.GetService<IAntiforgery>()?.GetAndStoreTokens(http);
        return tokens is null
            ? fields
            :
            [
                .. fields.Where(f => f.Key != tokens.FormFieldName),
                KeyValuePair.Create(tokens.FormFieldName, tokens.RequestToken ?? ""),
            ];
    }

    /// <summary>The form as far as it came; null when nothing of it can be told.</summary>
    private static async Task<IFormCollection?> TypedAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            return http.Features.Get<IFormFeature>() switch
            {
                DocumentForm form => form.SoFar,
                TypedForm form => form.SoFar,
                _ => null,
            };
        }
    }
}
