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

    /// <summary>As choices in a list.</summary>
    public static IReadOnlyList<FieldOption> Options(IEnumerable<(Guid Id, string Name)> staff) =>
        staff.Select(s => new FieldOption(s.Id.ToString(), s.Name)).ToList();
}
