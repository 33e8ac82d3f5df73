using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>
/// Lines of live minutes: so many write at once, each in a meeting of her own, and all in one meeting. The meetings are begun and
/// the lines posted by the real forms, as the page's script sends them.
/// </summary>
internal static partial class BenchLines
{
    public const int Writers = 20;

    private const string Apart = "Lagret linje, hvert sitt møte";
    private const string Together = "Lagret linje, samme møte";
    private const string Line = "! ringer skolen om skyss og gir beskjed til foreldrene, i morgen";

    /// <summary>What the rows are called.</summary>
    public static readonly string[] Names = [Apart, Together];

    /// <summary>Begins the meetings and readies a request for each who writes.</summary>
    public static async Task<IReadOnlyList<LoadPage>> PagesAsync(
        string address,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var apart = new List<string>();
        foreach (var family in families.Take(Writers))
        {
            using var desk = await Desk.OpenAsync(address, municipality, family, cancel);
            apart.Add(await desk.LineAsync(await desk.BeginAsync(cancel), cancel));
        }
        var together = new List<string>();
        var one = "";
        for (var i = 0; i < Writers; i++)
        {
            using var desk = await Desk.OpenAsync(address, municipality, families[0], cancel);
            one = one.Length == 0 ? await desk.BeginAsync(cancel) : one;
            together.Add(await desk.LineAsync(one, cancel));
        }
        return
        [
            new LoadPage(Apart, Once: false, apart, Writers),
            new LoadPage(Together, Once: false, together, Writers),
        ];
    }

    [GeneratedRegex("name=\"__form\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A browser of a family's coordinator.</summary>
    private sealed class Desk : IDisposable
    {
        private readonly CookieContainer _cookies = new();
        private readonly HttpClient _http;
        private readonly Guid _family;

        private Desk(Uri address, Guid family)
        {
            _family = family;
            _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
            {
                BaseAddress = address,
            };
        }

        public static async Task<Desk> OpenAsync(
            string address,
            Municipality municipality,
            BenchFamily family,
            CancellationToken cancel
        )
        {
            var port = new Uri(address).Port.ToString(CultureInfo.InvariantCulture);
            var desk = new Desk(new Uri($"http://localhost:{port}"), family.Family);
            var session = await BenchCommand.SessionAsync(
                municipality,
                AskerKind.Staff,
                family.Staff,
                Level.High,
                cancel
            );
            desk._cookies.Add(desk._http.BaseAddress!, new Cookie(Sessions.Cookie(municipality), session, "/"));
            return desk;
        }

        /// <summary>Begins a meeting today; where its minutes are written.</summary>
        public async Task<string> BeginAsync(CancellationToken cancel)
        {
            var page = $"/f/{_family}/mote/nytt";
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["__form"] = await TokenAsync(page, cancel),
                    ["FormKey"] = Guid.NewGuid().ToString(),
                    ["Input.Kind"] = "Ansvarsgruppe",
                    ["Input.Day"] = TimeProvider.System.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                }
            );
            using var answer = await _http.PostAsync(new Uri(page, UriKind.Relative), form, cancel);
            return answer.Headers.Location?.ToString()
                ?? throw new InvalidOperationException($"Møtet kunne ikke begynne: {(int)answer.StatusCode}.");
        }

        /// <summary>The request that writes a line, with a place for its key.</summary>
        public async Task<string> LineAsync(string meeting, CancellationToken cancel)
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["__form"] = await TokenAsync(meeting, cancel),
                    ["FormKey"] = LoadKey.Place,
                    ["Typed"] = Line,
                }
            );
            var body = await form.ReadAsStringAsync(cancel);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"POST {meeting} HTTP/1.1\r\nHost: localhost:{_http.BaseAddress!.Port}\r\nCookie: {_cookies.GetCookieHeader(_http.BaseAddress)}\r\nFlette-Part: 1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            );
        }

        public void Dispose() => _http.Dispose();

        private async Task<string> TokenAsync(string page, CancellationToken cancel) =>
            Token().Match(await _http.GetStringAsync(new Uri(page, UriKind.Relative), cancel)).Groups["token"].Value;
    }
}
