namespace Flette.Web.Hosting.Uploads;

/// <summary>What has come off the line.</summary>
/// <param name="Length">How many bytes there were.</param>
/// <param name="Bytes">The bytes; null when there were more than were to be held.</param>
public sealed record Held(long Length, ReadOnlyMemory<byte>? Bytes)
{
    private const int First = 64 * 1024;
    private const int Growth = 8;

    /// <summary>
    /// Reads to the end. Room is made as bytes come, not for what a sender says will come; in few steps, so that there is never much
    /// more of it than there are bytes: while 25 MB grow, 29 are taken.
    /// </summary>
    /// <param name="most">How many bytes are held; when there are more, none are.</param>
    /// <param name="end">How many are read. <see cref="BadHttpRequestException"/> with 413 when there are more.</param>
    public static async Task<Held> ReadAsync(Stream from, int most, long end, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(from);
        var (room, length) = (new byte[Math.Min(First, most + 1)], 0L);
        while (true)
        {
            var filled = length > most ? 0 : (int)length;
            var read = await from.ReadAsync(room.AsMemory(filled), cancel);
            if (read == 0)
            {
                return new Held(length, length > most ? null : (ReadOnlyMemory<byte>?)room.AsMemory(0, filled));
            }
            length += read;
            if (length > end)
            {
                throw new BadHttpRequestException("Too much was sent.", StatusCodes.Status413PayloadTooLarge);
            }
            if (length > most)
            {
                // Let go: the rest runs through a little room.
                room = room.Length == First ? room : new byte[First];
            }
            else if (length == room.Length)
            {
                Array.Resize(ref room, (int)Math.Min((long)room.Length * Growth, most + 1L));
            }
        }
    }
}
