using System.Collections.Concurrent;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.NonInterference;

/// <summary>
/// A small world of its own: two municipalities, two homes, foster care, and a browser for each kind of reader. Leaks
/// can be planted in the answers, so that the test can be seen to catch them.
/// </summary>
public sealed class LeakyApp : IAsyncLifetime
{
    private const string Seen = Web.Features.WhoHasSeen.IndexModel.Path;

    private FletteApp? _app;

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    public Leak Leak { get; set; }

    /// <summary>What everyone reads now, when nothing was added since it was read; else null.</summary>
    public IReadOnlyDictionary<(string Reader, string Template), string>? Now { get; set; }

    public World World => App.World(App.Fjellvik);

    public FamilyInWorld Family { get; private set; } = null!;

    /// <summary>A family with a coordinator of its own.</summary>
    public FamilyInWorld Other { get; private set; } = null!;

    /// <summary>A meeting of the family that was held.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>An agreement about the child.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>A measure of a goal of the child's.</summary>
    public Guid MeasureId { get; private set; }

    /// <summary>A meeting that is ahead.</summary>
    public Guid PlannedId { get; private set; }

    /// <summary>Members by name.</summary>
    public Dictionary<string, Guid> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Browsers by who reads.</summary>
    public Dictionary<string, Browserless> Readers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _app = await FletteApp.StartAsync(adjust: b => b.Services.AddSingleton<IStartupFilter>(new PlantedLeak(this)));
        var (deputy, next, before) = (
            await World.CoordinatorAsync("Dina Deputy"),
            await World.CoordinatorAsync("Nils Neste"),
            await World.CoordinatorAsync("Frida Før")
        );
        Family = await World.FamilyAsync(
            "Nordli",
            deputy: deputy,
            period: new Period(World.Today.AddYears(-1), World.Today.AddDays(60))
        );
        await Family.ActivateDeputyAsync(new Period(World.Today.AddDays(-1), World.Today.AddDays(7)));
        // She had the family before; he is to stand in for the one who has it later, and reads nothing yet.
        await AppointAsync(before, new Period(World.Today.AddYears(-3), World.Today.AddYears(-2)), deputy: null);
        await AppointAsync(Family.Coordinator, new Period(World.Today.AddDays(61), Until: null), next);
        await PeopleAsync();
        var tore = await Family.ParticipantAsync("Tore Lærer", Topic.School, false, Members["child"]);
        var contact = await Family.ContactAsync("Tore Lærer", "Han ringer på fredag.", Members["child"]);
        await Family.SayYesAsync(Members["child"], Members["mother"], Members["father"]);
        var agreement = await Family.AgreementAsync("Ringe fysioterapeuten", [Members["child"]], tore);
        var goal = await Family.GoalAsync("Svømme", Members["child"]);
        var measure = await Family.MeasureAsync("Svømmetrening", goal, new PlanPerson(tore, "Tore Lærer"));
        var need = await Family.NeedAsync("Hvile etter lunsj", Members["child"]);
        (AgreementId, MeasureId) = (agreement, measure);
        var letter = await Family.LetterAsync(
            agreement,
            "Ringe fysioterapeuten",
            "rektor",
            Members["child"],
            Members["mother"]
        );
        var contribution = await Family.ContributionAsync("Kjører til trening", Members["child"]);
        var other = await World.FamilyAsync("Bakken");
        Other = other;
        var stranger = await other.MemberAsync("Stine Bakken", FamilyRelation.Mother, 30);
        await other.SayYesAsync(stranger, stranger);
        var elsewhere = await App.World(App.Sundhavn).FamilyAsync("Nordli");

