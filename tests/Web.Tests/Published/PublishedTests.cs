using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Flette.Kit;
using Flette.Web.Tests.Minutes;
using Flette.Web.Tests.SignIn;

namespace Flette.Web.Tests.Published;

/// <summary>What a municipality installs, from the archive to the end of the main journey.</summary>
[Trait("Speed", "slow")]
public sealed class PublishedTests(Installed installed) : IClassFixture<Installed>
{
    [Fact]
    public async Task It_is_installed_run_used_and_stopped()
    {
        // What is in it.
        Assert.Empty(Directory.EnumerateFiles(installed.Folder, "*Demo*", SearchOption.AllDirectories));
        foreach (
            var file in new[]
            {
                "flette.service",
                "flette.sample.json",
                "LICENSE",
                "SHA256SUMS",
                "licences/packages.txt",
            }
        )
        {
            Assert.True(File.Exists(Path.Combine(installed.Folder, file)), file);
        }
        var licences = await File.ReadAllTextAsync(
            Path.Combine(installed.Folder, "licences", "packages.txt"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Npgsql 10.0.0: PostgreSQL", licences, StringComparison.Ordinal);
        Assert.DoesNotContain("GPL", licences, StringComparison.Ordinal);

        // The first evening of an operator.
        var check = await installed.CommandAsync("config", "check", "--config", installed.Config);
        Assert.True(check.Exit == 0, check.Errors);
        Assert.Equal(2, (await installed.CommandAsync("opp")).Exit);
        var early = await installed.CommandAsync("serve", "--config", installed.Config);
        Assert.Equal(1, early.Exit);
        Assert.Contains("flette migrate", early.Errors, StringComparison.Ordinal);
        var migrated = await installed.CommandAsync("migrate", "--config", installed.Config);
        Assert.True(migrated.Exit == 0, migrated.Errors);
        Assert.Contains("ta vare på en kopi", migrated.Output, StringComparison.Ordinal);
        foreach (
            var (name, mail, role) in new[]
            {
                ("Olga Oppnevner", "olga@example.no", "unit"),
                ("Marit Moen", "marit@example.no", "coordinator"),
            }
        )
        {
            var added = await installed.CommandAsync(
                "staff",
                "add",
                "--municipality",
                "fjellvik",
                "--name",
                name,
                "--email",
                mail,
                "--role",
                role,
                "--config",
                installed.Config
            );
            Assert.True(added.Exit == 0, added.Errors);
        }
        if (Environment.IsPrivilegedProcess)
        {
            var asRoot = await installed.CommandAsMeAsync("serve", "--config", installed.Config);
            Assert.Equal(78, asRoot.Exit);
            Assert.Contains("root", asRoot.Errors, StringComparison.Ordinal);
        }
        await installed.ServeAsync();

        using var nobody = installed.Visit();
        foreach (var path in new[] { "/demo", "/demo/", "/demo/post", "/demo/referat", "/Demo" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(path)).Status);
        }
        var front = await nobody.OpenAsync("/");
        Assert.Equal("/inn", front.Path);
        Assert.Equal("max-age=31536000", front.Header("Strict-Transport-Security"));
        Assert.All(nobody.Cookies, c => Assert.True(c is { Secure: true, HttpOnly: true }, c.Name));

        var (marit, url, link) = await JourneyAsync();
        await LostAndRestoredAsync(marit, url, link);
        marit.Dispose();

        var (exit, took) = await installed.StopAsync();
        Assert.Equal(0, exit);
        Assert.True(took < TimeSpan.FromSeconds(20), took.ToString());
    }

    /// <summary>A backup while people write, a machine that is lost, and a new one with what was backed up.</summary>
    private async Task LostAndRestoredAsync(Browserless marit, string url, string link)
    {
        var written = new ConcurrentQueue<string>();
        var some = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var text = $"Linje nummer {i} om rampen";
                    var page = await marit.OpenAsync(url + "/logg");
                    await page.Form("Lagre").Fill("Hvem?", "Tor Hegge").Fill("Hva ble sagt?", text).PressAsync();
                    written.Enqueue(text);
                    if (i == 2)
                    {
                        some.SetResult();
                    }
                }
            },
            Ct
        );
        await Task.WhenAny(some.Task, writing);
        var acknowledged = written.ToList();
        var clock = Stopwatch.StartNew();
        var backup = await installed.CommandAsync("backup", "--to", installed.Backups, "--config", installed.Config);
        var backupTook = clock.Elapsed;
        Assert.True(backup.Exit == 0, backup.Errors);
        await stop.CancelAsync();
        await writing;
        var head = await installed.CommandAsync("audit", "head", "--config", installed.Config);
        Assert.StartsWith("fjellvik 1 ", head.Output, StringComparison.Ordinal);
        var beside = await installed.CommandAsync(
            "backup",
            "--to",
            installed.Backups,
            "--keys",
            "--config",
            installed.Config
        );
        Assert.Equal(2, beside.Exit);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(installed.Backups, "*", SearchOption.AllDirectories),
            f => f.EndsWith(".key", StringComparison.Ordinal)
        );
        var over = await installed.CommandAsync(
            "restore",
            "--from",
            backup.Output.Trim(),
            "--config",
            installed.Config
        );
        Assert.Equal(1, over.Exit);
        Assert.Contains("Ingenting er endret", over.Errors, StringComparison.Ordinal);

        await installed.LoseAsync();
        await installed.WithOtherKeyAsync(async () =>
        {
            var wrong = await installed.CommandAsync(
                "restore",
                "--from",
                backup.Output.Trim(),
                "--config",
                installed.Config
            );
            Assert.Equal(1, wrong.Exit);
            Assert.Contains("er ikke den sikkerhetskopien ble laget med", wrong.Errors, StringComparison.Ordinal);
        });
        clock.Restart();
        var restored = await installed.CommandAsync(
            "restore",
            "--from",
            backup.Output.Trim(),
            "--config",
            installed.Config
        );
        var restoreTook = clock.Elapsed;
        Assert.True(restored.Exit == 0, restored.Errors);
        Assert.Contains("epoke 2", restored.Output, StringComparison.Ordinal);
        var started = await installed.ServeAsync();

        using var again = installed.Visit();
        await SignInWorld.SignInAsync(again, "Logg inn med jobbkontoen", "Marit");
        var calls = await again.OpenAsync(url + "/logg");
        Assert.True(acknowledged.Count >= 3);
        Assert.All(acknowledged, text => Assert.True(calls.Says(text), text + ": " + calls.Text));
        using var teacher = installed.Visit();
        Assert.NotEqual("", (await teacher.OpenAsync(new Uri(link).PathAndQuery)).Heading);
        // Sessions from before are none.
        Assert.Equal(HttpStatusCode.Redirect, (await marit.GetAsync("/i-dag")).Status);
        var verified = await installed.CommandAsync("audit", "verify", "--config", installed.Config);
        Assert.True(verified.Exit == 0, verified.Output);
        TestContext.Current.SendDiagnosticMessage(
            $"backup {backupTook.TotalSeconds:F1} s, restore {restoreTook.TotalSeconds:F1} s, start {started.TotalSeconds:F1} s"
        );
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Browserless Marit, string Url, string Link)> JourneyAsync()
    {
        using var olga = installed.Visit();
        var unit = await SignInWorld.SignInAsync(olga, "Logg inn med jobbkontoen", "Olga");
        Assert.Equal("/enhet", unit.Path);
        var family = await unit.Form("Registrer").Fill("Hva heter familien?", "Familien Berg").PressAsync();
        await family
            .Form("Oppnevn")
            .Choose("Hva slags koordinator?", "Barnekoordinator")
            .Choose("Hvem?", "Marit Moen")
            .Fill("Grunn", "hol § 7-2 a")
            .PressAsync();

        var marit = installed.Visit();
        var today = await SignInWorld.SignInAsync(marit, "Logg inn med jobbkontoen", "Marit");
        Assert.Equal("/i-dag", today.Path);
        Assert.All(
            marit.Cookies.Where(c => c.Name.Contains("fjellvik", StringComparison.Ordinal)),
            c => Assert.StartsWith("__Host-", c.Name, StringComparison.Ordinal)
        );
        var page = await (await marit.OpenAsync("/familier")).FollowAsync("Familien Berg");
        var url = page.Path;
        await MemberAsync(marit, url, "Silje Berg", "Mor", new DateOnly(1982, 10, 30));
        await MemberAsync(marit, url, "Even Berg", "Barn", new DateOnly(2018, 5, 3));
        await (await marit.OpenAsync(url + "/stilling/ny"))
            .Form("Lagre")
            .Choose("Hvem gjelder det?", "Even Berg")
            .Choose("Hvilken rolle?", "Foreldreansvar")
            .Tick("Silje Berg", group: "Hvem har den?")
            .PressAsync();
        var silje = await (await marit.OpenAsync(url)).FollowAsync("Silje Berg");
        await (await silje.FollowAsync("Innlogging")).Form("Lagre").Set("Number", "30108299939").PressAsync();

        // Old minutes become agreements and a plan.
        var read = await (await marit.OpenAsync(url + "/referat/nytt"))
            .Form("Les referatet")
            .Fill("Lim inn teksten", MinutesWorld.Text)
            .PressAsync();
        await read.Form("Lagre i arbeidsnotatet").PressAsync();
        await (await marit.OpenAsync(url + "/ja"))
            .Form("Lagre ja-et")
            .Choose("Hva slags plan?", "Individuell plan")
            .Choose("Hvem er planen for?", "Even Berg")
            .Tick("Silje Berg", group: "Hvem sa ja?")
            .PressAsync();
        var tor = await (await marit.OpenAsync(url)).FollowAsync("Tor Hegge");
        await tor.Form("Lagre").Fill("E-post (valgfritt)", "tor.hegge@example.no").PressAsync();
        var send = await marit.OpenAsync(url + "/send");
        await send.Form("Send").PressAsync();

        // While the mail waits its half minute, the mother reads her plan.
        using var phone = installed.Visit();
        var home = await SignInWorld.SignInAsync(phone, "Logg inn med ID-porten", "Silje");
        Assert.Equal("/min-familie", home.Path);
        Assert.True((await phone.OpenAsync("/min-familie/plan")).Says("tilrådning"));

        var mail = await MailAsync();
        Assert.DoesNotContain("Even", mail.Text + mail.Subject, StringComparison.Ordinal);
        var link = mail
            .Text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .First(w => w.StartsWith("https://", StringComparison.Ordinal));
        using var teacher = installed.Visit();
        var card = await teacher.OpenAsync(new Uri(link).PathAndQuery);
        var answered = await card.Form("Gjort").PressAsync();
        Assert.StartsWith("Takk", answered.Heading, StringComparison.Ordinal);
        Assert.True((await marit.OpenAsync("/i-dag")).Says("Tor Hegge"));
        var gone = await (await phone.OpenAsync("/ut")).Form("Logg ut overalt").PressAsync();
        Assert.Equal("Du er logget ut", gone.Heading);
        return (marit, url, link);
    }

    private static async Task MemberAsync(
        Browserless browser,
        string url,
        string name,
        string relation,
        DateOnly born
    ) =>
        await (await browser.OpenAsync(url + "/medlem/ny"))
            .Form("Lagre")
            .Fill("Navn", name)
            .Choose("Hvem er det?", relation)
            .Choose("Fødsel", "Født")
            .Fill("Fødselsdag (valgfritt)", born)
            .PressAsync();

    // The program sends by its own clock, half a minute later: nothing can be moved on from here.
    private async Task<Flette.Demo.Mailbox.ReceivedMail> MailAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (installed.Mail.Count == 0)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
        return installed.Mail[0];
    }
}
