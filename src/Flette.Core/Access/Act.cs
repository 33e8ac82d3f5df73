namespace Flette.Core.Access;

/// <summary>Every action in the system. <see cref="Acts"/> says for each who may do it and how it is logged.</summary>
public enum Act
{
    /// <summary>Pages anyone may open: style sheets, error pages, the way in.</summary>
    Open,

    /// <summary>End one's own session.</summary>
    SignOut,

    /// <summary>The unit's overview: families, appointments, load. No content.</summary>
    SeeUnit,

    /// <summary>One family at the unit: its name and appointments. No content.</summary>
    SeeUnitFamily,

    /// <summary>Register a family's name.</summary>
    RegisterFamily,

    /// <summary>Appoint a coordinator, or end an appointment (hol §§ 7-2, 7-2 a, 7-3).</summary>
    Appoint,

    /// <summary>Open a family to the named deputy for a given time.</summary>
    ActivateDeputy,

    /// <summary>The coordinator's day.</summary>
    SeeToday,

    /// <summary>The coordinator's own families, and search among them.</summary>
    SeeFamilies,

    /// <summary>A family as its coordinator sees it: members, positions, team, minutes, call log.</summary>
    SeeFamily,

    /// <summary>Register or change a member, a household or how to reach someone.</summary>
    ChangeMember,

    /// <summary>Register or end a legal position.</summary>
    ChangeGuardianship,

    /// <summary>Register or change a participant of the team.</summary>
    ChangeParticipant,

    /// <summary>Take in old minutes as pasted text or a document.</summary>
    ImportMinutes,

    /// <summary>See a meeting, who was there and what was agreed, and its minutes beside what was read from them.</summary>
    SeeMinutes,

    /// <summary>Correct what was read, and keep it.</summary>
    CorrectMinutes,

    /// <summary>Plan a meeting, write its minutes while it is held, and end it.</summary>
    WriteMinutes,

    /// <summary>Keep the unfinished line that stands in one's own field (trust.md, At rest). Nobody else reads it.</summary>
    KeepDraft,

    /// <summary>Say beforehand what is to be taken up in a meeting, and how it should be held.</summary>
    PrepareMeeting,

    /// <summary>See the lines of published minutes, on the screen or on paper, as far as they are for the one who asks.</summary>
    ReadMinutes,

    /// <summary>Publish the minutes: who gets which line, and the agreements sent; and take that back.</summary>
    PublishMinutes,

    /// <summary>Say that a line of published minutes is wrong.</summary>
    RemarkOnMinutes,

    /// <summary>Write in the call log.</summary>
    LogContact,

    /// <summary>Record someone's yes, or the withdrawal of it (FOR-2022-06-22-1110 § 5).</summary>
    RecordPlanYes,

    /// <summary>The plan.</summary>
    SeePlan,

    /// <summary>The plan on paper or as a file. Not the same as seeing it: what is printed can be carried away.</summary>
    PrintPlan,

    /// <summary>Change what matters, goals, measures, agreements, needs: in the working notes, and with a yes in the plan.</summary>
    ChangePlan,

    /// <summary>The family's own page.</summary>
    SeeOwnFamily,

    /// <summary>Who gets what, before it is sent, and what has been sent.</summary>
    SeeSending,

    /// <summary>Send links to those who have agreements, give one nobody has to a person, or take a sending back.</summary>
    SendAgreements,

    /// <summary>Write down an answer someone gave by telephone or in person.</summary>
    AnswerOnBehalf,

    /// <summary>One's own agreements, by link.</summary>
    SeeLink,

    /// <summary>Answer one's own agreement, by link.</summary>
    AnswerAgreement,

    /// <summary>«Ikke meg»: the link stops working, and the coordinator is told.</summary>
    RefuseLink,

    /// <summary>Ask for a new link in place of one that has run out. It goes only to the address on record.</summary>
    AskForLink,

