using System.Net;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Microsoft.Extensions.DependencyInjection;
using static Flette.Web.Tests.Journeys.ToldHistory;

namespace Flette.Web.Tests.Journeys;

/// <summary>How members, legal positions and the rest came to be: each write is kept, and read by those who may see it.</summary>
public sealed class HistoryTests(BareApp app) : IClassFixture<BareApp>
{
    private const string History = "Slik ble det til";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task What_was_written_about_a_member_is_kept_and_read()
    {
        var family = await World.FamilyAsync("Berg");
        await family.HouseholdAsync("Hos mor");
        await family.HouseholdAsync("Hos far");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await (await browser.OpenAsync($"/f/{family.Id}/medlem/ny"))
            .Form("Lagre")
            .Fill("Navn", "Nora Berg")
            .Choose("Hvem er det?", "Barn")
            .Tick("Hos mor")
            .Fill("Telefon", "99 99 91 11")
            .PressAsync();
        var address = (await page.FollowAsync("Nora Berg")).Path;
        var stale = (await browser.OpenAsync(address)).Form("Lagre").Fill("Språk", "polsk");
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var change = (await browser.OpenAsync(address))
            .Form("Lagre")
            .Fill("Navn", "Nora Berg Lie")
            .Tick("Hos far")
            .Fill("Telefon", "99 99 91 12");
        await change.PressAsync();
        // The same form once more, and a form that was overtaken, keep nothing.
        await change.PressAsync();
        await stale.PressAsync();
        var history = await (await browser.OpenAsync(address)).FollowAsync(History);
        page = await browser.OpenAsync($"/f/{family.Id}");
        Assert.Equal(history.Path, (await page.FollowAsync("Historikk for Nora Berg Lie")).Path);
        Assert.Equal("Nora: slik ble det til", history.Heading);
        Assert.Equal(["Endret", "Registrert"], Changes(history));
        Assert.Equal(
            [
                "Navn, Nora Berg Lie, Før: Nora Berg",
                "Bor, Hos far og Hos mor, Før: Hos mor",
                "Telefon, 99 99 91 12, Før: 99 99 91 11",
            ],
            Fields(history, 0)
        );
        Assert.Contains("Telefon, 99 99 91 11", Fields(history, 1));
        Assert.Equal(2, Lines(history).Count(l => l.Contains("Kari Koordinator", StringComparison.Ordinal)));
        Assert.DoesNotContain("Språk", history.Text, StringComparison.Ordinal);
        var kept = await app.App.RowsAsync<(int, Guid[], string)>(
            app.Fjellvik,
            """
            select v.version, v.households, v.by_kind from member_version v join member m on m.id = v.member
             where m.family = @Id order by v.version
            """,
            new { family.Id }
        );
        Assert.Equal([(1, 1, "staff"), (2, 2, "staff")], kept.Select(k => (k.Item1, k.Item2.Length, k.Item3)));
        Assert.Contains("see-family ok", await app.App.LogAsync(app.Fjellvik, family.Id));
    }

    [Fact]
    public async Task A_position_that_ends_and_is_opened_again_keeps_each_day()
    {
        var family = await World.FamilyAsync("Lie");
        var mother = await family.MemberAsync("Silje Lie", FamilyRelation.Mother, 35);
        var child = await family.MemberAsync("Emma Lie", FamilyRelation.Child, 5);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        await family.PositionAsync(child, GuardianshipKind.CareTakenOver, null);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await browser.OpenAsync($"/f/{family.Id}");
        var end = (await page.FollowAsync("Avslutt: foreldreansvar, Silje for Emma")).Path;
        var yesterday = World.Today.AddDays(-1);
        await EndAsync(yesterday);
        // The same day once more changes nothing, so it keeps nothing.
        await EndAsync(yesterday);
        await EndAsync(null);
        page = await browser.OpenAsync($"/f/{family.Id}");
        var history = await page.FollowAsync("Historikk: foreldreansvar, Silje for Emma");
        Assert.Equal("Foreldreansvar: slik ble det til", history.Heading);
        Assert.Equal(["Åpnet igjen", "Avsluttet", "Registrert"], Changes(history));
        var day = Said(yesterday);
        Assert.Equal([$"Siste dag, ingen, Før: {day}"], Fields(history, 0));
        Assert.Equal([$"Siste dag, {day}, Før: ingen"], Fields(history, 1));
        Assert.Equal(["Stilling, foreldreansvar", "Gjelder, Emma", "Hvem har den, Silje"], Fields(history, 2).Take(3));
        Assert.Equal(history.Path, (await (await browser.OpenAsync(end)).FollowAsync(History)).Path);
        var care = await page.FollowAsync("Historikk: omsorg overtatt, Emma");
        Assert.Contains("Hvem har den, barnevernet", Fields(care, 0));

        async Task EndAsync(DateOnly? last)
        {
            var form = (await browser.OpenAsync(end)).Form("Lagre");
            await (last is { } on ? form.Fill("Siste dag", on) : form.Set("Input.Until", "")).PressAsync();
        }
    }

