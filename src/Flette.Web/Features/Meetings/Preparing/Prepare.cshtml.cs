using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Family;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Meetings.Asking.ByLink;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>What a member says before the next meeting: what to take up, who may know it, and how the meeting should be.</summary>
public sealed class PrepareModel : FamilyPage
{
    /// <summary>Address of the page.</summary>
    public const string Path = Home + "/mote";

    /// <summary>The version of her wishes she saw; 0 when there were none.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The meeting she saw.</summary>
    [BindProperty]
    public Guid For { get; set; }

    /// <summary>The point she takes back.</summary>
    [BindProperty]
    public Guid Point { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Only for the coordinator.</summary>
    [BindProperty]
    public bool Own { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public MeetingWhere Where { get; set; }

    [BindProperty]
    public string? Interpreter { get; set; }

    [BindProperty]
    public string? Impossible { get; set; }

    /// <summary>She has just saved something.</summary>
    [BindProperty(SupportsGet = true, Name = "lagret")]
    public bool Saved { get; set; }

    public PrepareWords Say { get; private set; } = null!;

    /// <summary>The next meeting she knows of, or null.</summary>
    public Meeting? Next { get; private set; }

    public IReadOnlyList<RaisedPoint> Points { get; private set; } = [];

    /// <summary>Her wishes as they stand; null before she has said any.</summary>
    public SaidWishes? Wishes { get; private set; }

    public Names Names { get; private set; } = null!;

    /// <summary>What services have written of those she may read about, and what she has said herself.</summary>
    public IReadOnlyList<Input> Lines { get; private set; } = [];

    /// <summary>Nobody meets this time: what each says is put together.</summary>
    public bool IsUpdate => Next?.Details.Kind == MinutesKind.Update;

    public IReadOnlyList<FieldOption> Places =>
        Enum.GetValues<MeetingWhere>().Select(w => new FieldOption(w.ToString(), Say.Of(w))).ToList();

    public IReadOnlyList<FieldOption> Who => [new("false", Say.Everyone), new("true", Say.Coordinator)];

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Wishes?.Wishes is { } said)
        {
            (Whom, Where, Interpreter, Impossible) = (said.Whom, said.Where, said.Interpreter, said.Impossible);
        }
        Version = Wishes?.Version ?? 0;
    }

    /// <summary>Raises a point.</summary>
    [Does(Act.PrepareMeeting)]
    public async Task<IActionResult> OnPostRaiseAsync()
    {
        await LoadAsync();
        return await WriteAsync(
            async write =>
                (await AgendaBook.RaiseAsync(write, For, Me.Id, Text, Own)).Refusal is { } refusal
                    ? refusal
                    : Written.To(Path + "?lagret=true"),
            Refuse
        );
    }

    /// <summary>Says how the meeting should be.</summary>
    [Does(Act.PrepareMeeting)]
    public async Task<IActionResult> OnPostWishAsync()
    {
        await LoadAsync();
        var wishes = MeetingWishes.Of(Whom, Where, Interpreter, Impossible);
        return await WriteAsync(
            async write =>
                await AgendaBook.WishAsync(write, For, Me.Id, wishes, Version) is { } refusal
                    ? refusal
                    : Written.To(Path + "?lagret=true"),
            async refusal =>
            {
                if (refusal is ChangedMeanwhile)
                {
                    await LoadAsync();
                    Version = Wishes?.Version ?? 0;
                    ModelState.Remove(nameof(Version));
                }
                return Refuse(refusal);
            }
        );
    }

    /// <summary>Takes back a point she has raised herself.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostUndoAsync() => BackAsync(write => AgendaBook.WithdrawAsync(write, Point, Version));

    /// <summary>Takes back what she last said of how the meeting should be.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostTakeBackAsync() =>
        BackAsync(write => AgendaBook.WithdrawWishesAsync(write, For, Pass.Asker.Id, Version));

    private Task<IActionResult> BackAsync(Func<Write, Task<Refusal?>> work) =>
        WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(Path),
            async refusal =>
            {
                await OnGetAsync();
                ModelState.Clear();
                ModelState.AddModelError("", refusal is ChangedMeanwhile ? Say.Of(refusal).Text : Say.NotTakenBack);
                return Page();
            }
        );

    private IActionResult Refuse(Refusal refusal)
    {
        var (field, text) = Say.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task LoadAsync()
    {
        Say = new PrepareWords(Tongue);
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.AgendaPoint,
            ItemKinds.MeetingWishes,
            ItemKinds.Input,
            ItemKinds.Participant
        );
        Next = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Where(m => m.State == MeetingState.Planned && m.Day >= Today)
            .Where(m => m.Details.Kind != MinutesKind.Fag || m.Details.Present.Any(p => p.Id == Me.Id))
            .MinBy(m => (m.Day, m.Id));
        Names = new Names(Words, Members, Participants.Among(items), Coordination.Of(Pass));
        if (Next is { } next)
        {
            Points = AgendaBook.Points(items, next.Id);
            Lines = InputBook.Among(items, next.Id).Where(i => i is { Given: true, Details.HasLines: true }).ToList();
            Wishes = AgendaBook.Wishes(items, next.Id).FirstOrDefault(w => w.Member == Me.Id);
        }
    }
}
