using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Messages;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Messages;

/// <summary>A message, opened.</summary>
/// <param name="Member">The member it is with.</param>
public sealed record Message(Guid Id, Guid Family, Guid Member, MessageDetails Details, MessageState State, int Version)
{
    /// <summary>Whether it is the member's.</summary>
    public bool IsFromFamily => Details.By == Member;

    /// <summary>The day it was written.</summary>
    public DateOnly Day => Norway.Day(Details.At);
}

/// <summary>There is no such message, or nothing more to do with it.</summary>
public sealed record NoSuchMessage : Refusal;

/// <summary>The message has left already.</summary>
public sealed record MessageHasLeft : Refusal;

/// <summary>
/// Messages between one member and the coordinator (issue 5, line 5). They stand in the plan's room, private: the member reads hers,
/// whoever coordinates reads all, and nobody else any, a child's parents no more than others.
/// </summary>
public static class MessageBook
{
    private const string Handled = "state";

    /// <summary>Those among items that were loaded with others, newest first.</summary>
    public static IReadOnlyList<Message> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Message)
            .Select(Open)
            .Where(m => m.State != MessageState.TakenBack)
            .OrderByDescending(m => m.Details.At)
            .ThenByDescending(m => m.Id)
            .ToList();

    /// <summary>All the asker may see of the pass's family, newest first.</summary>
    public static async Task<IReadOnlyList<Message>> AllAsync(Pass pass, CancellationToken cancel) =>
        Among(await Visible.ItemsAsync(pass, cancel, ItemKinds.Message));

    /// <summary>Opens a message.</summary>
    public static Message Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return new(
            seen.Row.Id,
            seen.Row.Family,
            seen.Row.About[0],
            seen.Open<MessageDetails>(),
            Rows.FromCode<MessageState>(seen.Row.State),
            seen.Row.Version
        );
    }

    /// <summary>The member writes to whoever coordinates.</summary>
    public static async Task<Result<Guid>> FromMemberAsync(Write write, string? text)
    {
        ArgumentNullException.ThrowIfNull(write);
        var member = write.Pass.Asker.Id;
        return await AddAsync(write, member, MessageState.Waiting, text, new MessageDetails("", member, write.Now));
    }

    /// <summary>The coordinator writes down what a member said on the telephone or when they met. It waits like one she wrote herself.</summary>
    public static async Task<Result<Guid>> ForMemberAsync(Write write, Guid member, string? text)
    {
        ArgumentNullException.ThrowIfNull(write);
        var details = new MessageDetails("", member, write.Now, WrittenDownBy: write.Pass.Session.StaffName);
        return await AddAsync(write, member, MessageState.Waiting, text, details, member);
    }

    /// <summary>
    /// The coordinator writes to a member. Those of hers that waited are answered by it, and she is told that there is a message by the
    /// way she wants to be reached, if that can be written to.
    /// </summary>
    public static async Task<Result<Guid>> ToMemberAsync(
        Write write,
        Guid member,
        string? text,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var by = new MessageDetails("", write.Pass.Asker.Id, write.Now, ByName: write.Pass.Session.StaffName);
        var added = await AddAsync(write, member, MessageState.Said, text, by);
        if (added.Refusal is not null)
        {
            return added;
        }
        foreach (var waiting in await WaitingAsync(write, member, cancel))
        {
            await StateAsync(write, waiting, MessageState.Answered, d => d with { Answer = added.Value });
        }
        await TellAsync(write, member, added.Value, Outbox.UndoWindow, cancel);
        return added;
    }

    /// <summary>Takes back what was written to a member while nobody has been told of it: those it answered wait again.</summary>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Message, message) is not { } now
            || Open(now) is not { State: MessageState.Said }
        )
        {
            return new NoSuchMessage();
        }
        if (!await LinkBook.UndoAsync(write, message))
        {
            return new MessageHasLeft();
        }
        await StateAsync(write, now, MessageState.TakenBack);
        var answered = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Message)).Where(i =>
            i.Row.State == Rows.Code(MessageState.Answered) && i.Open<MessageDetails>().Answer == message
        );
        foreach (var one in answered)
        {
            await StateAsync(write, one, MessageState.Waiting, d => d with { Answer = null });
        }
        return null;
    }

    /// <summary>The coordinator has heard it, and there is nothing more to do; or that is taken back.</summary>
    public static async Task<Refusal?> HeardAsync(Write write, Guid message, int version, bool heard)
    {
        ArgumentNullException.ThrowIfNull(write);
        var from = heard ? MessageState.Waiting : MessageState.Heard;
        return await FindAsync(write, message, from) is not { } now ? new NoSuchMessage()
            : await StateAsync(write, now, heard ? MessageState.Heard : MessageState.Waiting, version: version) ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Makes it a thread: an agreement the coordinator holds until somebody else does.</summary>
    public static async Task<Refusal?> ThreadAsync(
        Write write,
        Guid message,
        int version,
        string? what,
        DateOnly? due,
        IReadOnlySet<Guid> people
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await FindAsync(write, message, MessageState.Waiting) is not { } now)
        {
            return new NoSuchMessage();
        }
        var draft = new AgreementDraft(
            what ?? "",
            [write.Pass.Asker.Id],
            now.Row.About,
            Topic: null,
            due,
            DueText: null,
            AgreementState.Open,
            Agreed: true
        );
        var added = await AgreementBook.AddAsync(write, draft, people);
        return added.Refusal is { } refusal ? refusal
            : await StateAsync(write, now, MessageState.Thread, d => d with { Thread = added.Value }, version) ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Says in how many working days the asker answers.</summary>
    public static Task AnswersWithinAsync(Write write, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            "update staff set answers_within = @days where id = @Id",
            new { days = (short)workingDays, write.Pass.Asker.Id }
        );
    }

    /// <summary>
    /// Makes a link to a member's messages and tells her of it. The message is what it was sent with, so that both can be taken back.
    /// </summary>
    internal static async Task TellAsync(
        Write write,
        Guid member,
        Guid sending,
        TimeSpan wait,
        CancellationToken cancel
    )
    {
        if (await OnRecord.FindAsync(write.Pass, member, cancel) is not { Told: { } address } to)
        {
            return;
        }
        var tongue = Language.FromWords(to.Language) ?? Tongue.Bokmal;
        var link = await LinkMaking.MakeAsync(
            write,
            sending,
            member,
            LinkPurpose.Messages,
            [],
            LinkLife.Until([], write.Pass.Today),
            new LinkBody(to.FirstName, [], Language.Code(tongue))
        );
        var mail = new MessageMail(
            address,
            to.FirstName,
            MessageMails.Subject(tongue),
            LinkBook.Coordinator(write.Pass).In(tongue),
            Language.Code(tongue)
        );
        await Outbox.PutAsync(write, Templates.Message, sending, link, mail, write.Now + wait);
    }

    private static async Task<Result<Guid>> AddAsync(
        Write write,
        Guid member,
        MessageState state,
        string? text,
        MessageDetails details,
        Guid? onBehalf = null
    )
    {
        if (MessageRules.Check(text) is { } refusal)
        {
            return refusal;
        }
        // Nobody writes to an unborn child.
        if (write.Pass.Family!.Member(member) is not { CarriedBy: null })
        {
            return new MessageWithNobody();
        }
        var row = new ItemRow
        {
            Kind = ItemKinds.Message,
            Room = Rows.Code(Room.Plan),
            About = [member],
            Private = true,
            State = Rows.Code(state),
            Day = write.Pass.Today,
            OnBehalf = onBehalf,
        };
        return await Items.InsertAsync(write, row, details with { Text = text!.Trim() });
    }

    private static async Task<Seen?> FindAsync(Write write, Guid message, MessageState state) =>
        await Visible.ItemAsync(write, ItemKinds.Message, message) is { } now && now.Row.State == Rows.Code(state)
            ? now
            : null;

    private static async Task<List<Seen>> WaitingAsync(Write write, Guid member, CancellationToken cancel) =>
        (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Message))
            .Where(i => i.Row.About.Contains(member) && i.Row.State == Rows.Code(MessageState.Waiting))
            .ToList();

    private static Task<bool> StateAsync(
        Write write,
        Seen now,
        MessageState state,
        Func<MessageDetails, MessageDetails>? with = null,
        int? version = null
    )
    {
        var details = now.Open<MessageDetails>();
        return Items.ChangeAsync(
            write,
            now.Row with
            {
                State = Rows.Code(state),
            },
            version ?? now.Row.Version,
            Handled,
            with?.Invoke(details) ?? details,
            now.Row.OnBehalf
        );
    }
}
