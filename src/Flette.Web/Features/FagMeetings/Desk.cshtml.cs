using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.FagMeetings;

/// <summary>Fagmøter of a family: the yes they rest on, its withdrawal, and the meetings.</summary>
public sealed class DeskModel : DeskPage
{
    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>All that was said, newest first.</summary>
    public IReadOnlyList<FagYes> Given { get; private set; } = [];

    /// <summary>Fagmøter, the latest day first.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    /// <summary>Members who are told of one that was held, those to ring first.</summary>
    public IReadOnlyList<OpenFagTold> Told { get; private set; } = [];

    [BindProperty]
    public FagYesInput Input { get; set; } = new();

    /// <summary>Which yes is withdrawn.</summary>
    [BindProperty]
    public Guid Yes { get; set; }

    /// <summary>Who withdraws it.</summary>
    [BindProperty]
    public Guid Giver { get; set; }

    /// <summary>Which telling it is.</summary>
    [BindProperty]
    public Guid Telling { get; set; }

    /// <summary>Whether the press came from the coordinator's day, and goes back there.</summary>
    [BindProperty]
    public bool Back { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool MayRecord => Pass.May(Act.RecordFagYes);

    public IReadOnlyList<FieldOption> MemberOptions =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)).ToList();

    /// <summary>Members who may say yes for somebody today.</summary>
    public IReadOnlyList<FieldOption> GiverOptions =>
        Members
            .Where(g => Members.Any(m => FagYesRules.Asked(Pass.Family!, m.Id, Today).Contains(g.Id)))
            .Select(m => new FieldOption(m.Id.ToString(), m.Name))
            .ToList();

    private string Here => $"/f/{Pass.Family!.Id}/fagmote";

    /// <summary>A member's first name.</summary>
    public string FirstName(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    /// <summary>Those of a yes who can withdraw it now.</summary>
    public IEnumerable<Guid> MayWithdraw(FagYes yes) =>
        Members
            .Select(m => m.Id)
            .Where(m => FagYesRules.MayWithdraw(yes.Facts, Pass.Family!, m, Today) && yes.Details.Givers.Contains(m));

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new FagYesInput { On = Today, Until = Today.AddMonths(3) };
    }

    [Does(Act.RecordFagYes)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }
        var draft = new FagYesDraft(
            Input.About,
            Input.Givers,
            Input.On,
            Input.How,
            Input.Topics,
            Input.Purpose,
            Input.Until
        );
        Members = Families.Members.All(Pass);
        return await DoAsync(
            async write =>
                await FagBook.RecordAsync(write, draft, d => FagWords.Sentence(d, FirstName(d.About!.Value))),
            Here
        );
    }

    /// <summary>Somebody has said on the telephone or when they met that she takes it back.</summary>
    [Does(Act.WithdrawFagYes)]
    public Task<IActionResult> OnPostWithdrawAsync() =>
        DoAsync(write => FagBook.WithdrawAsync(write, Yes, Version, Giver), Here);

    [Does(Act.LogContact)]
    public Task<IActionResult> OnPostRungAsync() =>
        DoAsync(
            write => FagTelling.RungAsync(write, Telling, Version, rung: true),
            Back ? $"/i-dag?{Features.Today.JustDone.Parameter}={Telling}" : Here
        );

    /// <summary>Nobody has rung her after all.</summary>
    [Does(Act.LogContact)]
    public Task<IActionResult> OnPostUndoAsync() =>
        DoAsync(write => FagTelling.RungAsync(write, Telling, Version, rung: false), Back ? "/i-dag" : Here);

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, string to) =>
        WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(to),
            async refusal =>
            {
                await LoadAsync();
                var (field, text) = FagWords.Of(refusal, FirstName);
                ModelState.AddModelError(field, text);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync()
    {
        Members = Families.Members.All(Pass);
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.FagYes, ItemKinds.Meeting, ItemKinds.FagTold);
        Given = FagBook.Among(items);
        Meetings = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Where(m => m.Details.Kind == MinutesKind.Fag && m.State != MeetingState.Cancelled)
            .OrderByDescending(m => m.Day)
            .ThenBy(m => m.Id)
            .ToList();
        Told = FagTelling.Among(items).OrderBy(t => t.State != FagTold.ToRing).ThenByDescending(t => t.Day).ToList();
    }
}

/// <summary>What is typed about a yes.</summary>
public sealed class FagYesInput
{
    public Guid? About { get; set; }

    public List<Guid> Givers { get; set; } = [];

    public DateOnly? On { get; set; }

    public ConsentHow? How { get; set; }

    public List<Topic> Topics { get; set; } = [];

    public string? Purpose { get; set; }

    public DateOnly? Until { get; set; }
}
