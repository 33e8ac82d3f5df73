using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Audit;

namespace Flette.Web.Features.Codes;

/// <summary>That a code was tried stands in the log whether it was right or not.</summary>
internal static class CodeLog
{
    private const string NotRight = "code";

    /// <summary>Writes the row.</summary>
    public static async Task WriteAsync(Pass pass, CodeTry tried, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(tried);
        var row = new AuditRow(
            pass.Asker,
            Act.GiveCode,
            tried.Right ? "ok" : NotRight,
            pass.Family!.Id,
            [pass.Asker.Link!.Id],
            pass.Request
        );
        await using var reading = await pass.ReadAsync(cancel);
        await AuditLog.WriteAsync(reading.Db, null, row, now);
        pass.Municipality.HasUnsealed = true;
    }
}
