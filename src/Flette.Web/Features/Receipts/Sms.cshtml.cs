using System.Text.Json;
using Dapper;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Audit;
using Flette.Web.Delivery;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Receipts;

/// <summary>
/// Where the gateway tells whether a text message arrived: from machine to machine, as JSON or a form. It names the message by a reference
/// nobody else can make; for whatever else comes there is nothing here.
/// </summary>
[IgnoreAntiforgeryToken(Order = 2000)]
public sealed class SmsModel(TimeProvider time) : FlettePage
{
    private const int Longest = 16 * 1024;
    private const string NotArrived = "sms-undelivered";

    [Does(Act.Open, Reason = "There is nothing to see.")]
    public IActionResult OnGet() => NotFound();

    [Does(Act.Open, Reason = "Whoever holds the reference of one message; it says how that went, and opens nothing.")]
    public async Task<IActionResult> OnPostAsync()
    {
        if (
            Pass.Municipality.Sms is not { } options
            || await ReadAsync(options) is not { } told
            || LinkTokens.ReadReceipt(Pass.Municipality.Master, told.Reference) is not { } outbox
        )
        {
            return NotFound();
        }
        await KeepAsync(options, outbox, told.Status);
        return new NoContentResult();
    }

    private async Task KeepAsync(SmsOptions options, Guid outbox, string status)
    {
        bool Is(IEnumerable<string> known) => known.Contains(status, StringComparer.OrdinalIgnoreCase);
        if (!Is(options.Arrived) && !Is(options.NotArrived))
        {
            return;
        }
        var now = time.GetUtcNow();
        await using var reading = await Pass.ReadAsync(Gone);
        await using var work = await reading.Db.BeginTransactionAsync(Gone);
        // What has arrived has arrived, also when a gateway changes its mind.
        var row = await reading.Db.QuerySingleOrDefaultAsync<(Guid Family, string Template)?>(
            Is(options.Arrived)
                ? "update outbox set receipt_at = @now where id = @outbox and state = 'sent' and receipt_at is null returning family, template"
                : """
                update outbox set state = 'failed', fault = @NotArrived
                 where id = @outbox and state = 'sent' and receipt_at is null returning family, template
                """,
            new
            {
                now,
                outbox,
                NotArrived,
            },
            work
        );
        if (row is not { } found)
        {
            return;
        }
        var act =
            Delivery.Mails.Templates.Find(found.Template)?.BeforePlan == true ? Act.DeliverNotice : Act.DeliverMail;
        var outcome = Is(options.Arrived) ? "arrived" : NotArrived;
        var system = Asker.System(Pass.Municipality.Key);
        await AuditLog.WriteAsync(
            reading.Db,
            work,
            new AuditRow(system, act, outcome, found.Family, [outbox], HttpContext.TraceIdentifier),
            now
        );
        await work.CommitAsync(Gone);
        Pass.Municipality.HasUnsealed = true;
    }

    private async Task<(string Reference, string Status)?> ReadAsync(SmsOptions options)
    {
        if (Request.ContentLength is not <= Longest)
        {
            return null;
        }
        if (Request.HasFormContentType)
        {
            var form = await Request.ReadFormAsync(Gone);
            return (form[options.ReceiptReference].ToString(), form[options.ReceiptStatus].ToString());
        }
        try
        {
            using var json = await JsonDocument.ParseAsync(Request.Body, cancellationToken: Gone);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(options.ReceiptReference, out var reference)
                && json.RootElement.TryGetProperty(options.ReceiptStatus, out var status)
                ? (reference.ToString(), status.ToString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
