using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Meetings.Following;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>
/// The one screen to lead a meeting and write its minutes: what there is to take up to the left, what was said and agreed to the
/// right. Each line is saved as it is typed.
/// </summary>
public sealed partial class LiveModel : LinePage
{
    private AroundMinutes _around = null!;

    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The lines so far, in order.</summary>
    public IReadOnlyList<WrittenLine> Lines { get; private set; } = [];

    /// <summary>What there is to take up.</summary>
    public AgendaView Agenda { get; private set; } = null!;

    /// <summary>The line just written, which can be taken back.</summary>
    public WrittenLine? Fresh { get; private set; }

    /// <summary>The version of the meeting that is shown.</summary>
    public int Stands { get; private set; }

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>Where this page stands.</summary>
    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/skriv";

    /// <summary>Whether it has been ended before.</summary>
    public bool Held => Meeting.State == MeetingState.Held;

    /// <summary>What the page has seen, for the script that follows the meeting.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>Whether several lines in the field are lines of their own.</summary>
    [BindProperty]
    public bool Split { get; set; }

    /// <summary>Whether the field holds what was left in it, on this machine or another.</summary>
    public bool Left { get; private set; }

    /// <summary>The lines as they are shown.</summary>
    public LinesShown Shown => new(Lines, $"/f/{Meeting.Family}", Today, Edit: true, _around.IsMember, Goals);

    /// <summary>What the goals of the plan say, by goal.</summary>
    public IReadOnlyDictionary<Guid, string> Goals { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What people are called.</summary>
    public People People { get; private set; } = null!;

    /// <summary>What those on the list have answered to the invitation.</summary>
    public IReadOnlyDictionary<Guid, string> Answered { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>There is no meeting: what each has said is put together.</summary>
    public bool IsUpdate => Meeting.Details.Kind == MinutesKind.Update;

    /// <summary>The end of the meeting, as far as it has come.</summary>
    public EndShown End => EndShown.Of($"/f/{Meeting.Family}/mote/{Meeting.Id}", Stands, Lines, _around.IsMember);

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting, Guid? linje)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        Fresh = Lines.LastOrDefault(l => l.Id == linje);
        if (await DraftBook.FindAsync(Pass, meeting, Gone) is { } draft)
        {
            (Typed, FormKey, Left) = (draft.Text, draft.Line, true);
        }
        return Page();
    }

    /// <summary>Writes a line. The address names no place in the page: then a browser would not put the cursor in the field.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid meeting)
    {
        // Only what a line is read by: the page is shown again only when it is not taken.
        if (!await LoadAsync(meeting, ItemKinds.Meeting, ItemKinds.Participant))
        {
            return NotFound();
        }
        var read = TypedLines.Read(Typed, Split, _around.People(Pass), Chosen, Meeting.Day);
        if (read.Refusal is { } refusal)
        {
            return await AgainAsync(meeting, refusal);
        }
        var answer = await WriteAsync(
            async write =>
                await FagBook.MayHoldAsync(write, Meeting) is { } without
                    ? without
                    : Written.To($"{Here}?linje={await LineBook.WriteAsync(write, meeting, read.Value, FormKey)}"),
            not => AgainAsync(meeting, not)
        );
        return Part(answer);
    }

    /// <summary>Takes back the line just written.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostUndoAsync(Guid meeting, Guid line)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return Part(
            await WriteAsync(
                async write =>
                    Lines.Any(l => l.Id == line)
                        ? await LineBook.RemoveAsync(write, line, Version) is { } refusal
                            ? refusal
                            : Written.To(Here)
                        : new NoSuchMeetingLine(),
                Refuse
            )
        );
    }

    /// <summary>Ends the meeting: each agreement line becomes an agreement.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostEndAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await EndMeeting.RunAsync(write, meeting, Version, Lines, _around) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Meeting.Family}/mote/{meeting}"),
            Refuse
        );
    }

    private IActionResult Part(IActionResult answer) => Parts.Asked(Request) ? Parts.Created(Response, answer) : answer;

    /// <summary>The field again with why the line is not taken: in the whole page, or alone for the script.</summary>
    private async Task<IActionResult> AgainAsync(Guid meeting, Refusal refusal)
    {
        if (!Parts.Asked(Request))
        {
            return await LoadAsync(meeting) ? Refuse(refusal) : NotFound();
        }
        Say(refusal);
        var part = Partial("_Write", this);
        part.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return part;
    }

    private Task<bool> LoadAsync(Guid meeting) =>
        LoadAsync(
            meeting,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.Need,
            ItemKinds.Goal,
            ItemKinds.AgendaPoint,
            ItemKinds.Input,
            ItemKinds.Reply
        );

    private async Task<bool> LoadAsync(Guid meeting, params string[] kinds)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, kinds);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        (Stands, Mark) = (seen.Row.Version, SeenMark.Of(items.Select(i => i.Row), meeting));
        _around = AroundMinutes.Of(Pass, items);
        Lines = LineBook.Among(items, meeting);
        Goals = LinesShown.GoalsAmong(items);
        Agenda = AgendaView.Of(items, meeting);
        People = People.Of(Pass, items);
        Answered = ThereShown.Answers(items, Meeting);
        return Meeting.State != MeetingState.Cancelled;
    }
}
