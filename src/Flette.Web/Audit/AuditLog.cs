using Dapper;
using Flette.Core.Access;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Audit;

/// <summary>One row of the log: ids and codes, never names (trust.md, The log).</summary>
/// <param name="Asker">Who.</param>
/// <param name="Act">What.</param>
/// <param name="Outcome"><c>ok</c>, or the rule that refused.</param>
/// <param name="Family">About which family, or null.</param>
/// <param name="Items">Which items, when it was about some.</param>
/// <param name="Request">Reference number of the request.</param>
public sealed record AuditRow(Asker Asker, Act Act, string Outcome, Guid? Family, Guid[] Items, string Request);

/// <summary>Writes the log. The role that serves may only insert.</summary>
public static class AuditLog
{
    /// <summary>The same person reading the same page within this time is one row.</summary>
    public static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(10);

    private const string Columns = "(at, by_kind, by_id, act, outcome, family, items, request)";
    private const string Values = "@at, @kind, @id, @act, @outcome, @family, @items, @request";

    /// <summary>A write or refusal. In <paramref name="work"/> it commits with what it tells of.</summary>
    public static Task WriteAsync(NpgsqlConnection db, NpgsqlTransaction? work, AuditRow row, DateTimeOffset now) =>
        db.ExecuteAsync($"insert into audit {Columns} values ({Values})", Parameters(row, now), work);

    /// <summary>
    /// A refusal outside a write: a row each time for those who are known. Anybody may be refused as often as she likes, so those
    /// nobody knows share one row for each act, outcome, family and minute; a family that does not exist is none.
    /// </summary>
    public static async Task RefusedAsync(
        Municipality municipality,
        AuditRow row,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(row);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        if (row.Asker.Kind != AskerKind.Nobody)
        {
            await WriteAsync(db, null, row, now);
            municipality.HasUnsealed = true;
            return;
        }
        var parameters = Parameters(row, now);
        parameters.Add("minute", new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero));
        await db.ExecuteAsync(
            """
            insert into audit (at, by_kind, by_id, act, outcome, family, items, request, minute)
            values (@at, @kind, @id, @act, @outcome, (select id from family where id = @family), @items, @request, @minute)
            on conflict do nothing
            """,
            parameters
        );
        municipality.HasUnsealed = true;
    }

    /// <summary>
    /// A read: one row per person, act, what the page is about, and ten minutes. Which role she read in is said by what she is
    /// (<see cref="AskerKind"/>) and by the act: none is for two roles of staff at once. Committed when the task is done.
    /// </summary>
    public static async Task ReadAsync(
        Municipality municipality,
        AuditRow row,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(row);
        // Not «is not distinct from»: no index answers that, and a coordinator's earlier reads would all be gone through.
        var family = row.Family is null ? "family is null" : "family = @family";
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        await db.ExecuteAsync(
            $"""
            insert into audit {Columns} select {Values}
             where not exists (select 1 from audit where by_id = @id and by_kind = @kind and act = @act and {family}
                                and outcome = 'ok' and items = @items and at > @after)
            """,
            Parameters(row, now)
        );
        municipality.HasUnsealed = true;
    }

    private static DynamicParameters Parameters(AuditRow row, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parameters = new DynamicParameters();
        parameters.Add("at", now);
        parameters.Add("after", now - ReadEvery);
        parameters.Add("kind", Rows.Code(row.Asker.Kind));
        parameters.Add(
            "id",
            row.Asker.Kind is AskerKind.Nobody or AskerKind.System ? null : row.Asker.Id,
            System.Data.DbType.Guid
        );
        parameters.Add("act", Rows.Code(row.Act));
        parameters.Add("outcome", row.Outcome);
        parameters.Add("family", row.Family, System.Data.DbType.Guid);
        parameters.Add("items", row.Items);
        parameters.Add("request", row.Request);
        return parameters;
    }
}
