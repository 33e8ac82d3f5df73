using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>
/// What the screen of a meeting asks while it is open: what others have written (each 1.5 s, 304 when nothing), what the line in
/// the field will be, and to keep what stands in the field. Each is of use to the script alone; the lines can also be read as a page.
/// </summary>
public sealed class FollowModel : DeskPage
{
    private AroundMinutes _around = null!;

    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Whether the parts are asked for, and not a page.</summary>
    public bool IsPart => Parts.Asked(Request);

    /// <summary>The lines.</summary>
    public LinesShown Shown { get; private set; } = null!;

    /// <summary>Who is there.</summary>
    public ThereShown There { get; private set; } = null!;

    /// <summary>The end.</summary>
    public EndShown End { get; private set; } = null!;

    /// <summary>The asker's own last line, when it can be taken back as it stands.</summary>
    public FreshShown? Fresh { get; private set; }

    /// <summary>The line as typed. No argument of a handler: the framework can log those.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>The form key the line in the field will be sent with.</summary>
    [BindProperty]
    public Guid Line { get; set; }

    /// <summary>What stands, or 304 when it is what the page has seen.</summary>
    /// <param name="after">The mark of what it has seen, or null.</param>
    /// <param name="linje">The line the asker has just written, or null.</param>
    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting, string? after, Guid? linje)
    {
        if (after is not null)
        {
            var heads = await Visible.HeadsAsync(Pass, meeting, SeenMark.Kinds, Gone);
            if (SeenMark.Of(heads, meeting) == after && heads.Any(h => h.Id == meeting))
            {
                return StatusCode(StatusCodes.Status304NotModified);
            }
        }
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Participant,
            ItemKinds.Goal,
            ItemKinds.Reply
        );
        if (Find(items, meeting) is not { } seen)
        {
            return NotFound();
        }
        var held = Meeting.State == MeetingState.Held;
        var place = $"/f/{Meeting.Family}/mote/{meeting}";
        var lines = LineBook.Among(items, meeting);
        Shown = new LinesShown(
            lines,
            $"/f/{Meeting.Family}",
            Today,
            Edit: true,
            _around.IsMember,
            LinesShown.GoalsAmong(items)
        );
        There = new ThereShown(
            ThereShown.Of(Meeting.Details, held),
            held,
            place + "/skriv",
            seen.Row.Version,
            ThereShown.Answers(items, Meeting)
        );
        End = EndShown.Of(place, seen.Row.Version, lines, _around.IsMember);
        Fresh = lines.FirstOrDefault(l => l.Id == linje && l.Line.Agreement is null) is { } own
            ? new FreshShown(place + "/skriv", own.Id, own.Version)
            : null;
        Response.Headers[Parts.Mark] = SeenMark.Of(items.Select(i => i.Row), meeting);
        return Page();
    }

    /// <summary>What the line in the field will be. Writes nothing.</summary>
    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnPostPreviewAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Participant);
        return Find(items, meeting) is null
            ? NotFound()
            : Partial("_Preview", Preview.Of(Typed, _around.People(Pass), Meeting.Day, Today));
    }

    /// <summary>Keeps what stands in the field. The last one sent holds, so it needs no key of its own.</summary>
    [Does(Act.KeepDraft)]
    public async Task<IActionResult> OnPostDraftAsync(Guid meeting)
    {
        if (Line == Guid.Empty || Typed?.Length > DraftBook.Longest)
        {
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        var time = HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var kept = await Write.RunAsync(
            Pass,
            FormPost.None,
            time,
            async write =>
                await DraftBook.KeepAsync(write, meeting, Line, Typed ?? "") is { } refusal ? refusal : Written.To("/"),
            Gone
        );
        return kept.Refusal switch
        {
            null => StatusCode(StatusCodes.Status204NoContent),
            AccessRefusal access => Hosting.Refused.Page(HttpContext, access),
            _ => NotFound(),
        };
    }

    private Seen? Find(IReadOnlyList<Seen> items, Guid meeting)
    {
        if (
            items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen
            || MeetingBook.Open(seen) is not { State: not MeetingState.Cancelled } open
        )
        {
            return null;
        }
        Meeting = open;
        _around = AroundMinutes.Of(Pass, items);
        return seen;
    }
}

/// <summary>The scripts of the page that follows a meeting.</summary>
public static class Follow
{
    /// <summary>In the order they are run: the last one puts the others together.</summary>
    public static readonly string[] Scripts =
    [
        "/js/minutes/lines.js",
        "/js/minutes/sending.js",
        "/js/minutes/following.js",
        "/js/minutes/field.js",
        "/js/minutes.js",
    ];
}
