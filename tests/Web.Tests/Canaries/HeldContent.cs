using System.Net;

namespace Flette.Web.Tests.Canaries;

/// <summary>A body that stops on its way and waits, as on a slow line.</summary>
internal sealed class HeldContent : HttpContent
{
    private readonly byte[] _body;
    private readonly int _first;
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds back what comes after so many bytes.</summary>
    public HeldContent(HttpContent whole, byte[] body, int first)
    {
        (_body, _first) = (body, first);
        Headers.ContentType = whole.Headers.ContentType;
    }

    /// <summary>Done when the first part has left, and so all of it but what the line itself holds has been taken.</summary>
    public Task FirstPart => _sent.Task;

    /// <summary>The line breaks.</summary>
    public void Break() => _rest.TrySetException(new IOException("The line broke."));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_body.AsMemory(0, _first));
        await stream.FlushAsync();
        _sent.TrySetResult();
        await _rest.Task;
        await stream.WriteAsync(_body.AsMemory(_first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
