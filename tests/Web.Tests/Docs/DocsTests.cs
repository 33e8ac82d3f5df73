using System.Collections;
using System.Xml.Linq;
using Flette.Kit;
using Flette.Web.Hosting;
using Flette.Web.Hosting.Settings;

namespace Flette.Web.Tests.Docs;

/// <summary>The pages of docs that are written from the program stand as the program would write them.</summary>
public sealed class DocsTests
{
    [Fact]
    public async Task The_page_of_the_configuration_is_the_one_in_docs()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(FletteOptions).Assembly.Location, "xml"));
        var page = ConfigPage.Write(documentation);
        // Whoever changes a setting finds the new page here.
        await File.WriteAllTextAsync(Written("config.md"), page, TestContext.Current.CancellationToken);
        var standing = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root(), "docs", "config.md"),
            TestContext.Current.CancellationToken
        );
        Assert.True(
            standing.ReplaceLineEndings("\n") == page,
            $"docs/config.md is another than the program's: cp '{Written("config.md")}' docs/config.md"
        );
        Assert.DoesNotContain("|  |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_of_a_configuration_has_nothing_misspelt_and_lacks_only_its_files()
    {
        var sample = Path.Combine(Repository.Root(), "deploy", "flette.sample.json");
        var (options, errors) = SettingsFile.Read(sample, new Hashtable());
        Assert.Equal(2, Assert.Single(options.Municipalities).SignIn.Count);
        Assert.All(errors, e => Assert.Contains("is missing", e, StringComparison.Ordinal));
        Assert.All(errors, e => Assert.Contains("The file /etc/flette/", e, StringComparison.Ordinal));
    }

    private static string Written(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root(), "artifacts", "docs"));
        return Path.Combine(folder.FullName, name);
    }
}
