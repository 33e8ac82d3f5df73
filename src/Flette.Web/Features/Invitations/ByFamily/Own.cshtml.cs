using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Features.Family;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Invitations.ByFamily;

/// <summary>
/// The next meeting as the family answers it: come, change it, put it off. The first page has the same buttons; this one is where an
/// answer is shown that could not be taken.
/// </summary>
public sealed class OwnModel : FamilyPage
{
    /// <summary>Where answers are posted.</summary>
    public const string Path = Home + "/mote/svar";

    private static readonly Dictionary<string, ReplyKind> Codes = new(StringComparer.Ordinal)
    {
        ["coming"] = ReplyKind.Coming,
        ["change"] = ReplyKind.WantsChange,
        ["postpone"] = ReplyKind.Postpone,
    };

    /// <summary>The next meeting as it is answered; null when there is none that is the reader's to answer.</summary>
    public OwnMeeting? Next { get; private set; }

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    /// <summary>The meeting that is answered.</summary>
    [BindProperty]
    public Guid Meeting { get; set; }

    /// <summary>The version of it that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What an answer is in the form.</summary>
    public static string Code(ReplyKind? kind) => Codes.FirstOrDefault(c => c.Value == kind).Key ?? "";

    [Does(Act.SeeOwnFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.AnswerOwnMeeting)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (Answer is null || !Codes.TryGetValue(Answer, out var kind))
        {
            return NotFound();
        }
        var draft = new ReplyDraft(Pass.Asker.Id, kind, ReplyWay.OwnPage);
        return await WriteAsync(
            async write =>
                await ReplyBook.AnswerAsync(write, Meeting, draft, Version) is { } refusal
                    ? refusal
                    : Written.To(Home + "#meeting"),
            RefusedAsync
        );
    }

    [Does(Act.AnswerOwnMeeting)]
    public Task<IActionResult> OnPostUndoAsync() =>
        WriteAsync(
            async write =>
                await ReplyBook.TakeBackAsync(write, Meeting, Pass.Asker.Id, Version) is { } refusal
                    ? refusal
                    : Written.To(Home + "#meeting"),
            RefusedAsync
        );

    private async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        await LoadAsync();
        ModelState.Clear();
        ModelState.AddModelError("", refusal is ChangedMeanwhile ? Words.ChangedMeanwhile : Words.NothingToAnswer);
        return Page();
    }

    private async Task LoadAsync() => Next = (await OwnFamily.LoadAsync(this, Gone)).Answering(this);
}

/// <summary>The next meeting and what the reader has said to it.</summary>
/// <param name="Asked">Whether she is on its list: else there is nothing for her to answer.</param>
/// <param name="Mine">Her answer to the time it has; null when she has given none.</param>
/// <param name="Older">Whether she has answered to another time than it has now.</param>
public sealed record OwnMeeting(FamilyPage Page, Meeting Meeting, bool Asked, ReplyKind? Mine, bool Older);
