using System.Text;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Tests;

/// <summary>A program with a family that has something of everything, and a browser for each kind of reader.</summary>
public sealed class EveryoneApp : IAsyncLifetime
{
    private FletteApp? _app;

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    public Municipality Fjellvik => App.Fjellvik;

    public FamilyInWorld Family { get; private set; } = null!;

    /// <summary>Browsers by who reads.</summary>
    public IReadOnlyDictionary<string, Browserless> Readers { get; private set; } = null!;

    /// <summary>Every page with its places filled in.</summary>
    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>What stands in each place of an address.</summary>
    public IReadOnlyDictionary<string, string> Places { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await FletteApp.StartAsync();
        var world = App.World(App.Fjellvik);
        var deputy = await world.CoordinatorAsync("Dina Deputy");
        Family = await world.FamilyAsync("Nordli", deputy: deputy);
        var home = await Family.HouseholdAsync("Hjemme hos Siri");
        var mother = await Family.MemberAsync("Siri Nordli", FamilyRelation.Mother, 40, home);
        var child = await Family.MemberAsync("Ola Nordli", FamilyRelation.Child, 11, home);
        await Family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        var participant = await Family.ParticipantAsync("Tore Lærer", Topic.School, false, child);
        var reachable = await Family.ReachableAsync("Rita Lærer", "rita@example.no", child);
        var contact = await Family.ContactAsync("Tore Lærer", "Han ringer på fredag.", child);
        await Family.SayYesAsync(child, mother);
        var agreement = await Family.AgreementAsync("Ringe fysioterapeuten", [child], participant);
        await AnsweredAsync(await Family.AgreementAsync("Skaffe sykkel", [child], participant), participant);
        var goal = await Family.GoalAsync("Svømme", child);
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["family"] = Family.Id.ToString(),
            ["member"] = mother.ToString(),
            ["participant"] = participant.ToString(),
            ["contact"] = contact.ToString(),
            ["agreement"] = agreement.ToString(),
            ["goal"] = goal.ToString(),
            ["letter"] = (
                await Family.LetterAsync(agreement, "Ringe fysioterapeuten", "rektor", child, mother)
            ).ToString(),
            ["item"] = goal.ToString(),
            ["measure"] = (
                await Family.MeasureAsync("Svømmetrening", goal, new PlanPerson(participant, "Tore Lærer"))
            ).ToString(),
            ["need"] = (await Family.NeedAsync("Hvile etter lunsj", child)).ToString(),
            ["transition"] = (
                await Family.TransitionAsync(TransitionKind.Respite, child, Family.World.Today.AddDays(90))
            ).ToString(),
            ["rule"] = "18-ar",
            ["what"] = "bidrag",
            ["told"] = "ny",
            ["entry"] = (await Family.ContributionAsync("Kjører til trening", mother)).ToString(),
            ["appointment"] = (
                await App.ScalarAsync<Guid>(App.Fjellvik, "select id from appointment limit 1")
            ).ToString(),
            ["position"] = (
                await App.ScalarAsync<Guid>(App.Fjellvik, "select id from guardianship limit 1")
            ).ToString(),
        };
        Readers = new Dictionary<string, Browserless>(StringComparer.Ordinal)
        {
            ["nobody"] = App.Visit(App.Fjellvik),
            ["officer"] = await App.StaffAsync(App.Fjellvik, Family.Officer),
            ["coordinator"] = await App.StaffAsync(App.Fjellvik, Family.Coordinator),
            ["deputy"] = await App.StaffAsync(App.Fjellvik, deputy),
            ["leader"] = await App.StaffAsync(App.Fjellvik, await world.StaffAsync("Lars Leder", StaffRole.Leader)),
            ["mother"] = await App.MemberAsync(App.Fjellvik, mother),
            ["child"] = await App.MemberAsync(App.Fjellvik, child),
        };
        var link = await Family.LinkAsync(participant, "Tore", (agreement, "Avtale fra møtet"));
        places["link"] = link.ToString();
        (((Dictionary<string, Browserless>)Readers)["link"], _) = await App.LinkAsync(App.Fjellvik, link);
        places["meeting"] = await MeetingAsync(Readers["coordinator"]);
        var meeting = Guid.Parse(places["meeting"]);
        places["line"] = (await Family.LineAsync(meeting, "Vi snakket om skoleveien.")).ToString();
        places["attachment"] = (
            await Family.AttachAsync(meeting, "Kart til skolen.txt", "Følg stien."u8.ToArray(), child)
        ).ToString();
        await Family.LineAsync(meeting, "= Tore møter dem ved porten");
        await Family.LineAsync(meeting, "! lager kart 30.9.2026");
        await Family.PublishAsync(meeting);
        await Family.RemarkAsync(mother, "Han går fra butikken.");
        places["minutes"] = (await MinutesAsync(Readers["coordinator"])).Address.Segments[^1];
        var planned = await Family.PlannedMeetingAsync(
            Family.World.Today.AddDays(20),
            "09:00-10:30",
            "Grendehuset",
            child,
            (mother, "Siri Nordli"),
            (participant, "Tore Lærer"),
            (reachable, "Rita Lærer")
        );
        await Family.InviteAsync(planned);
        places["invitation"] = (await Family.InvitationLinkAsync(planned, reachable)).ToString();
        (((Dictionary<string, Browserless>)Readers)["invited"], _) = await App.LinkAsync(
            App.Fjellvik,
            Guid.Parse(places["invitation"])
        );
        await Family.RaiseAsync(planned, mother, "Hvem henter når skolen ringer?");
        await Family.AsksForMeetingAsync(mother);
        await Family.SaysSeasonAsync(mother, "Da er vi på tur.", 10);
        await Family.ProposeAsync(planned, Family.World.Today.AddDays(22));
        await Family.AsksForLeaderAsync(planned);
        await Family.FagYesAsync(child, "samordne skole og fysioterapi", mother);
        await Family.FagMeetingAsync(Family.World.Today, child, held: true, (participant, "Tore Lærer"));
        places["planned"] = planned.ToString();
        places["person"] = reachable.ToString();
        await Family.AgreementAsync("Tar med gymtøyet", [child], reachable);
        places["asked"] = (await Family.AskedLinkAsync(planned, reachable)).ToString();
        (((Dictionary<string, Browserless>)Readers)["asked"], _) = await App.LinkAsync(
            App.Fjellvik,
            Guid.Parse(places["asked"])
        );
        Places = places;
        Addresses = Tests.Addresses.Of(App, places);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>An answer that proposes another day, and that the coordinator has not read.</summary>
    private Task AnsweredAsync(Guid agreement, Guid by) =>
        Family.DoAsync(
            Act.AnswerOnBehalf,
            write =>
                AgreementAnswers.AnswerAsync(
                    write,
                    agreement,
                    new AnswerDraft(AnswerKind.NeedsHelp, "Butikken er stengt.", write.Pass.Today.AddDays(20)),
                    by,
                    onBehalf: true
                )
        );