    /// <summary>Send those on the list of a meeting their invitations, or take such a sending back.</summary>
    SendInvitations,

    /// <summary>One's own invitation to a meeting, by link.</summary>
    SeeInvitation,

    /// <summary>Answer one's own invitation, by link or from a calendar.</summary>
    AnswerInvitation,

    /// <summary>Answer the next meeting on the family's own page: come, change it, put it off.</summary>
    AnswerOwnMeeting,

    /// <summary>Let a mail that waited leave the house, or stop it. The program's own act; no page offers it.</summary>
    DeliverMail,

    /// <summary>Remind those who have agreements, at the pace of each. The program's own act; no page offers it.</summary>
    Remind,

    /// <summary>Say something of one's own plan: that nothing has happened, that something helps, that one wants to be reminded.</summary>
    SayOwn,

    /// <summary>Send a letter to a service's leader, with the family's yes, or take it back while it waits.</summary>
    SendLetter,

    /// <summary>A letter that was sent, or is about to be, on paper or as a file.</summary>
    PrintLetter,

    /// <summary>Attach a document to a meeting, change what is said of it, or take it away.</summary>
    AttachDocument,

    /// <summary>Open a document that is attached to a meeting.</summary>
    ReadAttachment,

    /// <summary>Ask people for what they have to say before a meeting, propose times, or take such a sending back.</summary>
    AskForInput,

    /// <summary>What one is asked before a meeting, by link.</summary>
    SeeInput,

    /// <summary>Say something before a meeting by link: three lines, times, how it goes with one's own agreements.</summary>
    GiveInput,

    /// <summary>Write down the family's yes to fagmøter (trust.md, Consent).</summary>
    RecordFagYes,

    /// <summary>Take back a yes to fagmøter: oneself, or written down for the one who does.</summary>
    WithdrawFagYes,

    /// <summary>Ask the own unit for somebody else to lead a meeting, or take that back.</summary>
    AskForLeader,

    /// <summary>The unit names somebody to lead a meeting, or says no. It sees the family's name and the day.</summary>
    AnswerLeadRequest,

    /// <summary>Change what the municipality has of its own for what the product knows: who holds a transition, when it is begun. About no family.</summary>
    ChangeOwnRules,

    /// <summary>Come in by an issuer of the municipality's. The log says who came in, and who was not let in.</summary>
    SignIn,

    /// <summary>The places one is signed in.</summary>
    SeeSessions,

    /// <summary>End a session of one's own, here or elsewhere.</summary>
    EndSessions,

    /// <summary>Where one asks for a one-time code from a link, and writes it.</summary>
    SeeCode,

    /// <summary>Have a one-time code sent to the number on record.</summary>
    AskForCode,

    /// <summary>Prove who one is with a one-time code.</summary>
    GiveCode,

    /// <summary>What one's own agreements say in full, by link and code or work sign-in.</summary>
    SeeFullText,

    /// <summary>What the family and its coordinator have written to each other, as the coordinator reads it.</summary>
    SeeMessages,

    /// <summary>The same as one in the family reads it: her own.</summary>
    SeeOwnMessages,

    /// <summary>Write to one in the family, or write down what she said.</summary>
    WriteMessage,

    /// <summary>Write to whoever coordinates.</summary>
    WriteOwnMessage,

    /// <summary>Say that a message is heard, or make it a thread; and how soon one answers.</summary>
    HandleMessage,

    /// <summary>Let a message between a family and its coordinator alone leave the house, or stop it. No plan is needed for it.</summary>
    DeliverNotice,

    /// <summary>«Hvem har sett»: the log, as far as it is about what she may see.</summary>
    SeeLog,

    /// <summary>Go from one's one family to another: one may be a member of several.</summary>
    ChooseFamily,

    /// <summary>Give those a family's words are sealed for a new key each, or destroy their old ones: an operator's <c>keys rotate</c>.</summary>
    RotateKeys,
}
