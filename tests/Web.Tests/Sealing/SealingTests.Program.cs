using System.Globalization;
using Dapper;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Audit;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Tests.Sealing;

/// <summary>The commands an operator has, and the sealer as the program runs it.</summary>
public sealed partial class SealingTests
{
    [Fact]
    public async Task The_command_says_it_all_and_takes_heads_from_the_operators_log()
    {
        await WriteAsync(2);
        await SealAsync();
        var (exit, head) = await CommandAsync("head", "--municipality", "fjellvik");
        Assert.Equal(0, exit);
        var words = head.Trim().Split(' ');
        using var folder = new TemporaryFolder();
        var file = folder.In("hode.txt");
        await File.WriteAllTextAsync(
            file,
            "{\"EventId\":41,\"Message\":\"Head of the log: "
                + string.Join(' ', words[..4])
                + "\",\"State\":{\"Mac\":\"x\"}}"
                + "\n",
            Ct
        );
        var (unasked, _) = await CommandAsync("verify", "--head", file);
        Assert.Equal(2, unasked);
        var (whole, says) = await CommandAsync("verify", "--head", file, "--municipality", "fjellvik");
        Assert.Equal(0, whole);
        Assert.Contains("fjellvik: loggen er hel.", says, StringComparison.Ordinal);
        await using var db = await app.App.ConnectAsync(Here);
        await db.ExecuteAsync("delete from audit_seal where no = (select max(no) from audit_seal)");
        (var broken, says) = await CommandAsync("verify", "--head", file, "--municipality", "fjellvik");
        Assert.Equal(1, broken);
        Assert.Contains("er kuttet", says, StringComparison.Ordinal);
        await db.ExecuteAsync("delete from audit_seal");
        foreach (
            var wrong in new[]
            {
                "",
                "verify --heads x",
                "head --head x",
                "verify --municipality ingen",
                "verify --head /finnes/ikke",
            }
        )
        {
            Assert.Equal(2, (await CommandAsync(wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Exit);
        }
    }

    [Fact]
    public async Task The_program_seals_by_itself_tells_the_head_each_hour_and_when_it_cannot()
    {
        await using var own = await FletteApp.StartAsync();
        await using var db = await own.ConnectAsync(own.Fjellvik);
        var sealer = new Sealer(
            new Databases([Options(own)]),
            own.Clock,
            new Microsoft.Extensions.Logging.Logger<Sealer>(new Microsoft.Extensions.Logging.LoggerFactory([own.Log]))
        );
        await AuditLog.WriteAsync(db, null, Row("en"), own.Clock.GetUtcNow());
        await LookUntilSealedAsync();
        Assert.Contains(own.Log.Lines, l => l.Contains("Head of the log: fjellvik 1 ", StringComparison.Ordinal));

        await using var slow = await own.ConnectAsync(own.Fjellvik);
        await using var work = await slow.BeginTransactionAsync(Ct);
        await AuditLog.WriteAsync(slow, work, Row("sen"), own.Clock.GetUtcNow());
        await AuditLog.WriteAsync(db, null, Row("to"), own.Clock.GetUtcNow());
        await sealer.LookAsync(own.Fjellvik, Ct);
        Assert.DoesNotContain(own.Log.Lines, l => l.Contains("not been sealed", StringComparison.Ordinal));
        own.Clock.Advance(TimeSpan.FromSeconds(61));
        await sealer.LookAsync(own.Fjellvik, Ct);
        Assert.Contains(own.Log.Lines, l => l.Contains("not been sealed for 61 seconds", StringComparison.Ordinal));
        await work.CommitAsync(Ct);
        own.Clock.Advance(TimeSpan.FromHours(1));
        await LookUntilSealedAsync();
        Assert.True(own.Log.Lines.Count(l => l.Contains("Head of the log: fjellvik", StringComparison.Ordinal)) >= 2);

        async Task LookUntilSealedAsync()
        {
            for (var looks = 0; looks == 0 || (await VerifyAsync(db, null, own)).Unsealed > 0; looks++)
            {
                Assert.True(looks < MostLooks);
                await sealer.LookAsync(own.Fjellvik, Ct);
            }
        }
    }

    private static MunicipalityOptions Options(FletteApp own) =>
        own.Services.GetService(typeof(Hosting.FletteOptions)) is Hosting.FletteOptions options
            ? options.Municipalities.Single(m => m.Key == "fjellvik")
            : throw new InvalidOperationException();

    private async Task<(int Exit, string Says)> CommandAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var options = (Hosting.FletteOptions)app.App.Services.GetService(typeof(Hosting.FletteOptions))!;
        var exit = await AuditCommand.RunAsync(
            options.Municipalities,
            arguments,
            output,
            TextWriter.Null,
            app.Clock,
            Ct
        );
        return (exit, output.ToString());
    }
}
