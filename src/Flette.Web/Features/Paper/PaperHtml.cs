using Flette.Core;
using Flette.Web.Features.Shared;
using Flette.Web.Print;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Flette.Web.Features.Paper;

/// <summary>One template for the page for printing and for the PDF.</summary>
public sealed class PaperHtml(IRazorViewEngine views, ITempDataDictionaryFactory temporary, IPdfPrinter printer)
{
    private const string Failed = "/Features/Paper/_NoPdf.cshtml";

    /// <summary>A sheet with its frame: the plan, or minutes.</summary>
    public Task<IActionResult> AnswerAsync(PageContext context, PaperSheet sheet, bool pdf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return AnswerAsync(
            context,
            new Printed<PaperSheet>(sheet.Template, Failed, sheet.FileName, sheet, sheet.Chrome),
            pdf,
            cancel
        );
    }

    /// <summary>
    /// The page for printing, or the PDF; when none could be made, a page that says what to do instead. The database is not asked
    /// any more by now.
    /// </summary>
    public async Task<IActionResult> AnswerAsync<T>(
        PageContext context,
        Printed<T> printed,
        bool pdf,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(printed);
        if (!pdf)
        {
            return new PartialViewResult { ViewName = printed.Template, ViewData = Data(printed, standalone: false) };
        }
        var made = await printer.PdfAsync(
            await HtmlAsync(context, printed.Template, Data(printed, standalone: true)),
            cancel
        );
        return made.Refusal is null
            ? new FileContentResult(made.Value, "application/pdf") { FileDownloadName = printed.FileName }
            : new PartialViewResult
            {
                ViewName = printed.Failed,
                ViewData = Data(printed, standalone: false),
                StatusCode = StatusCodes.Status503ServiceUnavailable,
            };
    }

    private async Task<string> HtmlAsync(ActionContext context, string template, ViewDataDictionary data)
    {
        var view = views.GetView(executingFilePath: null, template, isMainPage: false).View!;
        await using var html = new StringWriter();
        await view.RenderAsync(
            new ViewContext(
                context,
                view,
                data,
                temporary.GetTempData(context.HttpContext),
                html,
                new HtmlHelperOptions()
            )
        );
        return html.ToString();
    }

    private static ViewDataDictionary<T> Data<T>(Printed<T> printed, bool standalone)
    {
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = printed.Model,
        };
        data.SetChrome(printed.Chrome with { Standalone = standalone });
        return data;
    }
}

/// <summary>Something to be printed.</summary>
/// <param name="Template">The view it is made by.</param>
/// <param name="Failed">The view that says that no PDF could be made.</param>
/// <param name="FileName">Without names: it stands in lists others see.</param>
public sealed record Printed<T>(string Template, string Failed, string FileName, T Model, Chrome Chrome);
