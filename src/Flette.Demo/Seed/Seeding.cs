using Dapper;
using Flette.Core.Access;
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
    /// <summary>Seeds a municipality that has no staff yet; does nothing to one that has.</summary>
    public static async Task RunAsync(
        Municipality municipality,
        UpOptions options,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancel
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
            await StaffAsync(db, municipality);
        }
        if (options.Empty)
        {
            return;
        }
        foreach (var file in CaseFile.All().Where(f => CaseStaff.Municipality(f) == municipality.Key))
        {
            say($"Legger inn {file.Root["case"].Text("title")} …");
            var weeks = Weeks(file, time.Today());
            var seeder = new Seeder(municipality, new Guard(new FactsLoader(time), time), time, cancel);
            await new CaseSeed(file, weeks, seeder).RunAsync();
        }
    }

    /// <summary>Whole weeks from the day a case was written to today: ages, weekdays and deadlines then stay right.</summary>
    public static int Weeks(CaseFile file, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        var written = file.Root["case"].Day("asOf", weeks: 0) ?? throw file.Root["case"].Fault("has no asOf");
        return (int)Math.Floor((today.DayNumber - written.DayNumber) / 7.0);
    }

    private static async Task StaffAsync(Npgsql.NpgsqlConnection db, Municipality municipality)
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
            );
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
