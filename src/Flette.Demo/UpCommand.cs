using System.Net.Sockets;
using System.Runtime.InteropServices;
using Flette.Demo.Mailbox;
using Flette.Demo.Minutes;
using Flette.Demo.Seed;
using Flette.Web;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Demo;

/// <summary><c>./flette up</c>: database, schema, invented families, and the program at loopback.</summary>
public static class UpCommand
{
    /// <summary>Runs until Ctrl-C. 0 when stopped, 2 for wrong use, 1 when something could not start.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        Rows.Set();
        var (options, wrong) = UpOptions.Parse(arguments);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }
        using var stop = new CancellationTokenSource();
        // Also when the terminal is closed, or a service manager says so: what was started here must not be left running.
        using var interrupt = Stops(PosixSignal.SIGINT, stop);
        using var terminate = Stops(PosixSignal.SIGTERM, stop);
        using var hangUp = Stops(PosixSignal.SIGHUP, stop);
        try
        {
            await UpAsync(options, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (CaseException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\nRett opp filen, og kjør: ./flette up --fresh");
            return 1;
        }
        catch (Exception e)
            when (e
                    is PrivateClusterException
                        or VaultException
                        or InvalidOperationException
                        or NpgsqlException
                        or IOException
                        or SocketException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static PosixSignalRegistration Stops(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(
            signal,
            s =>
            {
                s.Cancel = true;
                stop.Cancel();
            }
        );

    private static async Task UpAsync(UpOptions options, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var root = Environment.GetEnvironmentVariable("FLETTE_ROOT") ?? Environment.CurrentDirectory;
        var folder = PrivateClusterOptions.DefaultDataFolder(root, Environment.GetEnvironmentVariable("FLETTE_DATA"));
        var keys = Path.Combine(folder, "keys");
        Say("Starter databasen …");
        await using var cluster = options.Connection is null
            ? await PrivateCluster.StartAsync(
                new PrivateClusterOptions { DataFolder = folder, Log = Say },
                time,
                cancel
            )
            : null;
        var mailbox = new DemoMailbox(time);
        await using var receiver = new SmtpReceiver(mailbox);
        receiver.Start();
        var store = new DemoStore(
            cluster?.MaintenanceConnectionString ?? options.Connection!,
            (database, role) =>
                cluster?.ConnectionStringFor(database, role) ?? Named(options.Connection!, database, role),
            keys,
            new DemoPorts(options.Port, receiver.Port),
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
        if (cluster is not null)
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

    private static string Named(string connection, string database, string role)
    {
        var admin = new NpgsqlConnectionStringBuilder(connection) { Database = database };
        // The roles are made by whoever may; the demo then takes them on with "set role", as peers on one machine do.
        admin.Options = $"-c role={role}";
        return admin.ConnectionString;
    }

    private static void Say(string line) => Console.WriteLine(line);
}
