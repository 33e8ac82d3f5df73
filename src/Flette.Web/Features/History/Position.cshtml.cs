using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How a legal position came to be: each version the asker may see, newest first.</summary>
public sealed class PositionModel : DeskPage
{
    public Guid Id { get; private set; }

    /// <summary>What the position is called.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>How it stood before the last change; null when that was to register it.</summary>
    private GuardianshipVersion? Before { get; set; }

    /// <summary>How it stands.</summary>
    private GuardianshipVersion Now { get; set; } = null!;

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid position) => await LoadAsync(position) ? Page() : NotFound();

    /// <summary>
    /// Puts back the last day it had before, or brings back what was taken away. What was registered by mistake is taken away: before
    /// that, there was none.
    /// </summary>
    [Does(Act.ChangeGuardianship)]
    public async Task<IActionResult> OnPostUndoAsync(Guid position)
    {
        var seen = Version;
        if (!await LoadAsync(position))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await BackAsync(write, position, seen) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/stilling/{position}/historikk"),
            refusal =>
            {
                ModelState.Clear();
                ModelState.AddModelError("", LegalPositions.Words.Of(refusal).Text);
                return Page();
            }
        );
    }

    private Task<Refusal?> BackAsync(Write write, Guid position, int seen) =>
        Before is { } before && before.Away == Now.Away
            ? Guardianships.EndAsync(write, position, seen, before.Position.Period.Until)
            : Guardianships.TakeAwayAsync(write, position, seen, Before?.Away ?? true);

    private async Task<bool> LoadAsync(Guid position)
    {
        var versions = await GuardianshipVersions.AllAsync(Pass, position, Gone);
        if (versions.Count == 0)
        {
            return false;
        }
        var names = Members.All(Pass).ToDictionary(m => m.Id, m => m.FirstName);
        (Id, Version) = (position, versions[^1].Position.Version);
        (Now, Before) = (versions[^1], versions.Count > 1 ? versions[^2] : null);
        Title = NorwegianDates.Capital(LegalPositions.Words.Of(versions[^1].Position.Kind));
        Versions = Telling.NewestFirst(
            versions.Select(v => new ToTell(
                Told.PositionChange(v.Change),
                v.By ?? "",
                v.At,
                Told.Fields(v.Position, names)
            ))
        );
        return true;
    }
}
