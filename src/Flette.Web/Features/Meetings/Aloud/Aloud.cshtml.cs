using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Meetings.Following;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Aloud;

/// <summary>
/// What was agreed, read aloud at the end: each says yes to her own in the room, the family says yes for itself, and what nobody
/// has said yes to stays a proposal. Said by word, and written down by the one who writes.
/// </summary>
public sealed class AloudModel : DeskPage
{
    private AroundMinutes _around = null!;
    private IReadOnlyList<WrittenLine> _lines = [];

    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The version of the meeting that is shown.</summary>
    public int Stands { get; private set; }

    /// <summary>What all are agreed on.</summary>
    public IReadOnlyList<MinutesLine> Conclusions { get; private set; } = [];

    /// <summary>Agreements that are not taken in yet, in order.</summary>
    public IReadOnlyList<WrittenLine> Agreements { get; private set; } = [];

    /// <summary>The plan's goals that are worked on.</summary>
    public IReadOnlyList<FieldOption> Goals { get; private set; } = [];

    /// <summary>The next meeting as a line says it; what is typed when it is turned away.</summary>
    [BindProperty]
    public NextInput Next { get; set; } = new();

    /// <summary>The version of the line, or of the meeting, that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Who has said it. No argument of a handler: a name can stand in it.</summary>
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public RoomAnswer Answer { get; set; }

    /// <summary>The goal an agreement serves.</summary>
    [BindProperty]
    public Guid? Goal { get; set; }

    /// <summary>The agreements that were read to the family, as they stood.</summary>
    [BindProperty]
    public List<ReadLine> Read { get; set; } = [];

    /// <summary>Where this page stands.</summary>
    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/les-opp";

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>The end of the meeting, as far as it has come.</summary>
    public EndShown End => EndShown.Of($"/f/{Meeting.Family}/mote/{Meeting.Id}", Stands, _lines, _around.IsMember);

    /// <summary>Whether the family has said yes to all of them.</summary>
    public bool FamilyAgrees =>
        Agreements.Count > 0 && Agreements.All(a => InRoom.Of(a.Line, InRoom.Family) == RoomAnswer.Yes);

    /// <summary>Each who is to do something, with what: those of the family first, then by name; what nobody has stands last.</summary>
    public IEnumerable<(MeetingPerson? Person, IReadOnlyList<WrittenLine> Lines)> ByPerson =>
        Agreements
            .SelectMany(a => a.Line.Responsible.Select(p => (Person: p, Line: a)))
            .GroupBy(x => Attendance.Key(x.Person), StringComparer.Ordinal)
            .Select(g =>
                (
                    Person: (MeetingPerson?)g.First().Person,
                    Lines: (IReadOnlyList<WrittenLine>)g.Select(x => x.Line).ToList()
                )
            )
            .OrderBy(g => g.Person!.Id is { } id && _around.IsMember(id) ? 0 : 1)
            .ThenBy(g => g.Person!.Name, Norwegian.Sorting)
            .Concat(
                Agreements.Where(a => a.Line.Responsible.IsEmpty).ToList() is { Count: > 0 } nobodys
                    ? [((MeetingPerson?)null, (IReadOnlyList<WrittenLine>)nobodys)]
                    : []
            );

