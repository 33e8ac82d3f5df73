using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Messages;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Microsoft.AspNetCore.Mvc;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.Messages;

/// <summary>The coordinator's side: one conversation with each in the family, and what becomes of each message.</summary>
public sealed class DeskModel : DeskPage
{
    private OnRecord? _record;

    /// <summary>Whom it is with.</summary>
    [BindProperty(SupportsGet = true, Name = "med")]
    public Guid? Chosen { get; set; }

    /// <summary>The same, in a form.</summary>
    [BindProperty]
    public Guid Member { get; set; }

    /// <summary>What was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public Guid? Sent { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The message that is dealt with.</summary>
    [BindProperty]
    public Guid Which { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is to be done, of a message that becomes a thread.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    /// <summary>Working days in which the coordinator answers, as typed.</summary>
    [BindProperty]
    public string? Within { get; set; }

    /// <summary>Those one can write with.</summary>
    public IReadOnlyList<Member> People { get; private set; } = [];

    /// <summary>The one it is with now; null when there is nobody.</summary>
    public Member? With { get; private set; }

    /// <summary>All in the family, newest first.</summary>
    public IReadOnlyList<Message> All { get; private set; } = [];

    /// <summary>Those with the one chosen.</summary>
    public IReadOnlyList<Message> Thread => All.Where(m => m.Member == With?.Id).ToList();

    /// <summary>Why nothing can be written; null when it can.</summary>
    public AccessRefusal? Closed { get; private set; }

    public string? Wrong { get; private set; }

    public string? WrongWhat { get; private set; }

    public string? WrongWithin { get; private set; }

    /// <summary>What was sent just now, while it can be taken back.</summary>
    public Guid? JustSent =>
        Sent is { } sent && Thread.Any(m => m.Id == sent) && _record?.Told is not null ? sent : null;

    /// <summary>How she is told that there is a message.</summary>
    public string Told =>
        _record?.Told is { } address ? "får beskjed: " + SmsAddress.Shown(address)
        : _record?.Reach.Delivered == Delivered.BySms
            ? "får ingen SMS: nummeret står på både et barn og en voksen. Ring, eller si det når dere møtes"
        : "får ingen beskjed av seg selv. Ring, eller si det når dere møtes";

    public string Here => $"/f/{Pass.Family!.Id}/meldinger";

    private int Promised =>
        Pass.LoadedFamily!.Appointments.FirstOrDefault(a => a.ToFacts().Period.Covers(Today))?.AnswersWithin
        ?? MessageRules.LatestAnswer;

    /// <summary>What became of one, in the coordinator's words; null for one of her own.</summary>
    public static string? Of(MessageState state) =>
        state switch
        {
            MessageState.Answered => "Besvart.",
            MessageState.Heard => "Bare hørt.",
            MessageState.Thread => "Ble en tråd.",
            _ => null,
        };

    /// <summary>When a message was written.</summary>
    public string When(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return NorwegianDates.Moment(Norway.Clock(message.Details.At), Today);
    }

    /// <summary>The last day of the answer that was promised.</summary>
    public DateOnly AnswerBy(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MessageRules.AnswerBy(message.Day, Promised);
    }

    [Does(Act.SeeMessages)]
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync(Chosen);
        return Chosen is not null && With is null ? NotFound() : Page();
    }

    [Does(Act.WriteMessage)]
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async write =>
            await MessageBook.ToMemberAsync(write, Member, Text, Gone) is var added && added.Refusal is { } refusal
                ? refusal
                : Written.To($"{Here}?med={Member}&sendt={added.Value}")
        );

    [Does(Act.WriteMessage)]
    public Task<IActionResult> OnPostSaidAsync() =>
        DoAsync(async write =>
            await MessageBook.ForMemberAsync(write, Member, Text) is { Refusal: { } refusal } ? refusal : Done()
        );

    /// <summary>Takes back what was just sent.</summary>
    [Does(Act.WriteMessage)]
    public Task<IActionResult> OnPostUndoAsync() => DoAsync(write => MessageBook.TakeBackAsync(write, Which, Gone));

    [Does(Act.HandleMessage)]
    public Task<IActionResult> OnPostHeardAsync() =>
        DoAsync(write => MessageBook.HeardAsync(write, Which, Version, heard: true));

    [Does(Act.HandleMessage)]
    public Task<IActionResult> OnPostUnheardAsync() =>
        DoAsync(write => MessageBook.HeardAsync(write, Which, Version, heard: false));

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostThreadAsync()
    {
        var people = await Agreements.People.LoadAsync(Pass, Gone);
        return await DoAsync(write => MessageBook.ThreadAsync(write, Which, Version, What, Due, people.Ids));
    }

    [Does(Act.HandleMessage)]
    public async Task<IActionResult> OnPostWithinAsync()
    {
        if (
            !int.TryParse(Within, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days is < MessageRules.SoonestAnswer or > MessageRules.LatestAnswer
        )
        {
            await LoadAsync(Member);
            WrongWithin = $"Skriv et tall fra {MessageRules.SoonestAnswer} til {MessageRules.LatestAnswer}.";
            ModelState.AddModelError(nameof(Within), WrongWithin);
            return Page();
        }
        return await DoAsync(async write =>
        {
            await MessageBook.AnswersWithinAsync(write, days);
            return Done();
        });
    }

    private Written Done() => Written.To($"{Here}?med={Member}");

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work) =>
        DoAsync(async write => await work(write) is { } refusal ? refusal : Done());

    private Task<IActionResult> DoAsync(Func<Write, Task<Written>> work) =>
        WriteAsync(
            work,
            async refusal =>
            {
                await LoadAsync(Member);
                var (field, text) = refusal switch
                {
                    MessageMissing => (nameof(Text), "Skriv noe først."),
                    MessageTooLong => (nameof(Text), $"Det er for langt. Høyst {MessageRules.Longest} tegn."),
                    MessageWithNobody => ("", "Fant ikke den du skriver til."),
                    MessageHasLeft => ("", "Beskjeden er gått. Skriv heller en ny melding."),
                    NoSuchMessage => ("", "Noen andre har tatt seg av meldingen samtidig. Slik står det nå."),
                    ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Slik står det nå."),
                    _ => (nameof(What), Agreements.Words.Of(refusal).Text),
                };
                ModelState.AddModelError(field, text);
                (Wrong, WrongWhat) = (field == nameof(Text) ? text : null, field == nameof(What) ? text : null);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync(Guid? chosen)
    {
        Closed = Pass.Refusal(Act.WriteMessage);
        All = await MessageBook.AllAsync(Pass, Gone);
        People = Families.Members.All(Pass).Where(m => m.CarriedBy is null).ToList();
        // Whoever waits; else whom one wrote with last; else the first.
        var near =
            All.FirstOrDefault(a => a.State == MessageState.Waiting) ?? (All is [var newest, ..] ? newest : null);
        With =
            People.FirstOrDefault(m => m.Id == (chosen ?? near?.Member))
            ?? (chosen is null && People is [var first, ..] ? first : null);
        _record = With is null ? null : await OnRecord.FindAsync(Pass, With.Id, Gone);
        Within ??= Promised.ToString(CultureInfo.InvariantCulture);
    }
}
