using Flette.Demo;
using Flette.Documents.Law;
using Flette.Documents.Minutes;

return args switch
{
    ["up", .. var rest] => await UpCommand.RunAsync(rest),
    ["migrate", .. var rest] => await MigrateCommand.RunAsync(rest),
    ["read-minutes", .. var rest] => ReadMinutesCommand.Run(rest, Console.Out, Console.Error),
    ["clock", .. var rest] => ClockCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["transitions", .. var rest] => TransitionsCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["ages", .. var rest] => AgesCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System),
    ["law"] => Law(),
    _ => Usage(),
};

static int Law()
{
    Console.Out.Write(LawPage.Write());
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "Bruk: ./flette up | migrate | read-minutes FIL [--today D] | clock | transitions | ages | law"
    );
    return 2;
}
