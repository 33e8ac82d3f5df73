using Flette.Core.Transitions;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>What a transition is called and means, and what one can ask about it already.</summary>
/// <param name="What">«begynner på skolen», after a name; in English for another than the reader.</param>
/// <param name="Means">What it means, in a sentence.</param>
/// <param name="First">Something to ask at the next meeting.</param>
/// <param name="Second">One more.</param>
/// <param name="YouWhat">In English, after «You».</param>
internal sealed record ComingText(Told What, Told Means, Told First, Told Second, string YouWhat)
{
    /// <summary>The same to the one it is about, where it must be said otherwise.</summary>
    public (Told Means, Told First, Told Second)? ToYou { get; init; }
}

/// <summary>
/// The transitions in the words of the family face. General and about nobody: what becomes of this family is for those who meet to
/// find out, and no service is named that a family need not have (product law 8).
/// </summary>
internal static partial class ComingTexts
{
    /// <summary>The text of a kind.</summary>
    public static ComingText Of(TransitionKind kind) =>
        kind switch
        {
            TransitionKind.Kindergarten => Kindergarten,
            TransitionKind.School => School,
            TransitionKind.LowerSecondary => LowerSecondary,
            TransitionKind.UpperSecondary => UpperSecondary,
            TransitionKind.Fifteen => Fifteen,
            TransitionKind.Sixteen => Sixteen,
            TransitionKind.Eighteen => Eighteen,
            TransitionKind.LeavingSchool => LeavingSchool,
            TransitionKind.OwnHome => OwnHome,
            TransitionKind.Respite => Respite,
            TransitionKind.HospitalHome => HospitalHome,
            TransitionKind.Coordinator => Coordinator,
            TransitionKind.Moving => Moving,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static ComingText Kindergarten { get; } =
        new(
            new("kan begynne i barnehage", "kan byrje i barnehage", "can start kindergarten"),
            new(
                "Barnehagen blir en del av hverdagen, og må kjenne barnet før første dag.",
                "Barnehagen blir ein del av kvardagen, og må kjenne barnet før første dag.",
                "Kindergarten becomes part of the day, and must know the child before the first day."
            ),
            new(
                "Hva bør barnehagen vite fra første dag?",
                "Kva bør barnehagen vite frå første dag?",
                "What should the kindergarten know from the first day?"
            ),
            new(
                "Når må vi søke, og hvem hjelper oss med det?",
                "Når må vi søkje, og kven hjelper oss med det?",
                "When must we apply, and who helps us?"
            ),
            "can start kindergarten"
        );

    private static ComingText School { get; } =
        new(
            new("begynner på skolen", "byrjar på skulen", "starts school"),
            new(
                "Barnehagen slutter, og skolen begynner, med SFO etter skoletid.",
                "Barnehagen sluttar, og skulen byrjar, med SFO etter skuletid.",
                "Kindergarten ends and school begins, with a place to be after school (SFO)."
            ),
            new(
                "Hva bør skolen vite fra første dag, og hvem forteller det?",
                "Kva bør skulen vite frå første dag, og kven fortel det?",
                "What should the school know from the first day, and who tells it?"
            ),
            new(
                "Hva må være klart av hjelp, skyss og SFO?",
                "Kva må vere klart av hjelp, skyss og SFO?",
                "What help, transport and SFO must be ready?"
            ),
            "start school"
        );

    private static ComingText LowerSecondary { get; } =
        new(
            new("begynner på ungdomsskolen", "byrjar på ungdomsskulen", "starts lower secondary school"),
            new(
                "Ny skole, nye lærere og flere fag.",
                "Ny skule, nye lærarar og fleire fag.",
                "A new school, new teachers and more subjects."
            ),
            new(
                "Hva virker nå, som bør følge med til den nye skolen?",
                "Kva verkar no, som bør følgje med til den nye skulen?",
                "What works now that should come along to the new school?"
            ),
            new(
                "Hvem kan en gå til der når noe er vanskelig?",
                "Kven kan ein gå til der når noko er vanskeleg?",
                "Whom can one go to there when something is hard?"
            ),
            "start lower secondary school"
        );

    private static ComingText UpperSecondary { get; } =
        new(
            new("kan begynne på videregående", "kan byrje på vidaregåande", "can start upper secondary school"),
            new(
                "Det er fylkeskommunen som har skolen, og en søker om plass.",
                "Det er fylkeskommunen som har skulen, og ein søkjer om plass.",
                "The county has the school, and one applies for a place."
            ),
            new(
                "Hvilke skoler og programmer passer?",
                "Kva skular og program passar?",
                "Which schools and programmes fit?"
            ),
            new(
                "Når er søknadsfristen, og er den tidligere når opplæringen skal legges til rette?",
                "Når er søknadsfristen, og er han tidlegare når opplæringa skal leggjast til rette?",
                "When must one apply, and is it earlier when teaching is to be adapted?"
            ),
            "can start upper secondary school"
        );

    private static ComingText LeavingSchool { get; } =
        new(
            new("kan være ferdig på skolen", "kan vere ferdig på skulen", "can have finished school"),
            new(
                "Skolen tar slutt, og dagene skal fylles med noe annet.",
                "Skulen tek slutt, og dagane skal fyllast med noko anna.",
                "School ends, and the days are to be filled with something else."
            ),
            new(
                "Hva skal fylle dagene etter skolen: arbeid, dagtilbud eller mer skole?",
                "Kva skal fylle dagane etter skulen: arbeid, dagtilbod eller meir skule?",
                "What is to fill the days after school: work, a day programme or more school?"
            ),
            new(
                "Kan noe av det prøves ut mens skolen ennå er der?",
                "Kan noko av det prøvast ut medan skulen enno er der?",
                "Can some of it be tried out while school is still there?"
            ),
            "can have finished school"
        );
}
