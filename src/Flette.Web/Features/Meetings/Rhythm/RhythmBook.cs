using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>The rhythm of a family, opened.</summary>
/// <param name="Id">Null while nobody has said anything else than spring and autumn.</param>
public sealed record OpenRhythm(Guid? Id, MeetingRhythm Rhythm, int Version);

/// <summary>What is said of when one meets for one of several plans, opened.</summary>
/// <param name="Apart">Whether it has months of its own; else it follows those of the family.</param>
/// <param name="Rhythm">Its own months; those it had last where it follows now.</param>
public sealed record OpenPlanRhythm(Guid Id, Guid Plan, bool Apart, MeetingRhythm Rhythm, int Version);

/// <summary>A suggestion that was put aside, opened.</summary>
public sealed record OpenAside(AsideSuggestion Suggestion, bool IsAside, int Version);

/// <summary>
/// How often a family meets, and suggestions of meetings that were put aside: the coordinator's working notes. What follows from them
/// is worked out when it is read (<see cref="MeetingYear"/>).
/// </summary>
public static class RhythmBook
{
    private const string Stands = "stands";
    private const string Follows = "follows";
    private const string Aside = "aside";
    private const string Again = "again";

    /// <summary>The rhythm, among items that were loaded with others.</summary>
    public static OpenRhythm Of(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.MeetingRhythm && i.Row.Meant is null)
            .Select(i => new OpenRhythm(i.Row.Id, i.Open<MeetingRhythm>(), i.Row.Version))
            .FirstOrDefault()
        ?? new OpenRhythm(null, MeetingRhythm.Usual, 0);

    /// <summary>What is said of single plans; nothing of those that always followed the family.</summary>
    public static IReadOnlyList<OpenPlanRhythm> OfPlans(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.MeetingRhythm && i.Row.Meant is { Length: 1 })
            .Select(i => new OpenPlanRhythm(
                i.Row.Id,
                i.Row.Meant![0],
                i.Row.State == Stands,
                i.Open<MeetingRhythm>(),
                i.Row.Version
            ))
            .ToList();

