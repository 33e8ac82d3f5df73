using Dapper;

namespace Flette.Kill.Tests;

/// <summary>A row somebody's post has left in the database.</summary>
/// <param name="Companions">Rows that come with it in the same write: versions of an item, keys of a family.</param>
/// <param name="Logged">Rows of the log that tell of it.</param>
internal sealed record Row(Guid Id, int Companions, int Logged);

/// <summary>A form key the server remembers, and where its post led.</summary>
internal sealed record KeyRow(Guid Key, string Location);

/// <summary>Everything the posts have left: what the database holds and what stands on the pages.</summary>
/// <param name="Orphans">Rows of the log that tell of a write that is not there.</param>
/// <param name="Texts">Each as often as it stands on a page.</param>
internal sealed record Found(
    IReadOnlyList<Row> Rows,
    IReadOnlyList<KeyRow> Keys,
    int Orphans,
    IReadOnlyList<string> Texts
);

/// <summary>What is wrong with one post, or with what no post accounts for.</summary>
public enum Fault
{
    /// <summary>Acknowledged, and not there.</summary>
    Lost,

    /// <summary>Acknowledged once, and there several times, or with several companions, log rows or keys.</summary>
    Repeated,

    /// <summary>There, and acknowledged to nobody.</summary>
    Unasked,

    /// <summary>There, without its version, its key or its row in the log; or the log's row without it.</summary>
    Torn,
}

/// <summary>Compares what was acknowledged with what is there: the same set, each once.</summary>
internal static class Reckoning
{
    /// <summary>
    /// Rows of the kinds the clerks write. An item comes with its first version, a family with the key of its common part.
    /// </summary>
    private const string Sql = """
        select i.id, (select count(*)::int from item_version v where v.item = i.id) as companions,
               (select count(*)::int from audit a where a.act = 'log-contact' and a.outcome = 'ok' and i.id = any(a.items)) as logged
          from item i where i.kind = 'contact-log'
        union all
        select f.id, (select count(*)::int from owner_key k where k.owner = f.id and k.family = f.id),
               (select count(*)::int from audit a where a.act = 'register-family' and a.outcome = 'ok' and f.id = any(a.items))
          from family f;
        select key, location from form_key;
        select count(*)::int from audit a
         where a.act in ('log-contact', 'register-family') and a.outcome = 'ok'
           and (a.items = '{}' or exists (select 1 from unnest(a.items) as told(id)
                                           where not exists (select 1 from item where id = told.id)
                                             and not exists (select 1 from family where id = told.id)));
        """;

    /// <summary>All rows, keys and log rows without what they tell of.</summary>
    public static async Task<Found> LookAsync(Store store)
    {
        await using var db = await store.OpenAsync();
        using var all = await db.QueryMultipleAsync(Sql);
        return new Found(
            [.. await all.ReadAsync<Row>()],
            [.. await all.ReadAsync<KeyRow>()],
            await all.ReadSingleAsync<int>(),
            []
        );
    }

    /// <summary>Every difference, as a fault and what it is about; nothing when all is as it was told.</summary>
    /// <param name="before">What was there before the first post.</param>
    public static IReadOnlyList<(Fault Fault, string What)> Differences(
        IReadOnlyList<Acknowledged> kept,
        Found before,
        Found now
    )
    {
        var faults = new List<(Fault, string)>();
        // Not as sets: what is there twice must be seen twice.
        var oldRows = before.Rows.Select(r => r.Id).ToHashSet();
        var oldKeys = before.Keys.Select(k => k.Key).ToHashSet();
        var rows = now.Rows.Where(r => !oldRows.Contains(r.Id)).ToLookup(r => r.Id);
        var keys = now.Keys.Where(k => !oldKeys.Contains(k.Key)).ToLookup(k => k.Key);
        var texts = now.Texts.CountBy(t => t).ToDictionary();
        foreach (var text in before.Texts)
        {
            texts[text] = texts.GetValueOrDefault(text) - 1;
        }
        foreach (var (post, id, _) in kept)
        {
            faults.AddRange(
                Each(post.Text, rows[id].Count(), keys[post.Key].Count(), texts.GetValueOrDefault(post.Text))
            );
            texts.Remove(post.Text);
            faults.AddRange(
                rows[id]
                    .SelectMany(r => new[] { r.Companions, r.Logged })
                    .Where(n => n != 1)
                    .Select(n => (n == 0 ? Fault.Torn : Fault.Repeated, post.Text))
            );
            faults.AddRange(
                keys[post.Key]
                    .Where(k => !k.Location.Contains(id.ToString(), StringComparison.Ordinal))
                    .Select(k => (Fault.Torn, $"{post.Text}: {k.Location}"))
            );
        }
        var told = kept.Select(k => k.Id).ToHashSet();
        var sent = kept.Select(k => k.Post.Key).ToHashSet();
        faults.AddRange(rows.Where(r => !told.Contains(r.Key)).Select(r => (Fault.Unasked, $"row {r.Key}")));
        faults.AddRange(keys.Where(k => !sent.Contains(k.Key)).Select(k => (Fault.Unasked, $"key {k.Key}")));
        faults.AddRange(texts.Where(t => t.Value > 0).Select(t => (Fault.Unasked, t.Key)));
        faults.AddRange(texts.Where(t => t.Value < 0).Select(t => (Fault.Lost, t.Key)));
        if (now.Orphans != before.Orphans)
        {
            faults.Add((Fault.Torn, $"{now.Orphans - before.Orphans} rows of the log tell of what is not there"));
        }
        return faults;
    }

    /// <summary>The row, the form key and the text on the page: one of each.</summary>
    private static IEnumerable<(Fault, string)> Each(string text, int rows, int keys, int texts)
    {
        foreach (var (what, count) in new[] { ("rows", rows), ("keys", keys), ("texts on the page", texts) })
        {
            if (count != 1)
            {
                yield return (count == 0 ? Fault.Lost : Fault.Repeated, $"{text}: {count} {what}");
            }
        }
    }
}
