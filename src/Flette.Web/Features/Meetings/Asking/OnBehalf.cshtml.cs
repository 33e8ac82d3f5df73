using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Asking.ByLink;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>What somebody said before a meeting by telephone or on paper, written down for her and marked so.</summary>
public sealed class OnBehalfModel : DeskPage
{
    /// <summary>Whose words they are.</summary>
    public Guid Whose { get; private set; }

    /// <summary>The version of what she has said that was seen; 0 for nothing.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Now { get; set; }

    [BindProperty]
    public string? Works { get; set; }

    [BindProperty]
    public string? Needs { get; set; }

    [BindProperty]
    public Dictionary<Guid, TimeAnswer> Times { get; set; } = [];

    public Meeting Meeting { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Input? Before { get; private set; }

    public InputWords Words { get; } = new(Tongue.Bokmal);

    public IReadOnlyList<DateSlot> Slots => Meeting.Details.Slots ?? [];

    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/innspill";

    public IReadOnlyList<FieldOption> Answers =>
        Enum.GetValues<TimeAnswer>().Select(a => new FieldOption(a.ToString(), Words.Of(a))).ToList();

    /// <summary>The answer to a time as it stands in the form.</summary>
    public string? Given(Guid slot) => Times.TryGetValue(slot, out var answer) ? answer.ToString() : null;

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid planned, Guid person)
    {
        if (!await LoadAsync(planned, person))
        {
            return NotFound();
        }
        Version = Before?.Version ?? 0;
        if (Before?.Details is { } said)
        {
            (Now, Works, Needs, Times) = (said.Now, said.Works, said.Needs, said.Times.ToDictionary());
        }
        return Page();
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostAsync(Guid planned, Guid person)
    {
        if (!await LoadAsync(planned, person))
        {
            return NotFound();
        }
        ModelState.Clear();
        if ((Before?.Version ?? 0) != Version)
        {
            Version = Before?.Version ?? 0;
            return Refuse(new ChangedMeanwhile());
        }
        var details = InputDetails.Of(
            Now,
            Works,
            Needs,
            Times.Where(t => Enum.IsDefined(t.Value)).ToDictionary(),
            Before?.Details.Part ?? TakesPart.Unsaid
        );
        return await WriteAsync(
            async write =>
                await InputBook.GiveAsync(write, planned, Whose, new InputDraft(details), whole: true) is { } refusal
                    ? refusal
                    : Written.To(Here),
            Refuse
        );
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = AskWords.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid meeting, Guid person)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Input, ItemKinds.Participant);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        (Meeting, Whose) = (MeetingBook.Open(seen), person);
        var people = People.Of(Pass, items);
        if (
            !people.Members.Any(m => m.Id == Whose) && !people.Team.Any(p => p.Id == Whose)
            || people.Name(Whose) is not { } name
        )
        {
            return false;
        }
        Name = name;
        Before = InputBook.Among(items, meeting).FirstOrDefault(i => i.Person == Whose);
        return true;
    }
}
