using Flette.Core.Words;
using Flette.Web.Features.Shared;

namespace Flette.Web.Tests.Look;

public class TagHelperTests
{
    private static readonly DateOnly Today = Render.Today;

    [Fact]
    public async Task An_icon_is_silent_and_points_into_the_sprite()
    {
        var svg = await Render.Element(new IconTagHelper { Name = "phone", ViewContext = Render.View() });
        Assert.Equal("true", svg.GetAttribute("aria-hidden"));
        Assert.Equal(LookFiles.Url("/img/icons.svg") + "#i-phone", svg.QuerySelector("use")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_that_stands_alone_points_into_itself()
    {
        var view = Render.View(standalone: true);
        var svg = await Render.Element(new IconTagHelper { Name = "phone", ViewContext = view });
        Assert.Equal("#i-phone", svg.QuerySelector("use")!.GetAttribute("href"));
        var sprite = await Render.Element(new SpriteTagHelper { ViewContext = view });
        Assert.NotNull(sprite.QuerySelector("#i-phone"));
        Assert.Equal("true", sprite.GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData(StatusWord.Proposed, "Forslag", "neutral")]
    [InlineData(StatusWord.Open, "Avtalt", "brand2")]
    [InlineData(StatusWord.InProgress, "I gang", "accent")]
    [InlineData(StatusWord.NeedsHelp, "Trenger hjelp", "warning")]
    [InlineData(StatusWord.Done, "Gjort", "success")]
    [InlineData(StatusWord.Declined, "Kan ikke", "neutral")]
    [InlineData(StatusWord.Withdrawn, "Trukket tilbake", "neutral")]
    [InlineData(StatusWord.Waiting, "Venter på svar", "neutral")]
    [InlineData(StatusWord.Unowned, "Ingen har den", "warning")]
    public async Task Each_state_has_a_word_an_icon_and_a_colour(StatusWord state, string word, string colour)
    {
        var tag = await Render.Element(new StatusTagHelper { State = state, ViewContext = Render.View() });
        Assert.Equal(word, tag.TextContent);
        Assert.Equal(colour, tag.GetAttribute("data-color"));
        Assert.NotNull(tag.QuerySelector("svg use"));
        Assert.Equal(state == StatusWord.Proposed, tag.GetAttribute("data-state") is "proposed");
    }

    [Fact]
    public async Task Every_state_has_a_word_in_every_language_and_no_two_look_the_same()
    {
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            var words = Enum.GetValues<StatusWord>().Select(state => LookWords.Status(state, tongue)).ToList();
            Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
        }

        var icons = new List<string>();
        foreach (var state in Enum.GetValues<StatusWord>())
            icons.Add(
                (await Render.Element(new StatusTagHelper { State = state }))
                    .QuerySelector("use")!
                    .GetAttribute("href")!
            );
        Assert.Equal(icons.Count, icons.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_closer_word_replaces_the_word_of_the_state()
    {
        var tag = await Render.Element(
            new StatusTagHelper
            {
                State = StatusWord.Declined,
                Icon = "move",
                ViewContext = Render.View(),
            },
            "Ønsker ny tid",
            ("class", "mine")
        );
        Assert.Equal("Ønsker ny tid", tag.TextContent);
        Assert.EndsWith("#i-move", tag.QuerySelector("use")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("ds-tag fl-status mine", tag.ClassName);
    }

    [Fact]
    public async Task A_date_is_said_as_people_say_it()
    {
        var html = await Render.Html(new DateTagHelper { Day = new(2026, 12, 4), ViewContext = Render.View() });
        Assert.Equal(
            "<time datetime=\"2026-12-04\">fredag 4.\u00a0desember</time><span class=\"fl-muted\">, om\u00a02\u00a0uker</span>",
            html.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_meeting_says_its_hours()
    {
        var time = await Render.Element(
            new DateTagHelper
            {
                Day = new(2026, 11, 26),
                From = new(12, 30),
                To = new(14, 0),
                Form = DateForm.WithDay,
                Capital = true,
                ViewContext = Render.View(),
            }
        );
        Assert.Equal("Torsdag 26.\u00a0november kl.\u00a012.30–14.00", time.TextContent);
        Assert.Equal("2026-11-26T12:30", time.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_date_without_a_today_is_a_mistake_of_the_page() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Render.Html(new DateTagHelper { Day = Today }));

    [Fact]
    public async Task A_thread_says_who_has_it_whom_it_waits_for_and_what_comes()
    {
        var dl = await Render.Element(
            new ThreadTagHelper
            {
                Holder = "Ivar",
                HolderRole = "ergoterapeuten",
                Awaits = "Hjelpemiddelsentralen",
                Since = new(2026, 9, 28),
                Next = "Solveig ringer dem mandag",
                ViewContext = Render.View(),
            }
        );
        Assert.Equal("dl", dl.LocalName);
        Render.Same(
            [
                "Ivar, ergoterapeuten, har den",
                "Venter på Hjelpemiddelsentralen siden 28.\u00a0september",
                "Solveig ringer dem mandag",
            ],
            dl.QuerySelectorAll("dd").Select(dd => dd.TextContent)
        );
        Assert.All(dl.QuerySelectorAll("dt"), dt => Assert.Equal("ds-sr-only", dt.ClassName));
    }

    [Fact]
    public async Task A_thread_nobody_has_says_so()
    {
        var dl = await Render.Element(new ThreadTagHelper { ViewContext = Render.View() });
        Assert.Equal("Ingen har den ennå", dl.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task Text_from_people_is_encoded_everywhere()
    {
        const string Evil = "<img src=x onerror=alert(1)>\"'&";
        var view = Render.View();
        string[] pages =
        [
            await Render.Html(
                new ThreadTagHelper
                {
                    Holder = Evil,
                    HolderRole = Evil,
                    Awaits = Evil,
                    Next = Evil,
                    ViewContext = view,
                }
            ),
            await Render.Html(
                new OwnWordsTagHelper
                {
                    Who = Evil,
                    How = Evil,
                    ViewContext = view,
                }
            ),
            await Render.Html(
                new ScaleTagHelper
                {
                    By = Evil,
                    Values = [new(Today, 3)],
                    ViewContext = view,
                }
            ),
            await Render.Html(new TableTagHelper { Caption = Evil, Columns = [Evil] }),
        ];
        Assert.All(pages, html => Assert.Empty(Render.Parse(html).QuerySelectorAll("img")));
    }

    [Fact]
    public async Task Own_words_are_a_quote_with_name_day_and_way()
    {
        var block = await Render.Element(
            new OwnWordsTagHelper
            {
                Who = "Oda",
                When = new(2026, 11, 12),
                How = "med bildekort hjemme",
                Large = true,
                ViewContext = Render.View(),
            },
            "Svømme."
        );
        Assert.Equal("Svømme.", block.QuerySelector("blockquote > p")!.TextContent);
        Assert.Equal(
            "Oda, 12.\u00a0november, med bildekort hjemme",
            block.QuerySelector(".fl-own-words__who")!.TextContent
        );
        Assert.Equal("fl-own-words fl-own-words--large", block.ClassName);
    }

    [Fact]
    public async Task The_scale_says_the_same_in_words()
    {
        var body = Render.Parse(
            await Render.Html(
                new ScaleTagHelper
                {
                    By = "Oda",
                    Values = [new(new(2026, 4, 21), 3), new(new(2026, 8, 18), 4), new(new(2026, 11, 12), 6)],
                    ViewContext = Render.View(),
                }
            )
        );
        Assert.Equal("Oda satte 3 i april, 4 i august og 6 nå", body.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(
            "Oda satte det 12.\u00a0november. Startet på 3",
            body.QuerySelector(".fl-scale__note")!.TextContent
        );
        Render.Same(["97.6", "75.2", "142.4"], body.QuerySelectorAll("circle").Select(one => one.GetAttribute("cx")!));
        Assert.Equal("6", body.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task A_scale_nobody_has_set_is_not_drawn() =>
        Assert.Equal(
            "",
            await Render.Html(
                new ScaleTagHelper
                {
                    By = "Oda",
                    Values = [],
                    ViewContext = Render.View(),
                }
            )
        );

    [Fact]
    public async Task Who_sees_has_a_lock_only_when_locked()
    {
        var open = await Render.Html(new WhoSeesTagHelper { ViewContext = Render.View() }, "Bare Solveig får det.");
        var locked = await Render.Html(
            new WhoSeesTagHelper { Locked = true, ViewContext = Render.View() },
            "Bare du leser det."
        );
        Assert.Contains("#i-eye", open, StringComparison.Ordinal);
        Assert.Contains("#i-lock", locked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_keeps_its_roles_and_its_headings_when_it_folds()
    {
        var items = new Dictionary<object, object>();
        var columns = new[] { "Avtale", "Har den", "Status" };
        await Render.Html(new TableTagHelper { Caption = "Avtaler", Columns = columns }, "", items);
        await Render.Html(new RowTagHelper(), "", items);
        var cells =
            await Render.Html(new RowHeadTagHelper(), "Ringer om rampen", items)
            + await Render.Html(new CellTagHelper(), "Solveig", items)
            + await Render.Html(new CellTagHelper { Bare = true }, "Gjort", items);
        var row = Render.Parse($"<table><tr>{cells}</tr></table>").QuerySelector("tr")!;
        Render.Same(["rowheader", "cell", "cell"], row.Children.Select(cell => cell.GetAttribute("role")!));
        Render.Same(["", "Har den", ""], row.Children.Select(cell => cell.GetAttribute("data-label") ?? ""));

        var table = await Render.Element(
            new TableTagHelper { Caption = "Avtaler", Columns = columns },
            $"<tr>{cells}</tr>"
        );
        Assert.Equal("Avtaler", table.QuerySelector("caption")!.TextContent);
        Render.Same(columns, table.QuerySelectorAll("thead th[scope=col]").Select(cell => cell.TextContent));
        Assert.Equal("Solveig", table.QuerySelector("tbody[role=rowgroup] td")!.TextContent);
    }

    [Fact]
    public async Task A_key_inside_a_button_is_not_part_of_its_name()
    {
        Assert.Equal("<kbd class=\"fl-key\">A</kbd>", await Render.Html(new KeyTagHelper(), "A"));
        Assert.Equal(
            "<kbd class=\"fl-key\" aria-hidden=\"true\">A</kbd>",
            await Render.Html(new KeyTagHelper { Quiet = true }, "A")
        );
    }
}
