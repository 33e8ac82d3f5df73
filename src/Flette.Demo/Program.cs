using Flette.Demo;
using Flette.Documents.Minutes;

return args switch
{
    ["up", .. var rest] => await UpCommand.RunAsync(rest),
    ["migrate", .. var rest] => await MigrateCommand.RunAsync(rest),
    ["read-minutes", .. var rest] => ReadMinutesCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Bruk: ./flette up | migrate | read-minutes FIL [--today D]");
    return 2;
}
