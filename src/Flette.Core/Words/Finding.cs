namespace Flette.Core.Words;

/// <summary>Search in opened texts, in memory. Pure. Every word searched for must be found in the same text.</summary>
public static class Finding
{
    /// <summary>Longest search, in characters; the rest is not looked at.</summary>
    public const int Longest = 100;

    /// <summary>The words of a search, empty when there is none.</summary>
    public static IReadOnlyList<string> Words(string? search)
    {
        var text = (search ?? "").Trim();
        return text.Length > Longest
            ? Words(text[..Longest])
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether all the words are found. Case aside; parts of words count.</summary>
    public static bool In(string? text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return text is not null
            && words.Count > 0
            && words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a search of digits is part of a telephone number, however both are spaced. Fewer than four say too little.</summary>
    public static bool InPhone(string? phone, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var digits = Digits(string.Concat(words));
        return phone is not null
            && digits.Length >= 4
            && words.All(w => w.All(c => char.IsAsciiDigit(c) || c == '+'))
            && Digits(phone).Contains(digits, StringComparison.Ordinal);
    }

    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return text.TrimStart().StartsWith("+47", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    /// <summary>The part of the text around the first word found, cut at spaces, with «…» where something is left out.</summary>
    /// <param name="around">Characters on each side.</param>
    public static string Snippet(string text, IReadOnlyList<string> words, int around = 60)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var at = words
            .Select(w => flat.IndexOf(w, StringComparison.OrdinalIgnoreCase))
            .Where(i => i >= 0)
            .DefaultIfEmpty(0)
            .Min();
        var from = Math.Max(0, at - around);
        var to = Math.Min(flat.Length, at + around);
        from = from > 0 && flat.IndexOf(' ', from, at - from) is >= 0 and var space ? space + 1 : from;
        to = to < flat.Length && flat.LastIndexOf(' ', to) is var end && end > at ? end : to;
        return (from > 0 ? "… " : "") + flat[from..to] + (to < flat.Length ? " …" : "");
    }
}
