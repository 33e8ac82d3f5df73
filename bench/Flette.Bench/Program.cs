using Flette.Bench;
using Flette.Bench.Load;

// The load comes from a process of its own, as it does in life: it must not share heap and threads with what is measured.
return args is [LoadProcess.Argument] ? LoadRun.Run(Console.In, Console.Out) : await BenchCommand.RunAsync(args);
