using Flette.Demo;
using Flette.Documents.Law;
using Flette.Documents.Minutes;
using Flette.Web.Audit.Sealing;
using Flette.Web.Operating.Keys;

return args switch
{
    ["up", .. var rest] => await UpCommand.RunAsync(rest),
    ["migrate", .. var rest] => await MigrateCommand.RunAsync(rest),
    ["audit", .. var rest] => await OnStoreAsync(
        (store, cancel) =>
            AuditCommand.RunAsync(store.Options, rest, Console.Out, Console.Error, TimeProvider.System, cancel)
    ),
    ["keys", .. var rest] => await OnStoreAsync(
        (store, cancel) =>
            KeysCommand.RunAsync(
                store.AsOwner,
                demo: true,
                rest,
                Console.Out,
                Console.Error,
                TimeProvider.System,
                waiting => Task.Delay(KeyRotation.Grace, TimeProvider.System, waiting),
                cancel
            )
    ),
    ["read-minutes", .. var rest] => ReadMinutesCommand.Run(rest, Console.Out, Console.Error),
    ["clock", .. var rest] => ClockCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["transitions", .. var rest] => TransitionsCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["ages", .. var rest] => AgesCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["law"] => Law(),
    _ => Usage(),
};

static Task<int> OnStoreAsync(Func<DemoStore, CancellationToken, Task<int>> command) =>
    CommandRun.RunAsync(
        async cancel =>
        {
            var folder = CommandRun.DataFolder();
            await using var server = await DemoServer.StartAsync(
                folder,
                null,
                Console.Error.WriteLine,
                TimeProvider.System,
                cancel
            );
            var store = new DemoStore(
                server.Maintenance,
                server.Connect,
                Path.Combine(folder, "keys"),
                new DemoPorts(1, 1, 1),
                TimeProvider.System
            );
            return await command(store, cancel);
        },
        Flette.Web.Operating.ProgramRun.Interrupted
    );

static int Law()
{
    Console.Out.Write(LawPage.Write());
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "Bruk: ./flette up | migrate | audit verify | audit head | keys rotate | read-minutes FIL [--today D] | clock | transitions | ages | law"
    );
    return 2;
}
