using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.FamilySays;

/// <summary>«Ingenting har skjedd», opened.</summary>
/// <param name="By">The member who says it.</param>
/// <param name="Since">The day she said it.</param>
/// <param name="ByDesk">Whether the desk wrote what stands.</param>
public sealed record NothingSaid(
    Guid Id,
    Guid Family,
    Guid Agreement,
    Guid By,
    DateOnly Since,
    NothingYet Is,
    int Version,
    bool ByDesk = false
);

/// <summary>What a member says of a measure, opened.</summary>
/// <param name="ByDesk">Whether the desk wrote what stands.</param>
public sealed record HelpsSaid(
    Guid Id,
    Guid Measure,
    Guid By,
    Helps Is,
    string? Words,
    DateOnly On,
    int Version,
    bool ByDesk = false
);

/// <summary>There is nothing of that kind to say of it: members have it themselves, or it has ended.</summary>
public sealed record NothingToSay : Refusal;

/// <summary>Whoever is said to have said it is not in the family.</summary>
public sealed record SayerUnknown : Refusal;

/// <summary>
/// What the family says of how it goes (issue 3, 6): to its coordinator, and to no service. Each says it for herself; every change is
/// a version.
/// </summary>
public static class SaysBook
{
    /// <summary>All that stands of «ingenting har skjedd», among items that were loaded with others.</summary>
    public static IReadOnlyList<NothingSaid> Nothing(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.NothingYet)
            .Select(i => new NothingSaid(
                i.Row.Id,
                i.Row.Family,
                i.Row.Parent!.Value,
                i.Row.Holders[0],
                i.Row.Day!.Value,
                Rows.FromCode<NothingYet>(i.Row.State),
                i.Row.Version,
                IsByDesk(i.Row)
            ))
            .ToList();

    /// <summary>All that is said of measures, among items that were loaded with others; the newest first.</summary>
    public static IReadOnlyList<HelpsSaid> Helping(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Helps)
            .Select(i => new HelpsSaid(
                i.Row.Id,
                i.Row.Parent!.Value,
                i.Row.Holders[0],
                Rows.FromCode<Helps>(i.Row.State),
                i.Open<HelpsDetails>().Words,
                i.Row.Day!.Value,
                i.Row.Version,
                IsByDesk(i.Row)
            ))
            .OrderByDescending(h => h.On)
            .ThenBy(h => h.Id)
            .ToList();

    private static bool IsByDesk(ItemRow row) => row.ByKind == Rows.Code(AskerKind.Staff);

