using System.Net;
using System.Net.Sockets;
using Flette.Web.Data;

namespace Flette.Kit;

/// <summary>
/// A browser without a screen: keeps cookies, follows redirects, and submits the forms that stand on the page. One is
/// one person's browser; make several for several people.
/// </summary>
public sealed class Browserless : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    internal Browserless(FletteApp app, Municipality municipality)
        : this(app.Address(municipality)) => Log = app.Log;

    /// <summary>A browser for a program of its own, which listens at the address's port on loopback.</summary>
    /// <param name="ownCertificate">Whether a certificate for <c>localhost</c> will do that nobody vouches for, as one a test has made.</param>
    public Browserless(Uri home, bool ownCertificate = false)
    {
        ArgumentNullException.ThrowIfNull(home);
        Home = home;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                CookieContainer = _cookies,
                SslOptions =
                {
                    RemoteCertificateValidationCallback = ownCertificate
                        ? (_, shown, _, _) => shown?.Subject == "CN=localhost"
                        : null,
                },
                // Whatever host the address names, it is this machine that is asked.
                ConnectCallback = async (asked, cancel) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, asked.DnsEndPoint.Port), cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );
    }

    /// <summary>The municipality's address.</summary>
    public Uri Home { get; }

    /// <summary>Another host she may be led to, as a provider she signs in at; else she goes nowhere but home.</summary>
    public string? Friend { get; set; }

    /// <summary>Opens an address and follows where it leads. Throws <see cref="PageException"/> for another status in the end.</summary>
    public Task<Page> OpenAsync(string path, HttpStatusCode expect = HttpStatusCode.OK) =>
        GoAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(Home, path)), expect);

    /// <summary>Sends a request as it is, with the cookies; follows nothing and expects nothing.</summary>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = request.RequestUri is { IsAbsoluteUri: true } whole
            ? whole
            : new Uri(Home, request.RequestUri!);
        using var answer = await _http.SendAsync(request);
        return await Page.ReadAsync(this, request.RequestUri, answer, []);
    }

    /// <summary>Opens an address; follows nothing and expects nothing.</summary>
    public async Task<Page> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Home, path));
        return await SendAsync(request);
    }

    /// <summary>Posts fields that need not stand on any page; follows nothing and expects nothing.</summary>
    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Home, path))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return await SendAsync(request);
    }

    /// <summary>All cookies she has, with the path each is for.</summary>
    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    /// <summary>The value of a cookie, or null.</summary>
    public string? Cookie(string name) => _cookies.GetCookies(Home)[name]?.Value;

    /// <summary>Sets a cookie of the municipality's host.</summary>
    public void SetCookie(string name, string value) => _cookies.Add(Home, new Cookie(name, value, "/"));

    /// <summary>Forgets a cookie.</summary>
    public void DropCookie(string name)
    {
        if (_cookies.GetCookies(Home)[name] is { } cookie)
        {
            cookie.Expired = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>What the program says, where it runs in this process.</summary>
    internal CapturedLog? Log { get; }

    internal async Task<Page> GoAsync(Func<HttpRequestMessage> first, HttpStatusCode expect)
    {
        var via = new List<Step>();
        var request = first();
        while (true)
        {
            using var _ = request;
            using var answer = await _http.SendAsync(request);
            var here = request.RequestUri!;
            if (answer.Headers.Location is not { } location || (int)answer.StatusCode is < 300 or > 399)
            {
                var page = await Page.ReadAsync(this, here, answer, via);
                return page.Status == expect ? page : throw new PageException($"expected {(int)expect}", page);
            }
            via.Add(new Step(request.Method, here, answer.StatusCode));
            var next = new Uri(here, location);
            if (via.Count > MostRedirects || (next.Authority != Home.Authority && next.Authority != Friend))
            {
                throw new PageException($"led to {next}", await Page.ReadAsync(this, here, answer, via));
            }
            // 307 and 308 send the same form on to another address; all others go on with a GET.
            request = answer.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                ? first()
                : new HttpRequestMessage(HttpMethod.Get, next);
            request.RequestUri = next;
        }
    }
}
