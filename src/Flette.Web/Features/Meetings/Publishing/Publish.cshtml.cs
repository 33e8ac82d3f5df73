using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Writing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Sending;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>
/// One button: the minutes are published and everyone gets her own points. Before it is pressed the page shows exactly who gets what;
/// what is changed after that is shown again first.
/// </summary>
public sealed partial class PublishModel : DeskPage
{
    private AroundMinutes _around = null!;
    private IReadOnlyList<Seen> _before = [];

    /// <summary>Number of the newest publishing when the form was made; 0 for none.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The lines in their order, with whom each is for.</summary>
    [BindProperty]
    public List<PublishInput> Places { get; set; } = [];

    /// <summary>What is sent by mail: the agreements of this meeting.</summary>
    [BindProperty]
    public List<SendLine> Lines { get; set; } = [];

    /// <summary>Members who are told by mail that there is something to read.</summary>
    [BindProperty]
    public List<Guid> Told { get; set; } = [];

    /// <summary>The titles that were pointed out are to be sent all the same.</summary>
    [BindProperty]
    public bool Approved { get; set; }

    /// <summary>What the form showed of who gets what.</summary>
    [BindProperty]
    public Guid Shown { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public MeetingPlans Plans { get; private set; } = null!;

    public IReadOnlyList<PlacedLine> Placed { get; private set; } = [];

    public MinutesReaders Readers { get; private set; } = null!;

    public Outgoing Outgoing { get; private set; } = null!;

    /// <summary>The newest publishing; null before the first.</summary>
    public OpenPublication? Newest { get; private set; }

    /// <summary>Whether something was pointed out in a title.</summary>
    public bool PointedOut { get; private set; }

    /// <summary>Who gets what was changed after it was shown.</summary>
    public bool LookAgain { get; private set; }

    /// <summary>Why nothing can be published now; null when it can.</summary>
    public AccessRefusal? Closed => Pass.Refusal(Act.PublishMinutes, Meeting.Place);

    public IReadOnlyList<FieldOption> MemberOptions => Outgoing.People.MemberOptions;

    public IReadOnlyList<FieldOption> TeamOptions =>
        Outgoing.People.Team.Select(p => new FieldOption(p.Id.ToString(), Outgoing.People.Name(p.Id)!)).ToList();

    public static IReadOnlyList<FieldOption> TopicOptions { get; } =
    [new("", "ikke sagt"), .. Enum.GetValues<Topic>().Select(t => new FieldOption(Rows.Code(t), Topics.Words(t)))];

    /// <summary>Whether lines were written or changed after the newest publishing.</summary>
    public bool IsChanged =>
        Newest is not { Stands: true, Details.Read: var read }
        || !read.Select(r => (r.Line, r.Version))
            .ToHashSet()
            .SetEquals(Placed.Where(p => p.Place.Published).Select(p => (p.Line.Id, p.Line.Version)));

    public string Title => $"{Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/publiser";

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting)
    {
        if (await LoadAsync(meeting) is not { } lines)
        {
            return NotFound();
        }
        Version = Newest?.Details.Number ?? 0;
        Places = lines.Select(l => PublishInput.Of(l.Line, l.Place)).ToList();
        Lines = Outgoing
            .Plan.ByMail.SelectMany(p =>
                p.Agreements.Where(IsOfThisMeeting)
                    .Select(a => new SendLine
                    {
                        Agreement = a,
                        Person = p.Person,
                        Send = !Outgoing.IsSent(p.Person, a),
                    })
            )
            .ToList();
        Show(lines);
        Told = Tellable.Where(r => r.IsNews).Select(r => r.Member.Id).ToList();
        return Page();
    }

    /// <summary>Those who read something and have an address.</summary>
    public IEnumerable<MemberReads> Tellable => Readers.Members.Where(r => r.Member.Details.Reach.SentTo is not null);

