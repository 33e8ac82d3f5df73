using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Law;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Sending;

namespace Flette.Web.Features.Letters;

/// <summary>A letter, opened.</summary>
/// <param name="Agreement">The agreement it is about.</param>
/// <param name="On">The day it was sent.</param>
public sealed record Letter(Guid Id, Guid Agreement, LetterDetails Details, DateOnly On, bool Undone, int Version);

/// <summary>The letter is not there, or not for the one who asked.</summary>
public sealed record NoSuchLetter : LetterRefusal;

/// <summary>What a letter about an agreement would be made from, as it stands now.</summary>
/// <param name="Asked">Whose yes it needs; null when nobody in the family can say it.</param>
/// <param name="Earlier">Letters about it.</param>
public sealed record LetterGround(
    Agreement Agreement,
    People People,
    Unanswered? Silent,
    IReadOnlyList<Guid>? Asked,
    IReadOnlyList<DateOnly> AskedOn,
    string Title,
    IReadOnlyList<Letter> Earlier
)
{
    /// <summary>Those in the service who have it.</summary>
    public string Who => People.Names(Silent?.Whom ?? Agreement.Holders);

    /// <summary>The service as it stands in the team, to begin with.</summary>
    public string? Organisation =>
        People.Team.FirstOrDefault(p => Silent?.Whom.Contains(p.Id) == true)?.Details.Organisation;

    /// <summary>The duty the service's name points to, to begin with.</summary>
    public CooperationDuty? Duty =>
        People.Team.FirstOrDefault(p => Silent?.Whom.Contains(p.Id) == true) is { } p
            ? CooperationDuties.For(p.Details.Organisation, p.Details.Role)
            : null;

    /// <summary>The day it was agreed, as far as is known.</summary>
    public DateOnly AgreedOn => Agreement.Details.HeldSince ?? Norway.Day(Agreement.At);

    /// <summary>When a letter about it went to a service; null when none has.</summary>
    public DateOnly? Before(string? organisation) =>
        Earlier
            .Where(l => string.Equals(l.Details.Organisation, organisation?.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(l => (DateOnly?)l.On)
            .Max();
}

/// <summary>Letters to the leaders of services that did not answer (issue 3, 6): sent once, with the family's yes to each.</summary>
public static class LetterBook
{
    private const string Sent = "sent";
    private const string Undone = "undone";

    /// <summary>Those that were sent and stand, among items that were loaded with others; newest first.</summary>
    public static IReadOnlyList<Letter> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Letter)
            .Select(Open)
            .Where(l => !l.Undone)
            .OrderByDescending(l => l.On)
            .ThenByDescending(l => l.Id)
            .ToList();

    /// <summary>Opens a letter.</summary>
    public static Letter Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Parent!.Value,
            seen.Open<LetterDetails>(),
            row.Day!.Value,
            row.State == Undone,
            row.Version
        );
    }

    /// <summary>The letter if the asker may see it.</summary>
    public static async Task<Letter?> FindAsync(Pass pass, Guid letter, CancellationToken cancel) =>
        (await Visible.ItemsAsync(pass, cancel, ItemKinds.Letter)).FirstOrDefault(i => i.Row.Id == letter) is { } seen
            ? Open(seen)
            : null;

    /// <summary>What a letter about an agreement would be made from; null when it is not there for the asker.</summary>
    public static async Task<LetterGround?> GroundAsync(Pass pass, Guid agreement, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var items = await Visible.ItemsAsync(
            pass,
            cancel,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.Letter,
            ItemKinds.ReminderWish
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Agreement && i.Row.Id == agreement) is not { } seen)
        {
            return null;
        }
        var now = AgreementBook.Open(seen);
        var people = People.Of(pass, items);
        var links = await LinkBook.AllAsync(pass, [pass.Family!], cancel);
        var follow = FollowUps.Of(people, links, items, pass.Today);
        var silent = follow.Silent(now);
        var whom = silent?.Whom ?? [];
        var latest = links.FirstOrDefault(l => whom.Contains(l.Person) && l.Items.Contains(agreement));
        return new LetterGround(
            now,
            people,
            silent,
            Core.FollowUp.Letters.Asked(pass.Family!, now.About.ToList(), pass.Today),
            whom.SelectMany(p => follow.AskedOn(now, p)).Distinct().Order().ToList(),
            latest is not null
                ? LinkBook.Titles(pass, latest)[agreement]
                : NeutralTitle.Default(null, now.Details.HeldSince ?? Norway.Day(now.At)),
            Among(items).Where(l => l.Agreement == agreement).ToList()
        );
    }

    /// <summary>The letter as it would be sent.</summary>
    public static LetterDetails Compose(LetterGround ground, LetterDraft draft)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(draft);
        return new LetterDetails(
            draft.To.Trim(),
            draft.Organisation.Trim(),
            draft.Way == LetterWay.Mail ? draft.Address?.Trim() : null,
            draft.Way,
            draft.Duty ?? "",
            ground.Agreement.What,
            ground.Who,
            ground.Title,
            ground.AgreedOn,
            ground.Agreement.Due ?? ground.AgreedOn,
            ground.AskedOn,
            SaidWords.Words(draft.Line),
            new LetterYes(
                draft.Givers,
                draft.YesOn ?? default,
                draft.How ?? default,
                Words.Sentence(draft.To, draft.Organisation, ground.Agreement.What)
            )
        );
    }

    /// <summary>
    /// Sends a letter, or writes down that it goes on paper: an item beside the agreement, seen by those who see that. By mail it
    /// waits as every sending does, so that it can be undone.
    /// </summary>
    /// <param name="version">The version of the agreement the asker saw.</param>
    public static async Task<Result<Guid>> SendAsync(
        Write write,
        Guid agreement,
        int version,
        LetterDraft draft,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        var pass = write.Pass;
        if (await GroundAsync(pass, agreement, cancel) is not { } ground)
        {
            return new NoSuchAgreement();
        }
        if (ground.Agreement.Version != version)
        {
            return new ChangedMeanwhile();
        }
        if (
            Core.FollowUp.Letters.Check(
                draft,
                ground.Asked,
                ground.Silent is not null,
                ground.Before(draft.Organisation),
                pass.Today
            ) is
            { } refusal
        )
        {
            return refusal;
        }
        var details = Compose(ground, draft);
        if (draft.Way == LetterWay.Mail)
        {
            details = details with { Sending = write.NewId() };
            await Outbox.PutAsync(
                write,
                Templates.Letter,
                details.Sending.Value,
                null,
                Words.Mail(details, LinkBook.Coordinator(pass).In(Core.Words.Tongue.Bokmal)),
                write.Now + Outbox.UndoWindow,
                agreement
            );
        }
        var about = (await Visible.ItemAsync(write, ItemKinds.Agreement, agreement))!.Row;
        var scope = await PlanBook.ScopeAsync(write);
        return await Items.InsertAsync(
            write,
            scope.Put(
                new ItemRow
                {
                    Kind = ItemKinds.Letter,
                    Parent = agreement,
                    About = about.About,
                    Topic = about.Topic,
                    Private = about.Private,
                    SharedHome = about.SharedHome,
                    State = Sent,
                    Day = pass.Today,
                }
            ),
            details
        );
    }

    /// <summary>Takes a letter back: by mail while it waits, on paper as long as it was only written down.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Guid letter, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.Letter, letter) is not { } seen || seen.Row.State == Undone)
        {
            return new NoSuchLetter();
        }
        var details = seen.Open<LetterDetails>();
        if (details.Sending is { } sending && await Outbox.UndoAsync(write, sending) == 0)
        {
            return new TooLate();
        }
        return await Items.ChangeAsync(write, seen.Row with { State = Undone }, version, "state", details)
            ? null
            : new ChangedMeanwhile();
    }
}