    [Fact]
    public async Task A_history_is_read_by_those_who_coordinate_the_family_and_nobody_else()
    {
        var (family, other) = (await World.FamilyAsync("Vik"), await World.FamilyAsync("Dal"));
        var mother = await family.MemberAsync("Mona Vik", FamilyRelation.Mother, 35);
        var child = await family.MemberAsync("Even Vik", FamilyRelation.Child, 6);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        var position = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from guardianship where family = @Id",
            new { family.Id }
        );
        string[] parts = [$"/medlem/{child}/historikk", $"/stilling/{position}/historikk"];
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var stranger = await app.StaffAsync(app.Fjellvik, other.Coordinator);
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        using var parent = await app.MemberAsync(app.Fjellvik, mother);
        foreach (var part in parts)
        {
            await coordinator.OpenAsync($"/f/{family.Id}{part}");
            // Through a family of one's own, what is another's is not there.
            await stranger.OpenAsync($"/f/{other.Id}{part}", HttpStatusCode.NotFound);
            foreach (var asker in new[] { stranger, officer, parent })
            {
                await asker.OpenAsync($"/f/{family.Id}{part}", HttpStatusCode.NotFound);
            }
        }
        await coordinator.OpenAsync($"/f/{family.Id}/medlem/{Guid.NewGuid()}/historikk", HttpStatusCode.NotFound);
        await coordinator.OpenAsync($"/f/{family.Id}/stilling/{Guid.NewGuid()}/historikk", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_version_is_decided_on_by_itself()
    {
        var family = await World.FamilyAsync("Moe");
        var (here, away) = (await family.HouseholdAsync("Her"), await family.HouseholdAsync("Borte"));
        var reader = await family.MemberAsync("Jon Moe", FamilyRelation.StepFather, 40, here);
        var member = await family.MemberAsync("Eli Moe", FamilyRelation.Mother, 38, away);
        Assert.Empty(await SeenAsync());
        await MoveAsync(1, here);
        // Adults at home know of each other; what was written while she lived elsewhere is still not his.
        Assert.Equal([2], await SeenAsync());
        await MoveAsync(2, here, away);
        Assert.Equal([2, 3], await SeenAsync());
        await MoveAsync(3, away);
        Assert.Empty(await SeenAsync());

        Task MoveAsync(int version, params Guid[] homes) =>
            family.DoAsync(
                Act.ChangeMember,
                write =>
                    Members.ChangeAsync(
                        write,
                        member,
                        version,
                        new MemberDraft(
                            new MemberDetails("Eli Moe", FamilyRelation.Mother, Reach.Unknown),
                            World.Today.AddYears(-38),
                            null,
                            null,
                            homes
                        )
                    )
            );

        async Task<IEnumerable<int>> SeenAsync()
        {
            var asker = Asker.Nobody(app.Fjellvik.Key) with
            {
                Kind = AskerKind.Member,
                Id = reader,
                Level = Level.High,
            };
            var admitted = await app
                .App.Services.GetRequiredService<Guard>()
                .AdmitAsync(app.Fjellvik, new Session(Guid.Empty, asker), Act.SeePlan, family.Id, "prøve", Ct);
            using var pass = admitted.Value;
            return (await MemberVersions.AllAsync(pass, member, Ct)).Select(v => v.Member.Version);
        }
    }

    [Fact]
    public async Task Participant_call_and_agreement_lead_to_what_was_changed()
    {
        var family = await World.FamilyAsync("Rud");
        var child = await family.MemberAsync("Ada Rud", FamilyRelation.Child, 9);
        var participant = await family.ParticipantAsync("Tor Hegge", concerns: child);
        var call = await family.ContactAsync("Tor Hegge, Skolen", "Han ringer fredag.", child);
        var agreement = await family.AgreementAsync("Ringe PPT", [child], participant);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);

        var history = await ChangeAsync(
            $"deltaker/{participant}",
            "Lagre",
            f => f.Fill("Hvem svarer når hun eller han er borte?", "Rektor").Choose("Tema", "Helse"),
            History
        );
        Assert.Equal(
            ["Tema, helse, Før: skole/barnehage", "Svarer når hun eller han er borte, Rektor"],
            Fields(history, 0)
        );
        await history.Form("Angre siste endring").PressAsync();
        var undone = await browser.OpenAsync($"/f/{family.Id}/deltaker/{participant}");
        Assert.Equal("", undone.Form("Lagre").Value("Hvem svarer når hun eller han er borte?"));

        history = await ChangeAsync(
            $"logg/{call}",
            "Lagre",
            f => f.Choose("Hvordan", "Vi møttes").Choose("Tema", "Helse"),
            History
        );
        Assert.Equal(["Hvordan, Vi møttes, Før: Jeg ringte", "Tema, helse, Før: familieliv"], Fields(history, 0));

        history = await ChangeAsync(
            $"avtale/{agreement}",
            "Lagre avtalen",
            f => f.Tick("Tor Hegge, Skolen", on: false).Set("Input.Due", "").Fill("Frist med ord", "før jul"),
            "Alt som er endret"
        );
        Assert.Equal(
            [
                "Hvem har den, ingen har den ennå, Før: Tor Hegge, Skolen",
                $"Frist, før jul, Før: {Said(World.Today.AddDays(14))}",
            ],
            Fields(history, 0)
        );

        async Task<Page> ChangeAsync(string part, string button, Func<Form, Form> fill, string link)
        {
            var path = $"/f/{family.Id}/{part}";
            var after = await fill((await browser.OpenAsync(path)).Form(button)).PressAsync();
            Assert.Empty(after.Errors);
            return await (await browser.OpenAsync(path)).FollowAsync(link);
        }
    }
}
