using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Minutes;

/// <summary>The document and what was read from it, side by side, corrected with the keyboard.</summary>
public sealed class ShowModel : DeskPage
{
    private IReadOnlyList<Member> _members = [];
    private IReadOnlyList<Participant> _team = [];
    private DraftFamily _family = new([], null);
    private (int Agreement, AgreementForm Form)? _turnedAway;

    [BindProperty(SupportsGet = true, Name = "minutes")]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public MinutesInput Input { get; set; } = new();

    /// <summary>The minutes; set before the page renders.</summary>
    public OpenMinutes Minutes { get; private set; } = null!;

    /// <summary>The document as the page shows it.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>Names that fit more than one person, each with the people it may be.</summary>
    public IReadOnlyList<FieldOption> People { get; private set; } = [];

    /// <summary>Who is who, when the draft can be kept; else null.</summary>
    public KeepingPlan? Keeping { get; private set; }

    /// <summary>Names the coordinator must say who are.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    public IReadOnlyList<FieldOption> Topics { get; } =
        Enum.GetValues<Topic>().Select(t => new FieldOption(t.ToString(), Data.Topics.Words(t))).ToList();

    /// <summary>Whether the form about meeting and people is shown open, for something in it to be mended.</summary>
    public bool MeetingTurnedAway { get; private set; }

    /// <summary>The form that corrects an agreement.</summary>
    public AgreementForm FormOf(DraftAgreement agreement) =>
        _turnedAway is { } turned && turned.Agreement == agreement.Number ? turned.Form : AgreementForm.Of(agreement);

    /// <summary>Whether someone came.</summary>
    public static IReadOnlyList<FieldOption> ThereOrNot { get; } =
    [new("true", "Til stede"), new("false", "Ikke til stede")];

    /// <summary>The member's first name.</summary>
    public string FirstName(Guid member) => _members.FirstOrDefault(m => m.Id == member)?.Details.FirstName ?? "";

    public IReadOnlyList<FieldOption> MemberOptions =>
        _members.Select(m => new FieldOption(m.Id.ToString(), m.Details.FirstName)).ToList();

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Key A: the line is an agreement.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostMarkAsync(int line) =>
        CorrectAsync(
            "marked",
            d => MinutesDrafts.Mark(d, Minutes.Document, line, _family, Today),
            d => $"#a{d.Agreements.First(a => a.Line == line).Number}"
        );

    /// <summary>Key T: the agreement is only text.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostUnmarkAsync(int agreement) =>
        CorrectAsync(
            "unmarked",
            d => MinutesDrafts.Unmark(d, agreement),
            d => $"#l{Minutes.Draft.Agreement(agreement)?.Line}"
        );

    /// <summary>Key O: about the next member.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostAboutAsync(int agreement) =>
        CorrectAsync("about", d => MinutesDrafts.NextAbout(d, agreement, _family), _ => $"#a{agreement}");

    /// <summary>Key E: the next topic.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostTopicAsync(int agreement) =>
        CorrectAsync("topic", d => MinutesDrafts.SetTopic(d, agreement, topic: null), _ => $"#a{agreement}");

    /// <summary>Key R: the whole agreement, in a form.</summary>
    [Does(Act.CorrectMinutes)]
    public async Task<IActionResult> OnPostAgreementAsync(int agreement)
    {
        var answer = await CorrectAsync(
            "corrected",
            d =>
            {
                var corrected = MinutesDrafts.Correct(
                    d,
                    agreement,
                    Input.What,
                    (Input.Responsible ?? "").Split(',', ';', '\n'),
                    Input.Due,
                    Input.DueText
                );
                var about = corrected.Refusal is null
                    ? MinutesDrafts.SetAbout(corrected.Value, agreement, Input.About, _family)
                    : corrected;
                return about.Refusal is null && Input.Topic is { } topic
                    ? MinutesDrafts.SetTopic(about.Value, agreement, topic)
                    : about;
            },
            _ => $"#a{agreement}"
        );
        if (answer is PageResult)
        {
            _turnedAway = (agreement, AgreementForm.Typed(ModelState, Input, agreement));
        }
        return answer;
    }

    /// <summary>When and where, and who was there.</summary>
    [Does(Act.CorrectMinutes)]
    public async Task<IActionResult> OnPostMeetingAsync()
    {
        var answer = await CorrectAsync(
            "meeting",
            d =>
            {
                var next = Input.NextDate is { } day
                    ? new DraftMeeting(Input.Kind, day, Clean(Input.NextTime), Clean(Input.NextPlace))
                    : null;
                var set = MinutesDrafts.SetMeeting(
                    d,
                    new DraftMeeting(Input.Kind, Input.Date, Clean(Input.Time), Clean(Input.Place)),
                    next
                );
                return set.Refusal is not null
                    ? set
                    : MinutesDrafts.SetPeople(set.Value, Input.People.Select(p => p.ToDraft()));
            },
            _ => "#reading"
        );
        MeetingTurnedAway = answer is PageResult;
        return answer;
    }

    /// <summary>Key Z: undo the last correction.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostUndoAsync() =>
        DoAsync(write => MinutesBook.UndoAsync(write, Minutes, Version), () => $"/f/{Pass.Family!.Id}/referat/{Id}");

    /// <summary>Takes over people, agreements and meetings.</summary>
    [Does(Act.CorrectMinutes)]
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var answer = await DoAsync(
            write => KeepMinutes.RunAsync(write, Minutes, Version, _members, _team, _family),
            () => $"/f/{Pass.Family!.Id}/referat/{Id}"
        );
        // What keeps them from being kept is the meeting or who was there.
        MeetingTurnedAway = answer is PageResult;
        return answer;
    }

    private Task<IActionResult> CorrectAsync(
        string change,
        Func<MinutesDraft, Result<MinutesDraft>> command,
        Func<MinutesDraft, string> anchor
    )
    {
        var to = "";
        return DoAsync(
            write =>
                MinutesBook.CorrectAsync(
                    write,
                    Minutes,
                    Version,
                    change,
                    d =>
                    {
                        var next = command(d);
                        to = next.Refusal is null ? anchor(next.Value) : "";
                        return next;
                    }
                ),
            () => $"/f/{Pass.Family!.Id}/referat/{Id}{to}"
        );
    }

    private async Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, Func<string> to)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return await WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(to()),
            refusal =>
            {
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );
    }

    private async Task<bool> LoadAsync()
    {
        _members = Members.All(Pass);
        _team = await Participants.AllAsync(Pass, Gone);
        _family = MinutesBook.Family(_members, recipient: null);
        if (await MinutesBook.FindAsync(Pass, Id, Gone) is not { } minutes)
        {
            return false;
        }
        Minutes = minutes;
        Document = DocumentView.Of(minutes.Document, minutes.Draft);
        var people = MinutesBook.People(Pass, _members, _team);
        People = people
            .Select(p => new FieldOption(
                p.Id.ToString(),
                p.Organisation is null ? p.Name : $"{p.Name}, {p.Organisation}"
            ))
            .ToList();
        var plan = MinutesKeeping.Plan(minutes.Draft, people, _family);
        Keeping = plan.Refusal is null ? plan.Value : null;
        Asked = plan.Refusal is WhoIsMeant who ? who.Names : [];
        return true;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
