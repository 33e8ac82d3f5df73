using System.Net;
using System.Text.RegularExpressions;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Writing;

/// <summary>Many who save at the same time wait for each other's writes, never for each other's connections.</summary>
public sealed partial class ManyAtOnceTests
{
    private const int Many = 24;

    /// <summary>Where connections are taken. A page or a book reads over its pass, which gives it that of the write under way.</summary>
    private static readonly string[] Takers =
    [
        "Access/FactsLoader.cs",
        "Access/Guard.cs",
        "Access/Pass.cs",
        "Access/Sessions.cs",
        "Access/Write.cs",
        "Audit/AuditLog.cs",
        "Audit/Sealing/AuditCommand.cs",
        "Audit/Sealing/Sealer.cs",
        "Audit/Sealing/Seals.cs",
        "Data/Migrator.cs",
        "Delivery/Dispatch.cs",
        "Delivery/Inbound/ReplyIntake.cs",
        "Features/FollowUp/Reminding.cs",
        "Hosting/Health.cs",
        "Operating/BackupCommand.cs",
        "Operating/Keys/KeyRotation.cs",
        "Operating/MigrateCommand.cs",
        "Operating/RestoreCommand.cs",
        "Operating/StaffCommand.cs",
        "SignIn/People.cs",
        "SignIn/SignIns.cs",
    ];

    [Fact]
    public async Task All_who_save_in_one_family_are_answered_and_so_is_another_family()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var (family, other) = (await world.FamilyAsync("Travel"), await world.FamilyAsync("Rolig"));
        var child = await family.MemberAsync("Oda Travel", FamilyRelation.Child, 9);
        var agreements = new List<Guid>();
        for (var i = 0; i < Many; i++)
        {
            agreements.Add(await family.AgreementAsync($"Avtale {i}", [child], family.Coordinator));
        }
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var elsewhere = await app.StaffAsync(app.Fjellvik, other.Coordinator);
        var forms = new List<Form>();
        foreach (var agreement in agreements)
        {
            var page = await coordinator.OpenAsync($"/f/{family.Id}/avtale/{agreement}");
            forms.Add(page.Form("Lagre avtalen").Fill("Hva skal gjøres?", $"Endret {agreement}"));
        }
        // The family's row is held until all of them have come and the other family has been answered.
        Page[] saved;
        await using (var db = await app.ConnectAsync(app.Fjellvik))
        {
            await using var work = await db.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Dapper.SqlMapper.ExecuteAsync(
                db,
                "select 1 from family where id = @Id for update",
                new { family.Id },
                work
            );
            var saving = forms.Select(f => coordinator.SendAsync(f.Request())).ToList();
            Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync($"/f/{other.Id}")).Status);
            Assert.All(saving, s => Assert.False(s.IsCompleted));
            await work.CommitAsync(TestContext.Current.CancellationToken);
            saved = await Task.WhenAll(saving);
        }
        Assert.All(saved, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        Assert.Equal(
            Many,
            await app.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from item where id = any(@ids) and version = 2",
                new { ids = agreements.ToArray() }
            )
        );
    }

    [Fact]
    public void Connections_are_taken_in_few_places_and_never_by_a_page_or_a_book()
    {
        var source = Path.Combine(Repository.Root(), "src", "Flette.Web");
        var found = Directory
            .EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(source, f))
            .Where(f =>
                !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal)
            )
            .Where(f => Taking().IsMatch(File.ReadAllText(Path.Combine(source, f))))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Takers, found);
    }

    [GeneratedRegex(@"\b(OpenConnectionAsync|OpenConnection|CreateConnection|CreateCommand|CreateBatch)\s*\(")]
    private static partial Regex Taking();
}
