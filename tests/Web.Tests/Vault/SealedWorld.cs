using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Features.Meetings.Following;
using Word = Flette.Web.Tests.Canaries.Documents;

namespace Flette.Web.Tests.Vault;

/// <summary>Something of everything that is sealed, written as the product does it.</summary>
internal static class SealedWorld
{
    private const int TwoPieces = 300 * 1024;

    /// <summary>Writes in Fjellvik what the demo has nothing of.</summary>
    public static async Task FillAsync(FletteApp app)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Ravndal");
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        var child = await family.MemberAsync("Oda Ravndal", FamilyRelation.Child, 17);
        var teacher = await family.ReachableAsync("Rita Lærer", "rita@skole.example.no", child);
        await family.SayYesAsync(child, child);
        var meeting = await family.PlannedMeetingAsync(
            app.Clock.Today().AddDays(9),
            "09:00-10:00",
            "Grendehuset",
            child,
            (teacher, "Rita Lærer")
        );
        await family.InviteAsync(meeting);
        await family.DoAsync(
            Act.KeepDraft,
            write => DraftBook.KeepAsync(write, meeting, Guid.NewGuid(), "Ikke ferdig skrevet")
        );
        var old = await (await coordinator.OpenAsync($"/f/{family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Fill(
                "Lim inn teksten",
                "Ansvarsgruppemøte 1. september 2026\nTil stede: Tore Berg, rektor\n\nSak 1 Veien videre\nKari Lie blir ny barnekoordinator.\n"
            )
            .PressAsync();
        await old.Form("Lagre i arbeidsnotatet").PressAsync();
        await (await coordinator.OpenAsync($"/f/{family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Attach("Eller velg et dokument", "referat.docx", Word.Saying("Møte", 50, TwoPieces))
            .PressAsync();
        await MunicipalAsync(officer, "Voksenteamet");
    }

    /// <summary>Saves who receives those who turn 18, for all families.</summary>
    public static async Task MunicipalAsync(Browserless officer, string receiver) =>
        await (await officer.OpenAsync(Of18)).Form("Lagre").Set("Input.Receiver", receiver).PressAsync();

    /// <summary>The unit's page for that transition.</summary>
    public const string Of18 = "/enhet/overganger/18-ar";
}