    /// <summary>Whether all have said yes to an agreement.</summary>
    public bool IsAgreed(MinutesLine line) => InRoom.IsAgreed(line, _around.IsMember);

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        if (NextInLines.Find(_lines.Select(l => l.Line), Meeting.Day) is { } said)
        {
            Next = new NextInput { Day = said.Day, Time = said.Time is { } time ? Meetings.Words.Clock(time) : null };
        }
        return Page();
    }

    /// <summary>Somebody says yes to an agreement of hers, or not now; once more takes it back.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostSaysAsync(Guid meeting, Guid line) =>
        await OnLineAsync(
            meeting,
            line,
            (write, now) => InRoom.Say(now, Who ?? "", Answer, write.Now, write.Pass.Asker.Id)
        );

    /// <summary>Says which goal an agreement serves.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostGoalAsync(Guid meeting, Guid line) =>
        await OnLineAsync(
            meeting,
            line,
            (_, now) =>
                Goal is { } goal && !Goals.Any(g => g.Value == goal.ToString()) ? new NotReadAloud()
                : now is { Mark: LineMark.Agreement, Agreement: null } ? now with { Goal = Goal }
                : new NotReadAloud()
        );

    /// <summary>The family says yes to all that was read to it.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostFamilyAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
            {
                foreach (var read in Read)
                {
                    if (Agreements.FirstOrDefault(a => a.Id == read.Id) is not { } standing)
                    {
                        return new NotReadAloud();
                    }
                    if (standing.Version != read.Version)
                    {
                        return new ChangedMeanwhile();
                    }
                    if (InRoom.Of(standing.Line, InRoom.Family) == RoomAnswer.Yes)
                    {
                        continue;
                    }
                    var said = await LineBook.ReadAloudAsync(
                        write,
                        read.Id,
                        read.Version,
                        now => InRoom.Say(now, InRoom.Family, RoomAnswer.Yes, write.Now, write.Pass.Asker.Id)
                    );
                    if (said is not null)
                    {
                        return said;
                    }
                }
                return Written.To(Here);
            },
            refusal => AgainAsync(meeting, refusal)
        );
    }

    /// <summary>Plans the next meeting with the same people. Nobody is told of it.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostNextAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var people = Attendance.Of(Meeting.Details, Meeting.State == MeetingState.Held).Select(p => p.Person);
        var draft = new MeetingDraft(Meeting.Details.Kind, Next.Day, Clean(Next.Time), Clean(Next.Place), [.. people]);
        return await WriteAsync(
            async write =>
            {
                if (draft.Check(Today) is { } refusal)
                {
                    return refusal;
                }
                if (draft.Day <= Meeting.Day)
                {
                    return new MeetingNeedsDay();
                }
                if (await FagBook.MayMeetAsync(write, draft.Kind, Meeting.About, draft.Day!.Value) is { } without)
                {
                    return without;
                }
                await MeetingBook.AddAsync(
                    write,
                    draft.Day!.Value,
                    MeetingState.Planned,
                    draft.Details,
                    Meeting.About,
                    plans: Meeting.Meant
                );
                return Written.To(Here + "?nytt=true#neste");
            },
            refusal => AgainAsync(meeting, refusal)
        );
    }

    /// <summary>A meeting of the family that is planned after this one, the nearest; null when none is.</summary>
    public Meeting? Planned =>
        _around
            .Meetings.Where(m => m.State == MeetingState.Planned && m.Day > Meeting.Day)
            .OrderBy(m => m.Day)
            .FirstOrDefault();

    private async Task<IActionResult> OnLineAsync(
        Guid meeting,
        Guid line,
        Func<Write, MinutesLine, Result<MinutesLine>> said
    )
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                Agreements.FirstOrDefault(a => a.Id == line) is not { } standing ? new NotReadAloud()
                : await LineBook.ReadAloudAsync(write, line, Version, now => said(write, now)) is { } refusal ? refusal
                : Written.To($"{Here}#l-{standing.Seq}"),
            refusal => AgainAsync(meeting, refusal)
        );
    }

    private async Task<IActionResult> AgainAsync(Guid meeting, Refusal refusal)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var (field, text) = Meetings.Words.Of(refusal);
        ModelState.AddModelError(field.Replace("Input.", "Next.", StringComparison.Ordinal), text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Participant,
            ItemKinds.Goal
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        Stands = seen.Row.Version;
        _around = AroundMinutes.Of(Pass, items);
        _lines = LineBook.Among(items, meeting);
        Conclusions = _lines.Where(l => l.Line.Mark == LineMark.Conclusion).Select(l => l.Line).ToList();
        Agreements = _lines.Where(l => l.Line is { Mark: LineMark.Agreement, Agreement: null }).ToList();
        Goals = items
            .Where(i => i.Row.Kind == ItemKinds.Goal)
            .Select(Entries.Open<GoalDetails>)
            .Where(g => g.Is<GoalState>() == GoalState.Active)
            .OrderBy(g => g.Seq)
            .ThenBy(g => g.Id)
            .Select(g => new FieldOption(g.Id.ToString(), g.Details.Words))
            .ToList();
        return Meeting.State != MeetingState.Cancelled;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
