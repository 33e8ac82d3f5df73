using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;
using Flette.Demo.Generator;
using Flette.Demo.Seed;

namespace Flette.Demo;

/// <summary>Someone one can be in the demo.</summary>
/// <param name="Municipality">Key of the municipality.</param>
/// <param name="Kind">Staff or member.</param>
/// <param name="Id">Staff or member.</param>
/// <param name="Name">Full name.</param>
/// <param name="Who">What she is, in words.</param>
/// <param name="FirstScreen">The page she comes to; null when there is none for her.</param>
public sealed record Persona(string Municipality, AskerKind Kind, Guid Id, string Name, string Who, string? FirstScreen)
{
    /// <summary>Whether there is a page for her to come to, among the addresses the program answers on. Staff come in by the start page.</summary>
    public bool HasScreen(IReadOnlySet<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return FirstScreen is { } screen && (Kind == AskerKind.Staff || addresses.Contains(screen));
    }
}

/// <summary>
/// The people of the demo: those who work in the cases, their parents and youths, a coordinator without families and, when
/// families are generated, one with many.
/// </summary>
public static class Personas
{
    /// <summary>Where one chooses who to be.</summary>
    public const string Path = "/demo";

    private const string Today = "/i-dag";
    private const string Unit = "/enhet";
    private const string OwnFamily = "/min-familie";

    /// <summary>A coordinator who has just begun: no families.</summary>
    public static Persona Newcomer { get; } =
        new(
            "fjellvik",
            AskerKind.Staff,
            DemoIds.Of("fjellvik", "newcomer"),
            "Eli Brekke",
            "koordinator, uten familier ennå",
            Today
        );

    /// <summary>All of them, by municipality. Which are shown depends on what is seeded and on which screens there are.</summary>
    public static IReadOnlyList<Persona> All { get; } =
        CaseFile
            .All()
            .SelectMany(f => Staff(f).Concat(Members(f)))
            .Append(Newcomer)
            .Append(Busiest)
            .DistinctBy(p => p.Id)
            .OrderBy(p => p.Kind)
            .ToList();

    private static Persona Busiest
    {
        get
        {
            var busiest = GeneratedStaff.Coordinator(0);
            return new(
                Seeding.Generated,
                AskerKind.Staff,
                busiest.Id,
                busiest.Name,
                "koordinator med mange laget familier",
                Today
            );
        }
    }

    private static IEnumerable<Persona> Staff(CaseFile file)
    {
        var municipality = CaseStaff.Municipality(file);
        var title = file.Root["case"].Text("title");
        foreach (var staff in CaseStaff.Of(file))
        {
            var (who, screen) = staff.Role switch
            {
                StaffRole.Unit => ("saksbehandler i koordinerende enhet", Unit),
                StaffRole.Leader => ("leder for koordinerende enhet", null),
                _ => (
                    staff.IsDeputy
                        ? $"koordinator, stedfortreder for {Lower(title)}"
                        : $"{file.Root["case"].Text("coordinatorRole")} for {Lower(title)}",
                    Today
                ),
            };
            yield return new Persona(municipality, AskerKind.Staff, staff.Id, staff.Name, who, screen);
        }
    }

    /// <summary>Parents, and youths from 16: those who decide.</summary>
    private static IEnumerable<Persona> Members(CaseFile file)
    {
        var title = file.Root["case"].Text("title");
        foreach (var m in file.Root["members"].List)
        {
            var age = m.Day("birthDate") is { } born ? Ages.On(born, file.Written) : (int?)null;
            var who = (m.Text("relation"), age) switch
            {
                ("mor" or "far" or "stemor" or "stefar" or "fosterforelder", _) =>
                    $"{m.Text("relation")} i {Lower(title)}",
                (_, >= AgeLimits.OwnHealth and < Ages.Adult) => $"{age} år, i {Lower(title)}",
                _ => null,
            };
            if (who is not null)
            {
                yield return new Persona(
                    CaseStaff.Municipality(file),
                    AskerKind.Member,
                    DemoIds.Of(file.Id, m.Text("id")),
                    m.Text("name"),
                    who,
                    OwnFamily
                );
            }
        }
    }

    // «Familien Hauge» in the middle of a sentence.
    private static string Lower(string title) =>
        title.StartsWith("Familien ", StringComparison.Ordinal) ? "f" + title[1..] : title;
}
