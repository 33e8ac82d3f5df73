using System.Buffers.Text;
using System.Security.Cryptography;

namespace Flette.Web.Vault;

/// <summary>
/// Tokens of links: the link's id and a 128-bit HMAC-SHA-256 under the municipality's link key (trust.md, Links). Nothing is
/// stored, so a copy of the database opens no link. 43 characters of base64url, all safe in an address.
/// </summary>
public static class LinkTokens
{
    private const string Link = "link";
    private const string Receipt = "receipt";

    private const int IdSize = 16;
    private const int MacSize = 16;

    /// <summary>The token of a link. Goes into a mail and nowhere else.</summary>
    public static string Of(MasterKey master, Guid link) => Of(master, Link, link);

    /// <summary>The link a token names, or null when it was not made here. Takes the same time whichever byte is wrong.</summary>
    public static Guid? Read(MasterKey master, string? token) => Read(master, Link, token);

    /// <summary>What a gateway names a text message by when it tells how it went: nobody else can. It opens nothing.</summary>
    public static string OfReceipt(MasterKey master, Guid outbox) => Of(master, Receipt, outbox);

    /// <summary>The message such a reference names, or null when it was not made here.</summary>
    public static Guid? ReadReceipt(MasterKey master, string? reference) => Read(master, Receipt, reference);

    private static string Of(MasterKey master, string kind, Guid id)
    {
        Span<byte> token = stackalloc byte[IdSize + MacSize];
        Write(master, kind, id, token);
        return Base64Url.EncodeToString(token);
    }

    private static Guid? Read(MasterKey master, string kind, string? token)
    {
        if (
            token is null
            || !Base64Url.IsValid(token, out var length)
            || length != IdSize + MacSize
            || Base64Url.DecodeFromChars(token) is not { } given
        )
        {
            return null;
        }
        var link = new Guid(given.AsSpan(0, IdSize), bigEndian: true);
        Span<byte> right = stackalloc byte[IdSize + MacSize];
        Write(master, kind, link, right);
        // The text too: base64url lets the last character vary, and one link shall have one token.
        return CryptographicOperations.FixedTimeEquals(given, right) && Base64Url.EncodeToString(right) == token
            ? link
            : null;
    }

    private static void Write(MasterKey master, string kind, Guid link, Span<byte> token)
    {
        ArgumentNullException.ThrowIfNull(master);
        link.TryWriteBytes(token, bigEndian: true, out _);
        var mac = HMACSHA256.HashData(master.Derive(kind), token[..IdSize]);
        mac.AsSpan(0, MacSize).CopyTo(token[IdSize..]);
    }
}
