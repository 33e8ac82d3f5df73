using System.Security.Cryptography;
using Flette.Core.Meetings.Attaching;
using Flette.Web.Vault;

namespace Flette.Web.Hosting.Uploads;

/// <summary>
/// A document on its way in: sealed piece by piece as it comes off the line, and laid in a file without a name until all of it is
/// here. So a slow line holds neither memory nor a connection of the database nor the family's lock, and an upload that breaks off
/// leaves nothing: not even after a kill, since what has no name goes with the process, and what it holds cannot be opened without
/// the key, which never leaves memory. The pieces are stored as they are.
/// </summary>
public sealed class SealedSpool : IDisposable
{
    private readonly FileStream _file;
    private readonly byte[] _piece = new byte[ChunkSeal.SealedSize];

    private SealedSpool(FileStream file) => _file = file;

    /// <summary>Which file the pieces say they are of.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The key of its pieces.</summary>
    public byte[] Key { get; } = ChunkSeal.NewKey();

    /// <summary>How many bytes came.</summary>
    public long Length { get; private set; }

    /// <summary>Whether there were more than are kept; then none are.</summary>
    public bool TooLarge { get; private set; }

    /// <summary>How many pieces it lies in.</summary>
    public int Chunks { get; private set; }

    /// <summary>Of all its bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>Its type by content.</summary>
    public string Media { get; private set; } = MediaType.Unknown;

    /// <summary>Takes all of a document in.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="most">How many bytes are kept; when there are more, none are.</param>
    /// <param name="end">How many are read. <see cref="BadHttpRequestException"/> with 413 when there are more.</param>
    public static async Task<SealedSpool> TakeAsync(
        Stream from,
        string name,
        int most,
        long end,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(from);
        var spool = new SealedSpool(Nameless());
        try
        {
            await spool.FillAsync(from, name, most, end, cancel);
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>A sealed piece as it lies; it holds until the next is read.</summary>
    /// <param name="number">0 for the first.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(int number, CancellationToken cancel)
    {
        _file.Position = (long)number * ChunkSeal.SealedSize;
        var read = await _file.ReadAtLeastAsync(_piece, _piece.Length, throwOnEndOfStream: false, cancel);
        return _piece.AsMemory(0, read);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Key);
        _file.Dispose();
    }

    private async Task FillAsync(Stream from, string name, int most, long end, CancellationToken cancel)
    {
        using var seal = new ChunkSeal(Key, Id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, filled) = (new byte[ChunkSeal.ChunkSize], 0);
        while (true)
        {
            // A whole piece is kept until it is known whether there is more: the last one says that it is.
            if (filled == piece.Length)
            {
                var next = new byte[1];
                var more = await ComesAsync(next);
                if (more == 0)
                {
                    break;
                }
                await PutAsync(last: false);
                (piece[0], filled) = (next[0], 1);
            }
            var read = await ComesAsync(piece.AsMemory(filled));
            if (read == 0)
            {
                break;
            }
            filled += read;
        }
        if (!TooLarge)
        {
            await PutAsync(last: true);
            Sha256 = hash.GetHashAndReset();
        }
        CryptographicOperations.ZeroMemory(piece);

        async Task<int> ComesAsync(Memory<byte> room)
        {
            var read = await from.ReadAsync(room, cancel);
            Length += read;
            if (Length > end)
            {
                throw new BadHttpRequestException("Too much was sent.", StatusCodes.Status413PayloadTooLarge);
            }
            if (Length > most && !TooLarge)
            {
                TooLarge = true;
                _file.SetLength(0);
            }
            return read;
        }

        async Task PutAsync(bool last)
        {
            if (TooLarge)
            {
                return;
            }
            if (Chunks == 0)
            {
                Media = MediaType.Of(piece.AsSpan(0, filled), name);
            }
            hash.AppendData(piece, 0, filled);
            await _file.WriteAsync(seal.Seal(piece.AsSpan(0, filled), Chunks, last), cancel);
            Chunks++;
        }
    }

    private static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), $"flette-{Guid.NewGuid():N}");
        var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        File.Delete(path);
        return file;
    }
}
