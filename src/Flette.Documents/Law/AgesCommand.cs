using System.Text.Json;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;

namespace Flette.Documents.Law;

/// <summary>
/// <c>ages --born D [--at D] [--without-capacity] [--care-taken-over]</c>: what the law ties to an age, and who then consents, sees and is
/// told in each matter, as JSON and without a database.
/// </summary>
public static class AgesCommand
{
    private const int Wrong = 2;
    private const string Usage =
        "Bruk: ages --born ÅÅÅÅ-MM-DD [--at ÅÅÅÅ-MM-DD] [--without-capacity] [--care-taken-over]";

    internal static readonly Guid Her = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Mother = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Father = new("00000000-0000-0000-0000-000000000003");
    private static readonly Guid Foster = new("00000000-0000-0000-0000-000000000004");

    /// <summary>Runs the command: 0, or 2 with one line on <paramref name="error"/>.</summary>
    /// <param name="args">A leading <c>ages</c> is skipped.</param>
    /// <param name="time">Gives today, in Norway, when <c>--at</c> is not given.</param>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var given = Arguments.Read(
            args,
            "ages",
            Usage,
            ["--born", "--at"],
            ["--without-capacity", "--care-taken-over"],
            time
        );
        var (born, at) = given.Problem is null ? (given.Day("--born"), given.At()) : (null, default);
        var problem =
            given.Problem
            ?? (
                born is null ? Usage
                : at < born ? $"{Arguments.Said(at)} er før fødselen {Arguments.Said(born.Value)}."
                : null
            );
        if (problem is not null)
        {
            error.WriteLine(problem);
            return Wrong;
        }
        output.Write(
            Answer(born!.Value, at, Family(born.Value, given.Has("--without-capacity"), given.Has("--care-taken-over")))
        );
        return 0;
    }

    private static string Answer(DateOnly born, DateOnly at, FamilyFacts family) =>
        LawJson.Write(json =>
        {
            json.WriteStartObject();
            json.Day("born", born);
            json.Day("at", at);
            json.WriteNumber("age", Ages.On(born, at));
            json.WriteStartArray("ages");
            foreach (var rule in AgeRules.All)
            {
                Age(json, rule, born, at);
            }
            json.WriteEndArray();
            json.WriteString("assumes", "To foreldre med felles foreldreansvar, og ingenting særlig i spørsmålet.");
            json.WriteStartArray("matters");
            foreach (var matter in Enum.GetValues<Matter>())
            {
                Decided(json, matter, Standings.Of(family, Her, matter, at));
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Age(Utf8JsonWriter json, AgeRule rule, DateOnly born, DateOnly at)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteNumber("age", rule.Age);
        json.Number("until", rule.Until);
        json.Day("on", Ages.Birthday(born, rule.Age));
        json.WriteBoolean("reached", at >= Ages.Birthday(born, rule.Age));
        json.WriteBoolean("holds", rule.Valid.Covers(at) && rule.Holds(Ages.On(born, at)));
        json.WriteString("says", rule.Says);
        json.Basis(rule.Basis);
        json.Day("validFrom", rule.Valid.From);
        json.Day("validUntil", rule.Valid.Until);
        json.WriteEndObject();
    }

    private static void Decided(Utf8JsonWriter json, Matter matter, Standing standing)
    {
        json.WriteStartObject();
        json.WriteString("matter", LawWords.Code(matter));
        json.WriteString("title", LawWords.Title(matter));
        json.WriteString("rule", LawWords.Code(standing.Rule));
        json.WriteString("says", LawWords.Says(standing.Rule));
        People(json, "consents", standing.Consents);
        People(json, "heard", standing.Heard);
        People(json, "sees", standing.Sees);
        People(json, "necessaryOnly", standing.Necessary);
        People(json, "told", standing.Told);
        json.Clauses("why", standing.Why);
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, string name, IEnumerable<Guid> members)
    {
        json.WriteStartArray(name);
        foreach (var member in members)
        {
            json.WriteStringValue(Name(member));
        }
        json.WriteEndArray();
    }

    internal static string Name(Guid member) =>
        member == Her ? "selv"
        : member == Mother ? "mor"
        : member == Father ? "far"
        : "fosterforelder";

    /// <summary>A child with two parents who have foreldreansvar together.</summary>
    internal static FamilyFacts Family(DateOnly born, bool without, bool taken)
    {
        var since = new Period(born, null);
        GuardianshipFacts[] positions =
        [
            new(Her, GuardianshipKind.ParentalResponsibility, Mother, since),
            new(Her, GuardianshipKind.ParentalResponsibility, Father, since),
            .. without ? [new(Her, GuardianshipKind.NoDecisionCapacity, null, since)] : (GuardianshipFacts[])[],
            .. taken
                ?
                [
                    new(Her, GuardianshipKind.CareTakenOver, null, since),
                    new(Her, GuardianshipKind.FosterParent, Foster, since),
                ]
                : (GuardianshipFacts[])[],
        ];
        MemberFacts[] members =
        [
            new(Her, born, []),
            .. new[] { Mother, Father, Foster }.Select(p => new MemberFacts(p, null, [])),
        ];
        return new FamilyFacts(Guid.Empty, FamilyState.Active, [], [], members, positions);
    }
}
