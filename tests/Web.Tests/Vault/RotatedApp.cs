using Flette.Kit;
using Flette.Web.Operating.Keys;

namespace Flette.Web.Tests.Vault;

/// <summary>What an operator does with keys, on a program under test.</summary>
internal static class RotatedApp
{
    /// <summary><c>keys rotate</c> in Fjellvik.</summary>
    /// <param name="meanwhile">What happens while it waits; each time anew.</param>
    public static async Task<(int Exit, string Output, string Errors)> RotateAsync(
        this FletteApp app,
        Guid? family = null,
        Func<Task>? meanwhile = null
    )
    {
        string[] only = family is { } id ? ["--family", id.ToString()] : [];
        return await app.KeysAsync(["rotate", "--municipality", "fjellvik", .. only], meanwhile);
    }

    /// <summary><c>keys</c> with any arguments.</summary>
    public static async Task<(int Exit, string Output, string Errors)> KeysAsync(
        this FletteApp app,
        string[] arguments,
        Func<Task>? meanwhile = null
    )
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await KeysCommand.RunAsync(
            app.AsOwner,
            demo: true,
            arguments,
            output,
            errors,
            app.Clock,
            _ => meanwhile?.Invoke() ?? Task.CompletedTask,
            TestContext.Current.CancellationToken
        );
        return (exit, output.ToString(), errors.ToString());
    }
}
