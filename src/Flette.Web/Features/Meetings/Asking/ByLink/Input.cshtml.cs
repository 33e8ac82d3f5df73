using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Asking.ByLink;

/// <summary>Who is asked: each has a page of its own kind.</summary>
public enum Face
{
    Service,
    Member,
    Child,
}

/// <summary>
/// Before a meeting, by link: three lines of a service, what a member wants taken up and how, a child's own point. It shows nothing of
/// what others have said, since nobody has proved who she is.
/// </summary>
public sealed partial class InputModel : LinkPage
{
    [BindProperty]
    public string? Now { get; set; }

    [BindProperty]
    public string? Works { get; set; }

    [BindProperty]
    public string? Needs { get; set; }

    /// <summary>Her answer to each time.</summary>
    [BindProperty]
    public Dictionary<Guid, TimeAnswer> Times { get; set; } = [];

    [BindProperty]
    public string? Point { get; set; }

    [BindProperty]
    public bool Own { get; set; }

    [BindProperty]
    public TakesPart Part { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public MeetingWhere Where { get; set; }

    [BindProperty]
    public string? Interpreter { get; set; }

    [BindProperty]
    public string? Impossible { get; set; }

    /// <summary>The agreement that is answered.</summary>
    [BindProperty]
    public Guid Agreement { get; set; }

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    /// <summary>Something was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public bool Sent { get; set; }

    /// <summary>It was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    public InputWords Words => new(Tongue);

    public string FirstName => _body.FirstName;

    public CoordinatorCard Coordinator { get; private set; } = new();

    public Face Face { get; private set; }

    /// <summary>The day of the meeting; of an update the day it is put together.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>There is no meeting: what each says is put together.</summary>
    public bool Update { get; private set; }

    /// <summary>Whether something can still be said.</summary>
    public bool Open { get; private set; }

    /// <summary>Whether times are proposed for the meeting.</summary>
    public bool Polled { get; private set; }

    /// <summary>The times she is asked about.</summary>
    public IReadOnlyList<DateSlot> Slots { get; private set; } = [];

    /// <summary>Her open agreements.</summary>
    public IReadOnlyList<Card> Agreements { get; private set; } = [];

    /// <summary>What she has said; null before she has said anything.</summary>
    public Input? Mine { get; private set; }

    /// <summary>The same, when she said it since she opened the link: whoever else it comes to does not read it.</summary>
    public InputDetails? Said =>
        Mine is { Given: true } mine && mine.At >= Pass.Session.StartedAt ? mine.Details : null;

    /// <summary>What the coordinator is called on the page.</summary>
    public string CoordinatorName => Coordinator.Name.Length > 0 ? Coordinator.Name : Pass.Municipality.Name;

    public IReadOnlyList<FieldOption> Answers =>
        Enum.GetValues<TimeAnswer>().Select(a => new FieldOption(a.ToString(), Words.Of(a))).ToList();

    public IReadOnlyList<FieldOption> Parts =>
        new[] { TakesPart.Whole, TakesPart.Part, TakesPart.ThroughSomebody, TakesPart.No, TakesPart.Unsaid }
            .Select(p => new FieldOption(p.ToString(), Words.Of(p)))
            .ToList();

    public IReadOnlyList<FieldOption> Places =>
        Enum.GetValues<MeetingWhere>().Select(w => new FieldOption(w.ToString(), Words.Prepare.Of(w))).ToList();

    public IReadOnlyList<FieldOption> Who =>
        [
            new("false", Words.Prepare.Everyone),
            new("true", Face == Face.Child ? Words.ChildOnly(CoordinatorName) : Words.Prepare.Coordinator),
        ];

    /// <summary>Her answer to a time, as it stands in the form.</summary>
    public string? Given(Guid slot) => Times.TryGetValue(slot, out var answer) ? answer.ToString() : null;

    [Does(Act.SeeInput)]
    public async Task<IActionResult> OnGetAsync(Guid asked)
    {
        if (asked != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        if (Said is { } said)
        {
            (Now, Works, Needs, Part) = (said.Now, said.Works, said.Needs, said.Part);
            Times = said.Times.ToDictionary();
        }
        return Page();
    }

    /// <summary>Says it.</summary>
    [Does(Act.GiveInput)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostAsync(Guid asked)
    {
        if (asked != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        // What no form of ours sends is nothing that is said.
        ModelState.Clear();
        Times = Times.Where(t => Enum.IsDefined(t.Value) && Slots.Any(s => s.Id == t.Key)).ToDictionary();
        var draft = new InputDraft(
            InputDetails.Of(
                Now,
                Works,
                Needs,
                Times,
                Face == Face.Child && Enum.IsDefined(Part) ? Part : TakesPart.Unsaid
            ),
            Face == Face.Service ? null : Point,
            Own,
            Face == Face.Member && Enum.IsDefined(Where) ? MeetingWishes.Of(Whom, Where, Interpreter, Impossible) : null
        );
        return await WriteAsync(
            async write =>
                await InputBook.GiveAsync(write, MeetingId, Pass.Asker.Id, draft, whole: Said is not null)
                    is { } refusal
                    ? refusal
                    : Written.To(Here + "?sendt=true"),
            Refuse
        );
    }

    /// <summary>Takes back what she sent last.</summary>
    [Does(Act.GiveInput)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostUndoAsync(Guid asked)
    {
        if (asked != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        return await WriteAsync(
            async write =>
                await InputBook.TakeBackAsync(write, MeetingId, Pass.Asker.Id) is { } refusal
                    ? refusal
                    : Written.To(Here + "?angret=true"),
            Refuse
        );
    }

    /// <summary>Says how it goes with one of her agreements.</summary>
    [Does(Act.GiveInput)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostAgreementAsync(Guid asked)
    {
        if (asked != Pass.Asker.Link!.Id || CardModel.Kind(Answer) is not { } kind)
        {
            return NotFound();
        }
        await LoadAsync();
        return await WriteAsync(
            async write =>
                await AgreementAnswers.AnswerAsync(
                    write,
                    Agreement,
                    new AnswerDraft(kind, null, null, null),
                    Pass.Asker.Id,
                    onBehalf: false
                )
                    is { } refusal
                    ? refusal
                    : Written.To(Here + "#agreements"),
            Refuse
        );
    }

    /// <summary>«Ikke meg».</summary>
    [Does(Act.RefuseLink)]
    [Limited(Limit.ByLink)]
    public Task<IActionResult> OnPostNotMeAsync(Guid asked) =>
        WriteAsync(
            async write =>
            {
                await LinkBook.RevokeAsync(write, Pass.Asker.Link!.Id, Revoked.NotMe);
                return Written.To(ToldModel.NotMe);
            },
            _ => Page()
        );

    private Guid MeetingId { get; set; }

    private string Here => Sessions.LinkPage(Pass.Asker.Link!.Id, LinkPurpose.Input);

    private IActionResult Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }
}
