using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Measures;

namespace Flette.Web.Features.Agreements;

/// <summary>An agreement, opened.</summary>
/// <param name="Holders">Members, participants or the coordinator who have it; empty: nobody has it yet.</param>
/// <param name="MayTake">Those who hold it after saying yes, with those who have said that they cannot and may think again.</param>
/// <param name="Parent">The meeting it was made in, or the measure it follows.</param>
/// <param name="Change">What the newest version did.</param>
/// <param name="Plans">The plans it stands in; none: it hangs on the family, or stands in the working notes.</param>
public sealed record Agreement(
    Guid Id,
    Guid Family,
    AgreementDetails Details,
    AgreementState State,
    DateOnly? Due,
    IReadOnlyList<Guid> Holders,
    IReadOnlyList<Guid> About,
    Topic? Topic,
    IReadOnlyList<Guid> Plans,
    int Version,
    DateTimeOffset At,
    Guid? Parent,
    string Change,
    IReadOnlyList<Guid> MayTake
)
{
    /// <summary>Those of whom a yes is waited for.</summary>
    public IReadOnlyList<Guid> Asked => Answering.Awaited(MayTake, Details);

    /// <summary>Whether it stands in any plan.</summary>
    public bool InPlan => Plans.Count > 0;

    /// <summary>What says whether it may be gone on with: whom it is about, and the plans it stands in.</summary>
    public ItemFacts Place => new(Room.Plan, About, Id: Id, Plans: Plans);

    /// <summary>As far as an answer can change it.</summary>
    public Holding Holding => new(State, Holders, MayTake, Details);

    /// <summary>As far as sending is concerned.</summary>
    public ToSend ToSend => new(Id, State, Holders, Asked);

    /// <summary>What is to be done, as a line or a heading begins with it: minutes have it in the middle of a sentence.</summary>
    public string What => NorwegianDates.Capital(Details.What);

    /// <summary>Whether nobody has it: no person is named, or the one who had it cannot.</summary>
    public bool IsNobodys => SendingPlan.IsNobodys(ToSend);

    /// <summary>Whom it waits for; null when it waits for nobody.</summary>
    /// <param name="measure">Where its measure stands; null when it came from none.</param>
    public Waiting? Waits(MeasureState? measure, DateOnly today) =>
        Waiting.Of(Holding, Due, MeasureAgreements.Both(measure, State).Waits, today);
}

/// <summary>Agreements: who does what by when. Every change is a version and can be undone.</summary>
public static class AgreementBook
{
    /// <summary>Those of the pass's family that the asker may see: live ones first, then by day.</summary>
    public static async Task<IReadOnlyList<Agreement>> AllAsync(Pass pass, CancellationToken cancel) =>
        InOrder(await Visible.ItemsAsync(pass, cancel, ItemKinds.Agreement));

    /// <summary>Opens agreements that were loaded with others: live ones first, then by day.</summary>
    public static IReadOnlyList<Agreement> InOrder(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Agreement)
            .Select(Open)
            .OrderBy(a => AgreementRules.IsLive(a.State) ? 0 : 1)
            .ThenBy(a => a.Due ?? DateOnly.MaxValue)
            .ThenBy(a => a.Id)
            .ToList();

