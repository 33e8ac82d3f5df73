using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Invitations;

/// <summary>What was answered by telephone, on paper or face to face.</summary>
public sealed class ReplyInput
{
    public ReplyKind? Kind { get; set; }

    public string? Line { get; set; }
}

/// <summary>An answer to an invitation written down for someone, and what the coordinator does with one that came: takes note of it.</summary>
public sealed class AnswerModel : DeskPage
{
    private static readonly ReplyKind[] Offered =
    [
        ReplyKind.Coming,
        ReplyKind.Declined,
        ReplyKind.Tentative,
        ReplyKind.WantsChange,
        ReplyKind.Postpone,
    ];

    /// <summary>Whose answer it is.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public Guid? For { get; set; }

    /// <summary>Whose answer is taken note of.</summary>
    [BindProperty]
    public Guid By { get; set; }

    /// <summary>The post came from «I dag», and goes back there.</summary>
    [BindProperty]
    public bool Back { get; set; }

    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    /// <summary>The version of the meeting; of the answer, where one is taken note of.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Invited Invited { get; private set; } = null!;

    public Meeting Meeting => Invited.Meeting;

    /// <summary>Those on the list.</summary>
    public IReadOnlyList<FieldOption> Persons =>
        Invited
            .Standings.Where(s => s.Person.Id is not null)
            .Select(s => new FieldOption(
                s.Person.Id!.Value.ToString(),
                Invited.People.Name(s.Person.Id.Value) ?? s.Person.Name
            ))
            .ToList();

    /// <summary>The answers that can be given.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [.. Offered.Select(k => new FieldOption(k.ToString(), NorwegianDates.Capital(Words.Of(k))))];

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>The page of the meeting.</summary>
    public string MeetingUrl => $"/f/{Pass.Family!.Id}/mote/{Meeting.Id}";

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        Version = Meeting.Version;
        if (For is { } person && Invited.StandingOf(person) is { Kind: { } kind })
        {
            Input.Kind = kind;
        }
        return Page();
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        if (For is null)
        {
            ModelState.AddModelError("for", "Velg hvem som svarte.");
        }
        if (Input.Kind is not { } kind || !Offered.Contains(kind))
        {
            ModelState.AddModelError("Input.Kind", "Velg et svar.");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = new ReplyDraft(For!.Value, Input.Kind!.Value, ReplyWay.OnBehalf, Input.Line);
        return await DoAsync(write => ReplyBook.AnswerAsync(write, planned, draft, Version));
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostNoteAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        return await DoAsync(write => ReplyBook.NoteAsync(write, planned, By, Version));
    }

    /// <summary>Takes back an answer that was written down for somebody: what she said before holds, or nothing.</summary>
    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostUndoAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        return await DoAsync(async write =>
            For is { } person && Invited.StandingOf(person)?.Reply?.OnBehalf == true
                ? await ReplyBook.TakeBackAsync(write, planned, person, Version)
                : new NothingToUndo()
        );
    }

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work) =>
        WriteAsync(
            async write =>
                await work(write) is { } refusal
                    ? refusal
                    : Written.To(Back ? Agreements.AnswerModel.TodayUrl : MeetingUrl),
            async refusal =>
            {
                await LoadAsync(Meeting.Id);
                Version = Meeting.Version;
                ModelState.Remove(nameof(Version));
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );

    private async Task<bool> LoadAsync(Guid meeting)
    {
        if (await Invited.LoadAsync(Pass, meeting, Gone) is not { } invited)
        {
            return false;
        }
        Invited = invited;
        return true;
    }
}
