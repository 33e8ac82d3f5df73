using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Flette.Bench;

/// <summary>
/// The floor everything is compared with: the least a page with a database can do on this machine. Before all middleware, one
/// <c>select 1</c> with bare Npgsql, 30,000 bytes. It is here only, so no program that serves anyone has it.
/// </summary>
internal sealed class Floor(NpgsqlDataSource source) : IStartupFilter
{
    /// <summary>Where it answers.</summary>
    public const string Path = "/gulv";

    private const int Size = 30_000;

    private static readonly byte[] Body = [.. Enumerable.Repeat((byte)'.', Size)];

    /// <summary>Puts it in front of all else.</summary>
    public static void Add(IServiceCollection services, NpgsqlDataSource source) =>
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Floor(source)));

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(rest => http => http.Request.Path == Path ? AnswerAsync(http) : rest(http));
            next(app);
        };

    private async Task AnswerAsync(HttpContext http)
    {
        await using (var db = await source.OpenConnectionAsync(http.RequestAborted))
        await using (var command = new NpgsqlCommand("select 1", db))
        {
            await command.ExecuteScalarAsync(http.RequestAborted);
        }
        http.Response.ContentType = "text/html";
        http.Response.ContentLength = Size;
        await http.Response.Body.WriteAsync(Body, http.RequestAborted);
    }
}
