using Dapper;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Unit;

/// <summary>Staff by role, from the register.</summary>
public static class Staff
{
    /// <summary>Those who may coordinate today, by name. Load is not shown here: nobody is ranked.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> CoordinatorsAsync(
        Pass pass,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(Guid Id, string Name)>(
            new CommandDefinition(
                """
                select distinct s.id, s.name from staff s join staff_role r on r.staff = s.id
                 where r.role = 'coordinator' and r.valid_from <= @Today and (r.valid_until is null or r.valid_until >= @Today)
                """,
                new { pass.Today },
                cancellationToken: cancel
            )
        );
        return rows.OrderBy(r => r.Name, Norwegian.Sorting).ToList();
    }

    /// <summary>Names of staff by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(Guid Id, string Name)>(
            new CommandDefinition("select id, name from staff", cancellationToken: cancel)
        );
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>The staff of the unit and those who coordinate today, with their names.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfUnitAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(Guid Id, string Name)>(
            new CommandDefinition(
                """
                select distinct s.id, s.name from staff s join staff_role r on r.staff = s.id
                 where r.role in ('coordinator', 'unit') and r.valid_from <= @Today and (r.valid_until is null or r.valid_until >= @Today)
                """,
                new { pass.Today },
                cancellationToken: cancel
            )
        );
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>One of the staff as somebody who is written to; null when she is not in the register.</summary>
    public static async Task<Links.Addressee?> AddresseeAsync(Pass pass, Guid staff, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(string Name, string Email)>(
            new CommandDefinition(
                "select name, email from staff where id = @staff",
                new { staff },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new Links.Addressee(staff, r.Name, r.Name.Split(' ', 2)[0], r.Email, null))
            .FirstOrDefault();
    }

    /// <summary>As choices in a list.</summary>
    public static IReadOnlyList<FieldOption> Options(IEnumerable<(Guid Id, string Name)> staff) =>
        staff.Select(s => new FieldOption(s.Id.ToString(), s.Name)).ToList();
}