    /// <summary>
    /// What a member is told of when one meets: the months of the family, and of these plans, which she knows of. They stand in the
    /// coordinator's working notes; of other plans nothing is read.
    /// </summary>
    public static async Task<(MeetingRhythm Common, IReadOnlyDictionary<Guid, MeetingRhythm> Own)> KnownAsync(
        Pass pass,
        Guid[] plans,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = (
            await reading.Db.QueryAsync<ItemRow>(
                new CommandDefinition(
                    "select * from item where family = @Id and kind = @kind and (meant is null or (meant <@ @plans and state = @Stands))",
                    new
                    {
                        pass.Family!.Id,
                        kind = ItemKinds.MeetingRhythm,
                        plans,
                        Stands,
                    },
                    cancellationToken: cancel
                )
            )
        ).ToLookup(r => r.Meant is { Length: 1 } of ? of[0] : Guid.Empty);
        return (
            rows[Guid.Empty].Select(Opened).FirstOrDefault() ?? MeetingRhythm.Usual,
            rows.Where(g => g.Key != Guid.Empty).ToDictionary(g => g.Key, g => Opened(g.First()))
        );

        MeetingRhythm Opened(ItemRow row) =>
            pass.Ring.Open<MeetingRhythm>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id));
    }

    /// <summary>Whether a version says that one meets by itself for a plan.</summary>
    public static bool IsApart(ItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State == Stands;
    }

    /// <summary>Suggestions that have been put aside, and those taken up again.</summary>
    public static IReadOnlyList<OpenAside> AsideAmong(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.MeetingSuggestion)
            .Select(i => new OpenAside(
                new AsideSuggestion(i.Open<SuggestionDetails>().Key, i.Row.Day!.Value),
                i.Row.State == Aside,
                i.Row.Version
            ))
            .ToList();

    /// <summary>
    /// Changes in which months one meets. The first change keeps what was so before it as a version, so that it can be undone.
    /// </summary>
    /// <param name="version">The version the asker saw; 0: none.</param>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        IReadOnlyCollection<int> months,
        int version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.MeetingRhythm)).FirstOrDefault(i =>
            i.Row.Meant is null
        );
        if ((now?.Row.Version ?? 0) != version)
        {
            return new ChangedMeanwhile();
        }
        var read = MeetingRhythm.Read(months);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }
        if (now?.Row is not { } row)
        {
            row = Note(ItemKinds.MeetingRhythm, Stands);
            row = row with { Id = await Items.InsertAsync(write, row, MeetingRhythm.Usual), Version = 1 };
        }
        return await Items.ChangeAsync(
            write,
            row with
            {
                Family = write.Pass.Family!.Id,
            },
            row.Version,
            "changed",
            read.Value
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>
    /// Says that one meets by itself for one of several plans, and in which months, or that it follows the others again. The first change
    /// keeps what was so before it as a version, so that it can be undone.
    /// </summary>
    /// <param name="months">Not read when it follows.</param>
    /// <param name="version">The version the asker saw; 0: none.</param>
    public static async Task<Refusal?> ChangeOfPlanAsync(
        Write write,
        Guid plan,
        bool apart,
        IReadOnlyCollection<int> months,
        int version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var plans = write.Pass.Family!.Plans;
        if (plans.Count < 2 || !plans.Any(p => p.Id == plan))
        {
            return new RhythmOfNoPlan();
        }
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.MeetingRhythm)).FirstOrDefault(i =>
            i.Row.Meant is { Length: 1 } of && of[0] == plan
        );
        if ((now?.Row.Version ?? 0) != version)
        {
            return new ChangedMeanwhile();
        }
        var kept = now?.Open<MeetingRhythm>() ?? MeetingRhythm.Usual;
        var read = apart ? MeetingRhythm.Read(months) : kept;
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }
        if (now?.Row is not { } row)
        {
            row = Note(ItemKinds.MeetingRhythm, Follows) with { Meant = [plan] };
            row = row with { Id = await Items.InsertAsync(write, row, kept), Version = 1 };
        }
        return await Items.ChangeAsync(
            write,
            row with
            {
                Family = write.Pass.Family!.Id,
                State = apart ? Stands : Follows,
            },
            row.Version,
            "changed",
            read.Value
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Puts a suggestion aside, or takes it up again.</summary>
    /// <param name="key">Which; one that is not suggested now cannot be put aside.</param>
    /// <param name="version">The version the asker saw; 0: none.</param>
    public static async Task<Refusal?> PutAsideAsync(
        Write write,
        string? key,
        bool aside,
        int version,
        IEnumerable<Suggestion> standing,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.MeetingSuggestion)).FirstOrDefault(i =>
            i.Open<SuggestionDetails>().Key == key
        );
        if ((now?.Row.Version ?? 0) != version)
        {
            return new ChangedMeanwhile();
        }
        if (key is null || !standing.Any(s => s.Key == key))
        {
            return new NoSuchSuggestion();
        }
        var head = (now?.Row ?? Note(ItemKinds.MeetingSuggestion, Aside)) with
        {
            State = aside ? Aside : Again,
            Day = write.Pass.Today,
        };
        if (now is null)
        {
            await Items.InsertAsync(write, head, new SuggestionDetails(key));
            return null;
        }
        return await Items.ChangeAsync(write, head, version, "state", new SuggestionDetails(key))
            ? null
            : new ChangedMeanwhile();
    }

    private static ItemRow Note(string kind, string state) =>
        new()
        {
            Kind = kind,
            Room = Rows.Code(Room.Work),
            State = state,
        };
}

/// <summary>What was to be put aside is not suggested any more.</summary>
public sealed record NoSuchSuggestion : Refusal;
