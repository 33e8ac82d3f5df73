using System.Net;
using Flette.Kit;

namespace Flette.Kill.Tests;

/// <summary>
/// Someone at a desk with a browser: fills in forms and sends them one at a time. Does what a person does when no answer comes, or
/// the answer is that the database is away: waits until the program is back, and sends the same again.
/// </summary>
internal sealed class Clerk : IDisposable
{
    /// <summary>Sendings of one post before something else must be wrong: a kill costs one or two.</summary>
    private const int Most = 10;

    private readonly Victim _victim;
    private readonly Ledger _ledger;
    private readonly Browserless _browser;
    private readonly string _name;
    private readonly Queue<(Post Post, Form Form)> _filled = [];
    private int _number;

    private Clerk(Victim victim, Ledger ledger, Errand errand, string name)
    {
        _victim = victim;
        _ledger = ledger;
        Errand = errand;
        _name = name;
        _browser = new Browserless(victim.Address);
    }

    public Errand Errand { get; }

    /// <summary>How many answers said that the database was away.</summary>
    public int Unavailable { get; private set; }

    /// <summary>Goes to work: chosen on the demo's page of personas.</summary>
    public static async Task<Clerk> SignInAsync(Victim victim, Ledger ledger, Errand errand, string name)
    {
        var clerk = new Clerk(victim, ledger, errand, name);
        await (await clerk._browser.OpenAsync("/demo")).Form("Vær " + errand.Who).PressAsync();
        return clerk;
    }

    /// <summary>Fills in so many forms, each on a page of its own, and sends none of them.</summary>
    public async Task FillInAsync(int forms)
    {
        for (var i = 0; i < forms; i++)
        {
            var text = $"{_name} skrev dette som nummer {++_number}";
            var form = Errand.FillIn(await _browser.OpenAsync(Errand.Path), text);
            _filled.Enqueue((new Post(Guid.Parse(form.Hidden("FormKey")!), text), form));
        }
    }

    /// <summary>Sends all that is filled in, one after another, each until it is acknowledged.</summary>
    public async Task SendAllAsync()
    {
        while (_filled.TryDequeue(out var next))
        {
            await SendAsync(next.Post, next.Form);
        }
    }

    /// <summary>What stands on the page.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync() => [.. Errand.Read(await _browser.OpenAsync(Errand.Path))];

    /// <inheritdoc/>
    public void Dispose() => _browser.Dispose();

    private async Task SendAsync(Post post, Form form)
    {
        for (var sendings = 1; sendings <= Most; sendings++)
        {
            var answer = await TryAsync(form, page => Errand.Written(page) is { } id ? new(post, id, sendings) : null);
            if (answer is not null && Errand.Written(answer) is not null)
            {
                return;
            }
            if (answer is not null)
            {
                Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer.Status}: {answer.Text}");
                form = Again(post, answer);
                Unavailable++;
            }
            await _victim.ReadyAsync();
        }
        Assert.Fail($"«{post.Text}» was sent {Most} times and is not acknowledged.");
    }

    /// <summary>The form on the page that says the database is away: everything typed is in it, and the same form key.</summary>
    private Form Again(Post post, Page away)
    {
        var again = away.Form("Send på nytt");
        Assert.Equal(post.Text, again.Hidden(Errand.Field));
        Assert.Equal(post.Key.ToString(), again.Hidden("FormKey"));
        return again;
    }

    /// <summary>One sending; null when no answer came.</summary>
    private async Task<Page?> TryAsync(Form form, Func<Page, Acknowledged?> kept)
    {
        using var request = form.Request();
        var leaving = new Leaving(request.Content!, _ledger.Left);
        request.Content = leaving;
        Page? answer = null;
        try
        {
            answer = await _browser.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            // Nobody there, or gone before it answered.
        }
        if (leaving.HasLeft)
        {
            _ledger.Came(answer is null ? null : kept(answer));
        }
        return answer;
    }

    /// <summary>Tells when the last byte of a post has been handed to the network.</summary>
    private sealed class Leaving : HttpContent
    {
        private readonly HttpContent _form;
        private readonly Action _left;

        public Leaving(HttpContent form, Action left)
        {
            _form = form;
            _left = left;
            foreach (var (name, values) in form.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        public bool HasLeft { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await _form.CopyToAsync(stream);
            await stream.FlushAsync();
            HasLeft = true;
            _left();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _form.Headers.ContentLength ?? 0;
            return _form.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            _form.Dispose();
            base.Dispose(disposing);
        }
    }
}