    /// <summary>Whether a member can say that nothing has happened: others have it, and it has not ended.</summary>
    public static bool MaySay(Agreement agreement, Func<Guid, bool> isMember)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(isMember);
        return AgreementRules.IsLive(agreement.State)
            && agreement.Holders.Count > 0
            && !agreement.Holders.Any(isMember);
    }

    /// <summary>Writes that nothing has happened, or takes it back. Seen by the one who says it and the coordinator.</summary>
    /// <param name="by">The member who says it.</param>
    /// <param name="version">The version the asker saw, 0 when there was none; null where the last word holds.</param>
    public static async Task<Refusal?> NothingAsync(
        Write write,
        Guid agreement,
        Guid by,
        bool said,
        int? version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (write.Pass.Family!.Member(by) is null)
        {
            return new SayerUnknown();
        }
        if (await Visible.ItemAsync(write, ItemKinds.Agreement, agreement) is not { } seen)
        {
            return new NoSuchAgreement();
        }
        if (said && !MaySay(AgreementBook.Open(seen), p => write.Pass.Family.Member(p) is not null))
        {
            return new NothingToSay();
        }
        return await SayAsync(
            write,
            ItemKinds.NothingYet,
            seen.Row with
            {
                Private = true,
                SharedHome = false,
            },
            by,
            Rows.Code(said ? NothingYet.Said : NothingYet.Unsaid),
            new NothingYetDetails(by),
            version,
            cancel
        );
    }

    /// <summary>The coordinator takes note of it; it leaves her list.</summary>
    public static async Task<Refusal?> SeenAsync(Write write, Guid nothing, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.NothingYet, nothing) is not { } now)
        {
            return new NoSuchEntry();
        }
        return await Items.ChangeAsync(
            write,
            now.Row with
            {
                State = Rows.Code(NothingYet.Seen),
            },
            version,
            AgreementAnswers.Noted,
            now.Open<NothingYetDetails>()
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>
    /// Takes back what was done last: what was said before that holds, or nothing. A member takes back what is hers, the desk what it
    /// has written itself.
    /// </summary>
    /// <param name="said">What was said of an agreement or a measure.</param>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid said, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        var asker = write.Pass.Asker;
        if (
            (
                await Visible.ItemAsync(write, ItemKinds.NothingYet, said)
                ?? await Visible.ItemAsync(write, ItemKinds.Helps, said)
            )
                is not { } now
            || !(
                asker.Kind == AskerKind.Member
                    ? now.Row.Holders.Contains(asker.Id)
                    : now.Row.ByKind == Rows.Code(asker.Kind)
            )
        )
        {
            return new NoSuchEntry();
        }
        var scope = await PlanBook.ScopeAsync(write);
        var undone = await Items.UndoAsync(write, now.Row, version, scope.Of);
        if (undone is not NothingToUndo)
        {
            return undone;
        }
        var (by, helps) = (now.Row.Holders[0], now.Row.Kind == ItemKinds.Helps);
        var row = now.Row with { State = helps ? Rows.Code(Helps.Unsaid) : Rows.Code(NothingYet.Unsaid) };
        Guid? onBehalf = asker.Kind == AskerKind.Member ? null : by;
        var kept = helps
            ? await Items.ChangeAsync(write, row, version, "state", new HelpsDetails(by, null), onBehalf)
            : await Items.ChangeAsync(write, row, version, "state", new NothingYetDetails(by), onBehalf);
        return kept ? null : new ChangedMeanwhile();
    }

    /// <summary>Writes whether a measure helps. Seen by those who see the measure.</summary>
    /// <inheritdoc cref="NothingAsync"/>
    public static async Task<Refusal?> HelpsAsync(
        Write write,
        Guid measure,
        Guid by,
        Helps helps,
        string? words,
        int? version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Core.FollowUp.SaidWords.Check(words) is { } refusal)
        {
            return refusal;
        }
        if (write.Pass.Family!.Member(by) is null)
        {
            return new SayerUnknown();
        }
        if (await Visible.ItemAsync(write, ItemKinds.Measure, measure) is not { } seen)
        {
            return new NoSuchEntry();
        }
        return await SayAsync(
            write,
            ItemKinds.Helps,
            seen.Row,
            by,
            Rows.Code(helps),
            new HelpsDetails(by, helps == Helps.Unsaid ? null : Core.FollowUp.SaidWords.Words(words)),
            version,
            cancel
        );
    }

    /// <summary>One item for each member and what she speaks of; a new word is a version of it.</summary>
    private static async Task<Refusal?> SayAsync<T>(
        Write write,
        string kind,
        ItemRow of,
        Guid by,
        string state,
        T body,
        int? version,
        CancellationToken cancel
    )
    {
        var herself = write.Pass.Asker.Kind == AskerKind.Member;
        var now = (await Visible.ItemsAsync(write.Pass, cancel, kind)).FirstOrDefault(i =>
            i.Row.Parent == of.Id && i.Row.Holders.Contains(by)
        );
        if (version is { } saw && saw != (now?.Row.Version ?? 0))
        {
            return new ChangedMeanwhile();
        }
        var head = (await PlanBook.ScopeAsync(write)).Put(
            (now?.Row ?? new ItemRow { Kind = kind, Parent = of.Id }) with
            {
                About = of.About,
                Topic = of.Topic,
                Private = of.Private,
                SharedHome = of.SharedHome,
                Holders = [by],
                State = state,
                Day = write.Pass.Today,
                OnBehalf = herself ? null : by,
            }
        );
        if (now is null)
        {
            await Items.InsertAsync(write, head, body);
            return null;
        }
        return await Items.ChangeAsync(write, head, now.Row.Version, "state", body, herself ? null : by)
            ? null
            : new ChangedMeanwhile();
    }
}
