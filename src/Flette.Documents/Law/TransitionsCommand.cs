using System.Globalization;
using Flette.Core;
using Flette.Core.Transitions;

namespace Flette.Documents.Law;

/// <summary>
/// <c>transitions --born D [--at D] [--school-start-year Y]</c>, or <c>transitions --expecting [--due D] [--at D]</c>: the transitions of
/// someone as JSON, without a database.
/// </summary>
public static class TransitionsCommand
{
    private const int Wrong = 2;
    private const string Usage =
        "Bruk: transitions --born ÅÅÅÅ-MM-DD [--at ÅÅÅÅ-MM-DD] [--school-start-year ÅÅÅÅ], eller transitions --expecting [--due ÅÅÅÅ-MM-DD] [--at ÅÅÅÅ-MM-DD]";

    /// <summary>Runs the command: 0, or 2 with one line on <paramref name="error"/>.</summary>
    /// <param name="args">A leading <c>transitions</c> is skipped.</param>
    /// <param name="output">Receives the JSON.</param>
    /// <param name="error">Receives the one line about what is wrong.</param>
    /// <param name="time">Gives today, in Norway, when <c>--at</c> is not given.</param>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(time);
        var (asked, problem) = Parse(args);
        if (asked is null)
        {
            error.WriteLine(problem);
            return Wrong;
        }
        var at = asked.At ?? Today(time);
        var facts = new TransitionFacts(asked.Born, asked.Due, asked.SchoolStartYear);
        var transitions = TransitionsAhead.Of(facts, at);
        if (transitions.Refusal is { } refusal)
        {
            error.WriteLine(Words(refusal));
            return Wrong;
        }
        output.Write(TransitionsJson.Write(facts, at, transitions.Value));
        return 0;
    }

    /// <summary>Each refusal in one line.</summary>
    internal static string Words(Refusal refusal) =>
        refusal switch
        {
            BirthOutOfRange b =>
                $"Fødselsdagen {Day(b.Day)} må ligge mellom {Day(Days.Earliest)} og {Day(Days.Latest)}.",
            AskedBeforeBirth a =>
                $"Dagen {Day(a.Asked)} er før fødselen {Day(a.Born)}. Bruk --expecting for et barn som ventes.",
            SchoolBeforeBirth y => $"Skolestart i {y.Year} er ikke etter fødselsåret.",
            SchoolYearNotInLaw y =>
                $"Skolestart må være fra {y.Earliest} til {y.Latest}: det året barnet fyller seks, eller fem eller sju når kommunen har avgjort det ({y.Basis.Named}).",
            SchoolYearWithoutBirth => "Skoleåret krever en fødselsdag eller ventet fødsel.",
            _ => throw new InvalidOperationException("A refusal without words."),
        };

    private static (Asked? Asked, string? Problem) Parse(IReadOnlyList<string> args)
    {
        var asked = new Asked();
        for (var i = args.Count > 0 && args[0] == "transitions" ? 1 : 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name == "--expecting" && !asked.Expecting)
            {
                asked = asked with { Expecting = true };
                continue;
            }
            if (++i >= args.Count)
            {
                return (null, Usage);
            }
            var (next, problem) = Take(asked, name, args[i]);
            if (next is null)
            {
                return (null, problem);
            }
            asked = next;
        }
        // Either a birth or one that is expected, and not both.
        return asked.Expecting == (asked.Born is not null) || (asked.Due is not null && !asked.Expecting)
            ? (null, Usage)
            : (asked, null);
    }

    private static (Asked? Asked, string? Problem) Take(Asked asked, string name, string value)
    {
        if (name == "--school-start-year")
        {
            return asked.SchoolStartYear is not null ? (null, Usage)
                : value.Length == 4
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? (asked with { SchoolStartYear = year }, null)
                : (null, $"--school-start-year: «{value}» er ikke et år på formen ÅÅÅÅ.");
        }
        if (name is not ("--born" or "--due" or "--at"))
        {
            return (null, Usage);
        }
        if (
            !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return (null, $"{name}: «{value}» er ikke en dag på formen ÅÅÅÅ-MM-DD.");
        }
        if (!Days.CanBeMeant(day))
        {
            return (null, $"{name}: {Day(day)} må ligge mellom {Day(Days.Earliest)} og {Day(Days.Latest)}.");
        }
        return name switch
        {
            "--born" when asked.Born is null => (asked with { Born = day }, null),
            "--due" when asked.Due is null => (asked with { Due = day }, null),
            "--at" when asked.At is null => (asked with { At = day }, null),
            _ => (null, Usage),
        };
    }

    private static DateOnly Today(TimeProvider time) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).DateTime
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Asked(
        DateOnly? Born = null,
        DateOnly? Due = null,
        DateOnly? At = null,
        int? SchoolStartYear = null,
        bool Expecting = false
    );
}
