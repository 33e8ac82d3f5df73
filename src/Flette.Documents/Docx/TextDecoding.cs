using System.Text;

namespace Flette.Documents.Docx;

/// <summary>Decodes text as Norwegian offices save it: UTF-8 with or without mark, UTF-16 either way, Windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>False for bytes no text has: zero bytes outside UTF-16, many control characters.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (Utf16(bytes) is not null)
        {
            return true;
        }

        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var control = 0;
        foreach (var b in sample)
        {
            if (b == 0)
            {
                return false;
            }

            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 11))
            {
                control++;
            }
        }

        return control * 100 <= sample.Length;
    }

    /// <summary>The text. Bytes that are not valid UTF-8 are Windows-1252, where every byte is a character.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (Utf16(bytes) is { } utf16)
        {
            return utf16.GetString(bytes).TrimStart('\uFEFF');
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>Letters written as letter and loose ring or dots (common from a Mac) as one letter: å, not a and °.</summary>
    public static string Composed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text; // half a surrogate pair somewhere; leave the words as they are
        }
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        // Without a mark: Norwegian text has a zero in every other byte, nearly always.
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (sample.Length < 8)
        {
            return null;
        }

        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var half = sample.Length / 2;
        return odd * 10 > half * 7 && even * 20 < half ? Encoding.Unicode
            : even * 10 > half * 7 && odd * 20 < half ? Encoding.BigEndianUnicode
            : null;
    }
}
