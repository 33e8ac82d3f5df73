using Dapper;
using Flette.Core.Access;
using Flette.Web.Access;

namespace Flette.Web.SignIn;

/// <summary>A family the asker is in.</summary>
/// <param name="Member">Who she is in it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsThis">Whether it is the one she is in now.</param>
public sealed record MyFamily(Guid Member, string Name, bool IsThis);

/// <summary>The families of one person: she is one member in each, found by the keyed hash of her identity number.</summary>
public static class OwnFamilies
{
    /// <summary>Those she may open, by name; her own one too where no provider said who she is.</summary>
    public static async Task<IReadOnlyList<MyFamily>> AllAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var members = (
            await reading.Db.QueryAsync<(Guid Member, Guid Family)>(
                new CommandDefinition(
                    """
                    select m.id, m.family from member m join session s on s.id = @session
                     where m.left_at is null and (m.id = @id or m.ident_hash = s.person_hash)
                    """,
                    new { session = pass.Session.Id, id = pass.Asker.Id },
                    cancellationToken: cancel
                )
            )
        ).ToList();
        var (families, keys) = await FactsLoader.FamiliesAsync(
            reading.Db,
            [.. members.Select(m => m.Family).Distinct()],
            pass.Today,
            cancel
        );
        pass.Ring.Add(keys);
        return members
            .Join(families, m => m.Family, f => f.Facts.Id, (m, f) => (m.Member, Family: f))
            .Where(m => MayOpen(pass, m.Member, m.Family.Facts))
            .Select(m => new MyFamily(m.Member, FamilyNames.Open(pass.Ring, m.Family), m.Member == pass.Asker.Id))
            .OrderBy(m => m.Name, Norwegian.Sorting)
            .ToList();
    }

    // Decided as the one she is in that family: what she is in this one opens nothing there.
    private static bool MayOpen(Pass pass, Guid member, FamilyFacts family) =>
        AccessDecisions
            .Decide(
                Act.SeeOwnFamily,
                new Facts(pass.Municipality.Key, pass.Asker with { Id = member }, pass.Today, family)
            )
            .Allowed;
}
