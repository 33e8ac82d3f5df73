using Flette.Core.Access;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Access;

/// <summary>
/// What the Guard hands to a handler it let through: who asks, what about, and the keys to open it with.
/// Without one nothing about anyone can be read or written.
/// </summary>
public sealed class Pass : IDisposable
{
    private static readonly HashSet<StaffRole> NoRoles = [];

    internal Pass(
        Municipality municipality,
        Session session,
        Act act,
        DateOnly today,
        LoadedFamily? family,
        KeyRing ring,
        string request
    )
    {
        Municipality = municipality;
        Session = session;
        Act = act;
        Today = today;
        LoadedFamily = family;
        Ring = ring;
        Request = request;
    }

    public Municipality Municipality { get; }

    public Session Session { get; }

    public Asker Asker => Session.Asker;

    public Act Act { get; }

    /// <summary>The day in Norway when the request came.</summary>
    public DateOnly Today { get; }

    /// <summary>Reference number of the request.</summary>
    public string Request { get; }

    /// <summary>The family the act is about, or null.</summary>
    public FamilyFacts? Family => LoadedFamily?.Facts;

    /// <summary>The family's rows as last read. What is sealed in them is opened by <see cref="Ring"/>, by those who have decided.</summary>
    internal LoadedFamily? LoadedFamily { get; private set; }

    /// <summary>Takes in the family as it was read again under the lock of a write.</summary>
    internal void Reread(LoadedFamily family) => LoadedFamily = family;

    /// <summary>The write that is under way on this pass, or null.</summary>
    internal Write? Writing { get; set; }

    /// <summary>
    /// A connection to read over: that of the write under way, else one of the pool's. So nobody who asks holds two at a time,
    /// which with a pool of few would let those who write wait for each other; and what is read inside a write is what it sees
    /// itself, with all it has written. Queries of pages go over this and nothing else.
    /// </summary>
    public async ValueTask<Reading> ReadAsync(CancellationToken cancel) =>
        Writing is { } write
            ? new Reading(write.Db, isOwn: false)
            : new Reading(await Municipality.Database.OpenConnectionAsync(cancel), isOwn: true);

    internal KeyRing Ring { get; }

    /// <summary>The family's name. Only where the act is about a family.</summary>
    public string FamilyName =>
        LoadedFamily is { } f
            ? FamilyNames.Open(Ring, f)
            : throw new InvalidOperationException("The act is not about a family.");

    /// <summary>Whoever asks, where this reads as another: then nothing is let through that not both may see.</summary>
    internal Pass? Behind { get; private init; }

    /// <summary>
    /// The same question as a member would ask it, for what is made to be handed to her. It opens nothing that whoever asks may not
    /// see, and shares the keys with this one, so that it is not disposed by itself.
    /// </summary>
    internal Pass ReadingAs(Guid member) =>
        new(
            Municipality,
            Session with
            {
                Asker = new Asker(AskerKind.Member, member, Municipality.Key, Level.High, Asker.Alive, NoRoles),
            },
            Act,
            Today,
            LoadedFamily,
            Ring,
            Request
        )
        {
            Behind = this,
        };

    /// <summary>Facts for deciding on an item of the family.</summary>
    internal Facts With(ItemFacts? item) => new(Municipality.Key, Asker, Today, Family, item);

    /// <summary>Why the act may not be done with the family, or one thing of it, for a page that says so before anything is typed; null when it may.</summary>
    internal AccessRefusal? Refusal(Act act, ItemFacts? item = null) => AccessDecisions.Decide(act, With(item)).Refusal;

    /// <summary>Whether the act may be done with an item, or with the family itself.</summary>
    /// <param name="family">The item's family, where it is not the pass's own.</param>
    internal bool May(Act act, ItemFacts? item = null, FamilyFacts? family = null)
    {
        var facts = With(item);
        return AccessDecisions.Decide(act, family is null ? facts : facts with { Family = family }).Allowed
            && Behind?.May(act, item, family) != false;
    }

    /// <inheritdoc/>
    public void Dispose() => Ring.Dispose();
}

/// <summary>A connection for as long as something is read over it.</summary>
public sealed class Reading : IAsyncDisposable
{
    private readonly bool _isOwn;

    internal Reading(NpgsqlConnection db, bool isOwn)
    {
        Db = db;
        _isOwn = isOwn;
    }

    /// <summary>Inside a write all that is asked over it is asked in its transaction.</summary>
    public NpgsqlConnection Db { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _isOwn ? Db.DisposeAsync() : ValueTask.CompletedTask;
}

/// <summary>The sealed name of a family.</summary>
public static class FamilyNames
{
    /// <summary>Opens the name.</summary>
    public static string Open(KeyRing ring, LoadedFamily family)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(family);
        return ring.Open<string>(family.Name, family.Facts.Id, new Place("family", family.Facts.Id));
    }
}
