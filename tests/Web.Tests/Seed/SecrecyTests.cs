using System.Text;
using Dapper;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Demo.Seed;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Seed;

public class SecrecyTests(SeededToday today) : IClassFixture<SeededToday>
{
    private const string Planted = "Plantet Kanarifugl";

    /// <summary>Names, telephones, addresses and words of the cases stand in no column of any table, save those of own staff.</summary>
    [Fact]
    public async Task Nothing_of_the_cases_stands_in_the_clear()
    {
        var demo = today.Demo;
        foreach (var municipality in new[] { demo.App.Fjellvik, demo.App.Sundhavn })
        {
            var files = demo.Files.Where(f => CaseStaff.Municipality(f) == municipality.Key).ToList();
            var open = files.SelectMany(Open).ToList();
            var canaries = files
                .SelectMany(Canaries)
                .Where(c => !open.Exists(o => o.Contains(c, StringComparison.Ordinal)))
                .ToList();
            Assert.InRange(canaries.Count, 60, 2000);
            await using var db = await municipality.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            Assert.Empty(await FoundAsync(db, canaries));
        }
    }

    [Fact]
    public async Task The_search_finds_what_is_planted_as_text_and_as_bytes()
    {
        var demo = today.Demo;
        await using var db = await demo.App.Fjellvik.Database.OpenConnectionAsync(
            TestContext.Current.CancellationToken
        );
        await db.ExecuteAsync(
            "insert into form_key values (gen_random_uuid(), gen_random_uuid(), @Planted, now())",
            new { Planted }
        );
        await db.ExecuteAsync(
            "insert into owner_key values (gen_random_uuid(), 1, gen_random_uuid(), convert_to(@Planted, 'UTF8'))",
            new { Planted }
        );
        Assert.Equal(["form_key.location", "owner_key.wrapped"], await FoundAsync(db, [Planted]));
    }

    private static IEnumerable<string> Canaries(CaseFile file)
    {
        var people = file.Root["members"].List.Concat(file.Root["contacts"].List);
        var meetings = file.Root["meetings"]["past"].List.Concat(file.Root["meetings"]["planned"].List);
        return people
            .SelectMany(p =>
                new[] { p["name"].Value, p["phone"].Value, p["email"].Value, p["about"].Value, p["function"].Value }
            )
            .Concat(file.Root["goals"].List.Select(g => g["words"].Value))
            .Concat(file.Root["whatMatters"].List.Concat(file.Root["plan"]["needs"].List).Select(w => w["text"].Value))
            .Concat(file.Root["measures"].List.SelectMany(m => new[] { m["what"].Value, m["how"].Value }))
            .Concat(meetings.SelectMany(m => new[] { m["summary"].Value, m["place"].Value }))
            .Concat(file.Root["case"]["legalBasis"].Texts.Append(file.Root["case"].Text("title")))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Own staff and organisations stand in the clear by design.</summary>
    private static IEnumerable<string> Open(CaseFile file) =>
        CaseStaff
            .Of(file)
            .SelectMany(s => new[] { s.Name, s.Email, s.Phone })
            .Concat(file.Root["services"].List.Select(s => s["name"].Value))
            .OfType<string>();

    private static async Task<IReadOnlyList<string>> FoundAsync(NpgsqlConnection db, IReadOnlyList<string> canaries)
    {
        var columns = await db.QueryAsync<(string Table, string Column, string Type)>(
            """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
             where c.table_schema = 'public' and c.data_type in ('text', 'character varying', 'bytea', 'jsonb', 'ARRAY')
             order by 1, 2
            """
        );
        var found = new List<string>();
        foreach (var (table, column, type) in columns)
        {
            var read = type == "bytea" ? $"\"{column}\"" : $"convert_to(\"{column}\"::text, 'UTF8')";
            var values = await db.QueryAsync<byte[]>($"select {read} from \"{table}\" where \"{column}\" is not null");
            var needles = canaries.Select(Encoding.UTF8.GetBytes).ToList();
            if (values.Any(v => needles.Exists(n => v.AsSpan().IndexOf(n) >= 0)))
            {
                found.Add($"{table}.{column}");
            }
        }
        return found;
    }
}
