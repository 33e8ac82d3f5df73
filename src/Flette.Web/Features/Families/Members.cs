using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Families;

/// <summary>A member, opened.</summary>
/// <param name="Version">For the form: who changes it says which version she saw.</param>
public sealed record Member(
    Guid Id,
    Guid Family,
    MemberDetails Details,
    DateOnly? Born,
    DateOnly? Due,
    Guid? CarriedBy,
    IReadOnlyList<Guid> Households,
    int Version
)
{
    /// <summary>What decisions need to know.</summary>
    public MemberFacts Facts => new(Id, Born, Households, CarriedBy);

    /// <summary>The first name; where two of the family have the same, with what tells them apart: «Kari (mor)».</summary>
    public string FirstName { get; init; } = Details.FirstName;

    /// <summary>The whole name, told apart the same way.</summary>
    public string Name { get; init; } = Details.Name;
}

/// <summary>A home and what it is called.</summary>
public sealed record Household(Guid Id, string Label);

/// <summary>
/// Members and homes of a family, as its coordinator reads and writes them. A member is sealed with her own key,
/// what a home is called with the family's.
/// </summary>
public static class Members
{
    private const string Table = "member";

    /// <summary>
    /// The members of the pass's family that the asker may see, eldest first, the unborn last. A member also finds those she knows
    /// by name (<see cref="Relation.KnowsByName"/>): to be shown by first name where something she may see names them, and no more.
    /// </summary>
    public static IReadOnlyList<Member> All(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Seen(
            pass,
            pass.Act,
            new Dictionary<Guid, FamilyFacts> { [pass.Family!.Id] = pass.Family },
            pass.LoadedFamily!.Members
        );
    }

    /// <summary>The same for several families the asker holds, as seen by <paramref name="act"/>, in one round trip.</summary>
    public static async Task<IReadOnlyList<Member>> AllAsync(
        Pass pass,
        Act act,
        IReadOnlyList<FamilyFacts> families,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var byId = families.ToDictionary(f => f.Id);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<MemberRow>(
            new CommandDefinition(
                "select id, family, born, due, carried_by, households, version, body from member where family = any(@ids) and left_at is null",
                new { ids = byId.Keys.ToArray() },
                cancellationToken: cancel
            )
        );
        return Seen(pass, act, byId, rows);
    }

    private static List<Member> Seen(
        Pass pass,
        Act act,
        Dictionary<Guid, FamilyFacts> families,
        IEnumerable<MemberRow> rows
    )
    {
        var seen = rows.Where(r => MaySee(pass, act, families[r.Family], r.Id))
            .Select(r => new Member(
                r.Id,
                r.Family,
                Open(pass, r.Id, r.Body),
                r.Born,
                r.Due,
                r.CarriedBy,
                r.Households,
                r.Version
            ))
            .OrderBy(m => m.Born ?? DateOnly.MaxValue)
            .ThenBy(m => m.Details.Name, Norwegian.Sorting)
            .ToList();
        // Of those a member only knows by name she is told no more than the name.
        return pass.Asker.Kind == AskerKind.Staff ? ToldApart(seen, pass.Today) : seen;
    }

    private static List<Member> ToldApart(List<Member> members, DateOnly today)
    {
        var called = members.ToDictionary(m => m.Id, m => (First: m.Details.FirstName, Whole: m.Details.Name));
        foreach (var family in members.GroupBy(m => m.Family).Select(g => g.ToList()))
        {
            var first = Apart.Names(family, m => m.Details.FirstName, Is, Age);
            var whole = Apart.Names(family, m => m.Details.Name, Is, Age);
            foreach (var (member, i) in family.Select((m, i) => (m, i)))
            {
                called[member.Id] = (first[i], whole[i]);
            }
        }
        return members.Select(m => m with { FirstName = called[m.Id].First, Name = called[m.Id].Whole }).ToList();

        static string Is(Member m) => Words.Of(m.Details);
        string? Age(Member m) => AgeWords.Of(m.Born, m.Due, m.CarriedBy is not null, today);
    }

    /// <summary>The family's homes, by name.</summary>
    public static async Task<IReadOnlyList<Household>> HouseholdsAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(Guid Id, Sealed Body)>(
            new CommandDefinition(
                "select id, body from household where family = @Id",
                new { pass.Family!.Id },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new Household(
                r.Id,
                pass.Ring.Open<string>(r.Body, pass.Family.Id, new Place("household", r.Id))
            ))
            .OrderBy(h => h.Label, Norwegian.Sorting)
            .ToList();
    }

