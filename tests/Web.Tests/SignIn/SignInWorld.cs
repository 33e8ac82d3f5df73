using Dapper;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.SignIn;

/// <summary>A program whose people sign in at a certified provider. Its clock stands where the provider's stood when it began.</summary>
public sealed class SignInWorld : IAsyncLifetime
{
    /// <summary>Of the mother: 3 May 1985, made up.</summary>
    public const string Mother = "03858510006";

    /// <summary>Of someone nobody has heard of.</summary>
    public const string Stranger = "14859010130";

    private readonly OidcProvider _provider = OidcProvider.New();
    private FletteApp? _app;

    public FletteApp App => _app!;

    public OidcProvider Provider => _provider;

    public Municipality Fjellvik => App.Fjellvik;

    /// <summary>The mother's member.</summary>
    public Guid Silje { get; private set; }

    /// <summary>The same person in another family.</summary>
    public Guid Aunt { get; private set; }

    public FamilyInWorld Family { get; private set; } = null!;

    public FamilyInWorld Other { get; private set; } = null!;

    /// <summary>An officer whose work address stands in the register.</summary>
    public Guid Officer { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _provider
            .With("silje", new { name = "Silje", pid = Mother })
            .With(
                "silje-minid",
                new
                {
                    name = "Silje med MinID",
                    pid = Mother,
                    acr = "idporten-loa-substantial",
                }
            )
            .With("fremmed", new { name = "Fremmed", pid = Stranger })
            .With("uten", new { name = "Uten nummer" })
            .With(
                "olga",
                new
                {
                    name = "Olga",
                    email = "Olga.Oppnevner@example.no",
                    amr = new[] { "pwd", "mfa" },
                }
            )
            .With(
                "olga-2",
                new
                {
                    name = "Olga den andre",
                    email = "olga.oppnevner@example.no",
                    amr = new[] { "pwd", "mfa" },
                }
            )
            .With(
                "passord",
                new
                {
                    name = "Bare passord",
                    email = "pelle.passord@example.no",
                    amr = new[] { "pwd" },
                }
            )
            .With(
                "usikker",
                new
                {
                    name = "Usikker adresse",
                    email = "uma.usikker@example.no",
                    email_verified = false,
                    amr = new[] { "mfa" },
                }
            );
        _provider
            .With(
                "mona",
                new
                {
                    name = "Mona",
                    email = "Mona.Overlege@sykehus.example.no",
                    amr = new[] { "mfa" },
                }
            )
            .With(
                "kollega",
                new
                {
                    name = "Kollega",
                    email = "kollega@sykehus.example.no",
                    amr = new[] { "mfa" },
                }
            )
            .With(
                "utenfra",
                new
                {
                    name = "Utenfra",
                    email = "mona.overlege@annet.example.no",
                    amr = new[] { "mfa" },
                }
            )
            .With(
                "ett-ledd",
                new
                {
                    name = "Ett ledd",
                    email = "mona.overlege@sykehus.example.no",
                    amr = new[] { "pwd" },
                }
            );
        _app = await FletteApp.StartAsync(now: DateTimeOffset.UtcNow, connections: 1, signIn: _provider.SignIn);
        await _provider.StartAsync();
        var world = App.World(Fjellvik);
        Family = await world.FamilyAsync("Hauge");
        Silje = await Family.BornAsync("Silje Hauge", FamilyRelation.Mother, new DateOnly(1985, 5, 3));
        Other = await world.FamilyAsync("Vik");
        Aunt = await Other.BornAsync("Silje Hauge", FamilyRelation.Other, new DateOnly(1985, 5, 3));
        Officer = await world.StaffAsync("Olga Oppnevner", StaffRole.Unit);
        await using var db = await App.ConnectAsync(Fjellvik);
        await db.ExecuteAsync(
            "update staff set email = 'olga.oppnevner@example.no' where id = @Officer",
            new { Officer }
        );
        foreach (var (name, mail) in new[] { ("Pelle", "pelle.passord@example.no"), ("Uma", "uma.usikker@example.no") })
        {
            var id = await world.StaffAsync(name, StaffRole.Unit);
            await db.ExecuteAsync("update staff set email = @mail where id = @id", new { mail, id });
        }
        await RegisterAsync(Family, Silje);
    }

    /// <summary>The coordinator writes, on the page for it, what the mother signs in with.</summary>
    public async Task RegisterAsync(FamilyInWorld family, Guid member, string number = Mother)
    {
        using var coordinator = await App.StaffAsync(Fjellvik, family.Coordinator);
        var page = await coordinator.OpenAsync($"/f/{family.Id}/medlem/{member}/innlogging");
        await page.Form("Lagre").Set("Number", number).PressAsync();
    }

    /// <summary>A browser that may be led to the provider and back.</summary>
    public Browserless Visit()
    {
        var browser = App.Visit(Fjellvik);
        browser.Friend = _provider.Issuer.Authority;
        return browser;
    }

    /// <summary>From the page of signing in to the answer, as one of the provider's people.</summary>
    /// <param name="button">What stands on the button here.</param>
    /// <param name="name">The name chosen at the provider.</param>
    public static async Task<Page> SignInAsync(
        Browserless browser,
        string button,
        string name,
        System.Net.HttpStatusCode expect = System.Net.HttpStatusCode.OK,
        string path = "/inn"
    )
    {
        var start = await browser.OpenAsync(path);
        var choose = await start.FollowAsync(button);
        return await choose.Form(name).PressAsync(expect);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        await _provider.DisposeAsync();
    }
}
