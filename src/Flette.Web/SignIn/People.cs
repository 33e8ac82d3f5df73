using Dapper;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.SignIn;

/// <summary>Someone a provider's token was found to be.</summary>
/// <param name="Kind">Member or staff.</param>
/// <param name="Ids">Her as a member of each family she is in, the one registered last first; one for staff.</param>
/// <param name="By">What is kept of the token.</param>
public sealed record FoundPerson(AskerKind Kind, IReadOnlyList<Guid> Ids, SignedInBy By);

/// <summary>Who a token is about, here. Whoever is not known is nobody: a sign-in makes no one.</summary>
public sealed class People(FletteOptions options, TimeProvider time)
{
    /// <summary>
    /// The work address a token vouches for; null when it says none, has not checked it, or it is not one of the issuer's own.
    /// </summary>
    public static string? WorkAddress(Issuer issuer, Checked token)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(token);
        return
            Mail(issuer, token, token.Text(issuer.Options.PersonClaim)) is { } mail && issuer.Options.VouchesFor(mail)
            ? mail
            : null;
    }

    /// <summary>The person, or null. A member of staff is bound to the provider's name for her the first time.</summary>
    public async Task<FoundPerson?> FindAsync(Issuer issuer, Checked token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(token);
        var municipality = issuer.Municipality;
        var master = municipality.Master;
        var who = KeyedHash.OfProvider(master, "sub", issuer.Name, token.Text("sub")!);
        var session = token.Text("sid") is { Length: > 0 } sid
            ? KeyedHash.OfProvider(master, "sid", issuer.Name, sid)
            : null;
        var said = token.Text(issuer.Options.PersonClaim);
        var person =
            issuer.Options is { For: IssuerFor.Members } or { KnownBy: StaffKnownBy.IdentityNumber }
            && IdentityNumber.Read(said, options.Demo) is { Refusal: null } number
                ? KeyedHash.OfIdentity(master, number.Value.Digits)
                : null;
        var by = new SignedInBy(issuer.Options.Key, who, session, person, token.Encoded);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        if (issuer.Options.For == IssuerFor.Partners)
        {
            return null;
        }
        if (issuer.Options.For == IssuerFor.Members)
        {
            var members = person is null ? [] : await MembersAsync(db, person, cancel);
            return members.Count == 0 ? null : new FoundPerson(AskerKind.Member, members, by);
        }
        // Once bound she is known by what the provider calls her, which is given to nobody else. An address may be.
        var staff = await db.ExecuteScalarAsync<Guid?>(
            "select staff from staff_identity where issuer = @Key and subject_hash = @who",
            new { issuer.Options.Key, who }
        );
        staff ??= await BindAsync(db, issuer, who, person, Mail(issuer, token, said));
        return staff is { } id ? new FoundPerson(AskerKind.Staff, [id], by with { Person = null }) : null;
    }

    // She is one member in each family; the one registered last first.
    private static async Task<IReadOnlyList<Guid>> MembersAsync(
        NpgsqlConnection db,
        byte[] person,
        CancellationToken cancel
    ) =>
        (
            await db.QueryAsync<Guid>(
                new CommandDefinition(
                    "select id from member where ident_hash = @person and left_at is null order by id desc",
                    new { person },
                    cancellationToken: cancel
                )
            )
        ).ToList();

    // A provider that says it has not checked the address says nothing.
    private static string? Mail(Issuer issuer, Checked token, string? said) =>
        issuer.Options.KnownBy != StaffKnownBy.Email
        || token.Find("email_verified") is { ValueKind: System.Text.Json.JsonValueKind.False }
            ? null
            : said?.Trim();

    private async Task<Guid?> BindAsync(NpgsqlConnection db, Issuer issuer, byte[] who, byte[]? person, string? mail)
    {
        if (person is null && string.IsNullOrEmpty(mail))
        {
            return null;
        }
        var found = (
            await db.QueryAsync<Guid>(
                "select id from staff where (@person::bytea is not null and ident_hash = @person) or lower(email) = lower(@mail)",
                new { person, mail }
            )
        ).ToList();
        // One who stands twice with the same address is nobody in particular; one bound already is somebody else.
        return found is [var only]
            ? await db.ExecuteScalarAsync<Guid?>(
                """
                insert into staff_identity (issuer, subject_hash, staff, bound_at) values (@Key, @who, @only, @now)
                on conflict do nothing returning staff
                """,
                new
                {
                    issuer.Options.Key,
                    who,
                    only,
                    now = time.GetUtcNow(),
                }
            )
            : null;
    }
}
