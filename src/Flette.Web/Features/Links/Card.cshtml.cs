using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Links;

/// <summary>One agreement on a link: only what may be shown before anyone has proved who she is.</summary>
/// <param name="Number">Its place on this page.</param>
/// <param name="Title">The neutral title the coordinator approved.</param>
/// <param name="Asked">Whether she is asked to take it, and does not have it yet.</param>
/// <param name="Given">Her own answer, if she has given one.</param>
/// <param name="Said">
/// The same with the words she wrote, when she wrote them since she opened it: whoever else the link comes to does not read them.
/// </param>
/// <param name="Published">The line of the minutes it stands in, while one may say that it is wrong; null else.</param>
public sealed record Card(
    int Number,
    Guid Id,
    string Title,
    DateOnly? Due,
    bool Asked,
    AnswerKind? Given,
    AgreementAnswer? Said,
    ShownLine? Published = null
);

/// <summary>One's own agreements by link: answer each with one click.</summary>
public sealed class CardModel : LinkPage
{
    private static readonly Dictionary<string, AnswerKind> Codes = new(StringComparer.Ordinal)
    {
        ["accept"] = AnswerKind.Accept,
        ["done"] = AnswerKind.Done,
        ["under-way"] = AnswerKind.InProgress,
        ["need-help"] = AnswerKind.NeedsHelp,
        ["cannot"] = AnswerKind.Cannot,
    };

    // The same field stands on every card, so what is wrong is kept with the agreement it belongs to.
    private (string Field, string Text)? _wrong;

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public string FirstName { get; private set; } = "";

    public CoordinatorCard Coordinator { get; private set; } = new();

    [BindProperty]
    public Guid Agreement { get; set; }

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public DateOnly? OtherDay { get; set; }

    [BindProperty]
    public string? Instead { get; set; }

    /// <summary>The agreement just answered.</summary>
    [BindProperty(SupportsGet = true, Name = "svart")]
    public Guid? Just { get; set; }

    /// <summary>What is wrong with the agreement as it stands in the minutes.</summary>
    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>The version of the line she read.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The agreement that was just said to be wrong.</summary>
    [BindProperty(SupportsGet = true, Name = "meldt")]
    public Guid? Told { get; set; }

    /// <summary>The form posted adds to an answer that was given.</summary>
    [BindProperty]
    public bool More { get; set; }

    /// <summary>Something was just added to the answer.</summary>
    [BindProperty(SupportsGet = true, Name = "lagt")]
    public bool Added { get; set; }

    /// <summary>The same as a card, when it is answered and hers.</summary>
    public Card? JustAnswered => Cards.FirstOrDefault(c => c.Id == Just && c.Given is not null);

    /// <summary>What an answer is in the form.</summary>
    public static string Code(AnswerKind? kind) => Codes.FirstOrDefault(c => c.Value == kind).Key ?? "";

    /// <summary>The answer a form sent; null for what no form of ours sends.</summary>
    public static AnswerKind? Kind(string? code) =>
        code is not null && Codes.TryGetValue(code, out var kind) ? kind : null;

