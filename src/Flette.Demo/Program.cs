using Flette.Demo;
using Flette.Documents.Minutes;

return args switch
{
    ["up", .. var rest] => await UpCommand.RunAsync(rest),
    ["read-minutes", .. var rest] => ReadMinutesCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Bruk: ./flette up | read-minutes FIL [--today D]");
    return 2;
}
