namespace Flette.Core.Access;

/// <summary>What a row of the log is told as, to those it is about.</summary>
public enum Looked
{
    /// <summary>Not told on the page: it was no looking, or it is about what one alone has.</summary>
    Hidden,

    /// <summary>What is written about the family: members, who takes part, the call log.</summary>
    Family,

    /// <summary>The plan.</summary>
    Plan,

    /// <summary>The plan on paper or as a file.</summary>
    PlanOnPaper,

    /// <summary>A meeting and what was written there.</summary>
    Meeting,

    /// <summary>A document attached to a meeting.</summary>
    Attachment,

    /// <summary>Who gets what sent.</summary>
    Sending,

    /// <summary>A letter to a service's leader.</summary>
    Letter,

    /// <summary>Messages with the coordinator.</summary>
    Messages,

    /// <summary>The family's name and who coordinates, at the unit.</summary>
    NameOnly,

    /// <summary>«Lenken til Kari ble åpnet»: who opened it is not known.</summary>
    LinkOpened,

    /// <summary>She answered by her link, so she has read it.</summary>
    LinkAnswered,

    /// <summary>She proved who she is, and read it in full.</summary>
    ReadInFull,
}

/// <summary>
/// Which acts «Hvem har sett» tells of (trust.md, The log; pasientjournalforskriften § 14). Every act nobody has thought of is hidden, and
/// a test goes through them all.
/// </summary>
public static class LogView
{
    private static readonly Dictionary<Act, Looked> Told = new()
    {
        [Act.SeeFamily] = Looked.Family,
        [Act.SeePlan] = Looked.Plan,
        [Act.PrintPlan] = Looked.PlanOnPaper,
        [Act.SeeMinutes] = Looked.Meeting,
        [Act.ReadMinutes] = Looked.Meeting,
        [Act.ReadAttachment] = Looked.Attachment,
        [Act.SeeSending] = Looked.Sending,
        [Act.PrintLetter] = Looked.Letter,
        [Act.SeeMessages] = Looked.Messages,
        [Act.SeeOwnMessages] = Looked.Messages,
        [Act.SeeUnitFamily] = Looked.NameOnly,
        [Act.SeeOwnFamily] = Looked.Family,
        [Act.SeeLink] = Looked.LinkOpened,
        [Act.SeeInvitation] = Looked.LinkOpened,
        [Act.SeeInput] = Looked.LinkOpened,
        [Act.AnswerAgreement] = Looked.LinkAnswered,
        [Act.AnswerInvitation] = Looked.LinkAnswered,
        [Act.GiveInput] = Looked.LinkAnswered,
        [Act.SeeFullText] = Looked.ReadInFull,
    };

    /// <summary>How it is told.</summary>
    public static Looked Of(Act act) => Told.GetValueOrDefault(act);

    /// <summary>The acts it tells of.</summary>
    public static IEnumerable<Act> Acts => Told.Keys;

    /// <summary>
    /// Whether a row of this asker's is told to a reader at all, before it is asked what it is about: what members do at home is theirs,
    /// so each sees her own and nobody else's.
    /// </summary>
    public static bool IsTold(AskerKind by, Guid byId, Guid reader) =>
        by is AskerKind.Staff or AskerKind.Link || (by == AskerKind.Member && byId == reader);
}
