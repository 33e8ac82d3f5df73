using System.Text.RegularExpressions;
using Flette.Core.Families;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Codes;

/// <summary>A family whose mother is reached by text message, and what her telephone gets.</summary>
internal sealed partial record Phones(FletteApp App, FamilyInWorld Family, Guid Mother, Guid Child) : IAsyncDisposable
{
    public const string Number = "99 99 90 01";

    public static async Task<Phones> StartAsync(bool withPlan = true, string? language = null)
    {
        var app = await Mailing.StartAsync();
        var family = await app.World(app.Fjellvik).FamilyAsync("Fugleson");
        var mother = await family.ReachedAsync("Siri Fugleson", FamilyRelation.Mother, 40, Sms(Number), language);
        var child = await family.MemberAsync(Mailing.Child, FamilyRelation.Child, 8);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        if (withPlan)
        {
            await family.SayYesAsync(child, mother);
        }
        return new Phones(app, family, mother, child);
    }

    public Municipality Here => App.Fjellvik;

    public static Reach Sms(string number, QuietHours? quiet = null) => new([Channel.Sms], Phone: number, Quiet: quiet);

    /// <summary>The coordinator at her desk.</summary>
    public Task<Browserless> CoordinatorAsync() => App.StaffAsync(Here, Family.Coordinator);

    /// <summary>The coordinator writes to a member, and the notice leaves.</summary>
    public async Task<ReceivedSms> WriteAsync(string text, Guid? to = null)
    {
        using var desk = await CoordinatorAsync();
        var page = await desk.OpenAsync($"/f/{Family.Id}/meldinger?med={to ?? Mother}");
        await page.PostedForms().First(f => f.Labels.Contains("Melding")).Fill("Melding", text).PressAsync();
        await App.LaterAsync(Outbox.UndoWindow);
        return App.Post.Sms[^1];
    }

    /// <summary>Asks for a code on the page, and gives what came to the telephone.</summary>
    public async Task<(Page Page, string Code)> AskAsync(Page page)
    {
        var before = App.Post.Sms.Count;
        var sent = await page.Form(page.Says("Send en ny kode") ? "Send en ny kode" : "Send meg koden").PressAsync();
        await App.SweepAsync();
        Assert.Equal(before + 1, App.Post.Sms.Count);
        return (sent, CodeIn(App.Post.Sms[^1]));
    }

    /// <summary>The code a text message carries.</summary>
    public static string CodeIn(ReceivedSms sms) => SixDigits().Match(sms.Text).Value;

    /// <summary>A code that is not this one.</summary>
    public static string Other(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>The path of the link a message carries.</summary>
    public static string PathIn(ReceivedSms sms) =>
        new Uri(sms.Text[sms.Text.IndexOf("http", StringComparison.Ordinal)..]).AbsolutePath;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => App.DisposeAsync();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
