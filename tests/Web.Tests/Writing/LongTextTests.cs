using AngleSharp.Html.Dom;
using Flette.Kit;

namespace Flette.Web.Tests.Writing;

/// <summary>Every field of every form has an end: a text no field asks for is not stored, and no day or number beyond reason.</summary>
public sealed class LongTextTests(EveryoneApp everyone) : IClassFixture<EveryoneApp>
{
    private const int Characters = 100_000;

    /// <summary>Pasted minutes: the import has its own limit, and says so itself.</summary>
    private const string Paste = "Text";

    // Other characters all the way: what is stored may be packed.
    private static readonly string Long = string.Concat(
        Enumerable.Range(0, Characters / 10).Select(i => $"{i * 7919L % 1_000_000_007:D9} ")
    );

    private static readonly string Minutes = string.Concat(
        Enumerable.Repeat("Vi snakket om turen og hva hver av oss tar med.\n", Characters / 48)
    );

    [Fact]
    public async Task No_field_of_any_form_takes_what_it_does_not_ask_for()
    {
        var tried = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reader in new[] { "link", "mother", "coordinator", "officer" })
        {
            var browser = everyone.Readers[reader];
            foreach (var address in everyone.Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                var forms = page.PostedForms().ToList();
                for (var i = 0; i < forms.Count; i++)
                {
                    foreach (var field in forms[i].Sent().Select(f => f.Name).Distinct().ToList())
                    {
                        if (Typed(page, field) is { } what && tried.Add($"{address.Template} {i} {field}"))
                        {
                            await TryAsync(browser, address.Path, i, field, what);
                        }
                    }
                }
            }
        }
        // The test is about as many fields as there are: else it has stopped finding them.
        Assert.True(tried.Count > 60, string.Join('\n', tried));
    }

    private async Task TryAsync(Browserless browser, string path, int number, string field, string what)
    {
        var where = $"{path} {number} {field}";
        // A fresh page each time, with keys of its own.
        var form = (await browser.OpenAsync(path)).PostedForms().ElementAt(number);
        form.FillAll(kind => kind is "text" or "textarea" ? "Ord" : null);
        form.Set(field, field == Paste ? Minutes : Wrong(what));
        var answer = await browser.SendAsync(form.Request());
        Assert.True((int)answer.Status is < 500 and not 413, $"{where}: {answer.Status}");
        if (what is "date" or "number")
        {
            // 307: sent on as it is, to the page that decides on it.
            Assert.True((int)answer.Status is 200 or 307 or >= 400, $"{where} was taken");
        }
        else if (field != Paste)
        {
            if ((int)answer.Status == 200)
            {
                Assert.True(answer.Html.Contains(Long[..1000], StringComparison.Ordinal), $"{where} is not given back");
            }
            Assert.True(await LongestAsync() < Characters, $"{where} was stored");
        }
    }

    private static string Wrong(string what) =>
        what switch
        {
            "date" => "9999-12-31",
            "number" => "-99999",
            _ => Long,
        };

    /// <summary>What is typed in a field, or null where nothing is. A text field says itself how much it takes.</summary>
    private static string? Typed(Page page, string field)
    {
        var element = page.Document.All.FirstOrDefault(e => e.GetAttribute("name") == field);
        var what = element switch
        {
            IHtmlTextAreaElement => "textarea",
            IHtmlInputElement { Type: "text" or "email" or "tel" or "date" or "number" } input => input.Type,
            _ => null,
        };
        Assert.True(
            what is null or "date" or "number" || field == Paste || element!.HasAttribute("maxlength"),
            $"{page.Address} {field} says nothing of how much it takes"
        );
        return what;
    }

    /// <summary>The longest sealed text of all tables but the documents taken in.</summary>
    private Task<int> LongestAsync() =>
        everyone.App.ScalarAsync<int>(
            everyone.Fjellvik,
            """
            select max(octet_length(body)) from (
              select body from item where kind <> 'minutes' union all select v.body from item_version v join item i on i.id = v.item and i.kind <> 'minutes'
              union all select body from member union all select body from member_version union all select body from household
              union all select body from appointment union all select body from link union all select body from outbox
              union all select body from family union all select body from consent) t
            """
        );
}
