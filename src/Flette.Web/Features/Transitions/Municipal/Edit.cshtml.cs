using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Features.History;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Transitions.Municipal;

/// <summary>One transition as the municipality has it: what it may change, what the product and the law hold, and how it came to be.</summary>
public sealed class EditModel : DeskPage
{
    private IReadOnlyList<OwnTransitionVersion> _versions = [];

    /// <summary>As the product has it.</summary>
    public TransitionRule Rule { get; private set; } = null!;

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [BindProperty]
    public OwnTransitionInput Input { get; set; } = new();

    /// <summary>The version the form was made from; 0 when nothing was ever saved.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether the municipality may say by how many years it is.</summary>
    public bool HasYears => Rule is { FixesDay: null, Dated: not Dated.Event };

    /// <summary>A place for a step in the form: one that is typed already, or an empty one after them.</summary>
    public StepPlace Step(int at) => new(at, at < Input.Steps.Count ? Input.Steps[at] : new OwnStepInput());

    /// <summary>Whether there is a save to take back.</summary>
    public bool MayUndo => _versions.Count > 0;

    /// <summary>The newest version there is.</summary>
    public int Newest => _versions.Count == 0 ? 0 : _versions[^1].Version;

    /// <summary>How it came to be, the newest first.</summary>
    public IReadOnlyList<ToldVersion> Versions =>
        Telling
            .NewestFirst(
                _versions
                    .Prepend(OwnTransitionBook.None(Rule.Id))
                    .Select(v => new ToTell(
                        OwnTransitionBook.IsOwn(v.Own) ? "Lagret" : "Satt tilbake",
                        v.By,
                        v.At,
                        MunicipalWords.Said(v.Own)
                    ))
            )
            .SkipLast(1)
            .ToList();

    [Does(Act.SeeUnit)]
    public async Task<IActionResult> OnGetAsync(string rule)
    {
        if (!await LoadAsync(rule))
        {
            return NotFound();
        }
        Fill();
        return Page();
    }

    [Does(Act.ChangeOwnRules)]
    public async Task<IActionResult> OnPostAsync(string rule) =>
        await LoadAsync(rule)
            ? ModelState.IsValid
                ? await DoAsync(write => OwnTransitionBook.SaveAsync(write, Input.ToOwn(Rule.Id), Version), rule)
                : Page()
            : NotFound();

    [Does(Act.ChangeOwnRules)]
    public async Task<IActionResult> OnPostUndoAsync(string rule)
    {
        if (!await LoadAsync(rule))
        {
            return NotFound();
        }
        // Nothing was typed: should it be refused, the form shows what stands.
        var seen = Version;
        Fill();
        return await DoAsync(write => OwnTransitionBook.UndoAsync(write, Rule.Id, seen), rule);
    }

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, string rule) =>
        WriteAsync(
            async write =>
                await work(write) is { } refusal ? refusal : Written.To($"/enhet/overganger/{Rule.Id}#historikk"),
            async refusal =>
            {
                var (field, text) = MunicipalWords.Of(refusal);
                ModelState.AddModelError(field, text);
                if (refusal is ChangedMeanwhile && await LoadAsync(rule))
                {
                    // Saving once more is then a choice made with both in view.
                    Conflict = ConflictLine.Between(
                        MunicipalWords.Said(Input.ToOwn(Rule.Id)),
                        MunicipalWords.Said(Standing)
                    );
                    Version = Newest;
                }
                return Page();
            }
        );

    private OwnTransition Standing => _versions.Count == 0 ? new OwnTransition(Rule.Id) : _versions[^1].Own;

    private void Fill()
    {
        Input = OwnTransitionInput.From(Standing);
        Version = Newest;
    }

    private async Task<bool> LoadAsync(string rule)
    {
        if (TransitionRules.Find(rule) is not { } found)
        {
            return false;
        }
        Rule = found;
        _versions = await OwnTransitionBook.VersionsAsync(Pass, found.Id, Gone);
        return true;
    }
}
