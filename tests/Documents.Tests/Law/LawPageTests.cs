using Flette.Core.Law;
using Flette.Core.Law.Clocks;
using Flette.Core.Law.Deciding;
using Flette.Core.Transitions;
using Flette.Documents.Law;

namespace Flette.Documents.Tests.Law;

/// <summary>docs/law.md: written from the data, and all of it there.</summary>
public sealed class LawPageTests
{
    /// <summary>docs/law.md is what ./flette law writes.</summary>
    [Fact]
    public void The_page_of_the_law_is_the_one_in_docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Flette.slnx")))
        {
            folder = folder.Parent;
        }
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder.FullName, "docs", "law.md")).ReplaceLineEndings("\n"),
            LawPage.Write()
        );
    }

    /// <summary>Each text of the data stands on the page, so that a change of any is a change of the page.</summary>
    [Fact]
    public void Every_text_of_the_law_stands_on_the_page()
    {
        var page = LawPage.Write();
        IEnumerable<string> Of(Clause? clause) =>
            clause is null ? [] : [clause.Says, clause.Basis.Named, clause.Basis.Source.OriginalString];
        var clocks = ClockRules.All.SelectMany(r =>
            new[] { r.Id, r.Title, r.Starts, r.Explains, r.Basis.Named, r.Basis.Source.OriginalString }
                .Concat(new[] { r.Form, r.Body, r.Next, r.Restarts, r.Late }.SelectMany(Of))
                .Concat(r.Exceptions.SelectMany(Of))
        );
        var ages = AgeRules.All.SelectMany(r => Of(new Clause(r.Says, r.Basis)));
        var transitions = TransitionRules.All.SelectMany(r =>
            new[] { r.Id, r.Title, r.Owner, r.Receiver, r.Law.Text }.Concat(
                r.Steps.SelectMany(t => new[] { t.What, t.Who, t.HandOver ?? "" })
            )
        );
        Assert.All(clocks.Concat(ages).Concat(transitions), t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
