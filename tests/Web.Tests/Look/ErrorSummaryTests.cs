using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Look;

/// <summary>The list of refusals above a form: it takes focus, leads to each field and follows the page.</summary>
public class ErrorSummaryTests
{
    [Fact]
    public async Task No_refusal_no_summary() =>
        Assert.Equal("", await Render.Html(new ErrorSummaryTagHelper { ViewContext = Render.View() }));

    [Fact]
    public async Task The_summary_takes_focus_and_leads_to_each_field()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Input.Name", "Skriv hva familien heter.");
        view.ViewData.ModelState.AddModelError("", "Noen andre har lagret imens.");
        var box = await Render.Element(new ErrorSummaryTagHelper { ViewContext = view });
        Assert.Equal("-1", box.GetAttribute("tabindex"));
        Assert.True(box.HasAttribute("autofocus"));
        Assert.Equal("error-summary", box.GetAttribute("aria-labelledby"));
        Assert.Equal("#Input_Name", box.QuerySelector("a")!.GetAttribute("href"));
        Render.Same(
            ["Noen andre har lagret imens.", "Skriv hva familien heter."],
            box.QuerySelectorAll("li").Select(li => li.TextContent)
        );
    }

    [Fact]
    public async Task The_summary_follows_the_order_of_the_page()
    {
        var view = Render.View();
        foreach (var name in new[] { "Due", "Kind", "Name" })
            view.ViewData.ModelState.AddModelError(name, "Se på " + name);
        var given = await Render.Element(new ErrorSummaryTagHelper { Fields = "Name, Kind, Due", ViewContext = view });
        Render.Same(["#Name", "#Kind", "#Due"], given.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));

        var services = new ServiceCollection().AddMvcCore().Services.BuildServiceProvider();
        var data = new ViewDataDictionary(
            services.GetRequiredService<IModelMetadataProvider>(),
            view.ViewData.ModelState
        )
        {
            Model = new Form(),
        };
        var byModel = await Render.Element(
            new ErrorSummaryTagHelper
            {
                ViewContext = new ViewContext
                {
                    ViewData = new ViewDataDictionary<Form>(data),
                    HttpContext = view.HttpContext,
                },
            }
        );
        Render.Same(["#Kind", "#Name", "#Due"], byModel.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
    }

    private sealed class Form
    {
        public string? Kind { get; init; }

        public string? Name { get; init; }

        public DateOnly? Due { get; init; }
    }
}
