using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>Somebody signed in, or with a link, whose forms are read once and then sent many times.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private Visitor(Uri address) =>
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };

    /// <summary>Makes a session for her.</summary>
    public static async Task<Visitor> OpenAsync(
        string address,
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        CancellationToken cancel
    )
    {
        var port = new Uri(address).Port.ToString(CultureInfo.InvariantCulture);
        var visitor = new Visitor(new Uri($"http://localhost:{port}"));
        var byLink = kind == AskerKind.Link;
        var session = await BenchCommand.SessionAsync(
            municipality,
            kind,
            subject,
            byLink ? Level.Link : Level.High,
            cancel
        );
        visitor._cookies.Add(
            visitor._http.BaseAddress!,
            new Cookie(byLink ? Sessions.LinkCookie : Sessions.Cookie(municipality), session, "/")
        );
        return visitor;
    }

    /// <summary>Posts the form of a page; where it leads.</summary>
    public async Task<string> PostAsync(string page, Dictionary<string, string> fields, CancellationToken cancel)
    {
        using var form = await FormAsync(page, fields, Guid.NewGuid().ToString(), cancel);
        using var answer = await _http.PostAsync(new Uri(page, UriKind.Relative), form, cancel);
        return answer.Headers.Location?.ToString()
            ?? throw new InvalidOperationException($"{page} tok ikke imot skjemaet: {(int)answer.StatusCode}.");
    }

    /// <summary>The request that posts a form, with a place for its key.</summary>
    /// <param name="headers">More headers, each ended.</param>
    public async Task<string> RequestAsync(
        string page,
        string to,
        Dictionary<string, string> fields,
        string headers,
        CancellationToken cancel
    )
    {
        using var form = await FormAsync(page, fields, LoadKey.Place, cancel);
        var body = await form.ReadAsStringAsync(cancel);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"POST {to} HTTP/1.1\r\nHost: localhost:{_http.BaseAddress!.Port}\r\nCookie: {_cookies.GetCookieHeader(_http.BaseAddress)}\r\n{headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    /// <summary>How long a page takes, in milliseconds; null when it is not answered well.</summary>
    public async Task<double?> TimeAsync(string page, CancellationToken cancel)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(page, UriKind.Relative), cancel);
        await answer.Content.CopyToAsync(Stream.Null, cancel);
        return answer.IsSuccessStatusCode ? System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<FormUrlEncodedContent> FormAsync(
        string page,
        Dictionary<string, string> fields,
        string key,
        CancellationToken cancel
    ) =>
        new(
            new Dictionary<string, string>(fields, StringComparer.Ordinal)
            {
                ["__form"] = Token()
                    .Match(await _http.GetStringAsync(new Uri(page, UriKind.Relative), cancel))
                    .Groups["token"]
                    .Value,
                ["FormKey"] = key,
            }
        );

    [GeneratedRegex("name=\"__form\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
