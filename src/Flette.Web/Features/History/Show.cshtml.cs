using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How something came to be: each version the asker may see, newest first, and undo.</summary>
public sealed class ShowModel : DeskPage
{
    private string _kind = "";
    private string _state = "";

    public string Title { get; private set; } = "";

    /// <summary>The page of what it is the history of, where the plan is not that page.</summary>
    public string? Place =>
        _kind switch
        {
            ItemKinds.Meeting => $"/f/{Pass.Family!.Id}/mote/{RouteData.Values["item"]}",
            ItemKinds.Minutes when _state == MinutesBook.Discarded =>
                $"/f/{Pass.Family!.Id}/referat/nytt?{NewModel.DiscardedParameter}={RouteData.Values["item"]}",
            ItemKinds.Minutes => $"/f/{Pass.Family!.Id}/referat/{RouteData.Values["item"]}",
            _ => null,
        };

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
        (_kind, _state, Title, Version) = (last.Kind, last.State, Told.Kind(last.Kind), last.Version);
        MayUndo = Pass.May(Act.ChangePlan, last.ToFacts()) && Undoing.Can([.. versions.Select(v => v.Row)]);
        // Being numbered anew says only that something else was moved.
        Versions = Telling.NewestFirst(
            versions
                .Where(v => v.Row.Change != GoalBook.Renumbered)
                .Select(v => new ToTell(
                    Told.Change(v.Row.Change),
                    By(v.Row, people, staff),
                    v.Row.At,
                    Told.Fields(v, people)
                ))
        );
        return true;
    }

    private static string By(ItemRow row, People people, IReadOnlyDictionary<Guid, string> staff)
    {
        var by =
            row.ByKind == Rows.Code(AskerKind.Staff)
                ? staff.GetValueOrDefault(row.ById, "")
                : people.Name(row.ById) ?? "";
        // Whoever undoes does it herself, whoever's the words are.
        return row is { OnBehalf: { } person, Restored: null }
            ? $"{by} på vegne av {people.Name(person) ?? Told.NoLonger}"
            : by;
    }
}
