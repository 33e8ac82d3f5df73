using System.Security.Cryptography;
using Flette.Web.Hosting.Uploads;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Http;

namespace Flette.Web.Tests.Minutes.Attaching;

/// <summary>A document that comes is sealed piece by piece: what lies is never clear, and the room it takes is that of some pieces.</summary>
public sealed class SealedSpoolTests
{
    private const int Chunk = ChunkSeal.ChunkSize;
    private const int Most = 25 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(Chunk - 1, 1)]
    [InlineData(Chunk, 1)]
    [InlineData(Chunk + 1, 2)]
    [InlineData(2 * Chunk, 2)]
    [InlineData(Most, 100)]
    public async Task What_comes_out_is_what_went_in(int bytes, int chunks)
    {
        using var line = new Line(bytes);
        using var spool = await SealedSpool.TakeAsync(line, "a", Most, Most, Ct);
        Assert.Equal((bytes, chunks, false), ((int)spool.Length, spool.Chunks, spool.TooLarge));
        using var seal = new ChunkSeal(spool.Key, spool.Id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0;
        for (var number = 0; number < chunks; number++)
        {
            var piece = seal.Open((await spool.ReadAsync(number, Ct)).Span, number, number == chunks - 1);
            Assert.Equal(piece, Line.Expected(length, piece.Length));
            hash.AppendData(piece);
            length += piece.Length;
        }
        Assert.Equal(bytes, length);
        Assert.Equal(spool.Sha256, hash.GetHashAndReset());
        // Nobody asks the line for more than a piece at a time, and every piece is asked for: nothing was read ahead.
        Assert.InRange(line.Largest, 1, Chunk);
        Assert.InRange(line.Reads, chunks, (2 * chunks) + (bytes / Line.Portion) + 2);
    }

    [Fact]
    public async Task One_that_is_too_large_is_counted_and_not_kept()
    {
        using var line = new Line(Most + 1);
        using var spool = await SealedSpool.TakeAsync(line, "a", Most, 2L * Most, Ct);
        Assert.Equal((Most + 1, true), ((int)spool.Length, spool.TooLarge));
        Assert.Equal(0, (await spool.ReadAsync(0, Ct)).Length);
    }

    [Fact]
    public async Task More_than_is_read_ends_it() =>
        Assert.Equal(
            413,
            (
                await Assert.ThrowsAsync<BadHttpRequestException>(async () =>
                {
                    using var line = new Line(Most);
                    (await SealedSpool.TakeAsync(line, "a", 10, Chunk, Ct)).Dispose();
                })
            ).StatusCode
        );

    [Fact]
    public async Task Pieces_open_only_as_themselves()
    {
        using var one = await SealedSpool.TakeAsync(new Line((2 * Chunk) + 5), "a", Most, Most, Ct);
        using var two = await SealedSpool.TakeAsync(new Line((2 * Chunk) + 5), "a", Most, Most, Ct);
        using var seal = new ChunkSeal(one.Key, one.Id);
        var first = (await one.ReadAsync(0, Ct)).ToArray();
        var last = (await one.ReadAsync(2, Ct)).ToArray();
        Assert.Equal(Chunk, seal.Open(first, 0, last: false).Length);
        Refused(first, 1, last: false);
        Refused(first, 0, last: true);
        Refused(last, 2, last: false);
        Refused((await two.ReadAsync(0, Ct)).ToArray(), 0, last: false);
        Refused(first[..^1], 0, last: false);
        Refused([], 0, last: false);
        first[ChunkSeal.SealedSize / 2] ^= 1;
        Refused(first, 0, last: false);
        // Under the right key, and said to be another file.
        using var other = new ChunkSeal(one.Key, two.Id);
        Assert.Throws<VaultException>(() => other.Open(last, 2, last: true));

        void Refused(byte[] piece, int number, bool last) =>
            Assert.Throws<VaultException>(() => seal.Open(piece, number, last));
    }

    /// <summary>So many bytes, given in small portions, with a count of how they were asked for.</summary>
    private sealed class Line(int bytes) : Stream
    {
        public const int Portion = 100_003;

        private int _given;

        public int Largest { get; private set; }

        public int Reads { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _given;
            set => throw new NotSupportedException();
        }

        public static byte[] Expected(int from, int count)
        {
            var expected = new byte[count];
            for (var i = 0; i < count; i++)
            {
                expected[i] = (byte)((from + i) * 31 % 251);
            }
            return expected;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Largest, Reads) = (Math.Max(Largest, buffer.Length), Reads + 1);
            var count = Math.Min(Math.Min(buffer.Length, Portion), bytes - _given);
            Expected(_given, count).CopyTo(buffer);
            _given += count;
            return ValueTask.FromResult(count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