    /// <summary>Opens an agreement.</summary>
    public static Agreement Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Family,
            seen.Open<AgreementDetails>(),
            Rows.FromCode<AgreementState>(row.State),
            row.Day,
            row.Holders,
            row.About,
            Topics.FromCode(row.Topic),
            row.Plans,
            row.Version,
            row.At,
            row.Parent,
            row.Change,
            row.Asked
        );
    }

    /// <summary>Writes a new agreement.</summary>
    /// <param name="people">Everyone who may hold one: members, participants and the coordinator.</param>
    public static async Task<Result<Guid>> AddAsync(Write write, AgreementDraft draft, IReadOnlySet<Guid> people)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (Check(write, draft, people) is { } refusal)
        {
            return refusal;
        }
        var row = Row(new ItemRow { Kind = ItemKinds.Agreement }, draft, await PlanBook.ScopeAsync(write));
        var details = new AgreementDetails(draft.What.Trim(), [], Words(draft), HeldSince: Since(draft, write));
        return await Items.InsertAsync(write, row, details);
    }

    /// <summary>Changes an agreement. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid agreement,
        int version,
        AgreementDraft draft,
        IReadOnlySet<Guid> people,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (Check(write, draft, people) is { } refusal)
        {
            return refusal;
        }
        if (await FindAsync(write.Pass, agreement, cancel) is not { } now)
        {
            return new NoSuchAgreement();
        }
        var scope = await PlanBook.ScopeAsync(write);
        var before = Open(now).Holding with { Details = now.Open<AgreementDetails>() };
        // In the working notes nobody is asked anything: who is named there is what was agreed in the room.
        IReadOnlyList<Guid> agreed =
            draft.Agreed || scope.State == PlanState.None ? draft.Holders : [write.Pass.Asker.Id];
        var handed = Answering.Hand(before, draft.Holders, agreed.Intersect(draft.Holders).ToList(), write.Pass.Today);
        var details = Answering.Reset(handed.Details, before.State, draft.State) with
        {
            What = draft.What.Trim(),
            DueText = Words(draft),
        };
        var change = now.Row.State == Rows.Code(draft.State) ? "changed" : "state";
        var next = Row(now.Row, draft, scope) with { Holders = [.. handed.Holders], Asked = [.. handed.Asked] };
        return await Items.ChangeAsync(write, next, version, change, details) ? null : new ChangedMeanwhile();
    }

    /// <summary>Change kind of a version in which the pace of reminders was chosen.</summary>
    public const string Paced = "pace";

    /// <summary>Chooses how closely it is followed.</summary>
    public static async Task<Refusal?> FollowAsync(Write write, Guid agreement, int version, ReminderPace pace)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.Agreement, agreement) is not { } now)
        {
            return new NoSuchAgreement();
        }
        var details = now.Open<AgreementDetails>() with { Pace = pace };
        return await Items.ChangeAsync(write, now.Row, version, Paced, details) ? null : new ChangedMeanwhile();
    }

    /// <summary>Undoes the last change.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Guid agreement, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await FindAsync(write.Pass, agreement, cancel) is not { } now)
        {
            return new NoSuchAgreement();
        }
        var scope = await PlanBook.ScopeAsync(write);
        return await Items.UndoAsync(write, now.Row, version, scope.Of) is { } refusal
            ? refusal
            : await MeasureBook.PlaceAsync(write, agreement);
    }

    /// <summary>The agreement if the asker may see it.</summary>
    public static async Task<Seen?> FindAsync(Pass pass, Guid agreement, CancellationToken cancel) =>
        (await Visible.ItemsAsync(pass, cancel, ItemKinds.Agreement)).FirstOrDefault(i => i.Row.Id == agreement);

    private static AgreementRefusal? Check(Write write, AgreementDraft draft, IReadOnlySet<Guid> people) =>
        AgreementRules.Check(draft, people, write.Pass.Family!.Members.Select(m => m.Id).ToHashSet());

    private static ItemRow Row(ItemRow row, AgreementDraft draft, PlanScope scope) =>
        scope.Put(
            row with
            {
                Topic = draft.Topic is { } topic ? Rows.Code(topic) : null,
                About = [.. draft.About],
                // Said of someone else it is said anew, whatever meeting it came from.
                Meant = row.About.ToHashSet().SetEquals(draft.About) ? row.Meant : null,
                Holders = [.. draft.Holders.Distinct()],
                State = Rows.Code(draft.State),
                Day = draft.Due,
            }
        );

    private static string? Words(AgreementDraft draft) =>
        draft.Due is null && !string.IsNullOrWhiteSpace(draft.DueText) ? draft.DueText.Trim() : null;

    private static DateOnly? Since(AgreementDraft draft, Write write) =>
        draft.Holders.Count > 0 ? write.Pass.Today : null;
}
