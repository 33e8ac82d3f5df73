using Dapper;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.SignIn;

/// <summary>A place one is signed in.</summary>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OwnSession(Guid Id, string? Device, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>The sessions of whoever asks: of her as a member of each family she is in, or as staff. Nobody else's.</summary>
public static class OwnSessions
{
    // One person in several families is several members: what ends «everywhere» ends them all.
    private const string Mine = """
        kind = @kind and (subject = @subject
          or person_hash = (select person_hash from session where id = @session and kind = 'member'))
        """;

    /// <summary>Those that live, the last seen first.</summary>
    public static async Task<IReadOnlyList<OwnSession>> AllAsync(
        Pass pass,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(
            Guid Id,
            string? Device,
            DateTimeOffset CreatedAt,
            DateTimeOffset SeenAt
        )>(
            new CommandDefinition(
                $"""
                select id, device, created_at, seen_at from session
                 where {Mine} and ended_at is null and seen_at > @idle and created_at > @longest
                 order by seen_at desc, id desc
                """,
                Parameters(pass, now),
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new OwnSession(r.Id, r.Device, r.CreatedAt, r.SeenAt, r.Id == pass.Session.Id))
            .ToList();
    }

    /// <summary>Ends one; nothing happens when it is not hers, or has ended.</summary>
    public static Task EndAsync(Write write, Guid session)
    {
        ArgumentNullException.ThrowIfNull(write);
        var parameters = Parameters(write.Pass, write.Now);
        parameters.Add("one", session);
        write.Touched(session);
        return write.ExecuteAsync(
            $"update session set ended_at = @now, token = null where id = @one and {Mine} and ended_at is null",
            parameters
        );
    }

    /// <summary>Ends all but the one that asks.</summary>
    public static Task EndOthersAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            $"update session set ended_at = @now, token = null where id <> @session and {Mine} and ended_at is null",
            Parameters(write.Pass, write.Now)
        );
    }

    /// <summary>Ends those of a member, wherever they are.</summary>
    public static Task EndOfMemberAsync(Write write, Guid member)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            "update session set ended_at = @Now, token = null where kind = 'member' and subject = @member and ended_at is null",
            new { write.Now, member }
        );
    }

    /// <summary>Ends all of them.</summary>
    public static async Task EndAllAsync(Pass pass, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        await reading.Db.ExecuteAsync(
            $"update session set ended_at = @now, token = null where {Mine} and ended_at is null",
            Parameters(pass, now)
        );
    }

    /// <summary>What is kept of the provider that vouched for whoever asks; null when none did, or nobody is signed in.</summary>
    public static async Task<SignedInBy?> SignedInByAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var row = await reading.Db.QuerySingleOrDefaultAsync<ProvidedRow>(
            new CommandDefinition(
                "select issuer, subject_hash, sid_hash, person_hash, token from session where id = @Id and issuer is not null",
                new { pass.Session.Id },
                cancellationToken: cancel
            )
        );
        return row is null
            ? null
            : new SignedInBy(row.Issuer, row.SubjectHash, row.SidHash, row.PersonHash, Opened(pass, row.Token));
    }

    private sealed record ProvidedRow
    {
        public string Issuer { get; init; } = "";
        public byte[] SubjectHash { get; init; } = [];
        public byte[]? SidHash { get; init; }
        public byte[]? PersonHash { get; init; }
        public byte[]? Token { get; init; }
    }

    private static string? Opened(Pass pass, byte[]? box)
    {
        try
        {
            return box is null ? null : SessionTokens.Open(pass.Municipality, pass.Session.Id, box);
        }
        catch (VaultException)
        {
            // Only a courtesy to the provider: one can sign out without it.
            return null;
        }
    }

    private static DynamicParameters Parameters(Pass pass, DateTimeOffset now) =>
        new(
            new
            {
                kind = Rows.Code(pass.Asker.Kind),
                subject = pass.Asker.Id,
                session = pass.Session.Id,
                now,
                idle = now - FactsLoader.Idle,
                longest = now - FactsLoader.Longest,
            }
        );
}
