using System.Net;
using Flette.Kit;

namespace Flette.Kill.Tests.Minutes;

/// <summary>
/// One who writes in a meeting as the page's script does: a line at a time with a form key of its own, sent again until it is
/// acknowledged, the next one only then.
/// </summary>
internal sealed class Writer : IDisposable
{
    /// <summary>Sendings of one line before something else must be wrong.</summary>
    private const int Most = 20;

    private readonly Victim _victim;
    private readonly Browserless _browser;
    private readonly List<string> _kept = [];

    private Writer(Victim victim, string name)
    {
        (_victim, Name) = (victim, name);
        _browser = new Browserless(victim.Address);
    }

    public string Name { get; }

    /// <summary>Her lines that were acknowledged, in the order they were.</summary>
    public IReadOnlyList<string> Kept => _kept;

    /// <summary>Where the acknowledgements said the lines are.</summary>
    public List<string> Places { get; } = [];

    /// <summary>How many sendings got no answer, or that the database was away.</summary>
    public int Repeated { get; private set; }

    /// <summary>Goes to work: chosen on the demo's page of personas.</summary>
    public static async Task<Writer> SignInAsync(Victim victim, string who, string name)
    {
        var writer = new Writer(victim, name);
        await (await writer._browser.OpenAsync("/demo")).Form("Vær " + who).PressAsync();
        return writer;
    }

    /// <summary>Begins a meeting today with one of her families, and gives the address where it is written.</summary>
    public async Task<string> BeginAsync()
    {
        var family = (await _browser.OpenAsync("/familier"))
            .Document.QuerySelectorAll("th a[href]")
            .Select(a => a.GetAttribute("href")!)
            .First(a => a.StartsWith("/f/", StringComparison.Ordinal));
        return (await (await _browser.OpenAsync(family + "/mote/nytt")).Form("Lagre").PressAsync()).Path;
    }

    /// <summary>Types so many lines.</summary>
    /// <param name="acknowledged">Told of each acknowledgement.</param>
    public async Task TypeAsync(string meeting, int lines, Action acknowledged)
    {
        var form = (await _browser.OpenAsync(meeting)).Form("Skriv linjen");
        for (var i = 1; i <= lines; i++)
        {
            var text = $"{Name} sa dette som nummer {i}";
            form.Set("Typed", text).Set("FormKey", Guid.NewGuid().ToString());
            Places.Add(await SendAsync(form));
            _kept.Add(text);
            acknowledged();
        }
    }

    /// <summary>The lines that stand in the meeting, in their order.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string meeting) =>
        [
            .. (await _browser.OpenAsync(meeting))
                .Document.QuerySelectorAll(".fl-min > p:first-child")
                .Select(p => p.TextContent.Trim()),
        ];

    /// <inheritdoc/>
    public void Dispose() => _browser.Dispose();

    private async Task<string> SendAsync(Form form)
    {
        for (var sendings = 1; sendings <= Most; sendings++)
        {
            var answer = await TryAsync(form);
            if (answer?.Status == HttpStatusCode.Created)
            {
                return answer.Header("Location")!;
            }
            Assert.True(
                answer is null or { Status: HttpStatusCode.ServiceUnavailable },
                $"{answer?.Status}: {answer?.Text}"
            );
            Repeated++;
            await _victim.ReadyAsync();
        }
        throw new InvalidOperationException($"A line of {Name} was sent {Most} times and is not acknowledged.");
    }

    /// <summary>One sending; null when no answer came.</summary>
    private async Task<Page?> TryAsync(Form form)
    {
        using var request = form.Request();
        request.Headers.Add("Flette-Part", "1");
        try
        {
            return await _browser.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
