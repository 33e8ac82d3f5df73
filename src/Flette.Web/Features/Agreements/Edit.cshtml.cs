using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Letters;
using Flette.Web.Features.Links;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Transitions;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Agreements;

/// <summary>One version in the history of an agreement.</summary>
public sealed record VersionLine(
    int Version,
    string Change,
    DateTimeOffset At,
    string By,
    string What,
    AgreementState State,
    DateOnly? Due,
    AgreementAnswer? Answer
);

/// <summary>One agreement: change it, see how it came to be, undo. Without an id: a new one.</summary>
public sealed class EditModel : DeskPage
{
    /// <summary>Stands in the address where an id would, for a new one.</summary>
    private const string New = "ny";

    /// <summary>The agreement named by the address; null for «ny».</summary>
    public Guid? Id { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    public People People { get; private set; } = null!;

    /// <summary>The agreement as it stands, or null for a new one.</summary>
    public Agreement? Now { get; private set; }

    /// <summary>Said instead of the form when the plan is read-only; null when it may be written.</summary>
    public Closed? Closed => Closed.Of(Pass, Act.ChangePlan, item: Now?.Place);

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    /// <summary>The title each person knows it by in her latest link, for when she rings.</summary>
    public IReadOnlyList<(string Who, string Title)> Titles { get; private set; } = [];

    /// <summary>How it is followed up; null when there is nothing to follow.</summary>
    public FollowedUp? Followed { get; private set; }

    /// <summary>Those who can have it.</summary>
    public IReadOnlyList<FieldOption> HolderOptions => People.OptionsWith(Input.Holders);

    /// <summary>Whom it waits for; null when it waits for nobody.</summary>
    public Waiting? Waits => Now?.Waits(Measure, Today);

    /// <summary>How it goes, in the same words as in the plan.</summary>
    public StatusWord Status => Words.Status(Now!, Measure, Today);

    /// <summary>Where its measure stands; null when it came from none.</summary>
    private MeasureState? Measure { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<VersionLine> History { get; private set; } = [];

    public IReadOnlyList<FieldOption> Topics { get; } =
        Enum.GetValues<Topic>()
            .Select(t => new FieldOption(t.ToString(), NorwegianDates.Capital(Data.Topics.Words(t))))
            .ToList();

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        Fill();
        Input = (Now is null ? await StepAsAgreement.AskedAsync(Pass, Request.Query, People, Gone) : null) ?? Input;
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = new AgreementDraft(
            Input.What ?? "",
            Input.Holders,
            Input.About,
            Input.Topic,
            Input.Due,
            Input.DueText,
            Input.State,
            Input.Agreed
        );
        return await DoAsync(
            async write =>
                Id is { } id
                    ? await AgreementBook.ChangeAsync(write, id, Version, draft, People.Ids, Gone)
                    : (await AgreementBook.AddAsync(write, draft, People.Ids)).Refusal,
            () => ConflictAsync(agreement)
        );
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostUndoAsync(string agreement) =>
        await LoadAsync(agreement) && Id is { } id
            ? await DoAsync(
                write => AgreementBook.UndoAsync(write, id, Version, Gone),
                async () =>
                {
                    // Nothing was typed: the form shows what stands.
                    await LoadAsync(agreement);
                    Fill();
                }
            )
            : NotFound();

    /// <summary>Does the write and shows the agreement again.</summary>
    /// <param name="changed">Called when somebody else wrote meanwhile.</param>
    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, Func<Task> changed) =>
        WriteAsync(
            async write =>
                await work(write) is { } refusal
                    ? refusal
                    : Written.To(
                        Id is { } id ? $"/f/{Pass.Family!.Id}/avtale/{id}" : $"/f/{Pass.Family!.Id}/plan#avtaler"
                    ),
            async refusal =>
            {
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                if (refusal is ChangedMeanwhile)
                {
                    await changed();
                }
                return Page();
            }
        );

    private void Fill()
    {
        if (Now is { } now)
        {
            Version = now.Version;
            Input = AgreementInput.From(now);
        }
    }

    private async Task ConflictAsync(string agreement)
    {
        if (await LoadAsync(agreement) && Now is { } now)
        {
            // Saving once more is then a choice made with both texts in view.
            Conflict = ConflictLine.Between(Said(Input), Said(AgreementInput.From(now)));
            Version = now.Version;
        }
    }

    private IEnumerable<(string Label, string Text)> Said(AgreementInput input) =>
        [
            ("Hva skal gjøres", input.What ?? ""),
            (
                "Hvem har den",
                Listing.And(People.Options.Where(o => input.Holders.Contains(Guid.Parse(o.Value))).Select(o => o.Text))
            ),
            ("Hvem gjelder det", People.FirstNames(input.About)),
            ("Tema", input.Topic is { } topic ? NorwegianDates.Capital(Data.Topics.Words(topic)) : ""),
            ("Frist", Said(input.Due)),
            ("Frist med ord", input.DueText ?? ""),
            ("Status", Words.Of(input.State)),
        ];

    private async Task<bool> LoadAsync(string agreement)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.Measure,
            ItemKinds.Letter,
            ItemKinds.ReminderWish
        );
        People = People.Of(Pass, items);
        if (agreement == New)
        {
            return true;
        }
        if (!Guid.TryParse(agreement, out var id))
        {
            return false;
        }
        Id = id;
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Agreement && i.Row.Id == id) is not { } seen)
        {
            return false;
        }
        Now = AgreementBook.Open(seen);
        var links = await LinkBook.AllAsync(Pass, [Pass.Family!], Gone);
        Followed = AgreementRules.IsLive(Now.State)
            ? FollowedUp.Of(
                Now,
                FollowUps.Of(People, links, items, Today),
                LetterBook.Among(items),
                People,
                Pass.May(Act.SendAgreements)
            )
            : null;
        Titles = links
            .Where(l => l.Revoked != Revoked.Undone && l.Items.Contains(id))
            .DistinctBy(l => l.Person)
            .Select(l => (People.Name(l.Person) ?? "En som ikke er med lenger", LinkBook.Titles(Pass, l)[id]))
            .ToList();
        Measure = items
            .Where(i => i.Row.Kind == ItemKinds.Measure && i.Row.Id == Now.Parent)
            .Select(i => (MeasureState?)Rows.FromCode<MeasureState>(i.Row.State))
            .FirstOrDefault();
        History = (await Visible.VersionsAsync(Pass, id, Gone))
            .Select(v =>
            {
                var details = v.Open<AgreementDetails>();
                var row = v.Row;
                return new VersionLine(
                    row.Version,
                    row.Change,
                    row.At,
                    By(row),
                    details.What,
                    Rows.FromCode<AgreementState>(row.State),
                    row.Day,
                    row.Change == AgreementAnswers.Answered ? details.Answer : null
                );
            })
            .Reverse()
            .ToList();
        return true;
    }

    private string By(ItemRow row) =>
        row is { OnBehalf: { } person, Restored: null }
            ? $"{People.Name(row.ById)} på vegne av {People.Name(person) ?? "en som ikke er med lenger"}"
            : People.Name(row.ById) ?? "";
}

/// <summary>What is typed about an agreement.</summary>
public sealed class AgreementInput
{
    public string? What { get; set; }

    public List<Guid> Holders { get; set; } = [];

    public List<Guid> About { get; set; } = [];

    public Topic? Topic { get; set; }

    public DateOnly? Due { get; set; }

    public string? DueText { get; set; }

    public AgreementState State { get; set; } = AgreementState.Open;

    /// <summary>Those named now have said yes themselves.</summary>
    public bool Agreed { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static AgreementInput From(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new AgreementInput
        {
            What = agreement.Details.What,
            Holders = [.. agreement.MayTake.Count > 0 && agreement.Details.Next is { } next ? next : agreement.Holders],
            About = [.. agreement.About],
            Topic = agreement.Topic,
            Due = agreement.Due,
            DueText = agreement.Details.DueText,
            State = agreement.State,
        };
    }
}
