using System.Text;

namespace Flette.Demo.Mailbox;

/// <summary>One conversation: commands line by line, and after DATA a mail up to a line with a single dot.</summary>
internal sealed class SmtpSession(Stream stream, IMailTaker taker)
{
    private const int LongestLine = 2000;
    private const int LargestMail = 1024 * 1024;
    private const int MostRecipients = 100;

    private readonly byte[] _buffer = new byte[4096];
    private readonly List<string> _to = [];
    private int _at;
    private int _filled;
    private string? _from;

    public async Task RunAsync(CancellationToken stop)
    {
        await SayAsync("220 flette-demo", stop);
        while (await LineAsync(stop) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            var answer = verb switch
            {
                "EHLO" => Begin($"250-flette-demo\r\n250-8BITMIME\r\n250 SIZE {LargestMail}"),
                "HELO" => Begin("250 flette-demo"),
                "MAIL" => From(line),
                "RCPT" => To(line),
                "DATA" => await DataAsync(stop),
                "RSET" => Begin("250 OK"),
                "NOOP" => "250 OK",
                "QUIT" => "221 Bye",
                _ => "502 Command not implemented",
            };
            await SayAsync(answer, stop);
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private string Begin(string answer)
    {
        _from = null;
        _to.Clear();
        return answer;
    }

    private string From(string line)
    {
        if (_from is not null)
        {
            return "503 One mail at a time";
        }
        _from = Address(line, "MAIL FROM:");
        return _from is null ? "501 Syntax: MAIL FROM:<address>" : "250 OK";
    }

    private string To(string line)
    {
        if (_from is null)
        {
            return "503 MAIL first";
        }
        if (Address(line, "RCPT TO:") is not { Length: > 0 } to)
        {
            return "501 Syntax: RCPT TO:<address>";
        }
        if (_to.Count == MostRecipients)
        {
            return "452 Too many recipients";
        }
        var answer = taker.ToRecipient(to);
        if (answer.StartsWith('2'))
        {
            _to.Add(to);
        }
        return answer;
    }

    private async Task<string> DataAsync(CancellationToken stop)
    {
        if (_to.Count == 0)
        {
            return "503 RCPT first";
        }
        await SayAsync("354 End with a dot on a line of its own", stop);
        var mail = new StringBuilder();
        var tooLarge = false;
        while (true)
        {
            var line = await LineAsync(stop) ?? throw new IOException("The sender hung up inside a mail.");
            if (line == ".")
            {
                break;
            }
            tooLarge |= mail.Length + line.Length > LargestMail;
            if (!tooLarge)
            {
                // A dot that begins a line is doubled on the way (RFC 5321, 4.5.2).
                mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }
        }
        var answer = tooLarge
            ? "552 Too large"
            : await taker.TakeAsync(new Envelope(_from!, [.. _to], mail.ToString())).WaitAsync(stop);
        return Begin(answer);
    }

    private static string? Address(string line, string command)
    {
        if (!line.StartsWith(command, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var (open, close) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return open < 0 || close < open ? null : line[(open + 1)..close];
    }

    private Task SayAsync(string answer, CancellationToken stop) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop).AsTask();

    /// <summary>The next line without its end, or null when the other side has hung up.</summary>
    private async Task<string?> LineAsync(CancellationToken stop)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, await stream.ReadAsync(_buffer, stop));
                if (_filled == 0)
                {
                    return null;
                }
            }
            var next = _buffer[_at++];
            if (next == '\n')
            {
                if (line is [.., (byte)'\r'])
                {
                    line.RemoveAt(line.Count - 1);
                }
                return Encoding.UTF8.GetString([.. line]);
            }
            if (line.Count == LongestLine)
            {
                throw new IOException("A line is too long.");
            }
            line.Add(next);
        }
    }
}
