using System.Text;

namespace Flette.Documents.Docx;

/// <summary>Decodes text as Norwegian offices save it: UTF-8 with or without mark, UTF-16 either way, Windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

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
            return Windows.GetString(bytes);
        }
    }

    /// <summary>
    /// The text as it is kept: no control characters, and letters written as letter and loose ring or dots (common from a
    /// Mac) as one letter: å, not a and °.
    /// </summary>
    public static string Clean(string text) => Composed(WithoutControls(text));

    /// <summary>
    /// A zero is taken by neither the database nor a page, the others by no reader. Between words they become a space, so
    /// that no two words become one; Word's two own hyphens and the quotes and dashes of Windows-1252 become what they
    /// stand for. Line breaks and tabs stay.
    /// </summary>
    private static string WithoutControls(string text)
    {
        if (!text.Any(IsControl))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\0' or '\u001F': // text read as half of UTF-16; a hyphen shown at the end of a line only
                    break;
                case '\u001E':
                    clean.Append('-');
                    break;
                default:
                    var meant = c is >= '\u0080' and <= '\u009F' ? Windows.GetString([(byte)c])[0] : c;
                    clean.Append(IsControl(c) ? (IsControl(meant) ? ' ' : meant) : c);
                    break;
            }
        }

        return clean.ToString();
    }

    private static bool IsControl(char c) =>
        char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\v' or '\f' or '\u0085');

    private static string Composed(string text)
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
