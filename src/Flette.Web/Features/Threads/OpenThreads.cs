using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Threads;

/// <summary>Something open: who has it, whom it waits for, since when, and what happens next.</summary>
/// <param name="Url">Where it stands; null where it has no page of its own for the reader.</param>
/// <param name="Holder">Who has it; null when nobody has.</param>
/// <param name="Waits">Whom it waits for, in words; null when that is whoever has it.</param>
public sealed record OpenThread(
    string What,
    string? Url,
    string? Holder,
    DateOnly? HeldSince,
    string? Waits,
    DateOnly? Since,
    string? Next
);

/// <summary>What waits for one and the same.</summary>
public sealed record ThreadGroup(string Heading, IReadOnlyList<OpenThread> Threads);

/// <summary>All that is open in a family as its coordinator sees it, gathered by whom it waits for. Nothing is ownerless. Pure.</summary>
public static class OpenThreads
{
    private const string You = "Venter på deg";
    private const string Nobody = "Venter på noen som tar det";

    /// <summary>Gathers it: what waits for the coordinator first, then what nobody has.</summary>
    public static IReadOnlyList<ThreadGroup> Of(Pass pass, People people, FollowUps follow, IReadOnlyList<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(follow);
        var measures = items
            .Where(i => i.Row.Kind == ItemKinds.Measure)
            .ToDictionary(i => i.Row.Id, i => Rows.FromCode<MeasureState>(i.Row.State));
        var agreements = AgreementBook.InOrder(items);
        var nothing = SaysBook.Nothing(items).Where(n => n.Is == NothingYet.Said).ToLookup(n => n.Agreement);
        var family = $"/f/{pass.Family!.Id}";
        return
        [
            .. agreements
                .Where(a => AgreementRules.IsLive(a.State) || a.IsNobodys)
                .Select(Agreed)
                .Concat(items.Where(i => i.Row.Kind == ItemKinds.Need).Select(Needed).OfType<(string, OpenThread)>())
                .GroupBy(t => t.Item1, StringComparer.CurrentCulture)
                .OrderBy(g =>
                    g.Key == You ? 0
                    : g.Key == Nobody ? 1
                    : 2
                )
                .ThenBy(g => g.Min(t => t.Item2.Since ?? DateOnly.MaxValue))
                .Select(g => new ThreadGroup(
                    g.Key,
                    g.Select(t => t.Item2).OrderBy(t => t.Since ?? DateOnly.MaxValue).ToList()
                )),
        ];

        (string, OpenThread) Agreed(Agreement a)
        {
            var line = AgreementLine.Of(a, people, Agreements.Words.MeasureOf(a, measures), pass.Today);
            var unread = a.Details.LastOfEach().FirstOrDefault(x => !x.Read);
            var said = nothing[a.Id].FirstOrDefault();
            var silent = follow.Silent(a);
            var mine = a.Holders.Contains(pass.Asker.Id);
            var waiting = a.Waits(Agreements.Words.MeasureOf(a, measures), pass.Today);
            var group =
                a.IsNobodys ? Nobody
                : unread is not null
                || said is not null
                || mine
                || waiting is { For: WaitingFor.Help or WaitingFor.OtherDay }
                    ? You
                : $"Venter på {people.Names(waiting is { Whom.Count: > 0 } ? waiting.Whom : a.Holders)}";
            return (
                group,
                new OpenThread(
                    a.What,
                    $"{family}/avtale/{a.Id}",
                    line.Holders,
                    a.Details.HeldSince,
                    unread is not null ? "deg: et svar er ikke lest"
                        : said is not null ? "deg: familien sier at ingenting har skjedd"
                        : line.Waits,
                    unread?.On ?? said?.Since ?? line.WaitsSince ?? (line.Waits is null ? a.Due : null),
                    Next(a, silent)
                )
            );
        }

        string? Next(Agreement a, Unanswered? silent) =>
            silent is not null ? "Skriv til lederen i tjenesten"
            : a.Details.Raise is not null ? "Tas opp på neste møte"
            : a.Holders.FirstOrDefault(p => follow.IsToRing(a, p)) is var ring && ring != Guid.Empty
                ? $"Ring {people.Name(ring)}"
            : a.Due is { } due && due >= pass.Today ? $"Frist {NorwegianDates.DayAndMonth(due, pass.Today)}"
            : null;

        (string, OpenThread)? Needed(Seen seen)
        {
            if (Rows.FromCode<NeedState>(seen.Row.State) != NeedState.Unmet)
            {
                return null;
            }
            var need = seen.Open<NeedDetails>();
            return (
                need.Owner is { } owner ? $"Venter på {owner}" : Nobody,
                new OpenThread(
                    need.Text,
                    $"{family}/behov/{seen.Row.Id}",
                    need.Owner,
                    null,
                    need.Owner is null ? "noen som tar det" : null,
                    seen.Row.Day,
                    null
                )
            );
        }
    }
}
