namespace Flette.Core.Access;

/// <summary>How an act is logged, and what may stop it.</summary>
public enum ActKind
{
    /// <summary>Not about anyone: not logged.</summary>
    Open,

    /// <summary>Logged before the first byte leaves.</summary>
    Read,

    /// <summary>Logged in the transaction that does it.</summary>
    Write,
}

/// <summary>Who an act is for.</summary>
[Flags]
public enum Audience
{
    Anyone = 0,

    /// <summary>The family's coordinator, or the deputy while activated.</summary>
    Coordinator = 1,

    /// <summary>An officer of the coordinating unit.</summary>
    Unit = 2,

    /// <summary>A member of the family.</summary>
    Member = 4,

    /// <summary>Someone who holds a link.</summary>
    Link = 8,

    /// <summary>The program itself.</summary>
    System = 16,
}

/// <summary>What is decided about an act before anyone asks for it.</summary>
/// <param name="Act">The act.</param>
/// <param name="Kind">How it is logged.</param>
/// <param name="Level">How surely we must know who is asking (trust.md, Who asks).</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="InFamily">Whether it is about one family, which must then be named.</param>
/// <param name="StopsWhenWithdrawn">
/// Whether it changes what stands in the plan, so that a withdrawn yes stops it. Before there is a yes it changes the working
/// notes that will become the plan.
/// </param>
/// <param name="NeedsPlan">Whether there must be a living yes: until then nothing is sent (FOR-2022-06-22-1110 § 5).</param>
/// <param name="Link">What a link must be for; null where it may be for anything, as when it is given up.</param>
public sealed record ActInfo(
    Act Act,
    ActKind Kind,
    Level Level,
    Audience Audience,
    bool InFamily = false,
    bool StopsWhenWithdrawn = false,
    bool NeedsPlan = false,
    LinkPurpose? Link = null
);

/// <summary>The table of acts: the one place that says who each is for.</summary>
public static class Acts
{
    private const Audience Holder = Audience.Coordinator;

