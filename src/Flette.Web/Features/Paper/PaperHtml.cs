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
    private const string Template = "/Features/Paper/_Sheet.cshtml";
    private const string Failed = "/Features/Paper/_NoPdf.cshtml";

    /// <summary>Without names: what a file is called stands in lists others see.</summary>
    private const string FileName = "plan.pdf";

    /// <summary>
    /// The page for printing, or the PDF; when none could be made, a page that says what to do instead. The database is not asked
    /// any more by now.
    /// </summary>
    public async Task<IActionResult> AnswerAsync(PageContext context, Sheet sheet, bool pdf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!pdf)
        {
            return new PartialViewResult { ViewName = Template, ViewData = Data(sheet, standalone: false) };
        }
        var made = await printer.PdfAsync(await HtmlAsync(context, Data(sheet, standalone: true)), cancel);
        return made.Refusal is null
            ? new FileContentResult(made.Value, "application/pdf") { FileDownloadName = FileName }
            : new PartialViewResult
            {
                ViewName = Failed,
                ViewData = Data(sheet, standalone: false),
                StatusCode = StatusCodes.Status503ServiceUnavailable,
            };
    }

    private async Task<string> HtmlAsync(ActionContext context, ViewDataDictionary data)
    {
        var view = views.GetView(executingFilePath: null, Template, isMainPage: false).View!;
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

    private static ViewDataDictionary<Sheet> Data(Sheet sheet, bool standalone)
    {
        var data = new ViewDataDictionary<Sheet>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = sheet,
        };
        data.SetChrome(sheet.Chrome with { Standalone = standalone });
        return data;
    }
}
