namespace Flette.Core.Families;

/// <summary>What is written in free words about a member or a participant, beside the name.</summary>
public enum PersonText
{
    RelationNote,
    Language,
    InterpreterLanguage,
    InterpreterMode,
    InterpreterNote,
    Reading,
    ReachNote,
    Phone,
    Arena,
    Function,
    AboutMe,
    NewHome,
    Role,
    Organisation,
    StandIn,
}

/// <summary>A text longer than its field takes.</summary>
public sealed record PersonTextTooLong(PersonText Field, int Most) : MemberRefusal;

/// <summary>How long each may be: room for what is asked, and none for a document.</summary>
public static class PersonTexts
{
    /// <summary>Most characters.</summary>
    public static int Most(PersonText text) =>
        text switch
        {
            PersonText.Phone => 30,
            PersonText.Language or PersonText.InterpreterLanguage or PersonText.InterpreterMode => 60,
            PersonText.RelationNote or PersonText.NewHome => 80,
            PersonText.Arena or PersonText.Role or PersonText.Organisation or PersonText.StandIn => 200,
            PersonText.InterpreterNote or PersonText.Reading or PersonText.ReachNote => 300,
            PersonText.Function or PersonText.AboutMe => 2_000,
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };

    /// <summary>The first that is too long, or null.</summary>
    public static PersonTextTooLong? Check(params IEnumerable<(PersonText Field, string? Text)> texts) =>
        texts
            .Where(t => t.Text?.Length > Most(t.Field))
            .Select(t => new PersonTextTooLong(t.Field, Most(t.Field)))
            .FirstOrDefault();

    /// <summary>Those of a way to reach someone.</summary>
    internal static MemberRefusal? Check(Reach reach) =>
        reach.Email is { } mail && !MailAddresses.Possible(mail)
            ? new EmailImpossible()
            : Check((PersonText.Phone, reach.Phone), (PersonText.ReachNote, reach.Note));

    /// <summary>Those of a member.</summary>
    internal static MemberRefusal? Check(MemberDetails member) =>
        Check(member.Reach)
        ?? Check(
            (PersonText.RelationNote, member.RelationNote),
            (PersonText.Language, member.Language),
            (PersonText.InterpreterLanguage, member.Interpreter?.Language),
            (PersonText.InterpreterMode, member.Interpreter?.Mode),
            (PersonText.InterpreterNote, member.Interpreter?.Note),
            (PersonText.Reading, member.ReadingDifficulty),
            (PersonText.Arena, member.Arena),
            (PersonText.Function, member.Function),
            (PersonText.AboutMe, member.AboutMe)
        );
}
