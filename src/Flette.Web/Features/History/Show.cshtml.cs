using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>One version, told.</summary>
/// <param name="Change">What was done.</param>
/// <param name="By">Who did it; empty when the asker may not know.</param>
/// <param name="Fields">All fields of the first version, and what differs in later ones, with what stood before.</param>
public sealed record ToldVersion(string Change, string By, DateTimeOffset At, IReadOnlyList<ConflictLine> Fields);

/// <summary>How something came to be: each version the asker may see, newest first, and undo.</summary>
public sealed class ShowModel : DeskPage
{
    private string _kind = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    public bool MayUndo { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeePlan)]
    public async Task<IActionResult> OnGetAsync(Guid item)
    {
        // The family's own face of the plan is a page of its own; this one is the desk's.
        return Pass.Asker.Kind == AskerKind.Staff && await LoadAsync(item) ? Page() : NotFound();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostUndoAsync(Guid item)
    {
        var seen = Version;
        if (!await LoadAsync(item))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await Undoing.RunAsync(write, _kind, item, seen, Gone) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/historikk/{item}"),
            refusal =>
            {
                var (_, text) = Plans.Words.Of(refusal);
                ModelState.AddModelError("", text);
                return Page();
            }
        );
    }

    private async Task<bool> LoadAsync(Guid item)
    {
        var versions = await Visible.VersionsAsync(Pass, item, Gone);
        if (versions.Count == 0)
        {
            return false;
        }
        var people = await People.LoadAsync(Pass, Gone);
        var staff = await Staff.NamesAsync(Pass, Gone);
        var last = versions[^1].Row;
        (_kind, Title, Version) = (last.Kind, Told.Kind(last.Kind), last.Version);
        MayUndo =
            Undoing.Can(_kind)
            && AccessDecisions.Decide(Act.ChangePlan, Pass.With(last.ToFacts())).Allowed
            && Undo.Target([.. versions.Select(v => new VersionMark(v.Row.Version, v.Row.Change, v.Row.Restored))])
                is not null;
        var told = new List<ToldVersion>();
        IReadOnlyList<(string Label, string Text)> before = [];
        // Being numbered anew says only that something else was moved.
        foreach (var v in versions.Where(v => v.Row.Change != GoalBook.Renumbered))
        {
            var fields = Told.Fields(v, people);
            var differs =
                told.Count == 0
                    ? fields.Where(f => f.Text.Length > 0).Select(f => new ConflictLine(f.Label, f.Text, "")).ToList()
                    : ConflictLine.Between(fields, before);
            told.Add(new ToldVersion(Told.Change(v.Row.Change), By(v.Row, people, staff), v.Row.At, differs));
            before = fields;
        }
        told.Reverse();
        Versions = told;
        return true;
    }

    private static string By(ItemRow row, People people, IReadOnlyDictionary<Guid, string> staff) =>
        row.ByKind == Rows.Code(AskerKind.Staff) ? staff.GetValueOrDefault(row.ById, "") : people.Name(row.ById) ?? "";
}
