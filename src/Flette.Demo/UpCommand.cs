using Flette.Demo.Mailbox;
using Flette.Demo.Minutes;
using Flette.Demo.Seed;
using Flette.Web;
using Flette.Web.Data;
using Flette.Web.Hosting;

namespace Flette.Demo;

/// <summary><c>./flette up</c>: database, schema, invented families, and the program at loopback.</summary>
public static class UpCommand
{
    /// <summary>Runs until Ctrl-C. 0 when stopped, 2 for wrong use, 1 when something could not start.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (options, wrong) = UpOptions.Parse(arguments);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }
        return await CommandRun.RunAsync(
            async cancel =>
            {
                await UpAsync(options, cancel);
                return 0;
            },
            stopped: 0
        );
    }

    private static async Task UpAsync(UpOptions options, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var folder = CommandRun.DataFolder();
        var keys = Path.Combine(folder, "keys");
        await using var server = await DemoServer.StartAsync(folder, options.Connection, Say, time, cancel);
        var mailbox = new DemoMailbox(time);
        await using var receiver = new SmtpReceiver(mailbox);
        receiver.Start();
        await using var phones = new SmsReceiver(mailbox, time);
        await phones.StartAsync();
        var store = new DemoStore(
            server.Maintenance,
            server.Connect,
            keys,
            new DemoPorts(options.Port, receiver.Port, phones.Port),
            time
        );
        var newKeys = !Directory.Exists(keys);
        await store.ReadyAsync(options.Fresh, cancel);
        if (newKeys)
        {
            Say(
                $"Nøklene ligger i {keys}. Uten dem kan ingenting leses: ta vare på en kopi for seg, aldri sammen med databasen."
            );
        }
        var flette = new FletteOptions
        {
            Municipalities = store.Options,
            KeyFolder = keys,
            WayIn = Personas.Path,
            Demo = true,
        };
        var day = new SeedDay(time.Today());
        await using (var databases = new Databases(flette.Municipalities))
        {
            foreach (var municipality in databases.All)
            {
                if (await Migrator.UnfitAsync(municipality, demo: true, cancel) is { } unfit)
                {
                    throw new InvalidOperationException(unfit);
                }
                var generated = Seeding.Families(municipality, options);
                if (await store.FinishedAsync(municipality.Key, cancel) is { } seeded)
                {
                    day = new SeedDay(seeded.Day);
                    if (generated > seeded.Families)
                    {
                        Say(
                            $"Fra før er det {seeded.Families} laget familier her. Vil du ha {generated}: ./flette up --fresh --families {generated}"
                        );
                    }
                    continue;
                }
                await Seeding.RunAsync(municipality, options, time, Say, cancel);
                await store.FinishAsync(municipality.Key, new SeedMark { Day = day.Day, Families = generated }, cancel);
            }
        }
        await using var app = DemoHost.Build(flette, options.Port, mailbox, b => b.Services.AddSingleton(day));
        if (server.Cluster is { } cluster)
        {
            // Connections to the server that died are dead too; they should not fail one page each.
            var served = app.Services.GetRequiredService<Databases>();
            cluster.Restarted += (_, _) => served.All.ToList().ForEach(m => m.Database.Clear());
        }
        await app.StartAsync(cancel);
        Say(
            $"""

            Flette svarer nå:
              Fjellvik   http://localhost:{options.Port}
              Sundhavn   http://127.0.0.1:{options.Port}
              Velg hvem du er: http://localhost:{options.Port}{Personas.Path}
              Gamle referater å prøve: http://localhost:{options.Port}{DemoMinutes.Path}
              Postkassen: http://localhost:{options.Port}{DemoMailbox.Path}
            Stopp med Ctrl-C.

            """
        );
        await app.WaitForShutdownAsync(cancel).WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
    }

    private static void Say(string line) => Console.WriteLine(line);
}
