using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>Minutes of a meeting about a boy, and his coordinator with them in front of her.</summary>
internal sealed class MinutesWorld(FamilyInWorld family, Browserless browser) : IDisposable
{
    public const string Text = """
        Referat fra ansvarsgruppemøte 12. mars 2026 kl. 12.00-13.30
        Sted: Åsen skole
        Til stede: Silje Berg (mor), Tor Hegge (PPT), Kari Koordinator (koordinator)
        Ikke møtt: Ida Moe (helsesykepleier)

        Skolehverdagen
        Even trives, men er sliten etter gym. Ord som ingen forstår: šlápmi đuoddar biŋ.
        Tor Hegge sender tilrådning til skolen innen 20. mars.
        Silje ringer SFO.
        Vi prater mer om rommet ved siden av.

        Neste møte: 23. april 2026 kl. 12.00, Åsen skole
        """;

    public FamilyInWorld Family { get; } = family;

    public Browserless Kari { get; } = browser;

    public Guid Even { get; private init; }

    public Guid Silje { get; private init; }

    /// <summary>With the boy, his mother and his sister registered.</summary>
    public static async Task<MinutesWorld> MakeAsync(SharedApp app)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var even = await family.MemberAsync("Even Berg", FamilyRelation.Child, 8);
        await family.MemberAsync("Nora Berg", FamilyRelation.Sibling, 12);
        var silje = await family.MemberAsync("Silje Berg", FamilyRelation.Mother, 38);
        await family.PositionAsync(even, GuardianshipKind.ParentalResponsibility, silje);
        return new MinutesWorld(family, await app.StaffAsync(app.Fjellvik, family.Coordinator))
        {
            Even = even,
            Silje = silje,
        };
    }

    /// <summary>Pastes a text and has it read.</summary>
    public async Task<Page> PasteAsync(string text = Text) =>
        await (await Kari.OpenAsync($"/f/{Family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Fill("Lim inn teksten", text)
            .PressAsync();

    public void Dispose() => Kari.Dispose();
}
