using System.Net;

namespace Flette.Demo.Mailbox;

/// <summary>Everybody's mailbox in the demo: what arrived, in memory, newest first. The oldest makes room.</summary>
public sealed class DemoMailbox(TimeProvider time) : IMailTaker, ISmsTaker
{
    /// <summary>Address of the page that shows it.</summary>
    public const string Path = "/demo/post";

    private const int Most = 500;

    private readonly Lock _gate = new();
    private readonly LinkedList<ReceivedMail> _mails = new();
    private readonly LinkedList<ReceivedSms> _sms = new();

    /// <summary>What has arrived from one sender, newest first.</summary>
    /// <param name="from">The municipality's address: nobody sees what another's people got.</param>
    public IReadOnlyList<ReceivedMail> From(string from)
    {
        lock (_gate)
        {
            return _mails.Where(m => string.Equals(m.Envelope.From, from, StringComparison.OrdinalIgnoreCase)).ToList();
        }
    }

    /// <summary>Text messages from one municipality, newest first.</summary>
    public IReadOnlyList<ReceivedSms> SmsFrom(string municipality)
    {
        lock (_gate)
        {
            return _sms.Where(s => s.Municipality == municipality).ToList();
        }
    }

    /// <inheritdoc/>
    public Task<HttpStatusCode> TakeAsync(ReceivedSms sms)
    {
        lock (_gate)
        {
            _sms.AddFirst(sms);
            if (_sms.Count > Most)
            {
                _sms.RemoveLast();
            }
        }
        return Task.FromResult(HttpStatusCode.OK);
    }

    /// <inheritdoc/>
    public string ToRecipient(string address) => "250 OK";

    /// <inheritdoc/>
    public Task<string> TakeAsync(Envelope mail)
    {
        ReceivedMail received;
        try
        {
            received = new ReceivedMail(mail, time.GetUtcNow());
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Task.FromResult("554 Cannot be read");
        }
        lock (_gate)
        {
            _mails.AddFirst(received);
            if (_mails.Count > Most)
            {
                _mails.RemoveLast();
            }
        }
        return Task.FromResult("250 OK");
    }
}
