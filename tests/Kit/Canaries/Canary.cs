using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Flette.Kit.Canaries;

/// <summary>A canary's text in one form.</summary>
/// <param name="How">As <c>base64 of UTF-16LE, second alignment</c>.</param>
/// <param name="Bytes">The form, each byte a character (Latin-1).</param>
/// <param name="Standalone">Whether it counts only where no hex digit stands beside it: eight digits may stand inside any hex.</param>
public sealed record CanaryForm(string How, string Bytes, bool Standalone);

/// <summary>
/// A string found nowhere else, new for each run, that is put in texts about people, and a telephone number for where only digits
/// go; with every form they could lie in: UTF-8, UTF-16, base64 at each of its three alignments and hex of these, and in other
/// letters. Its letters are plain ones, so that it looks the same escaped for HTML, JSON or an address.
/// </summary>
public sealed class Canary
{
    private const string Consonants = "bcdfghjklmnpqrstvwxz";

    private static readonly (string Name, Encoding Encoding)[] Encodings =
    [
        ("UTF-8", Encoding.UTF8),
        ("UTF-16LE", Encoding.Unicode),
        ("UTF-16BE", Encoding.BigEndianUnicode),
    ];

    private static int _numbers;

    private readonly SearchValues<string> _needles;

    private Canary(string word, string phone)
    {
        Word = word;
        Phone = phone;
        Forms = new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant() }
            .SelectMany((text, i) => FormsOf(text, packed: i < 2))
            .Concat(FormsOf(phone, packed: true))
            .Concat(FormsOf(phone.Replace(" ", "", StringComparison.Ordinal), packed: true))
            .DistinctBy(f => f.Bytes)
            .ToList();
        _needles = SearchValues.Create(Forms.Select(f => f.Bytes).ToArray(), StringComparison.Ordinal);
    }

    /// <summary>The letters, the first one large.</summary>
    public string Word { get; }

    /// <summary>An invented telephone number, as people write it.</summary>
    public string Phone { get; }

    /// <summary>An address of mail.</summary>
    public string Mail => Word.ToLowerInvariant() + "@example.no";

    /// <summary>Every form it could lie in.</summary>
    public IReadOnlyList<CanaryForm> Forms { get; }

    /// <summary>A new one.</summary>
    public static Canary New() => Of("K" + new string(RandomNumberGenerator.GetItems<char>(Consonants, 11)));

    /// <summary>Something that is there already, and must not lie anywhere else.</summary>
    public static Canary Of(string secret)
    {
        // Two numbers that differ in the last digit only look alike in base64, of which the end is not looked for.
        var ten = 10 + (Interlocked.Increment(ref _numbers) % 90);
        return new Canary(
            secret,
            string.Create(
                CultureInfo.InvariantCulture,
                $"99 99 9{ten / 10} {ten % 10}{RandomNumberGenerator.GetInt32(10)}"
            )
        );
    }

    /// <summary>A name of two words.</summary>
    /// <param name="who">So that people can be told from each other.</param>
    public string Name(string who) => $"{Word}{who} {Word}sen";

    /// <summary>The forms of it that stand in some bytes, each with where it was first.</summary>
    public IReadOnlyDictionary<CanaryForm, int> In(ReadOnlySpan<byte> bytes)
    {
        var found = new Dictionary<CanaryForm, int>();
        var text = Encoding.Latin1.GetString(bytes);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(_needles);
            if (next < 0)
            {
                break;
            }
            at += next;
            foreach (var form in Forms)
            {
                if (
                    text.AsSpan(at).StartsWith(form.Bytes, StringComparison.Ordinal)
                    && !(form.Standalone && InHex(text, at, form.Bytes.Length))
                )
                {
                    found.TryAdd(form, at);
                }
            }
        }
        return found;
    }

    private static bool InHex(string text, int at, int length) =>
        (at > 0 && char.IsAsciiHexDigit(text[at - 1]))
        || (at + length < text.Length && char.IsAsciiHexDigit(text[at + length]));

    private static IEnumerable<CanaryForm> FormsOf(string text, bool packed)
    {
        foreach (var (name, encoding) in Encodings)
        {
            var bytes = encoding.GetBytes(text);
            var digits = name == "UTF-8" && text.All(char.IsAsciiDigit);
            yield return new CanaryForm($"{name} of {text}", Encoding.Latin1.GetString(bytes), digits);
            if (!packed)
            {
                continue;
            }
            for (var before = 0; before < 3; before++)
            {
                yield return new CanaryForm(
                    $"base64 after {before} bytes, {name} of {text}",
                    Base64(bytes, before),
                    false
                );
            }
            yield return new CanaryForm($"hex, {name} of {text}", Convert.ToHexStringLower(bytes), false);
            yield return new CanaryForm($"HEX, {name} of {text}", Convert.ToHexString(bytes), false);
        }
    }

    /// <summary>What is the same in base64 whatever stands before and after, when so many bytes of a group of three stand before.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = (before * 8 + 5) / 6;
        var end = (before + bytes.Length) * 8 / 6;
        return whole[first..end];
    }
}
