using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Plans;

/// <summary>The plan's words.</summary>
public static class Words
{
    /// <summary>Who will read what is written before there is a yes.</summary>
    public const string NotesOnly =
        "Det er ikke sagt ja til en plan ennå. Til det er gjort: " + Contacts.Words.WorkingNotes;

    /// <summary>Who will read what is written in the plan.</summary>
    public const string InPlan = "Det står i planen. Valget over sier hvem som ser det.";

    /// <summary>A part of life.</summary>
    public static string Of(LifeArea area) =>
        area switch
        {
            LifeArea.Home => "hjem",
            LifeArea.School => "skole og barnehage",
            LifeArea.Health => "helse",
            LifeArea.Respite => "avlastning",
            LifeArea.Leisure => "fritid",
            LifeArea.Money => "økonomi",
            LifeArea.Housing => "bolig",
            LifeArea.Work => "arbeid og utdanning",
            LifeArea.Network => "nettverk",
            LifeArea.Transition => "overgang",
            _ => throw new ArgumentOutOfRangeException(nameof(area)),
        };

    /// <summary>Where a goal stands.</summary>
    public static string Of(GoalState state) =>
        state switch
        {
            GoalState.Active => "aktivt",
            GoalState.Reached => "nådd",
            GoalState.Parked => "parkert",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Where a measure stands.</summary>
    public static string Of(MeasureState state) =>
        state switch
        {
            MeasureState.Planned => "planlagt",
            MeasureState.InProgress => "i gang",
            MeasureState.Waiting => "venter",
            MeasureState.Done => "gjort",
            MeasureState.Stopped => "stoppet",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>The look of a measure's state.</summary>
    public static StatusWord Look(MeasureState state) =>
        state switch
        {
            MeasureState.Planned => StatusWord.Open,
            MeasureState.InProgress => StatusWord.InProgress,
            MeasureState.Waiting => StatusWord.Waiting,
            MeasureState.Done => StatusWord.Done,
            MeasureState.Stopped => StatusWord.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Whether a need is met.</summary>
    public static string Of(NeedState state) => state == NeedState.Met ? "dekket" : "ikke dekket";

    /// <summary>Who may see it.</summary>
    public static string Of(Sharing sharing) =>
        sharing switch
        {
            Sharing.Usual => "de som vanligvis ser det",
            Sharing.AtHome => "også de andre voksne hjemme",
            Sharing.Private => "bare den det gjelder, koordinatoren og den ansvarlige",
            _ => throw new ArgumentOutOfRangeException(nameof(sharing)),
        };

    /// <summary>Who may see it, to choose from.</summary>
    public static IReadOnlyList<FieldOption> Sharings { get; } =
    [
        new(
            nameof(Sharing.Usual),
            "De som vanligvis ser det",
            "Den det gjelder. Er det et barn under 16 år, også de som har foreldreansvar."
        ),
        new(nameof(Sharing.AtHome), "Også de andre voksne hjemme", "Bare for det som er en voksens eget."),
        new(nameof(Sharing.Private), "Bare den det gjelder", "Og koordinatoren, og den som er ansvarlig."),
    ];

    /// <summary>The same to choose from for a measure, which is shared as its goal is.</summary>
    public static IReadOnlyList<FieldOption> Privacies { get; } =
    [
        new("false", "De som ser målet"),
        new("true", "Bare den det gjelder", "Og koordinatoren, og den som er ansvarlig."),
    ];

    /// <summary>Parts of life to choose from.</summary>
    public static IReadOnlyList<FieldOption> Areas { get; } = Choices<LifeArea>(Of);

    /// <summary>Where a goal stands, to choose from.</summary>
    public static IReadOnlyList<FieldOption> GoalStates { get; } = Choices<GoalState>(Of);

    /// <summary>Where a measure stands, to choose from.</summary>
    public static IReadOnlyList<FieldOption> MeasureStates { get; } = Choices<MeasureState>(Of);

    /// <summary>Whether a need is met, to choose from.</summary>
    public static IReadOnlyList<FieldOption> NeedStates { get; } = Choices<NeedState>(Of);

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            TextMissing t => (Field(t.Field), Missing(t.Field)),
            TextTooLong t => (Field(t.Field), $"Teksten er for lang. Høyst {t.Most} tegn."),
            AboutMissing => ("Input.About", "Velg hvem det gjelder."),
            NotInFamily => ("Input.About", "En av dem du valgte, er ikke i familien lenger. Velg på nytt."),
            NotAnAdults => (
                "Input.Sharing",
                "Bare det som er en voksens eget, deles hjemme ved valg. Hvem som ser det som gjelder et barn, følger av loven."
            ),
            DayAhead => ("Input.Day", "Dagen kan ikke være fram i tid."),
            DayImpossible => ("Input.Day", "Dagen ser ikke riktig ut."),
            PlanDayOutside d => (Field(d.Field), "Dagen ser ikke riktig ut."),
            PlanDayBeforeFirst d => (Field(d.Field), "Dagen er før planen begynner."),
            ScoreOutside => ("Input.Score", "Velg et tall fra 0 til 10."),
            ScoreIncomplete => ("Input.Score", "Skriv både tallet og hvem som sa det."),
            GoalUnknown => ("Input.Goal", "Velg hvilket mål tiltaket hører til."),
            ResponsibleMissing => ("Input.Responsible", "Velg hvem som er ansvarlig."),
            PersonUnknown p => (Field(p.Field), "Den du valgte, er ikke med lenger. Velg på nytt."),
            NamesPrivate p => (
                Field(p.Field),
                "At denne personen er med, er det bare noen få som vet. Velg en annen, eller la bare den det gjelder se det."
            ),
            NoSuchEntry => ("", "Fant det ikke. Last siden på nytt."),
            NothingToUndo => ("", "Det er ikke noe å angre."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over begge tekstene og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private static string Missing(PlanField field) =>
        field switch
        {
            PlanField.Words => "Skriv det som ble sagt.",
            PlanField.What => "Skriv hva som skal gjøres.",
            PlanField.From => "Skriv når planen gjelder fra.",
            _ => "Skriv noe her.",
        };

    private static string Field(PlanField field) => "Input." + (field == PlanField.Way ? "How" : field.ToString());

    private static List<FieldOption> Choices<T>(Func<T, string> words)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Select(v => new FieldOption(v.ToString(), Core.Words.NorwegianDates.Capital(words(v))))
            .ToList();
}
