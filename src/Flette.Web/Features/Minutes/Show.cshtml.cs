using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Minutes.Keeping;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Minutes;

/// <summary>The document and what was read from it, side by side, corrected with the keyboard.</summary>
public sealed class ShowModel : DeskPage
{
    private AroundMinutes _around = null!;
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

    /// <summary>Who is who, and what the coordinator must say.</summary>
    public WhoIsWho Who { get; private set; } = null!;

    /// <summary>The meeting that is there already, while these minutes may still be corrected; else null.</summary>
    public Meeting? Twin { get; private set; }

    /// <summary>Whether the page is shown because the whole import was just undone.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    /// <summary>Said when there was nothing to undo: that is no fault of hers.</summary>
    public string? Status { get; private set; }

    /// <summary>Whether the form about meeting and people is shown open, for something in it to be mended.</summary>
    public bool MeetingTurnedAway { get; private set; }

    /// <summary>Whether the next meeting is ticked.</summary>
    public bool TakesNext { get; private set; }

    /// <summary>The form that corrects an agreement.</summary>
    public AgreementForm FormOf(DraftAgreement agreement) =>
        _turnedAway is { } turned && turned.Agreement == agreement.Number
            ? turned.Form
            : AgreementForm.Of(agreement, Who.Names(agreement.Number));

    /// <summary>The member's first name.</summary>
    public string FirstName(Guid member) => _around.Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    public IReadOnlyList<FieldOption> MemberOptions =>
        _around.Members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)).ToList();

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Key A: the line is an agreement.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostMarkAsync(int line) =>
        CorrectAsync(
            "marked",
            d => MinutesDrafts.Mark(d, Minutes.Document, line, _around.Family, Today),
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
        CorrectAsync("about", d => MinutesDrafts.NextAbout(d, agreement, _around.Family), _ => $"#a{agreement}");

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
                var corrected = MinutesDrafts.Correct(d, agreement, Input.What, Input.Due, Input.DueText);
                var given = corrected.Refusal is null
                    ? MinutesChoices.Give(
                        corrected.Value,
                        agreement,
                        Who.Eligible.Where(h => Input.Holders.Contains(h.Key)).ToList(),
                        (Input.Others ?? "").Split(',', ';', '\n')
                    )
                    : corrected;
                var about = given.Refusal is null
                    ? MinutesDrafts.SetAbout(given.Value, agreement, Input.About, _around.Family)
                    : given;
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
                    next,
                    Input.TakesNext
                );
                return set.Refusal is not null
                    ? set
                    : MinutesDrafts.SetPeople(set.Value, Input.People.Select(p => p.ToDraft()));
            },
            _ => "#reading"
        );
        if (answer is PageResult)
        {
            MeetingTurnedAway = true;
            TakesNext = Input.TakesNext;
        }
        return answer;
    }

    /// <summary>Says whom a name of an agreement means.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostMeantAsync(int agreement, string name, string meant) =>
        CorrectAsync(
            "meant",
            d =>
                Who.Meant(agreement, name, meant) is { } who
                    ? MinutesChoices.Choose(d, agreement, name, who)
                    : new NoSuchLine(),
            _ => $"#a{agreement}"
        );

    /// <summary>Says who someone of the list is.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostPersonAsync(int at, string who) =>
        CorrectAsync(
            "person",
            d => MinutesChoices.SetPerson(d, at, Guid.TryParse(who, out var known) ? known : null),
            _ => "#reading"
        );

    /// <summary>Key Z: undo the last correction, and back to where it was.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostUndoAsync()
    {
        var to = "";
        return DoAsync(
            async write =>
            {
                var undone = await MinutesBook.UndoAsync(write, Minutes, Version);
                to = undone.Refusal is null ? DocumentView.Anchor(undone.Value) : "";
                return undone.Refusal;
            },
            () => $"{Here}{to}"
        );
    }

    /// <summary>Throws the draft away: it was taken in by mistake.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostDiscardAsync() =>
        DoAsync(
            write => MinutesBook.DiscardAsync(write, Minutes, Version),
            () => $"/f/{Pass.Family!.Id}/referat/nytt?{NewModel.DiscardedParameter}={Id}"
        );

    /// <summary>Takes over people, agreements and meetings.</summary>
    /// <param name="again">Although the meeting is there already.</param>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostKeepAsync(bool again) =>
        DoAsync(write => KeepMinutes.RunAsync(write, Minutes, Version, _around, again), () => Here);

    /// <summary>Takes back all that was kept.</summary>
    [Does(Act.CorrectMinutes)]
    public Task<IActionResult> OnPostTakeBackAsync() =>
        DoAsync(write => UndoKeeping.RunAsync(write, Minutes, Version), () => $"{Here}?angret=true");

    private string Here => $"/f/{Pass.Family!.Id}/referat/{Id}";

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
            () => $"{Here}{to}"
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
                Say(refusal);
                return Page();
            }
        );
    }

    private void Say(Refusal refusal)
    {
        if (refusal is NothingToUndo)
        {
            Status = Words.Of(refusal).Text;
            return;
        }
        foreach (var (field, text) in Words.Each(refusal))
        {
            ModelState.AddModelError(field, text);
        }
        // The day stands in the form about the meeting.
        MeetingTurnedAway |= refusal is MeetingDayMissing;
    }

    private async Task<bool> LoadAsync()
    {
        _around = await AroundMinutes.LoadAsync(Pass, Gone);
        if (await MinutesBook.FindAsync(Pass, Id, Gone) is not { } minutes)
        {
            return false;
        }
        Minutes = minutes;
        Document = DocumentView.Of(minutes.Document, minutes.Draft);
        Who = new WhoIsWho(
            MinutesKeeping.Place(minutes.Draft, _around.People(Pass), _around.Family),
            _around.People(Pass)
        );
        TakesNext = minutes.Draft.TakesNext;
        Twin = minutes.IsDraft ? _around.Twin(minutes.Draft) : null;
        return true;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
