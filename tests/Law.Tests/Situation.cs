using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;

namespace Flette.Law.Tests;

/// <summary>
/// One decided situation, as it is written in the table: who she is, who has which position for her, what it is about, and what the
/// law then says. Members are named; lists are separated by spaces.
/// </summary>
/// <param name="Of">What it is, in a few words.</param>
/// <param name="Age">«8», «15»; «venter» before birth; «16-1d» the day before she is 16; «?» when no birth is written.</param>
/// <param name="Positions">«ansvar:mor ansvar:far bor:mor omsorg foster:fosterfar verge:verge pårørende:søster uten-kompetanse».</param>
/// <param name="Particular">«vil-ikke», «tungtveiende», «daglig», «nødvendig», «skjult:far».</param>
/// <param name="Section">One of the sections the answer must rest on.</param>
public sealed record Situation(
    string Of,
    string Age,
    string Positions,
    Matter Matter,
    ConsentRule Rule,
    string Consents,
    string Sees,
    string Told,
    string Section,
    string Particular = "",
    string Necessary = "",
    string WithoutPlace = ""
)
{
    /// <summary>After 1 June 2026, so that the word is beslutningskompetanse.</summary>
    public static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly string[] Others =
    [
        "mor",
        "far",
        "stefar",
        "fosterfar",
        "fostermor",
        "verge",
        "søster",
        "gravid",
    ];

    public override string ToString() => $"{Of}: {Age}, {Matter}";

    public Guid Who { get; } = Id("hun");

    public static Guid Id(string name) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static string Name(Guid id) => Others.Append("hun").Single(n => Id(n) == id);

    public FamilyFacts Family() =>
        new(
            Id("family"),
            FamilyState.Active,
            [],
            [],
            [Member(), .. Others.Select(n => new MemberFacts(Id(n), Today.AddYears(-40), [Id("home")]))],
            [.. Words(Positions).Select(Position)]
        );

    public Circumstances Circumstances() =>
        new(
            Words(Particular).Contains("vil-ikke"),
            Words(Particular).Contains("tungtveiende"),
            Words(Particular).Contains("daglig"),
            Words(Particular).Contains("nødvendig"),
            [
                .. Words(Particular)
                    .Where(w => w.StartsWith("skjult:", StringComparison.Ordinal))
                    .Select(w => Id(w["skjult:".Length..])),
            ]
        );

    public static IReadOnlyList<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private MemberFacts Member() =>
        Age switch
        {
            "venter" => new(Who, null, [], Id("gravid")),
            "?" => new(Who, null, []),
            _ when Age.EndsWith("-1d", StringComparison.Ordinal) => new(
                Who,
                Today.AddYears(-Years(Age[..^3])).AddDays(1),
                []
            ),
            _ => new(Who, Today.AddYears(-Years(Age)), []),
        };

    private static int Years(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private GuardianshipFacts Position(string word)
    {
        var parts = word.Split(':');
        var kind = parts[0] switch
        {
            "ansvar" => GuardianshipKind.ParentalResponsibility,
            "bor" => GuardianshipKind.LivesWith,
            "omsorg" => GuardianshipKind.CareTakenOver,
            "foster" => GuardianshipKind.FosterParent,
            "verge" => GuardianshipKind.Guardian,
            "pårørende" => GuardianshipKind.NextOfKin,
            "fullmektig" => GuardianshipKind.Attorney,
            "uten-kompetanse" => GuardianshipKind.NoDecisionCapacity,
            _ => throw new ArgumentException(word, nameof(word)),
        };
        return new(Who, kind, parts.Length > 1 ? Id(parts[1]) : null, new Period(Today.AddYears(-20), null));
    }
}
