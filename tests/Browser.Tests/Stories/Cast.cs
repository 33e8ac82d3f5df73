using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests;
using Flette.Web.Vault;

namespace Flette.Browser.Tests.Stories;

/// <summary>Those in a story, each in a browser of her own: a boy of eight, his mother and father, his school and his coordinator.</summary>
public sealed record Cast(BareApp App, Chromium Chromium, FamilyInWorld Family, Guid Even, Guid Silje, Guid Tor)
{
    /// <summary>A family with a plan and a yes to it.</summary>
    public static async Task<Cast> MakeAsync(BareApp app, Chromium chromium)
    {
        ArgumentNullException.ThrowIfNull(app);
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var even = await family.MemberAsync("Even Berg", FamilyRelation.Child, 8);
        var silje = await family.MemberAsync("Silje Berg", FamilyRelation.Mother, 40);
        await family.PositionAsync(even, GuardianshipKind.ParentalResponsibility, silje);
        var tor = await family.ReachableAsync("Tor Hegge", "tor@example.no", even);
        await family.SayYesAsync(even, silje);
        return new Cast(app, chromium, family, even, silje, tor);
    }

    /// <summary>The coordinator, on a wide screen.</summary>
    public async Task<Person> CoordinatorAsync()
    {
        using var browser = await App.StaffAsync(App.Fjellvik, Family.Coordinator);
        return await Chromium.PersonAsync(App.App, App.Fjellvik, browser);
    }

    /// <summary>A member of the family, on a telephone.</summary>
    public async Task<Person> MemberAsync(Guid member)
    {
        using var browser = await App.MemberAsync(App.Fjellvik, member);
        return await Chromium.PersonAsync(App.App, App.Fjellvik, browser, width: Chromium.Narrow);
    }

    /// <summary>Opens the newest link somebody was sent for a purpose.</summary>
    public async Task<Person> LinkAsync(string purpose, Guid who)
    {
        var link = await App.App.ScalarAsync<Guid>(
            App.Fjellvik,
            "select id from link where person = @who and purpose = @purpose order by created_at desc, id desc limit 1",
            new { who, purpose }
        );
        var person = await Chromium.PersonAsync(App.App, App.Fjellvik, width: Chromium.Narrow);
        await person.StartAsync("/l/" + LinkTokens.Of(App.Fjellvik.Master, link));
        return person;
    }

    /// <summary>Plans a meeting in the coordinator's browser and returns its address.</summary>
    /// <param name="form">What is changed in the form before it is saved.</param>
    public async Task<string> PlanAsync(Person coordinator, int days, Func<Person, Task>? form = null)
    {
        ArgumentNullException.ThrowIfNull(coordinator);
        await coordinator.StartAsync($"/f/{Family.Id}/mote/nytt");
        await coordinator.WriteAsync("Dag", Family.World.Today.AddDays(days).ToString("yyyy-MM-dd", null));
        if (form is not null)
        {
            await form(coordinator);
        }
        await coordinator.PressAsync("Lagre");
        return string.Join('/', new Uri(coordinator.Page.Url).AbsolutePath.Split('/').Take(5));
    }

    /// <summary>Says that everyone on the list has come, without leaving the page.</summary>
    public static async Task AllHereAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Page.GetByText("Alle er her").ClickAsync();
        await person.Page.WaitForFunctionAsync("() => !document.querySelector('.fl-there[aria-pressed=false]')");
    }

    /// <summary>Types a line and waits until it is saved.</summary>
    /// <param name="lines">How many lines there are then.</param>
    public static async Task TypeAsync(Person person, string line, int lines)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Page.Locator("#Typed").FocusAsync();
        await person.Page.Keyboard.TypeAsync(line);
        await person.Page.Keyboard.PressAsync("Enter");
        await person.SavedAsync(lines);
    }
}
