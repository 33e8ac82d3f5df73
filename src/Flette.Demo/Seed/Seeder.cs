using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Demo.Seed;

/// <summary>Writes as a member of staff, through the Guard, one act at a time.</summary>
public sealed class Seeder(Municipality municipality, Guard guard, TimeProvider time, CancellationToken cancel)
{
    /// <summary>Someone at the municipality, signed in as surely as one can be.</summary>
    public Session As(Guid staff, StaffRole role) =>
        new(
            Guid.Empty,
            new Asker(
                AskerKind.Staff,
                staff,
                municipality.Key,
                Level.High,
                Alive: true,
                new HashSet<StaffRole> { role }
            )
        );

    /// <summary>Does one write. Throws <see cref="InvalidOperationException"/> when it is refused: the seed must fit the rules.</summary>
    public async Task DoAsync(Session session, Act act, Guid? family, Func<Write, Task<Refusal?>> work)
    {
        var admitted = await guard.AdmitAsync(municipality, session, act, family, "seed", cancel);
        if (admitted.Refusal is { } refused)
        {
            throw new InvalidOperationException($"The seed was refused {act}: {refused}");
        }
        using var pass = admitted.Value;
        var written = await Write.RunAsync(
            pass,
            Guid.CreateVersion7(),
            time,
            async write => await work(write) is { } refusal ? refusal : Written.To("/"),
            cancel
        );
        if (written.Refusal is { } wrong)
        {
            throw new InvalidOperationException($"The seed was refused {act}: {wrong}");
        }
    }
}
