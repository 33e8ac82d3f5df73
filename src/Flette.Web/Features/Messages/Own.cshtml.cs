using Flette.Core.Access;
using Flette.Core.Messages;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Family;
using Flette.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Messages;

/// <summary>A member's own messages with whoever coordinates: what was said, what became of it, and a box to write in.</summary>
public sealed class OwnModel(WayIn wayIn) : FamilyPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = Home + "/meldinger";

    public OwnWords Say { get; private set; } = new(Tongue.Bokmal);

    /// <summary>Who reads; null when nobody is appointed.</summary>
    public Coordination? Coordination { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Message> All { get; private set; } = [];

    /// <summary>What she has not answered yet, if it is the newest: it stands before the box, so that nobody has to look for it.</summary>
    public Message? ToRead => All is [{ IsFromFamily: false } newest, ..] ? newest : null;

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>One was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public bool Sent { get; set; }

    /// <summary>What is wrong with the text.</summary>
    public string? Wrong { get; private set; }

    /// <summary>First name of the one who reads now.</summary>
    public string Reader => Coordination is { } c ? c.StandIn?.FirstName ?? c.Coordinator.FirstName : "";

    /// <summary>Whether the asker has proved who she is surely enough for the rest too.</summary>
    public bool SeesAll => Pass.May(Act.SeeOwnFamily);

    public string WayIn => wayIn.Path;

    [Does(Act.SeeOwnMessages)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.WriteOwnMessage)]
    [Limited(Limit.Message)]
    public Task<IActionResult> OnPostAsync() =>
        WriteAsync(
            async write =>
                await MessageBook.FromMemberAsync(write, Text) is { Refusal: { } refusal }
                    ? refusal
                    : Written.To(Path + "?sendt=true"),
            async refusal =>
            {
                await LoadAsync();
                Wrong = refusal switch
                {
                    MessageMissing => Say.Empty,
                    MessageTooLong => Say.TooLong,
                    _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
                };
                ModelState.AddModelError(nameof(Text), Wrong);
                return (IActionResult)Page();
            }
        );

    /// <summary>When a message was written, as it is said.</summary>
    public string When(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return NorwegianDates.Moment(Norway.Clock(message.Details.At), Today, Tongue);
    }

    /// <summary>The last day of the answer that was promised.</summary>
    public DateOnly AnswerBy(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MessageRules.AnswerBy(message.Day, Coordination?.AnswersWithin ?? MessageRules.LatestAnswer);
    }

    private async Task LoadAsync()
    {
        Say = new OwnWords(Tongue);
        Coordination = Coordination.Of(Pass);
        All = await MessageBook.AllAsync(Pass, Gone);
    }
}
