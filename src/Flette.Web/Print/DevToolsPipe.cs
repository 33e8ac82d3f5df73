using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flette.Web.Print;

/// <summary>Chromium said no. What it said may carry the page, so it is not kept.</summary>
public sealed class DevToolsException(string method) : Exception($"Chromium did not do {method}.");

/// <summary>DevTools over a pipe: one JSON object after another, each ended by a zero byte. One call at a time.</summary>
internal sealed class DevToolsPipe(Stream to, Stream from)
{
    private readonly ArrayBufferWriter<byte> _read = new();
    private int _number;

    /// <summary>Calls a method and waits for its answer; events in between are left alone.</summary>
    /// <exception cref="DevToolsException">It answered with an error.</exception>
    /// <exception cref="IOException">It has ended.</exception>
    public async Task<JsonElement> CallAsync(
        string method,
        JsonObject parameters,
        string? session,
        CancellationToken cancel
    )
    {
        var id = ++_number;
        var message = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (session is not null)
        {
            message["sessionId"] = session;
        }
        await to.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancel);
        await to.WriteAsync("\0"u8.ToArray(), cancel);
        await to.FlushAsync(cancel);
        while (true)
        {
            using var answer = JsonDocument.Parse(await NextAsync(cancel));
            if (!answer.RootElement.TryGetProperty("id", out var answered) || answered.GetInt32() != id)
            {
                continue;
            }
            return answer.RootElement.TryGetProperty("result", out var result)
                ? result.Clone()
                : throw new DevToolsException(method);
        }
    }

    private async Task<byte[]> NextAsync(CancellationToken cancel)
    {
        var searched = 0;
        while (true)
        {
            var end = _read.WrittenSpan[searched..].IndexOf((byte)0);
            if (end >= 0)
            {
                var message = _read.WrittenSpan[..(searched + end)].ToArray();
                var rest = _read.WrittenSpan[(searched + end + 1)..].ToArray();
                _read.ResetWrittenCount();
                _read.Write(rest);
                return message;
            }
            searched = _read.WrittenCount;
            var count = await from.ReadAsync(_read.GetMemory(64 * 1024), cancel);
            if (count == 0)
            {
                throw new IOException("Chromium has ended.");
            }
            _read.Advance(count);
        }
    }
}
