using Flette.Web.Hosting.Uploads;
using Microsoft.AspNetCore.Http;

namespace Flette.Web.Tests.Minutes;

/// <summary>What comes off the line takes no more room than what is taken.</summary>
public sealed class HeldTests
{
    private const int Megabyte = LargeDocument.Megabyte;
    private const int Most = 25 * Megabyte;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(4 * Megabyte)]
    [InlineData(Most - 1)]
    [InlineData(Most)]
    public async Task What_fits_is_held_byte_for_byte(int length)
    {
        var line = new Line(length);
        var held = await Held.ReadAsync(line, Most, long.MaxValue, Ct);
        Assert.Equal(length, held.Length);
        Assert.Equal(length, held.Bytes!.Value.Length);
        Assert.True(Line.Same(held.Bytes.Value.Span));
    }

    [Theory]
    [InlineData(Most, Most + 1L)]
    [InlineData(Most, 200L * Megabyte)]
    [InlineData(0, 10L * Megabyte)]
    public async Task What_does_not_is_counted_and_let_go(int most, long length)
    {
        var line = new Line(length);
        var held = await Held.ReadAsync(line, most, long.MaxValue, Ct);
        Assert.Equal(new Held(length, null), held);
        // Room for one more byte than is held, to see that there is one; after that only little.
        Assert.True(line.Most <= most + 1 || line.Most <= 64 * 1024, $"{line.Most}");
        Assert.True(line.Last <= 64 * 1024, $"{line.Last}");
        Assert.True(line.Reads < 64 + length / 1024, $"{line.Reads}");
    }

    [Fact]
    public async Task More_than_is_to_be_read_is_not_read()
    {
        var line = new Line(30L * Megabyte);
        var fault = await Assert.ThrowsAsync<BadHttpRequestException>(() =>
            Held.ReadAsync(line, Megabyte, 2 * Megabyte, Ct)
        );
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, fault.StatusCode);
        Assert.True(line.Given < 3 * Megabyte, $"{line.Given}");
    }

    [Fact]
    public async Task Room_is_made_for_what_has_come_and_not_for_what_may_come()
    {
        var line = new Line(100);
        await Held.ReadAsync(line, Most, long.MaxValue, Ct);
        Assert.True(line.Most <= 64 * 1024, $"{line.Most}");
    }

    /// <summary>Bytes that tell where they stand, a few thousand at a time as a network gives them; remembers how much was asked for.</summary>
    private sealed class Line(long length) : MemoryStream
    {
        private const int AtATime = 5000;
        private const int Prime = 251;

        private long _at;

        public int Most { get; private set; }

        public int Last { get; private set; }

        public int Reads { get; private set; }

        public long Given => _at;

        public static bool Same(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] != i % Prime)
                {
                    return false;
                }
            }
            return true;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Most, Last, Reads) = (Math.Max(Most, buffer.Length), buffer.Length, Reads + 1);
            var count = (int)Math.Min(Math.Min(AtATime, buffer.Length), length - _at);
            for (var i = 0; i < count; i++)
            {
                buffer.Span[i] = (byte)((_at + i) % Prime);
            }
            _at += count;
            return ValueTask.FromResult(count);
        }
    }
}