    /// <summary>Publishes, or shows who gets what when that has changed since it was shown.</summary>
    [Does(Act.PublishMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid meeting)
    {
        if (await LoadAsync(meeting) is not { } lines)
        {
            return NotFound();
        }
        if (IsLost(lines))
        {
            ModelState.Clear();
            Renew(lines);
            return Refuse(new PublishedMeanwhile());
        }
        Show(Chosen(lines));
        if (PublishBook.Check(Placed, about => Plans.IsClosed(Meeting, about)) is { } wrong)
        {
            return Refuse(wrong);
        }
        PointedOut = SendTitles.Check(
            Outgoing,
            Pass,
            Lines.Select((l, i) => new TitleField($"Lines[{i}].Title", l.Agreement, l.Title, l.Send)),
            Approved,
            ModelState
        );
        LookAgain = Shown != Readers.Mark;
        if (!ModelState.IsValid || LookAgain || (PointedOut && !Approved))
        {
            return Page();
        }
        var mails = SendTitles.Mails(
            Outgoing,
            Pass,
            Lines.Where(l => l.Send).Select(l => (l.Person, l.Agreement, l.Title))
        );
        var told = Tellable.Where(r => Told.Contains(r.Member.Id)).Select(r => r.Member).ToList();
        return await WriteAsync(
            async write =>
            {
                var (sending, refused) = await SendAsync(write, mails, told);
                return refused is not null ? refused
                    : await PublishBook.PublishAsync(
                        write,
                        meeting,
                        Version,
                        Placed,
                        sending,
                        [.. told.Select(m => m.Id)]
                    )
                        is { } refusal
                        ? refusal
                    : Written.To(Here);
            },
            Refuse
        );
    }

    /// <summary>Takes the newest publishing back, with what has not left yet.</summary>
    [Does(Act.PublishMinutes)]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid meeting)
    {
        if (await LoadAsync(meeting) is not { } lines)
        {
            return NotFound();
        }
        Renew(lines);
        return await WriteAsync(
            async write =>
            {
                if (Newest is not { Stands: true } newest || newest.Details.Number != Version)
                {
                    return new PublishedMeanwhile();
                }
                if (newest.Details.Sending is { } sending)
                {
                    await PublishMails.TakeBackAsync(write, sending, Meeting.Day);
                }
                return await PublishBook.TakeBackAsync(write, newest.Id, newest.Version) is { } refusal
                    ? refusal
                    : Written.To(Here);
            },
            Refuse
        );
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = PublishWords.Of(refusal);
        ModelState.AddModelError(field, text);
        foreach (var index in (refusal as LineAboutNobody)?.Lines ?? [])
        {
            ModelState.AddModelError($"Places[{index}].About", "Hvem er linjen om?");
        }
        return Page();
    }

    // One sending for all: what goes out together is taken back together. Null when nobody gets mail.
    private async Task<(Guid? Sending, Refusal? Refusal)> SendAsync(
        Write write,
        List<PersonalMail> mails,
        List<Families.Member> told
    )
    {
        if (mails.Count + told.Count == 0)
        {
            return (null, null);
        }
        var sending = write.NewId();
        if (mails.Count > 0)
        {
            var sent = await SendingBook.SendAsync(write, [], mails);
            if (sent.Refusal is { } refusal)
            {
                return (null, refusal);
            }
            sending = sent.Value;
        }
        foreach (var member in told)
        {
            await PublishMails.TellAsync(write, sending, member, Meeting.Id, Meeting.Day, again: Newest is not null);
        }
        return (sending, null);
    }

    // The lines as they are proposed: as they were published before, else by what they say.
    private async Task<IReadOnlyList<PlacedLine>?> LoadAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.PublishedLine,
            ItemKinds.Publication
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return null;
        }
        Meeting = MeetingBook.Open(seen);
        _around = AroundMinutes.Of(Pass, items);
        Plans = MeetingPlans.Of(Pass, _around.Members);
        Newest = PublishBook.Newest(items, meeting);
        _before = items.Where(i => i.Row.Kind == ItemKinds.PublishedLine && i.Row.Parent == meeting).ToList();
        Outgoing = await SendingBook.LoadAsync(Pass, Gone);
        return Proposed.Places(Plans, Meeting, _around, items, LineBook.Among(items, meeting), Newest);
    }
}