    [Does(Act.SeeLink)]
    public async Task<IActionResult> OnGetAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        if (Cards.Count == 0 && Pass.Family!.Plans.Any(p => p.State != PlanState.Open))
        {
            // All it asks about stands in a plan that is not open, though another of the family's is.
            return Hosting.Refused.Page(
                HttpContext,
                new AccessRefusal("link", "Lenken virker ikke lenger.", "hpl § 21")
            );
        }
        if (JustAnswered?.Said is { } said)
        {
            (Line, Instead, OtherDay) = (said.Line, said.Instead, said.OtherDay);
        }
        return Page();
    }

    [Does(Act.AnswerAgreement)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id || Kind(Answer) is not { } kind)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return await RefusedAsync(new DayHasBeen());
        }
        var draft = new AnswerDraft(kind, Line, OtherDay, Instead);
        return await WriteAsync(
            async write =>
                await AgreementAnswers.AnswerAsync(write, Agreement, draft, Pass.Asker.Id, onBehalf: false)
                    is { } refusal
                    ? refusal
                    : Written.To($"{Sessions.LinkPath(link)}?svart={Agreement}{(More ? "&lagt=true" : "")}"),
            RefusedAsync
        );
    }

    [Does(Act.AnswerAgreement)]
    [Limited(Limit.ByLink)]
    public Task<IActionResult> OnPostUndoAsync(Guid link) =>
        WriteAsync(
            async write =>
                await AgreementAnswers.TakeBackAsync(write, Agreement) is { } refusal
                    ? refusal
                    : Written.To(Sessions.LinkPath(link)),
            RefusedAsync
        );

    /// <summary>Says that an agreement is not what was agreed. It stands beside the line of the minutes, for those who read it.</summary>
    [Does(Act.AnswerAgreement)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostWrongAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        return await WriteAsync(
            async write =>
                Cards.FirstOrDefault(c => c.Id == Agreement)?.Published is not { } line ? new NoSuchAgreement()
                : await RemarkBook.AddAsync(write, line.Id, Remark, Version) is { } refusal ? refusal
                : Written.To($"{Sessions.LinkPath(link)}?meldt={Agreement}"),
            RefusedAsync
        );
    }

    /// <summary>Takes back what she has just said is wrong, while nobody has dealt with it.</summary>
    [Does(Act.AnswerAgreement)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        return await WriteAsync(
            async write =>
                Cards.FirstOrDefault(c => c.Id == Agreement)?.Published is not { } line ? new NoSuchAgreement()
                : await RemarkBook.TakeBackLastAsync(write, line.Id) is { } refusal ? refusal
                : Written.To(Sessions.LinkPath(link)),
            RefusedAsync
        );
    }

    [Does(Act.RefuseLink)]
    [Limited(Limit.ByLink)]
    public Task<IActionResult> OnPostNotMeAsync(Guid link) =>
        WriteAsync(
            async write =>
            {
                await LinkBook.RevokeAsync(write, Pass.Asker.Link!.Id, Revoked.NotMe);
                return Written.To(ToldModel.NotMe);
            },
            RefusedAsync
        );

    /// <summary>What is wrong with a field of a card, or null.</summary>
    public string? Wrong(string field, Guid agreement) =>
        agreement == Agreement && _wrong is { } wrong && wrong.Field == field ? wrong.Text : null;

    /// <summary>What is wrong with an agreement that is not on the page any more, or null.</summary>
    public string? WrongElsewhere => Cards.All(c => c.Id != Agreement) ? _wrong?.Text : null;

    /// <summary>What was typed on a card that was turned away.</summary>
    public string? Typed(Guid agreement) => agreement == Agreement ? Line : null;

    private async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        await LoadAsync();
        ModelState.Clear();
        _wrong = refusal switch
        {
            LineTooLong => (
                "Line",
                string.Format(CultureInfo.InvariantCulture, Say.LineTooLong, Answering.LongestLine)
            ),
            DayHasBeen => ("OtherDay", Say.DayHasBeen),
            RemarkEmpty => ("Remark", Say.RemarkEmpty),
            RemarkTooLong t => ("Remark", string.Format(CultureInfo.InvariantCulture, Say.LineTooLong, t.Most)),
            RemarkTooLate or NoSuchPublishedLine => ("", Say.NotNow),
            NoSuchAgreement or NotHersToAnswer or TakenBack or NothingToUndo or ChangedMeanwhile => ("", Say.NotNow),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
        if (refusal is DayHasBeen || (More && refusal is LineTooLong))
        {
            // Asked for on the page after an answer, so that page is shown again.
            Just = Agreement;
        }
        return Page();
    }

    private async Task LoadAsync()
    {
        var (body, coordinator) = await LinkBook.OpenAsync(Pass, Gone);
        Frame(body.Language);
        FirstName = body.FirstName;
        Coordinator = coordinator;
        var me = Pass.Asker.Id;
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Agreement, ItemKinds.PublishedLine);
        var lines = PublishedMinutes
            .Of(Pass, items)
            .SelectMany(m => m.Lines)
            .Where(l => l is { IsOpen: true, Line.Agreement: not null })
            .GroupBy(l => l.Line.Agreement!.Value)
            .ToDictionary(g => g.Key, g => g.First());
        Cards = items
            .Where(i => i.Row.Kind == ItemKinds.Agreement)
            .Select(AgreementBook.Open)
            .Where(a => a.State != AgreementState.Withdrawn)
            .OrderBy(a => body.Place(a.Id))
            .ThenBy(a => a.Due ?? DateOnly.MaxValue)
            .ThenBy(a => a.Id)
            .Select(
                (a, i) =>
                {
                    var answer = a.Details.LastOf(me);
                    return new Card(
                        i + 1,
                        a.Id,
                        body.Titles[a.Id],
                        a.Due,
                        a.MayTake.Contains(me),
                        answer?.Kind,
                        answer?.At >= Pass.Session.StartedAt ? answer : null,
                        lines.TryGetValue(a.Id, out var line) ? line : null
                    );
                }
            )
            .ToList();
    }
}
