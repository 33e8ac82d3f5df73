using Flette.Web.Operating;

// What the demo and the tests do with this program they do by reference; this is how a municipality runs it.
var (config, arguments) = ProgramRun.Arguments(args);
return arguments switch
{
    ["serve"] => await ServeCommand.RunAsync(config),
    ["config", "check"] => ConfigCommand.Check(config),
    ["migrate"] => await MigrateCommand.RunAsync(config),
    ["staff", .. var rest] => await StaffCommand.RunAsync(rest, config),
    ["help"] or ["--help"] or ["-h"] => Usage.Write(Console.Out, 0),
    _ => Usage.Write(Console.Error, 2),
};
