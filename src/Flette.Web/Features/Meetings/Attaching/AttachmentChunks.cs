using System.Security.Cryptography;
using Dapper;
using Flette.Web.Access;
using Flette.Web.Hosting.Uploads;
using Flette.Web.Vault;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>The sealed pieces of attachments: stored as they came, and opened few at a time.</summary>
public static class AttachmentChunks
{
    /// <summary>How many pieces are fetched at a time: one megabyte.</summary>
    public const int AtATime = 4;

    /// <summary>Stores all pieces of a file whose item is written.</summary>
    public static async Task StoreAsync(Write write, SealedSpool file)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(file);
        for (var number = 0; number < file.Chunks; number++)
        {
            await write.ExecuteAsync(
                "insert into attachment_chunk (attachment, number, body) values (@Id, @number, @body)",
                new
                {
                    file.Id,
                    number,
                    body = new Sealed(await file.ReadAsync(number, CancellationToken.None)),
                }
            );
        }
    }

    /// <summary>
    /// Opens every piece and lets it go: whether all are there, each in its place and unchanged, and together are what was sent.
    /// Asked before the first byte is answered, so that what is damaged is answered with a page and not with a part of it.
    /// <see cref="VaultException"/> when they are not.
    /// </summary>
    public static async Task CheckAsync(Pass pass, Attachment attachment, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(attachment);
        var details = attachment.Details;
        using var seal = new ChunkSeal(details.Key, attachment.Id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (next, size) = (0, 0L);
        await using (var reading = await pass.ReadAsync(cancel))
        {
            await using var rows = await reading.Db.ExecuteReaderAsync(
                new CommandDefinition(
                    "select number, body from attachment_chunk where attachment = @Id order by number",
                    new { attachment.Id },
                    cancellationToken: cancel
                )
            );
            while (await rows.ReadAsync(cancel))
            {
                var piece = OpenOne(seal, details.Chunks, next, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1));
                hash.AppendData(piece);
                (next, size) = (next + 1, size + piece.Length);
            }
        }
        if (
            next != details.Chunks
            || size != details.Size
            || !CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), details.Sha256)
        )
        {
            throw new VaultException();
        }
    }

    /// <summary>
    /// Opens the pieces from one on, at most <see cref="AtATime"/>. No connection is held between two calls: whoever reads slowly
    /// keeps none from others. <see cref="VaultException"/> when one is not what it should be.
    /// </summary>
    public static async Task<IReadOnlyList<byte[]>> OpenAsync(
        Pass pass,
        Attachment attachment,
        int from,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(attachment);
        var until = Math.Min(from + AtATime, attachment.Details.Chunks);
        List<(int Number, byte[] Body)> rows;
        await using (var reading = await pass.ReadAsync(cancel))
        {
            rows =
            [
                .. await reading.Db.QueryAsync<(int, byte[])>(
                    new CommandDefinition(
                        """
                        select number, body from attachment_chunk
                         where attachment = @Id and number >= @from and number < @until order by number
                        """,
                        new
                        {
                            attachment.Id,
                            from,
                            until,
                        },
                        cancellationToken: cancel
                    )
                ),
            ];
        }
        using var seal = new ChunkSeal(attachment.Details.Key, attachment.Id);
        return rows.Count == until - from
            ? rows.Select((r, i) => OpenOne(seal, attachment.Details.Chunks, from + i, r.Number, r.Body)).ToList()
            : throw new VaultException();
    }

    private static byte[] OpenOne(ChunkSeal seal, int chunks, int expected, int number, byte[] body) =>
        number == expected && number < chunks
            ? seal.Open(body, number, last: number == chunks - 1)
            : throw new VaultException();
}
