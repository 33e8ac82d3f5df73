using Flette.Demo;
using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Stories;

/// <summary>From silence to a letter, as the coordinator walks it in a real browser.</summary>
public sealed class SilenceTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_becomes_a_letter_in_six_actions(bool script)
    {
        await using var own = await FletteApp.StartAsync(Filling.Demo);
        using var solveig = await own.StaffAsync(own.Fjellvik, Personas.All.Single(p => p.Name == "Solveig Rustad").Id);
        await using var person = await chromium.PersonAsync(own, own.Fjellvik, solveig, script);
        await person.StartAsync("/i-dag");
        Assert.True(await person.ReadsAsync("Ingen svar etter påminnelsene"));
        await person.PressAsync("Skriv til lederen: sender romplanen for 8. trinn til Oda og foreldrene");
        await person.WriteAsync("Hvem leder tjenesten?", "rektor");
        await person.TickAsync("Linn Nordli");
        await person.TickAsync("Rune Nordli");
        await person.TickAsync("På telefon");
        await person.PressAsync("Send brevet");
        Assert.StartsWith("Brev sendt til rektor", await person.HeadingAsync(), StringComparison.Ordinal);
        Assert.True(person.Actions.Count <= 6, string.Join('\n', person.Actions));
    }
}
