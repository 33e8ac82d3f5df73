using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Flette.Core;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Shared;
using Flette.Web.Vault;

namespace Flette.Web.Access;

/// <summary>No more codes are sent now.</summary>
/// <param name="Again">When the next may be.</param>
public sealed record TooManyCodes(DateTimeOffset Again) : Refusal;

/// <summary>How a try went.</summary>
/// <param name="Left">Tries that are left; none when it was right, or no code works any more.</param>
public sealed record CodeTry(bool Right, int Left);

/// <summary>
/// One-time codes (trust.md, Links): six digits, ten minutes, bound to the session of the link that asked. A code is stored nowhere; it is
/// made from its id under the municipality's key, so that neither a copy of the database nor one of the outbox tells it. All limits are
/// counted in PostgreSQL: they hold however many nodes there are.
/// </summary>
public static class OneTimeCodes
{
    /// <summary>How long one works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Tries at one code.</summary>
    public const int MostTries = 5;

    /// <summary>Codes sent for one link in an hour.</summary>
    public const int MostForLink = 3;

    /// <summary>Codes sent to one number in a day.</summary>
    public const int MostForNumber = 10;

    private const int Kinds = 1_000_000;

    // A right code sent twice by one press is right twice.
    private static readonly TimeSpan SameOnceMore = TimeSpan.FromMinutes(1);

    /// <summary>The code of an id, six digits.</summary>
    public static string Of(MasterKey master, Guid code)
    {
        ArgumentNullException.ThrowIfNull(master);
        var mac = HMACSHA256.HashData(master.Derive("code"), code.ToByteArray(bigEndian: true));
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % Kinds).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Sends one to a number of the register, in place of those sent to this session before.</summary>
    public static async Task<TooManyCodes?> SendAsync(Write write, SmsAddress to, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(to);
        var pass = write.Pass;
        var number = KeyedHash.OfPhone(pass.Municipality.Master, to.Number);
        // The family's row is held already; this is for a number that stands in two.
        await write.ExecuteAsync(
            "select pg_advisory_xact_lock(@at)",
            new { at = BinaryPrimitives.ReadInt64BigEndian(number) }
        );
        var (hour, day) = (write.Now.AddHours(-1), write.Now.AddDays(-1));
        var link = pass.Asker.Link!.Id;
        var ofLink = await SentAsync("link = @link and sent_at > @hour");
        var ofNumber = await SentAsync("number_hash = @number and sent_at > @day");
        DateTimeOffset?[] waits =
        [
            ofLink.Count >= MostForLink ? ofLink[^MostForLink].AddHours(1) : null,
            ofNumber.Count >= MostForNumber ? ofNumber[^MostForNumber].AddDays(1) : null,
        ];
        if (waits.Max() is { } again)
        {
            return new TooManyCodes(again);
        }
        var (id, until) = (write.NewId(), write.Now + Life);
        await write.ExecuteAsync(
            """
            update one_time_code set expires_at = @Now where session = @session and expires_at > @Now;
            insert into one_time_code (id, family, link, session, number_hash, sent_at, expires_at)
            values (@id, @family, @link, @session, @number, @Now, @until)
            """,
            new
            {
                id,
                family = pass.Family!.Id,
                link,
                session = pass.Session.Id,
                number,
                write.Now,
                until,
            }
        );
        var mail = new CodeMail(to.ToString(), id, until, Language.Code(tongue));
        await Outbox.PutAsync(write, Templates.Code, write.NewId(), link, mail, write.Now);
        return null;

        async Task<List<DateTimeOffset>> SentAsync(string which) =>
            (
                await write.Db.QueryAsync<DateTimeOffset>(
                    $"select sent_at from one_time_code where {which} order by sent_at",
                    new
                    {
                        link,
                        hour,
                        number,
                        day,
                    },
                    write.Work
                )
            ).ToList();
    }

    /// <summary>
    /// Tries what was typed against the code of this session. The try is counted first, by one statement that is committed before
    /// anything is compared, so that however many try at once there are no more than <see cref="MostTries"/>.
    /// </summary>
    public static async Task<CodeTry> TryAsync(Pass pass, string? typed, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var found = await reading.Db.QuerySingleOrDefaultAsync<(Guid Id, int Tries, DateTimeOffset? UsedAt)?>(
            new CommandDefinition(
                """
                update one_time_code set tries = tries + 1
                 where session = @Id and expires_at > @now and tries < @MostTries
                returning id, tries, used_at
                """,
                new
                {
                    pass.Session.Id,
                    now,
                    MostTries,
                },
                cancellationToken: cancel
            )
        );
        if (found is not { } code)
        {
            return new CodeTry(Right: false, Left: 0);
        }
        var right =
            CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Of(pass.Municipality.Master, code.Id)),
                Encoding.UTF8.GetBytes(Digits(typed))
            ) && !(code.UsedAt < now - SameOnceMore);
        if (right)
        {
            await reading.Db.ExecuteAsync(
                "update one_time_code set used_at = coalesce(used_at, @now) where id = @Id",
                new { now, code.Id }
            );
        }
        return new CodeTry(right, right ? 0 : MostTries - code.Tries);
    }

    /// <summary>Whether there is a code that can be tried in this session.</summary>
    public static async Task<bool> IsWaitingAsync(Pass pass, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        return await reading.Db.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                """
                select exists (select 1 from one_time_code
                                where session = @Id and expires_at > @now and tries < @MostTries and used_at is null)
                """,
                new
                {
                    pass.Session.Id,
                    now,
                    MostTries,
                },
                cancellationToken: cancel
            )
        );
    }

    // «123 456» is what the eye makes of it.
    private static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit).Take(7));
}
