using Flette.Bench;
using Flette.Bench.Load;

// The load comes from a process of its own, as it does in life: it must not share heap and threads with what is measured. So does what
// is only started, to see how long that takes.
return args switch
{
    [LoadProcess.Argument] => LoadRun.Run(Console.In, Console.Out),
    [BenchSingles.StartArgument] => await BenchSingles.StartOnlyAsync(),
    _ => await BenchCommand.RunAsync(args),
};
