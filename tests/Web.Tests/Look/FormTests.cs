using Flette.Core.Words;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Look;

public class FormTests
{
    private static ModelExpression For(string name, object? model)
    {
        var provider = new EmptyModelMetadataProvider();
        return new(name, provider.GetModelExplorerForType(model?.GetType() ?? typeof(string), model));
    }

    [Fact]
    public async Task A_field_is_label_description_and_control()
    {
        var div = await Render.Element(
            new FieldTagHelper
            {
                For = For("Input.Name", "Nordli"),
                Label = "Hva heter familien?",
                Description = "Etternavnet er nok.",
                ViewContext = Render.View(),
            },
            "",
            ("autocomplete", "off"),
            ("data-key", "n")
        );
        var input = div.QuerySelector("input")!;
        Assert.Equal("ds-field", div.ClassName);
        Assert.Equal("Input_Name", div.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Input_Name", input.Id);
        Assert.Equal("Input.Name", input.GetAttribute("name"));
        Assert.Equal("Nordli", input.GetAttribute("value"));
        Assert.Equal("Input_Name-about", input.GetAttribute("aria-describedby"));
        Assert.Equal("Etternavnet er nok.", div.QuerySelector("#Input_Name-about")!.TextContent);
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.Equal("n", input.GetAttribute("data-key"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_refusal_stands_by_the_field_and_what_was_typed_stays()
    {
        var view = Render.View();
        view.ViewData.ModelState.SetModelValue("Input.Due", "i går", "i går");
        view.ViewData.ModelState.AddModelError("Input.Due", "Skriv en dato, for eksempel 4. desember.");
        var div = await Render.Element(
            new FieldTagHelper
            {
                For = For("Input.Due", new DateOnly(2026, 12, 4)),
                Label = "Frist",
                Description = "Når skal det være gjort?",
                Kind = FieldKind.Date,
                ViewContext = view,
            }
        );
        var input = div.QuerySelector("input")!;
        Assert.Equal("i går", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Input_Due-about Input_Due-error", input.GetAttribute("aria-describedby"));
        Assert.Equal(
            "Skriv en dato, for eksempel 4. desember.",
            div.QuerySelector("p.ds-validation-message#Input_Due-error")!.TextContent
        );
    }

    [Theory]
    [InlineData("\nførste linje er tom\n</textarea><script>")]
    [InlineData("«Løft når farmor passer Oda»\r\n  innrykk\r\n")]
    public async Task Long_text_comes_back_letter_by_letter(string text)
    {
        var html = await Render.Html(
            new FieldTagHelper
            {
                Name = "text",
                Value = text,
                Label = "Referatet",
                Kind = FieldKind.Multiline,
                ViewContext = Render.View(),
            }
        );
        var area = Render.Parse(html).QuerySelector("textarea")!;
        Assert.Equal(text.ReplaceLineEndings("\n"), area.TextContent.ReplaceLineEndings("\n"));
        Assert.Empty(Render.Parse(html).QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_list_marks_the_chosen_one_and_offers_an_empty_one()
    {
        var div = await Render.Element(
            new FieldTagHelper
            {
                Name = "kind",
                Value = "b",
                Label = "Type",
                Kind = FieldKind.Select,
                Optional = true,
                Options = [new("a", "Koordinator"), new("b", "Barnekoordinator")],
                ViewContext = Render.View(),
            }
        );
        Render.Same(
            ["Velg", "Koordinator", "Barnekoordinator"],
            div.QuerySelectorAll("option").Select(one => one.TextContent)
        );
        Assert.Equal("b", div.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("Type (valgfritt)", div.QuerySelector("label")!.TextContent);
    }

    [Fact]
    public async Task A_checkbox_stands_before_its_words()
    {
        var div = await Render.Element(
            new FieldTagHelper
            {
                For = For("Delegated", true),
                Label = "Delegeringsvedtak finnes",
                Kind = FieldKind.Checkbox,
                ViewContext = Render.View(),
            }
        );
        Render.Same(["input", "label"], div.Children.Select(one => one.LocalName));
        Assert.True(div.QuerySelector("input")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Choices_are_a_group_with_a_legend_and_the_first_one_carries_the_name()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Kind", "Velg hva slags koordinator.");
        var set = await Render.Element(
            new ChoicesTagHelper
            {
                For = For("Kind", null),
                Label = "Hva slags koordinator?",
                Options = [new("k", "Koordinator"), new("b", "Barnekoordinator", "For hele familien, til 18 år")],
                ViewContext = view,
            }
        );
        Assert.Equal("fieldset", set.LocalName);
        Assert.Equal("Hva slags koordinator?", set.QuerySelector("legend")!.TextContent);
        Assert.Equal("Kind-error", set.GetAttribute("aria-describedby"));
        Render.Same(["Kind", "Kind-1"], set.QuerySelectorAll("input").Select(one => one.Id!));
        Assert.Equal("Kind-1-about", set.QuerySelector("#Kind-1")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Several_choices_are_ticked_from_the_model_and_from_what_was_posted()
    {
        FieldOption[] topics = [new("health", "Helse"), new("school", "Skole"), new("home", "Bolig")];
        var fromModel = await Render.Element(
            new ChoicesTagHelper
            {
                For = For("Topics", new List<string> { "health", "home" }),
                Label = "Tema",
                Many = true,
                Options = topics,
                ViewContext = Render.View(),
            }
        );
        Render.Same(
            ["health", "home"],
            fromModel.QuerySelectorAll("input[checked]").Select(one => one.GetAttribute("value")!)
        );

        var view = Render.View();
        view.ViewData.ModelState.SetModelValue("Topics", new[] { "school" }, "school");
        var posted = await Render.Element(
            new ChoicesTagHelper
            {
                For = For("Topics", new List<string> { "health" }),
                Label = "Tema",
                Many = true,
                Options = topics,
                ViewContext = view,
            }
        );
        Render.Same(["school"], posted.QuerySelectorAll("input[checked]").Select(one => one.GetAttribute("value")!));
    }

    [Fact]
    public async Task What_the_page_did_not_give_is_not_written()
    {
        var field = await Render.Element(
            new FieldTagHelper
            {
                For = For("Name", "Nordli"),
                Value = "",
                Error = "",
                Description = "",
                Label = "Navn",
                ViewContext = Render.View(),
            }
        );
        Assert.Equal("Nordli", field.QuerySelector("input")!.GetAttribute("value"));
        Assert.Empty(field.QuerySelectorAll("p"));
        Assert.False(field.QuerySelector("input")!.HasAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Answers_are_buttons_that_post_and_only_a_given_one_is_pressed()
    {
        var items = new Dictionary<object, object>();
        await Render.Html(new AnswersTagHelper { Four = true }, "", items);
        var plain = Render
            .Parse(await Render.Html(new AnswerTagHelper { Value = "done", Icon = "check" }, "Gjort", items))
            .FirstElementChild!;
        Assert.Equal(
            ("button", "answer", "done"),
            (plain.LocalName, plain.GetAttribute("name"), plain.GetAttribute("value"))
        );
        Assert.False(plain.HasAttribute("aria-pressed"));

        await Render.Html(new AnswersTagHelper { Given = "done" }, "", items);
        var done = await Render.Html(new AnswerTagHelper { Value = "done", Icon = "check" }, "Gjort", items);
        var other = await Render.Html(new AnswerTagHelper { Value = "cannot", Icon = "return" }, "Kan ikke", items);
        Assert.Equal("true", Render.Parse(done).FirstElementChild!.GetAttribute("aria-pressed"));
        Assert.Equal("false", Render.Parse(other).FirstElementChild!.GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task Undo_is_a_real_form_with_a_token_in_a_polite_bar()
    {
        var view = Render.View();
        var bar = await Render.Element(
            new UndoTagHelper(new OneToken())
            {
                Text = "Samtalen er lagret",
                Action = "/familier/7/samtaler/angre",
                ViewContext = view,
            },
            "<input type=\"hidden\" name=\"version\" value=\"3\">"
        );
        var form = bar.QuerySelector("form")!;
        Assert.Equal("status", bar.GetAttribute("role"));
        Assert.Equal(
            ("post", "/familier/7/samtaler/angre"),
            (form.GetAttribute("method"), form.GetAttribute("action"))
        );
        Render.Same(["token", "version"], form.QuerySelectorAll("input").Select(one => one.GetAttribute("name")!));
        Assert.Equal("Angre", form.QuerySelector("button")!.TextContent);

        var told = await Render.Element(new UndoTagHelper(new OneToken()) { Text = "Sendt", ViewContext = view });
        Assert.Null(told.QuerySelector("form"));
    }

    [Fact]
    public void The_words_of_a_form_exist_in_all_three_languages()
    {
        foreach (
            var word in new Func<Tongue, string>[]
            {
                LookWords.ErrorSummary,
                LookWords.Optional,
                LookWords.SkipLink,
                LookWords.Urgent,
            }
        )
            Assert.Equal(3, Enum.GetValues<Tongue>().Select(word).Distinct(StringComparer.Ordinal).Count());
    }

    private sealed class OneToken : IAntiforgery
    {
        private static readonly AntiforgeryTokenSet Tokens = new("request", "cookie", "token", "header");

        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => Tokens;

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => Tokens;

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);

        public void SetCookieTokenAndHeader(HttpContext httpContext) { }

        public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;
    }
}
