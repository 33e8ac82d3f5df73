using System.Net;
using System.Threading.Channels;
using Flette.Demo.Mailbox;

namespace Flette.Kit;

/// <summary>
/// The mail server of a test's program: a real one on loopback, that can be away, turn a recipient or a mail down, or have
/// something happen just as it takes one. What it takes lies in the demo's mailbox too.
/// </summary>
public sealed class PostOffice : IMailTaker, ISmsTaker, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SmtpReceiver _receiver;
    private readonly SmsReceiver _phones;
    private readonly TimeProvider _clock;
    private readonly Channel<ReceivedMail> _arrived = Channel.CreateUnbounded<ReceivedMail>();
    private readonly Channel<ReceivedSms> _sounded = Channel.CreateUnbounded<ReceivedSms>();
    private readonly Lock _gate = new();
    private readonly List<ReceivedMail> _taken = [];
    private readonly List<ReceivedSms> _sms = [];

    internal PostOffice(TimeProvider clock)
    {
        _clock = clock;
        Mailbox = new DemoMailbox(clock);
        _receiver = new SmtpReceiver(this);
        _phones = new SmsReceiver(this, clock);
    }

    /// <summary>The demo's mailbox.</summary>
    public DemoMailbox Mailbox { get; }

    /// <summary>Its port on 127.0.0.1, also while it is away.</summary>
    public int Port => _receiver.Port;

    /// <summary>Where text messages are handed over, on 127.0.0.1, also while it is away.</summary>
    public int SmsPort => _phones.Port;

    /// <summary>What happens, and is answered, when a text message is handed over; it is taken when the answer is a yes.</summary>
    public Func<ReceivedSms, Task<HttpStatusCode>> TakingSms { get; set; } = _ => Task.FromResult(HttpStatusCode.OK);

    /// <summary>All text messages it has taken, in order.</summary>
    public IReadOnlyList<ReceivedSms> Sms
    {
        get
        {
            lock (_gate)
            {
                return [.. _sms];
            }
        }
    }

    /// <summary>What is answered to an address.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "250 OK";

    /// <summary>What happens, and is answered, when a mail is handed over; it is taken when the answer is a yes.</summary>
    public Func<ReceivedMail, Task<string>> Taking { get; set; } = _ => Task.FromResult("250 OK");

    /// <summary>All it has taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    /// <summary>Begins to answer.</summary>
    public async Task OpenAsync()
    {
        _receiver.Start();
        await _phones.StartAsync();
    }

    /// <summary>The next mail that arrives, or has arrived and not been asked for. Fails after twenty seconds.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        return await _arrived.Reader.ReadAsync(enough.Token);
    }

    /// <summary>The next text message that arrives, or has arrived and not been asked for. Fails after twenty seconds.</summary>
    public async Task<ReceivedSms> NextSmsAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        return await _sounded.Reader.ReadAsync(enough.Token);
    }

    /// <inheritdoc/>
    public string ToRecipient(string address) => Recipient(address);

    /// <inheritdoc/>
    public async Task<string> TakeAsync(Envelope mail)
    {
        var received = new ReceivedMail(mail, _clock.GetUtcNow());
        var answer = await Taking(received);
        if (answer.StartsWith('2'))
        {
            await Mailbox.TakeAsync(mail);
            lock (_gate)
            {
                _taken.Add(received);
            }
            _arrived.Writer.TryWrite(received);
        }
        return answer;
    }

    /// <inheritdoc/>
    public async Task<HttpStatusCode> TakeAsync(ReceivedSms sms)
    {
        var answer = await TakingSms(sms);
        if (answer == HttpStatusCode.OK)
        {
            await Mailbox.TakeAsync(sms);
            lock (_gate)
            {
                _sms.Add(sms);
            }
            _sounded.Writer.TryWrite(sms);
        }
        return answer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _phones.DisposeAsync();
    }
}
