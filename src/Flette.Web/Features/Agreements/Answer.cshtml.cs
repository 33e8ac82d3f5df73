using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Agreements;

/// <summary>What was answered by telephone or in person.</summary>
public sealed class AnswerInput
{
    public AnswerKind? Kind { get; set; }

    public string? Line { get; set; }

    public DateOnly? OtherDay { get; set; }

    public string? Instead { get; set; }
}

/// <summary>
/// An answer written down for someone, and what the coordinator does with one that came: says yes to the day proposed, or
/// takes note of it.
/// </summary>
public sealed class AnswerModel : DeskPage
{
    /// <summary>Where the coordinator's day is.</summary>
    public const string TodayUrl = "/i-dag";

    public Agreement Now { get; private set; } = null!;

    public People People { get; private set; } = null!;

    /// <summary>Whose answer it is.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public Guid? For { get; set; }

    /// <summary>Whose answer is taken note of; null: the latest.</summary>
    [BindProperty]
    public Guid? By { get; set; }

    /// <summary>The post came from «I dag», and goes back there.</summary>
    [BindProperty]
    public bool Back { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What stands now beside what was typed, when another answer came meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    /// <summary>The answer she said yes to or took note of is not the one that stands: that one is shown.</summary>
    public bool Anew { get; private set; }

    /// <summary>Those who have it or are asked to take it.</summary>
    public IReadOnlyList<FieldOption> Persons =>
        Now
            .Holders.Concat(Now.MayTake)
            .Where(p => People.Name(p) is not null)
            .Select(p => new FieldOption(p.ToString(), People.Name(p)!))
            .ToList();

    /// <summary>The answers that fit: «tar den» only where someone is asked.</summary>
    public IReadOnlyList<FieldOption> Kinds =>
        Enum.GetValues<AnswerKind>()
            .Where(k => k != AnswerKind.Accept || Now.MayTake.Count > 0)
            .Select(k => new FieldOption(k.ToString(), Words.Of(k)))
            .ToList();

    private string FamilyUrl => $"/f/{Pass.Family!.Id}";

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        Version = Now.Version;
        For ??= Persons is [var only] ? Guid.Parse(only.Value) : null;
        return Page();
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (For is not { } person)
        {
            ModelState.AddModelError("for", "Velg hvem som svarte.");
        }
        if (Input.Kind is null)
        {
            ModelState.AddModelError("Input.Kind", "Velg et svar.");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = new AnswerDraft(Input.Kind!.Value, Input.Line, Input.OtherDay, Input.Instead);
        return await DoAsync(
            write => AgreementAnswers.AnswerAsync(write, agreement, draft, For!.Value, onBehalf: true, Version),
            agreement,
            () => Conflict = Now.Details.Answer is { } stands ? ConflictLine.Between(Said(Input), Said(Of(stands))) : []
        );
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostDayAsync(Guid agreement) =>
        await LoadAsync(agreement)
            ? await DoAsync(
                write => AgreementAnswers.AcceptDayAsync(write, agreement, Version, By),
                agreement,
                () => Anew = true
            )
            : NotFound();

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostNoteAsync(Guid agreement) =>
        await LoadAsync(agreement)
            ? await DoAsync(
                write => AgreementAnswers.NoteAsync(write, agreement, Version, By),
                agreement,
                () => Anew = true
            )
            : NotFound();

    /// <summary>Does the write and goes back to where it came from.</summary>
    /// <param name="changed">Called when somebody else wrote meanwhile, with what stands now loaded.</param>
    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, Guid agreement, Action changed) =>
        WriteAsync(
            async write =>
                await work(write) is { } refusal
                    ? refusal
                    : Written.To(Back ? TodayUrl : $"{FamilyUrl}/avtale/{Now.Id}"),
            async refusal =>
            {
                if (refusal is ChangedMeanwhile && await LoadAsync(agreement))
                {
                    changed();
                    Version = Now.Version;
                }
                var (field, text) = Anew ? ("", Words.AnsweredAnew) : Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );

    private static AnswerInput Of(AgreementAnswer answer) =>
        new()
        {
            Kind = answer.Kind,
            Line = answer.Line,
            OtherDay = answer.OtherDay,
            Instead = answer.Instead,
        };

    private static IEnumerable<(string Label, string Text)> Said(AnswerInput input) =>
        [
            ("Hva var svaret", input.Kind is { } kind ? Words.Of(kind) : ""),
            ("En linje", input.Line ?? ""),
            ("Foreslått ny frist", Said(input.OtherDay)),
            ("Hvem kan i stedet", input.Instead ?? ""),
        ];

    private async Task<bool> LoadAsync(Guid agreement)
    {
        People = await People.LoadAsync(Pass, Gone);
        if (await AgreementBook.FindAsync(Pass, agreement, Gone) is not { } seen)
        {
            return false;
        }
        Now = AgreementBook.Open(seen);
        return true;
    }
}
