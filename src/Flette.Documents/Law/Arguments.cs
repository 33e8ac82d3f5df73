using System.Globalization;
using Flette.Core;

namespace Flette.Documents.Law;

/// <summary>What was written after one of the commands of the law: <c>--name value</c>, each once.</summary>
internal sealed class Arguments
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    private Arguments(TimeProvider time) => _time = time;

    /// <summary>What is wrong with them, in one line; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads them.</summary>
    /// <param name="args">A leading name of the command is skipped.</param>
    /// <param name="usage">What is said when they are none of those known.</param>
    /// <param name="values">Names that take a value.</param>
    /// <param name="flags">Names that stand alone.</param>
    /// <param name="time">Gives today.</param>
    public static Arguments Read(
        IReadOnlyList<string> args,
        string command,
        string usage,
        IReadOnlyCollection<string> values,
        IReadOnlyCollection<string> flags,
        TimeProvider time
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(time);
        var read = new Arguments(time);
        for (var i = args.Count > 0 && args[0] == command ? 1 : 0; i < args.Count; i++)
        {
            var name = args[i];
            var takes = values.Contains(name, StringComparer.Ordinal);
            if ((!takes && !flags.Contains(name, StringComparer.Ordinal)) || (takes && i + 1 >= args.Count))
            {
                read.Problem = usage;
                return read;
            }
            if (!read._given.TryAdd(name, takes ? args[++i] : ""))
            {
                read.Problem = $"{name} står to ganger.";
                return read;
            }
        }
        return read;
    }

    /// <summary>Whether it was given.</summary>
    public bool Has(string name) => _given.ContainsKey(name);

    /// <summary>What was given, or null.</summary>
    public string? Text(string name) => _given.GetValueOrDefault(name);

    /// <summary>
    /// The day that was given: a date, or an instant, which is the day it then is in Norway. Null when nothing was given, or what was given
    /// is none: then <see cref="Problem"/> says so.
    /// </summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (Parse(text) is { } day)
        {
            if (Days.CanBeMeant(day))
            {
                return day;
            }
            Problem ??= $"{name}: {Said(day)} må ligge mellom {Said(Days.Earliest)} og {Said(Days.Latest)}.";
            return null;
        }
        Problem ??= $"{name}: «{text}» er ingen dag. Skriv ÅÅÅÅ-MM-DD.";
        return null;
    }

    /// <summary>A year of four digits, by the same rules.</summary>
    public int? Year(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return year;
        }
        Problem ??= $"{name}: «{text}» er ikke et år på formen ÅÅÅÅ.";
        return null;
    }

    /// <summary>A number that counts something, by the same rules.</summary>
    public int? Count(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000)
        {
            return count;
        }
        Problem ??= $"{name}: «{text}» er ikke et antall.";
        return null;
    }

    /// <summary>The day of <c>--at</c>, or today in Norway.</summary>
    public DateOnly At() => Day("--at") ?? In(_time.GetUtcNow());

    /// <summary>A day as it is written in arguments and answers.</summary>
    public static string Said(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            // Without an offset it is the clock on the wall in Norway, whatever the machine's own.
            ? text[^1] == 'Z' || text[^6] is '+' or '-' ? In(instant)
                : DateOnly.FromDateTime(instant.DateTime)
        : null;

    private static DateOnly In(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Oslo).DateTime);
}
