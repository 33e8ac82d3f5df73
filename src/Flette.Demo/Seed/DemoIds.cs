using System.Security.Cryptography;
using System.Text;

namespace Flette.Demo.Seed;

/// <summary>Stable ids for the demo's people and families, so that personas are the same after every start.</summary>
public static class DemoIds
{
    /// <summary>The id of something a case names: the case and its own id, as <c>nordli</c> and <c>m-linn</c>.</summary>
    public static Guid Of(string caseId, string local)
    {
        Span<byte> bytes = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes($"flette-demo/{caseId}/{local}")).AsSpan(0, 16).CopyTo(bytes);
        // Marked as a custom UUID (version 8, RFC 9562).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