    /// <summary>All acts, in the order of <see cref="Act"/>.</summary>
    public static IReadOnlyList<ActInfo> All { get; } =
    [
        new(Act.Open, ActKind.Open, Level.None, Audience.Anyone),
        new(Act.SignOut, ActKind.Open, Level.None, Audience.Anyone),
        new(Act.SeeUnit, ActKind.Read, Level.High, Audience.Unit),
        new(Act.SeeUnitFamily, ActKind.Read, Level.High, Audience.Unit, InFamily: true),
        new(Act.RegisterFamily, ActKind.Write, Level.High, Audience.Unit),
        new(Act.Appoint, ActKind.Write, Level.High, Audience.Unit, InFamily: true),
        new(Act.ActivateDeputy, ActKind.Write, Level.High, Audience.Unit, InFamily: true),
        new(Act.SeeToday, ActKind.Read, Level.High, Holder),
        new(Act.SeeFamilies, ActKind.Read, Level.High, Holder),
        new(Act.SeeFamily, ActKind.Read, Level.High, Holder, InFamily: true),
        new(Act.ChangeMember, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.ChangeGuardianship, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.ChangeParticipant, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.ImportMinutes, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.SeeMinutes, ActKind.Read, Level.High, Holder, InFamily: true),
        new(Act.CorrectMinutes, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.WriteMinutes, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.KeepDraft, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.PrepareMeeting, ActKind.Write, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.ReadMinutes, ActKind.Read, Level.High, Holder | Audience.Member, InFamily: true),
        new(
            Act.PublishMinutes,
            ActKind.Write,
            Level.High,
            Holder,
            InFamily: true,
            StopsWhenWithdrawn: true,
            NeedsPlan: true
        ),
        new(Act.RemarkOnMinutes, ActKind.Write, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.LogContact, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.RecordPlanYes, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.SeePlan, ActKind.Read, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.PrintPlan, ActKind.Read, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.ChangePlan, ActKind.Write, Level.High, Holder, InFamily: true, StopsWhenWithdrawn: true),
        new(Act.SeeOwnFamily, ActKind.Read, Level.High, Audience.Member, InFamily: true),
        new(Act.SeeSending, ActKind.Read, Level.High, Holder, InFamily: true),
        new(Act.SendAgreements, ActKind.Write, Level.High, Holder, InFamily: true, NeedsPlan: true),
        new(Act.AnswerOnBehalf, ActKind.Write, Level.High, Holder, InFamily: true, StopsWhenWithdrawn: true),
        new(
            Act.SeeLink,
            ActKind.Read,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Agreements
        ),
        new(
            Act.AnswerAgreement,
            ActKind.Write,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Agreements
        ),
        new(Act.RefuseLink, ActKind.Write, Level.Link, Audience.Link, InFamily: true),
        new(Act.AskForLink, ActKind.Write, Level.Link, Audience.Link, InFamily: true, NeedsPlan: true),
        new(Act.SendInvitations, ActKind.Write, Level.High, Holder, InFamily: true, NeedsPlan: true),
        new(
            Act.SeeInvitation,
            ActKind.Read,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Meeting
        ),
        new(
            Act.AnswerInvitation,
            ActKind.Write,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Meeting
        ),
        new(Act.AnswerOwnMeeting, ActKind.Write, Level.High, Audience.Member, InFamily: true, StopsWhenWithdrawn: true),
        new(Act.DeliverMail, ActKind.Write, Level.High, Audience.System, InFamily: true, NeedsPlan: true),
        new(Act.Remind, ActKind.Write, Level.High, Audience.System, InFamily: true, NeedsPlan: true),
        new(Act.SayOwn, ActKind.Write, Level.High, Audience.Member, InFamily: true, NeedsPlan: true),
        new(Act.SendLetter, ActKind.Write, Level.High, Holder, InFamily: true, NeedsPlan: true),
        new(Act.PrintLetter, ActKind.Read, Level.High, Holder, InFamily: true),
        new(Act.AttachDocument, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.ReadAttachment, ActKind.Read, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.AskForInput, ActKind.Write, Level.High, Holder, InFamily: true, NeedsPlan: true),
        new(
            Act.SeeInput,
            ActKind.Read,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Input
        ),
        new(
            Act.GiveInput,
            ActKind.Write,
            Level.Link,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Input
        ),
        new(Act.RecordFagYes, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.WithdrawFagYes, ActKind.Write, Level.High, Holder | Audience.Member, InFamily: true),
        new(Act.AskForLeader, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.AnswerLeadRequest, ActKind.Write, Level.High, Audience.Unit, InFamily: true),
        new(Act.ChangeOwnRules, ActKind.Write, Level.High, Audience.Unit),
        new(Act.SignIn, ActKind.Open, Level.None, Audience.Anyone),
        new(Act.SeeSessions, ActKind.Read, Level.LinkWithCode, Audience.Anyone),
        new(Act.EndSessions, ActKind.Write, Level.LinkWithCode, Audience.Anyone),
        new(Act.SeeCode, ActKind.Read, Level.Link, Audience.Link, InFamily: true),
        new(Act.AskForCode, ActKind.Write, Level.Link, Audience.Link, InFamily: true),
        new(Act.GiveCode, ActKind.Write, Level.Link, Audience.Link, InFamily: true),
        new(
            Act.SeeFullText,
            ActKind.Read,
            Level.LinkWithCode,
            Audience.Link,
            InFamily: true,
            NeedsPlan: true,
            Link: LinkPurpose.Agreements
        ),
        new(Act.SeeMessages, ActKind.Read, Level.High, Holder, InFamily: true),
        new(Act.SeeOwnMessages, ActKind.Read, Level.LinkWithCode, Audience.Member, InFamily: true),
        new(Act.WriteMessage, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.WriteOwnMessage, ActKind.Write, Level.LinkWithCode, Audience.Member, InFamily: true),
        new(Act.HandleMessage, ActKind.Write, Level.High, Holder, InFamily: true),
        new(Act.DeliverNotice, ActKind.Write, Level.High, Audience.System, InFamily: true),
        new(Act.SeeLog, ActKind.Read, Level.LinkWithCode, Audience.Member, InFamily: true),
        new(Act.ChooseFamily, ActKind.Write, Level.High, Audience.Member, InFamily: true),
        // A closed family's keys too, and the municipality's own, which is of no family.
        new(Act.RotateKeys, ActKind.Write, Level.High, Audience.System),
    ];

    /// <summary>What is decided about <paramref name="act"/>.</summary>
    public static ActInfo About(Act act) => All[(int)act];
}
