using System.Diagnostics;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>PostgreSQL's own programs, told of a database by a connection string. Passwords go in their environment, never among arguments.</summary>
internal static class PgTools
{
    /// <summary>Runs one to its end. Throws <see cref="InvalidOperationException"/> with its last words when it fails.</summary>
    public static async Task RunAsync(
        string tool,
        string connection,
        IEnumerable<string> arguments,
        CancellationToken cancel
    )
    {
        var tools = await PostgresTools.FindAsync(null, "", null, cancel);
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(
            Path.Combine(tools.Folder, tool),
            [
                "--host",
                to.Host!,
                "--port",
                to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--username",
                to.Username!,
                "--no-password",
                .. arguments,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C.UTF-8";
        if (to.Password is { Length: > 0 } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }
        if (to.SslMode != SslMode.Prefer)
        {
            start.Environment["PGSSLMODE"] = to.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            };
        }
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await output;
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{tool}: {Commands.LastLines(errors)}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
