using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Flette.Bench.Load;

/// <summary>
/// One connection that asks and reads the whole answer, again and again. It does as little as it can: what it costs is taken
/// from the same cores as what is measured. Not thread-safe.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        ReceiveTimeout = 30_000,
    };

    private byte[] _buffer = new byte[256 * 1024];
    private int _have;

    public LoadConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>Status and size of the body. Throws <see cref="IOException"/> or <see cref="SocketException"/> when no whole answer came.</summary>
    public (int Status, int Bytes) Ask(byte[] request)
    {
        _socket.Send(request);
        _have = 0;
        var end = Until("\r\n\r\n"u8, 0);
        var head = Encoding.ASCII.GetString(_buffer, 0, end);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (Field(head, "Content-Length") is { } length)
        {
            var size = int.Parse(length, CultureInfo.InvariantCulture);
            Need(end + size);
            return (status, size);
        }
        if (Field(head, "Transfer-Encoding") is null)
        {
            return (status, 0);
        }
        var (at, body) = (end, 0);
        while (true)
        {
            var line = Until("\r\n"u8, at);
            if (!Utf8Parser.TryParse(_buffer.AsSpan(at, line - at - 2), out int size, out _, 'x'))
            {
                throw new IOException("A chunk without a size.");
            }
            at = line + size + 2;
            Need(at);
            if (size == 0)
            {
                return (status, body);
            }
            body += size;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static string? Field(string head, string name)
    {
        var at = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        at += name.Length + 4;
        return head[at..head.IndexOf('\r', at)];
    }

    /// <summary>Reads until the mark stands somewhere after <paramref name="from"/>; the place after it.</summary>
    private int Until(ReadOnlySpan<byte> mark, int from)
    {
        int found;
        while ((found = _buffer.AsSpan(from, _have - from).IndexOf(mark)) < 0)
        {
            Receive();
        }
        return from + found + mark.Length;
    }

    private void Need(int bytes)
    {
        while (_have < bytes)
        {
            Receive();
        }
    }

    private void Receive()
    {
        if (_have == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = _socket.Receive(_buffer.AsSpan(_have));
        if (read == 0)
        {
            throw new IOException("The answer ended too soon.");
        }
        _have += read;
    }
}
