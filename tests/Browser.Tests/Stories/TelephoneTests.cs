using System.Text.RegularExpressions;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Delivery;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Stories;

/// <summary>A mother without a PC and without BankID, on a telephone of her own.</summary>
public sealed partial class TelephoneTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    [Fact]
    public async Task From_a_text_message_she_reads_answers_sees_who_has_looked_and_signs_out_everywhere()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        await family.ReachedAsync(
            "Silje Berg",
            FamilyRelation.Mother,
            40,
            new Reach([Channel.Sms], Phone: "99 99 90 01")
        );
        using var desk = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        await using var kari = await chromium.PersonAsync(app.App, app.Fjellvik, desk);
        await kari.StartAsync($"/f/{family.Id}/meldinger");
        await kari.WriteAsync("Melding", "Passer det med møte på torsdag klokka 12?");
        await kari.PressAsync("Send til Silje");
        Assert.True(await kari.ReadsAsync("Beskjeden til Silje går om 30 sekunder"));
        app.App.Clock.Advance(Outbox.UndoWindow);
        var sms = await app.App.Post.NextSmsAsync();
        Assert.DoesNotContain("torsdag", sms.Text, StringComparison.Ordinal);

        await using var silje = await chromium.PersonAsync(app.App, app.Fjellvik, width: Chromium.Narrow);
        await silje.StartAsync(Address().Match(sms.Text).Value);
        Assert.False(await silje.ReadsAsync("torsdag"));
        await silje.PressAsync("Send meg koden");
        await silje.WriteAsync("Koden", Code().Match((await app.App.Post.NextSmsAsync()).Text).Value);
        await silje.PressAsync("Les og svar");
        Assert.True(await silje.ReadsAsync("Passer det med møte på torsdag klokka 12?"));
        await silje.WriteAsync("Meldingen din", "Ja, det passer fint.");
        await silje.PressAsync("Send meldingen");
        Assert.True(await silje.ReadsAsync("Meldingen er sendt."));
        await silje.PressAsync("Hvem har sett");
        Assert.True(await silje.ReadsAsync("Kari Koordinator, koordinator, leste meldinger"));
        await silje.PressAsync("Logg ut");
        await silje.PressAsync("Logg ut overalt");
        Assert.True(await silje.ReadsAsync("Du er logget ut"));
        await silje.StartAsync("/min-familie/meldinger");
        Assert.DoesNotContain("/meldinger", new Uri(silje.Page.Url).AbsolutePath, StringComparison.Ordinal);
        // Three presses and a code from the message to having read it and answered.
        Assert.True(silje.Actions.Count <= 8, string.Join('\n', silje.Actions));

        await kari.StartAsync("/i-dag");
        Assert.True(await kari.ReadsAsync("Ja, det passer fint."));
    }

    [GeneratedRegex(@"(?<=https?://[^/]+)/l/\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex Code();
}
