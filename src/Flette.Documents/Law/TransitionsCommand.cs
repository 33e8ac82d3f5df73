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
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var given = Arguments.Read(
            args,
            "transitions",
            Usage,
            ["--born", "--due", "--at", "--school-start-year"],
            ["--expecting"],
            time
        );
        var (json, problem) = given.Problem is { } wrong ? (null, wrong) : Answer(given);
        if (json is null)
        {
            error.WriteLine(problem);
            return Wrong;
        }
        output.Write(json);
        return 0;
    }

    private static (string? Json, string? Problem) Answer(Arguments given)
    {
        var facts = new TransitionFacts(given.Day("--born"), given.Day("--due"), given.Year("--school-start-year"));
        var at = given.At();
        if (given.Problem is { } problem)
        {
            return (null, problem);
        }
        // Either a birth or one that is expected, and not both.
        var expecting = given.Has("--expecting");
        if (expecting == given.Has("--born") || (given.Has("--due") && !expecting))
        {
            return (null, Usage);
        }
        var transitions = TransitionsAhead.Of(facts, at);
        return transitions.Refusal is { } refusal
            ? (null, Words(refusal))
            : (TransitionsJson.Write(facts, at, transitions.Value), null);
    }

    /// <summary>Each refusal in one line.</summary>
    internal static string Words(Refusal refusal) =>
        refusal switch
        {
            BirthOutOfRange b =>
                $"Fødselsdagen {Arguments.Said(b.Day)} må ligge mellom {Arguments.Said(Days.Earliest)} og {Arguments.Said(Days.Latest)}.",
            AskedBeforeBirth a =>
                $"Dagen {Arguments.Said(a.Asked)} er før fødselen {Arguments.Said(a.Born)}. Bruk --expecting for et barn som ventes.",
            SchoolBeforeBirth y => $"Skolestart i {y.Year} er ikke etter fødselsåret.",
            SchoolYearNotInLaw y =>
                $"Skolestart må være fra {y.Earliest} til {y.Latest}: det året barnet fyller seks, eller fem eller sju når kommunen har avgjort det ({y.Basis.Named}).",
            SchoolYearWithoutBirth => "Skoleåret krever en fødselsdag eller ventet fødsel.",
            _ => throw new InvalidOperationException("A refusal without words."),
        };
}