    /// <summary>A meeting whose minutes are gone through, with someone who did not come and a point nothing was agreed on.</summary>
    private async Task<string> MeetingAsync(Browserless coordinator)
    {
        var read = await MinutesAsync(
            coordinator,
            "Ansvarsgruppemøte 20.08.2026 kl. 12.00-13.00\nSted: Åsen skole\nTil stede: Tore Lærer, Siri Nordli\nIkke møtt: Ida Moe\n\nSak 1 Skoleveien\nTore Lærer lager kart innen 30.09.2026.\n\nSak 2 Ferien\nDe gleder seg."
        );
        await read.Form("Lagre i arbeidsnotatet").PressAsync();
        return (
            await App.ScalarAsync<Guid>(
                App.Fjellvik,
                "select id from item where family = @Id and kind = 'meeting' and state = 'held'",
                new { Family.Id }
            )
        ).ToString();
    }

    private async Task<Page> MinutesAsync(
        Browserless coordinator,
        string text =
            "Møte i ansvarsgruppen 01.09.2026\nTil stede: Tore Lærer, Siri Nordli\n\nAvtaler:\n- Tore Lærer ringer fysioterapeuten innen 30.09.2026"
    )
    {
        var page = await coordinator.OpenAsync($"/f/{Family.Id}/referat/nytt");
        var button = page
            .Document.QuerySelectorAll("main form[method=post] button")
            .Select(b => b.TextContent.Trim())
            .Last(t => t.Length > 0);
        return await page.Form(button).Set("Text", text).PressAsync();
    }
}
