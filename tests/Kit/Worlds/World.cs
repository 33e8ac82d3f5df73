using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Demo.Seed;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Unit;

namespace Flette.Kit;

/// <summary>
/// Makes staff, families and what is in them, through the Guard and the product's own writes. Each test makes its own,
/// so that tests of one program do not see each other.
/// </summary>
public sealed class World
{
    private readonly Seeder _seeder;

    internal World(FletteApp app, Municipality municipality)
    {
        App = app;
        Municipality = municipality;
        _seeder = new Seeder(municipality, app.Clock, CancellationToken.None);
    }

    public FletteApp App { get; }

    public Municipality Municipality { get; }

    /// <summary>The day in Norway by the program's clock.</summary>
    public DateOnly Today => App.Clock.Today();

    /// <summary>Someone who works here, with roles from long ago. Staff come from a register, not from a page.</summary>
    public async Task<Guid> StaffAsync(string name, params StaffRole[] roles)
    {
        var id = Guid.CreateVersion7();
        await using var db = await App.ConnectAsync(Municipality);
        await db.ExecuteAsync(
            "insert into staff (id, name, email) values (@id, @name, @email)",
            new
            {
                id,
                name,
                email = $"{id:N}@example.no",
            }
        );
        foreach (var role in roles)
        {
            await db.ExecuteAsync(
                "insert into staff_role (staff, role, valid_from) values (@id, @role, @from)",
                new
                {
                    id,
                    role = Rows.Code(role),
                    from = new DateOnly(2020, 1, 1),
                }
            );
        }
        return id;
    }

    /// <summary>A coordinator.</summary>
    public Task<Guid> CoordinatorAsync(string name = "Kari Koordinator") => StaffAsync(name, StaffRole.Coordinator);

    /// <summary>An officer of the coordinating unit.</summary>
    public Task<Guid> OfficerAsync(string name = "Olga Oppnevner") => StaffAsync(name, StaffRole.Unit);

    /// <summary>A family with an officer who registered it and a coordinator from a year ago.</summary>
    /// <param name="coordinator">A new one when not given.</param>
    /// <param name="deputy">Named only: reads nothing.</param>
    /// <param name="period">Of the appointment.</param>
    public async Task<FamilyInWorld> FamilyAsync(
        string name = "Prøve",
        Guid? coordinator = null,
        Guid? deputy = null,
        Period? period = null
    )
    {
        var officer = await OfficerAsync();
        var coordinates = coordinator ?? await CoordinatorAsync();
        var id = Guid.Empty;
        await DoAsync(
            officer,
            StaffRole.Unit,
            Act.RegisterFamily,
            null,
            async write =>
            {
                var made = await Register.FamilyAsync(write, name);
                id = made.Refusal is null ? made.Value : Guid.Empty;
                return made.Refusal;
            }
        );
        await DoAsync(
            officer,
            StaffRole.Unit,
            Act.Appoint,
            id,
            async write =>
                await Register.AppointAsync(
                    write,
                    new AppointmentDraft(
                        coordinates,
                        CoordinatorKind.ChildrensCoordinator,
                        period ?? new Period(Today.AddYears(-1), Until: null),
                        "hol § 7-2 a",
                        Delegation: false,
                        deputy
                    )
                )
        );
        return new FamilyInWorld(this, id, officer, coordinates);
    }

    /// <summary>One write as a member of staff. Throws when it is refused.</summary>
    public Task DoAsync(Guid staff, StaffRole role, Act act, Guid? family, Func<Write, Task<Refusal?>> work) =>
        _seeder.DoAsync(_seeder.As(staff, role), act, family, work);
}
