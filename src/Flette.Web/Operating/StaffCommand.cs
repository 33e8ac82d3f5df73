using Dapper;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Data;
using Flette.Web.Hosting;

namespace Flette.Web.Operating;

/// <summary>
/// <c>flette staff add</c>: writes the first people into a municipality's register of staff, so that somebody can sign in and write the rest.
/// </summary>
public static class StaffCommand
{
    private const string Usage =
        "Bruk: flette staff add --municipality NØKKEL --name NAVN --email ADRESSE --role unit|coordinator|leader|administrator [--config FIL]";

    /// <summary>0 when written, 1 when it stands there already, 2 for wrong use, 78 for wrong configuration.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, string? config)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i + 1 < arguments.Count; i += 2)
        {
            given[arguments[i]] = arguments[i + 1];
        }
        if (
            arguments is not ["add", ..]
            || arguments.Count != 9
            || given.GetValueOrDefault("--municipality") is not { } municipality
            || given.GetValueOrDefault("--name") is not { Length: > 0 and <= MemberRules.LongestName } name
            || given.GetValueOrDefault("--email") is not { } email
            || !MailAddresses.Possible(email)
            || Role(given.GetValueOrDefault("--role")) is not { } role
        )
        {
            Console.Error.WriteLine(Usage);
            return Task.FromResult(2);
        }
        return ProgramRun.Options(config) is { } options
            ? ProgramRun.RunAsync(cancel => AddAsync(options, municipality, name, email, role, cancel))
            : Task.FromResult(FletteOptions.BadConfiguration);
    }

    private static StaffRole? Role(string? code) =>
        Enum.GetValues<StaffRole>().Where(r => Rows.Code(r) == code).Cast<StaffRole?>().FirstOrDefault();

    private static async Task<int> AddAsync(
        FletteOptions options,
        string key,
        string name,
        string email,
        StaffRole role,
        CancellationToken cancel
    )
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        if (store.Options.Municipalities.FirstOrDefault(m => m.Key == key) is not { } one)
        {
            await Console.Error.WriteLineAsync(
                $"Det finnes ingen kommune {key} i konfigurasjonen, bare: {string.Join(", ", options.Municipalities.Select(m => m.Key))}"
            );
            return 2;
        }
        await using var databases = new Databases([one]);
        await using var db = await databases.All[0].Database.OpenConnectionAsync(cancel);
        await using var work = await db.BeginTransactionAsync(cancel);
        var id = await db.ExecuteScalarAsync<Guid?>(
            "select id from staff where lower(email) = lower(@email)",
            new { email },
            work
        );
        if (id is null)
        {
            id = Guid.CreateVersion7();
            await db.ExecuteAsync(
                "insert into staff (id, name, email) values (@id, @name, @email)",
                new
                {
                    id,
                    name,
                    email,
                },
                work
            );
        }
        var written = await db.ExecuteAsync(
            """
            insert into staff_role (staff, role, valid_from)
              select @id, @role, @today where not exists (
                select from staff_role where staff = @id and role = @role and (valid_until is null or valid_until >= @today))
            """,
            new
            {
                id,
                role = Rows.Code(role),
                today = TimeProvider.System.Today(),
            },
            work
        );
        await work.CommitAsync(cancel);
        Console.WriteLine(written == 1 ? $"{name} er skrevet inn." : $"{name} står der fra før.");
        return written == 1 ? 0 : 1;
    }
}
