using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Flette.Kit;

/// <summary>A request on the way to a page.</summary>
public sealed record Step(HttpMethod Method, Uri Address, HttpStatusCode Status);

/// <summary>An answer: status, headers and, when it is HTML, the parsed page. Things are found by what people read.</summary>
public sealed class Page
{
    private readonly Browserless _browser;
    private readonly Dictionary<string, string> _headers;

    private Page(
        Browserless browser,
        Uri address,
        HttpStatusCode status,
        Dictionary<string, string> headers,
        byte[] body,
        IReadOnlyList<Step> via
    )
    {
        _browser = browser;
        _headers = headers;
        Address = address;
        Status = status;
        Body = body;
        Via = via;
        Html = Encoding.UTF8.GetString(body);
        Document = new HtmlParser().ParseDocument(Html);
    }

    /// <summary>Where it was found.</summary>
    public Uri Address { get; }

    /// <summary>Path and query of <see cref="Address"/>.</summary>
    public string Path => Address.PathAndQuery;

    public HttpStatusCode Status { get; }

    /// <summary>The bytes of the answer.</summary>
    public byte[] Body { get; }

    /// <summary>The same as text.</summary>
    public string Html { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The requests that led here by redirects, first one first.</summary>
    public IReadOnlyList<Step> Via { get; }

    /// <summary>Everything a person reads, with single spaces.</summary>
    public string Text => PageWords.Text(Document.Body);

    /// <summary>The main heading.</summary>
    public string Heading => PageWords.Text(Document.QuerySelector("h1"));

    /// <summary>What the error summary says, line by line.</summary>
    public IReadOnlyList<string> Errors =>
        Document.QuerySelectorAll("[data-error-summary] li").Select(PageWords.Text).ToList();

    /// <summary>A header, or null.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Names of all headers.</summary>
    public IReadOnlyCollection<string> HeaderNames => _headers.Keys;

    /// <summary>Whether a person can read this on the page.</summary>
    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal);

    /// <summary>The form with a button of this name.</summary>
    public Form Form(string button)
    {
        var found = Document
            .QuerySelectorAll("button, input[type=submit], input[type=image]")
            .Where(b => b.GetAttribute("type") is not ("button" or "reset") && PageWords.Name(b) == button)
            .ToList();
        return found is [var one] ? new Form(this, one) : throw Missing("button", button, found.Count, Buttons());
    }

    /// <summary>The form of a button, where several have the same name.</summary>
    public Form Form(IElement button) => new(this, button);

    /// <summary>Every form that is posted, each with its first button.</summary>
    public IEnumerable<Form> PostedForms() =>
        Document
            .Forms.Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .Select(f => f.Elements.FirstOrDefault(e => e is IHtmlButtonElement { Type: "submit" }))
            .OfType<IElement>()
            .Select(b => new Form(this, b));

    /// <summary>Follows a link by its visible name.</summary>
    public Task<Page> FollowAsync(string link, HttpStatusCode expect = HttpStatusCode.OK)
    {
        var found = Document
            .QuerySelectorAll("a[href]")
            .Where(a => PageWords.Name(a) == link)
            .Select(a => a.GetAttribute("href")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return found is [var one]
            ? _browser.OpenAsync(new Uri(Address, one).PathAndQuery, expect)
            : throw Missing("link", link, found.Count, Document.QuerySelectorAll("a[href]").Select(PageWords.Name));
    }

    internal Task<Page> GoAsync(Func<HttpRequestMessage> request, HttpStatusCode expect) =>
        _browser.GoAsync(request, expect);

    /// <summary>What the program said, when it was its fault.</summary>
    internal string ServerLog =>
        Status >= HttpStatusCode.InternalServerError ? string.Join('\n', _browser.Log?.Lines ?? []) : "";

    internal PageException Missing(string what, string name, int found, IEnumerable<string> there) =>
        new($"{found} times {what} «{name}»; there are: {string.Join(" · ", there)}", this);

    internal static async Task<Page> ReadAsync(
        Browserless browser,
        Uri address,
        HttpResponseMessage answer,
        IReadOnlyList<Step> via
    )
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
        }
        return new Page(browser, address, answer.StatusCode, headers, await answer.Content.ReadAsByteArrayAsync(), via);
    }

    private IEnumerable<string> Buttons() => Document.QuerySelectorAll("button").Select(PageWords.Name);
}

/// <summary>A page was not as the test expected.</summary>
public sealed class PageException : Exception
{
    public PageException(string message, Page page)
        : base(
            $"{page?.Address} answered {(int?)page?.Status}: {message}\nvia {string.Join(", ", page?.Via ?? [])}\n{page?.Text}\n{page?.ServerLog}"
        ) => Page = page!;

    /// <summary>The page there was.</summary>
    public Page Page { get; }
}
