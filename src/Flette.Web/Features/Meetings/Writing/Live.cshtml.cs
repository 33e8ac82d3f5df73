using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>
/// The one screen to lead a meeting and write its minutes: what there is to take up to the left, what was said and agreed to the
/// right. Each line is saved as it is typed.
/// </summary>
public sealed class LiveModel : LinePage
{
    /// <summary>Longest name of someone who comes.</summary>
    public const int LongestName = 200;

    private AroundMinutes _around = null!;

    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The lines so far, in order.</summary>
    public IReadOnlyList<WrittenLine> Lines { get; private set; } = [];

    /// <summary>Agreements somebody still has something to do with.</summary>
    public IReadOnlyList<Agreement> Open { get; private set; } = [];

    /// <summary>Needs nobody has.</summary>
    public IReadOnlyList<string> Unowned { get; private set; } = [];

    /// <summary>The line just written, which can be taken back.</summary>
    public WrittenLine? Fresh { get; private set; }

    /// <summary>The version of the meeting that is shown.</summary>
    public int Stands { get; private set; }

    /// <summary>Whom of the list the press is about, by <see cref="Attendance.Key"/>; null for everyone.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>Who has come. No argument of a handler: the framework can log those.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>Where this page stands.</summary>
    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/skriv";

    /// <summary>Everyone on the list by name, with whether she is here.</summary>
    public IReadOnlyList<(MeetingPerson Person, bool Here)> There =>
        Attendance.Of(Meeting.Details, Held).OrderBy(p => p.Person.Name, Norwegian.Sorting).ToList();

    /// <summary>Whether it has been ended before.</summary>
    public bool Held => Meeting.State == MeetingState.Held;

    /// <summary>Lines that become agreements when the meeting ends.</summary>
    public IEnumerable<WrittenLine> Waiting =>
        Lines.Where(l => l.Line is { Mark: LineMark.Agreement, Agreement: null });

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting, Guid? linje)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        Fresh = Lines.LastOrDefault(l => l.Id == linje);
        return Page();
    }

    /// <summary>Writes a line. The address names no place in the page: then a browser would not put the cursor in the field.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var read = ShortLine.Read(Typed, _around.People(Pass), Chosen, Meeting.Day);
        return read.Refusal is { } refusal
            ? Refuse(refusal)
            : await WriteAsync(
                async write => Written.To($"{Here}?linje={await LineBook.AddAsync(write, meeting, read.Value)}"),
                Refuse
            );
    }

    /// <summary>Takes back the line just written.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostUndoAsync(Guid meeting, Guid line)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                Lines.Any(l => l.Id == line)
                    ? await LineBook.RemoveAsync(write, line, Version) is { } refusal
                        ? refusal
                        : Written.To(Here)
                    : new NoSuchMeetingLine(),
            Refuse
        );
    }

    /// <summary>Says of someone that she is here, or is not; of everyone when nobody is named.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostThereAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var details = Meeting.Details;
        return await ListAsync(Who is null ? Attendance.All(details, Held) : Attendance.Press(details, Held, Who));
    }

    /// <summary>Puts someone who has come on the list.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostComesAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var written = Name?.Trim() ?? "";
        if (written.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(
                nameof(Name),
                written.Length == 0 ? "Skriv hvem som kom." : $"Navnet er for langt. Høyst {LongestName} tegn."
            );
            return Page();
        }
        var fits = _around.People(Pass).Where(p => MeantNames.Equal(p.Name, written)).ToList();
        var person = fits is [var one] ? new MeetingPerson(one.Id, one.Name) : new MeetingPerson(Id: null, written);
        return await ListAsync(Attendance.Comes(Meeting.Details, Held, person));
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

    private Task<IActionResult> ListAsync(MeetingDetails details) =>
        WriteAsync(
            async write =>
                await MeetingBook.ChangeAsync(write, Meeting.Id, Version, "there", details) is { } refusal
                    ? refusal
                    : Written.To(Here + "#til-stede"),
            Refuse
        );

    private async Task<bool> LoadAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.Need
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        Stands = seen.Row.Version;
        _around = AroundMinutes.Of(Pass, items);
        Lines = LineBook.Among(items, meeting);
        Open = AgreementBook
            .InOrder(items)
            .Where(a =>
                a.Parent != meeting
                && a.State is AgreementState.Open or AgreementState.InProgress or AgreementState.NeedsHelp
            )
            .ToList();
        Unowned = items
            .Where(i => i.Row.Kind == ItemKinds.Need)
            .Select(Entries.Open<NeedDetails>)
            .Where(n => n.Is<NeedState>() == NeedState.Unmet && n.Details.Owner is null)
            .Select(n => n.Details.Text)
            .ToList();
        return Meeting.State != MeetingState.Cancelled;
    }
}
