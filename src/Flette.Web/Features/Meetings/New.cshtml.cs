using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings;

/// <summary>A meeting to be planned, or to be held now.</summary>
public sealed class NewModel : DeskPage
{
    /// <summary>Names a day in the address of the form: no word about anyone.</summary>
    public const string DayParameter = "dag";

    private AroundMinutes _around = null!;

    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    /// <summary>The plans it can be for.</summary>
    public MeetingPlans Plans { get; private set; } = null!;

    /// <summary>The family and its team, to be invited.</summary>
    public IReadOnlyList<FieldOption> People { get; private set; } = [];

    /// <summary>Members somebody has said yes to talking about in a fagmøte.</summary>
    public IReadOnlyList<FieldOption> Talked { get; private set; } = [];

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        var everyone = People.Select(p => Guid.Parse(p.Value)).ToList();
        // Those who came last time are the likeliest; who meets for the first time chooses among all.
        var last = _around
            .Meetings.Where(m => m.State == MeetingState.Held)
            .OrderBy(m => m.Day)
            .LastOrDefault()
            ?.Details.Present.Select(p => p.Id)
            .OfType<Guid>()
            .ToList();
        Input = new MeetingInput
        {
            Kind = Request.Query["slag"] == nameof(MinutesKind.Fag) ? MinutesKind.Fag : MinutesKind.Ansvarsgruppe,
            Day = Proposed ?? Today,
            Who = last is { Count: > 0 } ? last : everyone,
            Plans = [.. MeantFor is { Count: > 0 } meant ? meant : Plans.Likely(_around.Meetings)],
            // Where there is one yes, it is clear whom it is about.
            About = Talked is [var one] ? [Guid.Parse(one.Value)] : [],
        };
    }

    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var hours = MeetingHours.Type(Input.Time);
        var draft = new MeetingDraft(
            Input.Kind,
            Input.Day,
            hours.Refusal is null ? hours.Value.Hours : null,
            Clean(Input.Place),
            [.. _around.People(Pass).Where(p => Input.Who.Contains(p.Id)).Select(p => new MeetingPerson(p.Id, p.Name))]
        );
        var chosen = Plans.Choose(Input.Plans);
        IReadOnlyList<Guid> about =
            Input.Kind == MinutesKind.Fag
                ? Input.About.Where(m => Pass.Family!.Member(m) is not null).Distinct().ToList()
            : _around.Family.Recipient is { } recipient ? [recipient]
            : [];
        return await WriteAsync(
            async write =>
            {
                if ((hours.Refusal ?? draft.Check(Today) ?? chosen.Refusal) is { } refusal)
                {
                    return refusal;
                }
                var day = draft.Day!.Value;
                // A fagmøte is about those the family has said yes to talk about, whatever plans it is for.
                var toldOf = draft.Kind == MinutesKind.Fag ? about : chosen.Value.About ?? about;
                if (await FagBook.MayMeetAsync(write, draft.Kind, toldOf, day) is { } without)
                {
                    return without;
                }
                var id = await MeetingBook.AddAsync(
                    write,
                    day,
                    MeetingState.Planned,
                    draft.Details,
                    toldOf,
                    plans: chosen.Value.Plans
                );
                var page = $"/f/{Pass.Family!.Id}/mote/{id}";
                return Written.To(
                    (
                        draft.Kind == MinutesKind.Update ? page + "/innspill"
                        : day <= Today ? page + "/skriv"
                        : page
                    ) + "?nytt=true"
                );
            },
            refusal =>
            {
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );
    }

    private async Task LoadAsync()
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Participant, ItemKinds.Meeting, ItemKinds.FagYes);
        _around = AroundMinutes.Of(Pass, items);
        Plans = MeetingPlans.Of(Pass, _around.Members);
        var people = Agreements.People.Of(Pass, items);
        People = people.Options;
        var allowed = FagBook.Among(items).Where(y => y.Holds(Today)).Select(y => y.About).ToHashSet();
        Talked = people.MemberOptions.Where(m => allowed.Contains(Guid.Parse(m.Value))).ToList();
    }

    /// <summary>The plans the way here says, of those that are open.</summary>
    private List<Guid> MeantFor =>
        Plans
            .Open.Select(p => p.Id)
            .Where(p => Request.Query[PlanLink.Key].Any(text => Guid.TryParse(text, out var id) && id == p))
            .ToList();

    /// <summary>The day a meeting is proposed for, where the way here says one that can be meant.</summary>
    private DateOnly? Proposed =>
        DateOnly.TryParseExact(
            Request.Query[DayParameter],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && Days.CanBeMeant(day)
            ? day
            : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is typed about a meeting.</summary>
public sealed class MeetingInput
{
    public MinutesKind Kind { get; set; } = MinutesKind.Ansvarsgruppe;
    public DateOnly? Day { get; set; }
    public string? Time { get; set; }
    public string? Place { get; set; }
    public List<Guid> Who { get; set; } = [];
    public List<Guid> Plans { get; set; } = [];

    /// <summary>Of whom one talks, in a fagmøte.</summary>
    public List<Guid> About { get; set; } = [];
}
