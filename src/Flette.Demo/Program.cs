using Flette.Documents.Minutes;

if (args is ["read-minutes", ..])
{
    return ReadMinutesCommand.Run(args, Console.Out, Console.Error);
}

var app = WebApplication.Create(args);
app.Run();
return 0;
