using Flette.Core.Access;
using Flette.Demo.Seed;

namespace Flette.Demo;

/// <summary>Someone one can be in the demo.</summary>
/// <param name="Municipality">Key of the municipality.</param>
/// <param name="Kind">Staff or member.</param>
/// <param name="Id">Staff or member.</param>
/// <param name="Name">Full name.</param>
/// <param name="Who">What she is, in words.</param>
public sealed record Persona(string Municipality, AskerKind Kind, Guid Id, string Name, string Who);

/// <summary>The people of the demo: those the cases give, and a coordinator without families.</summary>
public static class Personas
{
    /// <summary>Where one chooses who to be.</summary>
    public const string Path = "/demo";

    /// <summary>A coordinator who has just begun: no families.</summary>
    public static Persona Newcomer { get; } =
        new(
            "fjellvik",
            AskerKind.Staff,
            DemoIds.Of("fjellvik", "newcomer"),
            "Eli Brekke",
            "koordinator, uten familier ennå"
        );

    /// <summary>All of them, by municipality.</summary>
    public static IReadOnlyList<Persona> All { get; } =
        CaseFile.All().SelectMany(Of).Append(Newcomer).DistinctBy(p => p.Id).ToList();

    private static IEnumerable<Persona> Of(CaseFile file)
    {
        var municipality = CaseStaff.Municipality(file);
        var title = file.Root["case"].Text("title");
        foreach (var staff in CaseStaff.Of(file))
        {
            yield return new Persona(
                municipality,
                AskerKind.Staff,
                staff.Id,
                staff.Name,
                staff.Role switch
                {
                    StaffRole.Unit => "saksbehandler i koordinerende enhet",
                    StaffRole.Leader => "leder for koordinerende enhet",
                    _ => staff.IsDeputy
                        ? $"koordinator, stedfortreder i {title}"
                        : $"{file.Root["case"].Text("coordinatorRole")} for {title}",
                }
            );
        }
    }
}
