using System.Text;
using Flette.Core.Access;
using Flette.Documents.Docx;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Hosting.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Minutes;

/// <summary>Old minutes in: paste the text, or drop a document. Nothing is sent to anyone.</summary>
[TakesDocument((int)ImportLimits.PackedBytes)]
public sealed class NewModel : DeskPage
{
    private const int LongestFileName = 200;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string FamilyName => Pass.FamilyName;

    [Does(Act.SeeFamily)]
    public void OnGet() { }

    [Does(Act.ImportMinutes)]
    public async Task<IActionResult> OnPostAsync()
    {
        var file = Upload is SentFile { Length: > 0 } sent ? sent : null;
        if (file is { Content: null })
        {
            return Again(new NotTakenIn(new ImportRefusal.TooLargePacked(file.Length), Pasted: false));
        }
        var bytes = file?.Content ?? Encoding.UTF8.GetBytes(Text ?? "");
        var outcome = file is null
            ? DocumentImport.FromText(Text ?? "", Today)
            : DocumentImport.FromBytes(bytes, Today);
        if (outcome is ImportOutcome.Refused refused)
        {
            return Again(new NotTakenIn(refused.Reason, Pasted: file is null));
        }
        var imported = (ImportOutcome.Imported)outcome;
        var family = AroundMinutes.OfMembers(Members.All(Pass));
        return await WriteAsync(
            async write =>
            {
                var name =
                    file is null ? null
                    : Path.GetFileName(file.FileName) is { Length: > 0 and <= LongestFileName } n ? n
                    : "dokument";
                var minutes = await MinutesBook.ImportAsync(
                    write,
                    bytes,
                    name,
                    imported.Document,
                    imported.Reading,
                    family
                );
                return Written.To($"/f/{Pass.Family!.Id}/referat/{minutes}");
            },
            Again
        );
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(Core.Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }
}
