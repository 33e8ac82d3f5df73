using Dapper;
using Flette.Core.Access;
using Flette.Demo.Generator;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Demo.Seed;

/// <summary>
/// Fills a new demo database once. Families come in the way they do in life: the unit registers and appoints, the
/// coordinator writes, each through the Guard and with its log row.
/// </summary>
public static class Seeding
{
    /// <summary>The municipality the generated families live in.</summary>
    public const string Generated = "fjellvik";

    // One number, so that every machine has the same families on the same day.
    private const int SeedNumber = 1;

    /// <summary>Seeds a municipality that has no staff yet; does nothing to one that has.</summary>
    /// <param name="then">What more is written about each generated family, by its coordinator; null: no more.</param>
    public static async Task RunAsync(
        Municipality municipality,
        UpOptions options,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancel,
        Func<GeneratedFamily, Seeder, Session, Task>? then = null
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        await using (var db = await municipality.Database.OpenConnectionAsync(cancel))
        {
            if (await db.ExecuteScalarAsync<bool>("select exists (select 1 from staff)"))
            {
                return;
            }
            await StaffAsync(db, municipality, Families(municipality, options));
        }
        if (options.Empty)
        {
            return;
        }
        var seeder = new Seeder(municipality, time, cancel);
        foreach (var file in CaseFile.All(time.Today()).Where(f => CaseStaff.Municipality(f) == municipality.Key))
        {
            say($"Legger inn {file.Root["case"].Text("title")} …");
            await CaseAsync(municipality, file, seeder, cancel);
        }
        if (Families(municipality, options) is > 0 and var families)
        {
            var generator = new FamilyGenerator(SeedNumber, time.Today());
            await new GeneratedSeed(municipality, CaseStaff.Officer(municipality.Key), seeder).RunAsync(
                generator,
                families,
                say,
                cancel,
                then
            );
        }
    }

    /// <summary>One case: its services into the register, its family through the Guard. Its staff must be there.</summary>
    public static async Task CaseAsync(
        Municipality municipality,
        CaseFile file,
        Seeder seeder,
        CancellationToken cancel
    )
    {
        await new CaseTeam(file).OrganisationsAsync(municipality, cancel);
        await new CaseSeed(file, seeder).RunAsync();
    }

    /// <summary>How many generated families a municipality is to have.</summary>
    public static int Families(Municipality municipality, UpOptions options)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(options);
        return municipality.Key == Generated && !options.Empty ? options.Families : 0;
    }

    private static async Task StaffAsync(Npgsql.NpgsqlConnection db, Municipality municipality, int families)
    {
        var staff = CaseFile
            .All()
            .Where(f => CaseStaff.Municipality(f) == municipality.Key)
            .SelectMany(CaseStaff.Of)
            .Concat(
                Personas.Newcomer.Municipality == municipality.Key
                    ?
                    [
                        new CaseStaff(
                            Personas.Newcomer.Id,
                            Personas.Newcomer.Name,
                            "eli.brekke@example.no",
                            "99 99 99 01",
                            StaffRole.Coordinator,
                            IsDeputy: false
                        ),
                    ]
                    : []
            )
            .Concat(GeneratedStaff.For(families));
        foreach (var s in staff)
        {
            await db.ExecuteAsync(
                "insert into staff (id, name, email, phone) values (@Id, @Name, @email, @Phone) on conflict do nothing",
                new
                {
                    s.Id,
                    s.Name,
                    email = s.Email ?? "",
                    s.Phone,
                }
            );
            await db.ExecuteAsync(
                "insert into staff_role (staff, role, valid_from) values (@Id, @role, @from) on conflict do nothing",
                new
                {
                    s.Id,
                    role = Rows.Code(s.Role),
                    from = new DateOnly(2020, 1, 1),
                }
            );
        }
    }
}
