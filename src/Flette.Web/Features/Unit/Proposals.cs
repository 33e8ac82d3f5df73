using Dapper;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Vault;

namespace Flette.Web.Features.Unit;

/// <summary>«Koordinator blir …» in minutes a coordinator has kept: family, kind and name, and nothing more.</summary>
/// <param name="Kind">The word of the minutes: barnekoordinator.</param>
/// <param name="Name">The name proposed; empty when none was.</param>
public sealed record Proposal(Guid Family, string FamilyName, string Kind, string Name, DateOnly Day);

/// <summary>What minutes propose to the unit. A proposal appoints nobody; it leaves the list with the next appointment.</summary>
public static class Proposals
{
    /// <summary>Those not handled yet, oldest first.</summary>
    /// <param name="families">The families the asker may see.</param>
    public static async Task<IReadOnlyList<Proposal>> OpenAsync(
        Pass pass,
        IReadOnlyList<SeenFamily> families,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var byId = families.ToDictionary(f => f.Facts.Id);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<Row>(
            new CommandDefinition(
                "select id, family, kind, at, body from appointment_proposal where handled_at is null and family = any(@ids) order by at, id",
                new { ids = byId.Keys.ToArray() },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new Proposal(
                r.Family,
                byId[r.Family].Name,
                r.Kind,
                pass.Ring.Open<string>(r.Body, r.Family, new Place("appointment_proposal", r.Id)),
                Norway.Day(r.At)
            ))
            .ToList();
    }

    /// <summary>Takes the family's proposals off the list, in the write that appoints.</summary>
    public static Task HandledAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            "update appointment_proposal set handled_at = @Now where family = @Id and handled_at is null",
            new { write.Now, write.Pass.Family!.Id }
        );
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public string Kind { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public Sealed Body { get; init; }
    }
}
