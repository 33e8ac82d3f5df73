using System.Text;
using Flette.Core.Access;
using Flette.Documents.Docx;
using Flette.Web.Access;
using Flette.Web.Data;
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

    /// <summary>Names in the address a draft that was just thrown away.</summary>
    public const string DiscardedParameter = "kastet";

    /// <summary>A draft that was just thrown away.</summary>
    [BindProperty(SupportsGet = true, Name = DiscardedParameter)]
    public Guid? Thrown { get; set; }

    /// <summary>The version an undo is offered of; null when nothing was thrown away.</summary>
    public int? Fresh { get; private set; }

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        if (Thrown is { } id)
        {
            Fresh = (await Visible.ItemsAsync(Pass, Gone, ItemKinds.Minutes))
                .FirstOrDefault(i => i.Row.Id == id && i.Row.State == MinutesBook.Discarded)
                ?.Row.Version;
        }
    }

    /// <summary>Brings back a draft that was thrown away.</summary>
    [Does(Act.CorrectMinutes)]
    [Limited(Limit.Upload)]
    public Task<IActionResult> OnPostRestoreAsync() =>
        WriteAsync(
            async write =>
                await MinutesBook.RestoreAsync(write, Thrown ?? Guid.Empty, Version) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/referat/{Thrown}"),
            Again
        );

    [Does(Act.ImportMinutes)]
    [Limited(Limit.Upload)]
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
                return Written.To($"/f/{Pass.Family!.Id}/referat/{minutes}?nytt=true");
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
