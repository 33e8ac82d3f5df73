using Flette.Web.Audit.Sealing;
using Flette.Web.Hosting;
using Flette.Web.Operating;
using Flette.Web.Operating.Keys;

// What the demo and the tests do with this program they do by reference; this is how a municipality runs it.
var (config, arguments) = ProgramRun.Arguments(args);
return arguments switch
{
    ["serve"] => await ServeCommand.RunAsync(config),
    ["config", "check"] => ConfigCommand.Check(config),
    ["migrate"] => await MigrateCommand.RunAsync(config),
    ["audit", .. var asked] => await AuditAsync(asked, config),
    ["keys", .. var asked] => await KeysAsync(asked, config),
    ["backup", .. var asked] => await BackupCommand.RunAsync(asked, config),
    ["restore", .. var asked] => await RestoreCommand.RunAsync(asked, config),
    ["staff", .. var rest] => await StaffCommand.RunAsync(rest, config),
    ["help"] or ["--help"] or ["-h"] => Usage.Write(Console.Out, 0),
    _ => Usage.Write(Console.Error, 2),
};

static Task<int> AuditAsync(string[] asked, string? config) =>
    ProgramRun.Options(config) is { } options
        ? ProgramRun.RunAsync(async cancel =>
        {
            await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
            return await AuditCommand.RunAsync(
                store.Options.Municipalities,
                asked,
                Console.Out,
                Console.Error,
                TimeProvider.System,
                cancel
            );
        })
        : Task.FromResult(FletteOptions.BadConfiguration);

static Task<int> KeysAsync(string[] asked, string? config) =>
    ProgramRun.Options(config) is { } options
        ? ProgramRun.RunAsync(async cancel =>
        {
            await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
            return await KeysCommand.RunAsync(
                [.. store.Options.Municipalities.Select(store.AsOwner)],
                demo: false,
                asked,
                Console.Out,
                Console.Error,
                TimeProvider.System,
                waiting => Task.Delay(KeyRotation.Grace, TimeProvider.System, waiting),
                cancel
            );
        })
        : Task.FromResult(FletteOptions.BadConfiguration);