        Readers["nobody"] = App.Visit(App.Fjellvik);
        Readers["officer"] = await App.StaffAsync(App.Fjellvik, Family.Officer);
        Readers["leader"] = await App.StaffAsync(App.Fjellvik, await World.StaffAsync("Lars Leder", StaffRole.Leader));
        Readers["coordinator"] = await App.StaffAsync(App.Fjellvik, Family.Coordinator);
        Readers["deputy"] = await App.StaffAsync(App.Fjellvik, deputy);
        Readers["named deputy"] = await App.StaffAsync(App.Fjellvik, next);
        Readers["former coordinator"] = await App.StaffAsync(App.Fjellvik, before);
        Readers["other coordinator"] = await App.StaffAsync(App.Fjellvik, other.Coordinator);
        Readers["coordinator of the other municipality"] = await App.StaffAsync(App.Sundhavn, elsewhere.Coordinator);
        Readers["stranger"] = await App.MemberAsync(App.Fjellvik, stranger);
        foreach (var (name, id) in Members)
        {
            Readers[name] = await App.MemberAsync(App.Fjellvik, id);
        }
        var link = await LinkAsync("link", Family, tore, agreement);
        var hers = await other.ParticipantAsync("Hege Helse", Topic.Health, false, stranger);
        await LinkAsync("link of another family", other, hers, await other.AgreementAsync("Ringe", [stranger], hers));
        var minutes = await MinutesAsync("Møte 12.08.2026\nTil stede: Tore Lærer\n\nAvtaler:\n- Tore Lærer ringer.");
        await MinutesAsync("Møte 05.08.2026\nTil stede: Tore Lærer\n\nAvtaler:\n- Tore Lærer skriver.", keep: true);
        MeetingId = await App.ScalarAsync<Guid>(
            App.Fjellvik,
            "select id from item where family = @Id and kind = 'meeting' and state = 'held'",
            new { Family.Id }
        );
        PlannedId = await Family.PlannedMeetingAsync(Members["child"], "Barnet");
        var invitation = await Family.InvitedLinkAsync(Members["child"], Members["mother"]);
        (Readers["invited"], _) = await App.LinkAsync(App.Fjellvik, invitation);
        var asked = await Family.AskedLinkAsync(PlannedId, await Family.ReachableAsync("Ada Lærer", "ada@example.no"));
        (Readers["asked"], _) = await App.LinkAsync(App.Fjellvik, asked);
        var line = await Family.LineAsync(MeetingId, "Vi snakket om skoleveien.");
        await Family.PublishLineAsync(MeetingId, "Vi snakket om svømmingen.", Members["child"]);
        var attachment = await Family.AttachAsync(MeetingId, "Kart.txt", "Følg stien."u8.ToArray(), Members["child"]);
        var moves = Family.World.Today.AddDays(90);
        var transition = await Family.TransitionAsync(TransitionKind.Moving, Members["child"], moves);
        Addresses = Tests.Addresses.Of(
            App,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["family"] = Family.Id.ToString(),
                ["member"] = Members["mother"].ToString(),
                ["participant"] = tore.ToString(),
                ["contact"] = contact.ToString(),
                ["agreement"] = agreement.ToString(),
                ["goal"] = goal.ToString(),
                ["letter"] = letter.ToString(),
                ["item"] = goal.ToString(),
                ["measure"] = measure.ToString(),
                ["need"] = need.ToString(),
                ["transition"] = transition.ToString(),
                ["rule"] = "18-ar",
                ["what"] = "bidrag",
                ["entry"] = contribution.ToString(),
                ["link"] = link.ToString(),
                ["invitation"] = invitation.ToString(),
                ["asked"] = asked.ToString(),
                ["person"] = tore.ToString(),
                ["told"] = "ny",
                ["minutes"] = minutes,
                ["meeting"] = MeetingId.ToString(),
                ["planned"] = PlannedId.ToString(),
                ["line"] = line.ToString(),
                ["attachment"] = attachment.ToString(),
                ["appointment"] = (
                    await App.ScalarAsync<Guid>(
                        App.Fjellvik,
                        "select id from appointment where family = @Id and deputy_from is not null",
                        new { Family.Id }
                    )
                ).ToString(),
                ["position"] = (
                    await App.ScalarAsync<Guid>(App.Fjellvik, "select id from guardianship order by id limit 1")
                ).ToString(),
            }
        );
        // «Hvem har sett» tells what others have opened: all pages have been opened before anything is compared.
        await ReadAllAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in Readers.Values)
        {
            browser.Dispose();
        }
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Every page for every reader: status, headers that speak, and body, with the masks on.</summary>
    public async Task<IReadOnlyDictionary<(string Reader, string Template), string>> ReadAllAsync()
    {
        var all = new ConcurrentDictionary<(string, string), string>();
        // Readers read side by side, as people do; each her own pages one after the other.
        await Task.WhenAll(Readers.Select(r => ReadAsync(r.Key, r.Value)));
        return all;

        async Task ReadAsync(string who, Browserless browser)
        {
            foreach (var address in Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                all[(who, address.Template)] = Of(address.Template, page);
            }
        }
    }

    /// <summary>
    /// What was read, with the page that tells what others have opened read again: it is another when somebody has knocked since.
    /// </summary>
    public async Task<IReadOnlyDictionary<(string Reader, string Template), string>> AgainAsync(
        IReadOnlyDictionary<(string Reader, string Template), string> read
    )
    {
        var all = new Dictionary<(string, string), string>(read);
        foreach (var (who, browser) in Readers)
        {
            all[(who, Seen)] = Of(Seen, await browser.GetAsync(Seen));
        }
        return all;
    }

    private static string Of(string template, Page page) =>
        $"{(int)page.Status} {page.Header("Location")} {page.Header("Content-Type")}\n{Masks.Apply(template, page.Html)}";

    /// <summary>Every item there is.</summary>
    public Task<IReadOnlyList<Guid>> ItemsAsync() => App.RowsAsync<Guid>(App.Fjellvik, "select id from item");

    /// <summary>What a reader is answered at a page of the family about one item, with the masks on and without its id.</summary>
    public async Task<string> AtAsync(string reader, string page, Guid item)
    {
        var answer = await Readers[reader].GetAsync($"/f/{Family.Id}/{page}/{item}");
        var html = Masks.Apply("*", answer.Html).Replace(item.ToString(), "…", StringComparison.Ordinal);
        return $"{(int)answer.Status} {answer.Header("Location")?.Split('?')[0]}\n{html}";
    }

    /// <summary>As the one responsible for something.</summary>
    public PlanPerson Coordinator => new(Family.Coordinator, "Kari Koordinator");

    /// <summary>Minutes pasted by the coordinator, and their id.</summary>
    public async Task<string> MinutesAsync(string text, bool keep = false)
    {
        var page = await Readers["coordinator"].OpenAsync($"/f/{Family.Id}/referat/nytt");
        var read = await page.Form("Les referatet").Fill("Lim inn teksten", text).PressAsync();
        if (keep)
        {
            await read.Form("Lagre i arbeidsnotatet").PressAsync();
        }
        return read.Address.Segments[^1];
    }

    /// <summary>Appoints for the family, beside those there are.</summary>
    public Task AppointAsync(Guid coordinator, Period period, Guid? deputy) =>
        World.DoAsync(
            Family.Officer,
            StaffRole.Unit,
            Act.Appoint,
            Family.Id,
            async write =>
                await Register.AppointAsync(
                    write,
                    new AppointmentDraft(
                        coordinator,
                        CoordinatorKind.ChildrensCoordinator,
                        period,
                        "hol § 7-2 a",
                        Delegation: false,
                        deputy
                    )
                )
        );

    /// <summary>Two homes, a child in foster care, one with a verge, and a youth who decides herself.</summary>
    private async Task PeopleAsync()
    {
        var (homeA, homeB) = (await Family.HouseholdAsync("Hos mor"), await Family.HouseholdAsync("Hos far"));
        await MemberAsync("mother", FamilyRelation.Mother, 40, homeA);
        await MemberAsync("stepfather", FamilyRelation.StepFather, 41, homeA);
        await MemberAsync("father", FamilyRelation.Father, 42, homeB);
        await MemberAsync("foster", FamilyRelation.FosterParent, 50);
        await MemberAsync("verge", FamilyRelation.Other, 60);
        await MemberAsync("child", FamilyRelation.Child, 8, homeA, homeB);
        await MemberAsync("fostered", FamilyRelation.Child, 9);
        await MemberAsync("warded", FamilyRelation.Child, 10);
        await MemberAsync("youth16", FamilyRelation.Child, 16, homeA);
        foreach (
            var (child, kind, holder) in new (string, GuardianshipKind, string?)[]
            {
                ("child", GuardianshipKind.ParentalResponsibility, "mother"),
                ("child", GuardianshipKind.ParentalResponsibility, "father"),
                ("fostered", GuardianshipKind.ParentalResponsibility, "mother"),
                ("fostered", GuardianshipKind.CareTakenOver, null),
                ("fostered", GuardianshipKind.FosterParent, "foster"),
                ("warded", GuardianshipKind.Guardian, "verge"),
                ("warded", GuardianshipKind.NextOfKin, "stepfather"),
                ("youth16", GuardianshipKind.ParentalResponsibility, "mother"),
            }
        )
        {
            await Family.PositionAsync(Members[child], kind, holder is null ? null : Members[holder]);
        }
    }

    private async Task<Guid> LinkAsync(string reader, FamilyInWorld family, Guid person, Guid agreement)
    {
        var link = await family.LinkAsync(person, "Tore", (agreement, "Avtale fra møtet 12. mars"));
        (Readers[reader], _) = await App.LinkAsync(App.Fjellvik, link);
        return link;
    }

    private async Task MemberAsync(string name, FamilyRelation relation, int age, params Guid[] homes) =>
        Members[name] = await Family.MemberAsync(
            char.ToUpperInvariant(name[0]) + name[1..] + " Nordli",
            relation,
            age,
            homes
        );
}
