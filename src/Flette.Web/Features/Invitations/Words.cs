using Flette.Core;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Sending;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Invitations;

/// <summary>The words of invitations, on the desk.</summary>
public static class Words
{
    /// <summary>How an answer stands.</summary>
    public static string Of(ReplyKind? kind) =>
        kind switch
        {
            null or ReplyKind.TakenBack => "har ikke svart",
            ReplyKind.Coming => "kommer",
            ReplyKind.Declined => "kan ikke",
            ReplyKind.Tentative => "kanskje",
            ReplyKind.Delegated => "har gitt den videre i kalenderen",
            ReplyKind.WantsChange => "vil endre møtet",
            ReplyKind.Postpone => "vil utsette møtet",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>How someone on the list stands, in a few words.</summary>
    public static string Of(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Older ? "har ikke svart på den nye tiden" : Of(standing.Kind);
    }

    /// <summary>The look of an answer.</summary>
    public static StatusWord Status(ReplyKind? kind) =>
        kind switch
        {
            ReplyKind.Coming => StatusWord.Done,
            ReplyKind.Declined => StatusWord.Declined,
            ReplyKind.Tentative => StatusWord.InProgress,
            ReplyKind.WantsChange or ReplyKind.Postpone or ReplyKind.Delegated => StatusWord.NeedsHelp,
            _ => StatusWord.Waiting,
        };

    /// <summary>How an answer came, as it is said beside it.</summary>
    public static string Of(ReplyWay way) =>
        way switch
        {
            ReplyWay.Link => "på lenken",
            ReplyWay.Calendar => "fra kalenderen",
            ReplyWay.OwnPage => "på siden sin",
            ReplyWay.OnBehalf => "skrevet inn på vegne av",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };

    /// <summary>What a person is told now.</summary>
    public static string Of(Word word) =>
        word switch
        {
            Word.Invite => "får innkalling",
            Word.Update => "får vite om den nye tiden eller det nye stedet",
            Word.Nothing => "har fått innkallingen",
            Word.Cancel => "får vite at møtet ikke gjelder lenger",
            Word.Ring => "må ringes",
            _ => throw new ArgumentOutOfRangeException(nameof(word)),
        };

    /// <summary>How it went with the newest mail to somebody.</summary>
    public static string Of(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return (invitation.State, invitation.Revoked, invitation.Mail) switch
        {
            (InvitationState.Undone, _, _) => "angret",
            (_, Revoked.NotMe, _) => "svarte «Ikke meg»",
            (_, Revoked.Withdrawn, _) => "stoppet, fordi ja-et ble trukket",
            (_, _, MailState.Waiting) => "går snart",
            (_, _, MailState.Failed) => "e-posten kom ikke fram",
            (InvitationState.Cancelled, _, _) => "har fått vite at møtet ikke gjelder",
            (_, _, MailState.Sent) => "sendt",
            _ => "",
        };
    }

    /// <summary>What was found in a place, and why it matters.</summary>
    public static string Of(IReadOnlyList<TitleFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return $"{string.Join(", ", findings.Select(f => $"«{f.Word}»"))} kan røpe hvem eller hva møtet gjelder.";
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NobodyToTell => ("To", "Velg minst én som skal få beskjed."),
            TooLate => ("", "Det er for sent å angre: e-posten er sendt. Ring hvis noe er feil."),
            ReplyLineTooLong => ("Input.Line", $"Linjen er for lang. Høyst {Replies.LongestLine} tegn."),
            MeetingIsOver => ("", "Møtet har vært eller blir ikke holdt, så det er ikke noe å svare på."),
            NotInvited => ("for", "Personen står ikke på listen til møtet."),
            NothingToUndo => ("", "Svaret er ikke der lenger."),
            _ => Meetings.Words.Of(refusal),
        };
}

/// <summary>Nobody was chosen to be told.</summary>
public sealed record NobodyToTell : Refusal;
