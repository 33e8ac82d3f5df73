using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Demo;
using Flette.Demo.Generator;
using Flette.Demo.Seed;

namespace Flette.Web.Tests.Seed;

public partial class GeneratorTests
{
    private const int Many = 1000;

    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Lazy<IReadOnlyList<GeneratedFamily>> Families = new(() =>
        Enumerable.Range(0, Many).Select(new FamilyGenerator(1, Today).Family).ToList()
    );

    [Fact]
    public void The_same_seed_number_gives_the_same_families_each_by_itself()
    {
        var again = new FamilyGenerator(1, Today);
        foreach (var number in new[] { 999, 0, 417 })
        {
            Assert.Equal(
                JsonSerializer.Serialize(Families.Value[number]),
                JsonSerializer.Serialize(again.Family(number))
            );
        }
        Assert.NotEqual(
            JsonSerializer.Serialize(Families.Value[3]),
            JsonSerializer.Serialize(new FamilyGenerator(2, Today).Family(3))
        );
        Assert.Equal(Many, Families.Value.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public void Families_are_of_many_kinds()
    {
        Assert.All(Families.Value, f => Assert.InRange(Children(f).Count(), 1, 4));
        Assert.All(Families.Value, f => Assert.InRange(f.Homes.Count, 1, 2));
        Assert.All(Families.Value, f => Assert.InRange(f.Team.Count, 4, 9));
        Assert.Equal([1, 2, 3, 4], Families.Value.Select(f => Children(f).Count()).Distinct().Order());
        Assert.Contains(Families.Value, f => f.Homes.Count == 2);
        Assert.Contains(Families.Value, f => f.Members.Any(m => m.Draft.CarriedBy is not null));
        Assert.All(
            Families.Value,
            f => Assert.All(Children(f), c => Assert.Contains(f.Positions, p => p.Child == c.Id))
        );
        Assert.All(
            Families.Value,
            f =>
                Assert.True(
                    f.Appointment.Period.From > Today.AddDays(-60) || f.Meetings.Any(m => m.State == MeetingState.Held)
                )
        );
        Assert.All(
            Families.Value,
            f => Assert.All(f.Calls, c => Assert.InRange(Today.DayNumber - c.Day.DayNumber, 1, 365))
        );
        Assert.All(
            Families.Value,
            f => Assert.All(f.Meetings, m => Assert.Equal(m.State == MeetingState.Held, m.Day < Today))
        );
        Assert.All(Families.Value, f => Assert.True(f.Appointment.Period.From >= f.Registered && f.Registered < Today));
    }

    [Fact]
    public void One_coordinator_has_sixty_and_nobody_has_more()
    {
        var loads = Families.Value.GroupBy(f => f.Appointment.Coordinator).Select(g => g.Count()).ToList();
        Assert.Equal(GeneratedStaff.Most, loads.Max());
        Assert.Single(loads, GeneratedStaff.Most);
        Assert.Equal(
            GeneratedStaff.For(Many).Select(s => s.Id).ToHashSet(),
            Families.Value.Select(f => f.Appointment.Coordinator).ToHashSet()
        );
        Assert.Empty(GeneratedStaff.For(0));
        Assert.Equal(GeneratedStaff.For(Many).Count(), GeneratedStaff.For(Many).Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void Its_names_and_addresses_are_its_own_and_belong_to_nobody()
    {
        var people = CaseFile.All().SelectMany(f => f.Root["members"].List.Concat(f.Root["contacts"].List)).ToList();
        var taken = people.SelectMany(p => p.Text("name").Split(' ', '-')).ToHashSet();
        var names = Families.Value.SelectMany(f =>
            f.Members.Select(m => m.Draft.Details.Name).Concat(f.Team.Select(p => p.Details.Name))
        );
        Assert.Empty(names.SelectMany(n => n.Split(' ', '-')).Where(n => n != "Barnet").Intersect(taken));
        var reach = Families
            .Value.SelectMany(f =>
                f.Members.Select(m => m.Draft.Details.Reach).Concat(f.Team.Select(p => p.Details.Reach))
            )
            .ToList();
        Assert.Empty(reach.Select(r => r.Phone).Intersect(people.Select(p => p["phone"].Value)).OfType<string>());
        Assert.All(reach.Select(r => r.Phone).OfType<string>(), p => Assert.Matches(Invented(), p));
        Assert.All(
            reach.Select(r => r.Email).OfType<string>(),
            m => Assert.True(MailAddresses.Possible(m) && m.EndsWith("@example.no", StringComparison.Ordinal), m)
        );
    }

    [Fact]
    public async Task Generated_families_go_in_beside_the_cases()
    {
        const int some = 64;
        await using var demo = await SeededDemo.AtAsync(Today, new UpOptions(Families: some));
        await using var db = await demo.App.Fjellvik.Database.OpenConnectionAsync(
            TestContext.Current.CancellationToken
        );
        var loads = (
            await db.QueryAsync<(Guid Staff, long Families)>("select staff, count(*) from appointment group by staff")
        ).ToDictionary(r => r.Staff, r => r.Families);
        Assert.Equal(GeneratedStaff.Most, loads[GeneratedStaff.Coordinator(0).Id]);
        Assert.Equal(some - GeneratedStaff.Most, loads[GeneratedStaff.Coordinator(1).Id]);
        var first = new FamilyGenerator(1, Today).Family(0);
        Assert.Equal(
            first.Members.Count,
            await db.ExecuteScalarAsync<int>("select count(*) from member where family = @Id", new { first.Id })
        );
        Assert.Equal(
            first.Team.Count + first.Meetings.Count + first.Calls.Count,
            await db.ExecuteScalarAsync<int>("select count(*) from item where family = @Id", new { first.Id })
        );
        Assert.Equal(
            ["appoint", "change-guardianship", "change-member", "change-participant", "correct-minutes", "log-contact"],
            (
                await db.QueryAsync<string>(
                    "select distinct act from audit where family = @Id and outcome = 'ok'",
                    new { first.Id }
                )
            ).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<GeneratedMember> Children(GeneratedFamily f) =>
        f.Members.Where(m => m.Draft is { Born: not null, Details.Relation: FamilyRelation.Child });

    // 99 99 90 00 – 99 99 99 99.
    [GeneratedRegex(@"\A99 99 9\d \d\d\z", RegexOptions.None, 1000)]
    private static partial Regex Invented();
}