    /// <summary>Writes a new home.</summary>
    /// <param name="label">What it is called; cut at the limit of <see cref="PersonText.NewHome"/>.</param>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Guid> AddHouseholdAsync(Write write, string label, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(label);
        label = label.Trim();
        label = label[..Math.Min(label.Length, PersonTexts.Most(PersonText.NewHome))];
        var family = write.Pass.Family!.Id;
        var home = id ?? write.NewId();
        await write.ExecuteAsync(
            "insert into household (id, family, body) values (@home, @family, @body)",
            new
            {
                home,
                family,
                body = write.Pass.Ring.Seal(label, family, new Place("household", home)),
            }
        );
        write.Touched(home);
        return home;
    }

    /// <summary>Writes a new member and makes her key.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(Write write, MemberDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await CheckAsync(write, draft) is { } refusal)
        {
            return refusal;
        }
        var family = write.Pass.Family!.Id;
        var member = id ?? write.NewId();
        await write.NewKeyAsync(member, family);
        await write.ExecuteAsync(
            """
            insert into member (id, family, born, due, carried_by, households, ident_hash, version, body)
            values (@member, @family, @Born, @Due, @CarriedBy, @households, @ident, 1, @body)
            """,
            Parameters(write, draft, member)
        );
        await MemberVersions.KeepAsync(write, member, MemberVersions.Registered);
        return member;
    }

    /// <summary>Changes a member. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(Write write, Guid member, int version, MemberDraft draft)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await CheckAsync(write, draft, member) is { } refusal)
        {
            return refusal;
        }
        var parameters = Parameters(write, draft, member);
        parameters.Add("version", version);
        var changed = await write.ExecuteAsync(
            """
            update member set born = @Born, due = @Due, carried_by = @CarriedBy, households = @households, ident_hash = @ident, version = version + 1, body = @body
             where id = @member and family = @family and version = @version and left_at is null
            """,
            parameters
        );
        if (changed == 0)
        {
            return new ChangedMeanwhile();
        }
        await MemberVersions.KeepAsync(write, member, MemberVersions.Changed);
        return null;
    }

    /// <summary>
    /// Whether the asker may read what is written about a member of the pass's family, where the member is as
    /// <paramref name="member"/> says: as she stands, or as she stood in an earlier version.
    /// </summary>
    internal static bool MayRead(Pass pass, MemberFacts member)
    {
        var family = pass.Family!;
        return MayRead(
            pass,
            pass.Act,
            family with
            {
                Members = family.Members.Select(m => m.Id == member.Id ? member : m).ToList(),
            },
            member.Id
        );
    }

    /// <summary>Opens what is written about a member, in her row or in a version of it: both are sealed for the same place.</summary>
    internal static MemberDetails Open(Pass pass, Guid member, Sealed body)
    {
        var details = pass.Ring.Open<MemberDetails>(body, member, new Place(Table, member));
        return details with { Reach = details.Reach with { SmsLeaves = pass.Municipality.Sms is not null } };
    }

    private static bool MaySee(Pass pass, Act act, FamilyFacts family, Guid member) =>
        MayRead(pass, act, family, member)
        || (pass.Asker.Kind == AskerKind.Member && Relation.KnowsByName(family, pass.Asker.Id, member, pass.Today));

    // Who is in the family is itself something one may or may not know: adults at home know of each other.
    private static bool MayRead(Pass pass, Act act, FamilyFacts family, Guid member) =>
        pass.May(act, new ItemFacts(Room.Plan, [member], SharedAtHome: true), family);

    private static async Task<MemberRefusal?> CheckAsync(Write write, MemberDraft draft, Guid? self = null)
    {
        var homes = await write.Db.QueryAsync<Guid>(
            "select id from household where family = @Id",
            new { write.Pass.Family!.Id },
            write.Work
        );
        return MemberRules.Check(
            draft,
            write.Pass.Family.Members.Select(m => m.Id).Where(id => id != self).ToList(),
            homes.ToList(),
            write.Pass.Today
        );
    }

    private static DynamicParameters Parameters(Write write, MemberDraft draft, Guid member)
    {
        var details = draft.Details with { Name = draft.Details.Name.Trim() };
        var parameters = new DynamicParameters(
            new
            {
                member,
                family = write.Pass.Family!.Id,
                draft.Born,
                draft.Due,
                draft.CarriedBy,
                households = draft.Households.Distinct().ToArray(),
                ident = details.IdentityNumber is { } number
                    ? KeyedHash.OfIdentity(write.Pass.Municipality.Master, number)
                    : null,
                body = write.Pass.Ring.Seal(details, member, new Place(Table, member)),
            }
        );
        return parameters;
    }
}
