using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.Meetings.Rhythm.ByFamily;

/// <summary>That a time of the year does not suit a member, opened.</summary>
public sealed record OpenSeason(Guid Id, Guid By, MeetingWish Is, DateOnly On, int Version, SeasonDetails Details);

/// <summary>
/// A member says that a time of the year does not suit: to the coordinator and nobody else. Each says it for herself, and what she says
/// is a version. It moves no meeting by itself.
/// </summary>
public static class SeasonBook
{
    /// <summary>All of them, among items that were loaded with others.</summary>
    public static IReadOnlyList<OpenSeason> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.MeetingSeason)
            .Select(i => new OpenSeason(
                i.Row.Id,
                i.Row.Holders[0],
                Rows.FromCode<MeetingWish>(i.Row.State),
                i.Row.Day!.Value,
                i.Row.Version,
                i.Open<SeasonDetails>()
            ))
            .ToList();

    /// <summary>The asker says it, or takes it back.</summary>
    /// <param name="suits">It suits after all: what she said is taken back.</param>
    /// <param name="version">The version she saw; 0 when there was none.</param>
    public static async Task<Refusal?> SayAsync(
        Write write,
        Guid by,
        bool suits,
        IReadOnlyCollection<int> months,
        string? more,
        int version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.MeetingSeason)).FirstOrDefault(i =>
            i.Row.Holders.Contains(by)
        );
        if (version != (now?.Row.Version ?? 0))
        {
            return new ChangedMeanwhile();
        }
        if (suits && now is null)
        {
            return new NoSuchSuggestion();
        }
        var said = suits ? now!.Open<SeasonDetails>() : SeasonDetails.Read(by, months, more);
        if (said.Refusal is { } refusal)
        {
            return refusal;
        }
        var head = (await PlanBook.ScopeAsync(write)).Put(
            (now?.Row ?? new ItemRow { Kind = ItemKinds.MeetingSeason }) with
            {
                About = [by],
                Holders = [by],
                Private = true,
                State = Rows.Code(suits ? MeetingWish.TakenBack : MeetingWish.Said),
                Day = write.Pass.Today,
            }
        );
        if (now is null)
        {
            await Items.InsertAsync(write, head, said.Value);
            return null;
        }
        return await Items.ChangeAsync(write, head, version, "state", said.Value) ? null : new ChangedMeanwhile();
    }

    /// <summary>The coordinator has taken note of it, or has not after all.</summary>
    public static async Task<Refusal?> SeenAsync(Write write, Guid season, bool seen, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.MeetingSeason, season) is not { } now
            || now.Row.State == Rows.Code(MeetingWish.TakenBack)
        )
        {
            return new NoSuchSuggestion();
        }
        var next = now.Row with { State = Rows.Code(seen ? MeetingWish.Seen : MeetingWish.Said) };
        return await Items.ChangeAsync(write, next, version, "state", now.Open<SeasonDetails>())
            ? null
            : new ChangedMeanwhile();
    }
}
