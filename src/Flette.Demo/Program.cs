using Flette.Demo;

return args switch
{
    ["up", .. var rest] => await UpCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Bruk: ./flette up | read-minutes FIL [--today D]");
    return 2;
}
