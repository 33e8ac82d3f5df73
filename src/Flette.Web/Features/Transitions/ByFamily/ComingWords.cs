using Flette.Core.Transitions;
using Flette.Core.Words;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>What the family face says of the time ahead, in its three languages. A text is changed in all three.</summary>
public sealed record ComingWords(Tongue Tongue)
{
    public string Title => Say("Tiden framover", "Tida framover", "The time ahead");

    public string About =>
        Say(
            "Dette blir annerledes med årene. Ingenting sendes, og ingenting er avgjort.",
            "Dette blir annleis med åra. Ingenting blir sendt, og ingenting er avgjort.",
            "This changes as the years go by. Nothing is sent, and nothing is decided."
        );

    public string More => Say("Mer om tiden framover", "Meir om tida framover", "More about the time ahead");

    public string Comes => Say("Dette kommer", "Dette kjem", "What is coming");

    public string FurtherOn => Say("Lenger fram", "Lenger fram", "Further on");

    public string Nothing =>
        Say(
            "Det er ingenting å fortelle om tiden framover her.",
            "Det er ingenting å fortelje om tida framover her.",
            "There is nothing to tell of the time ahead here."
        );

    public string Begin => Say("Tid for å begynne", "Tid for å byrje", "Time to begin");

    public string Starts => Say("Får det i gang", "Får det i gang", "Gets it started");

    public string TakesOver => Say("Tar over", "Tek over", "Takes over");

    public string Ask => Say("Spør gjerne på neste møte", "Spør gjerne på neste møte", "Ask at the next meeting");

    /// <summary>«Ida begynner på skolen i august 2027».</summary>
    public string Heading(Coming coming, DateOnly today) => $"{What(coming)} {When(coming, today)}";

    /// <summary>«Ida begynner på skolen», where the day stands beside it.</summary>
    public string What(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        var text = ComingTexts.Of(coming.Transition.Kind);
        return coming.Who is { } who
            ? $"{who} {text.What.In(Tongue)}"
            : Say($"Du {text.What.Bokmal}", $"Du {text.What.Nynorsk}", $"You {text.YouWhat}");
    }

    /// <summary>«i august 2027» where only the month is known; else «3. mai 2027».</summary>
    public string When(Coming coming, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(coming);
        var day = coming.Transition.Day;
        if (coming.IsMonth)
        {
            return InMonth(day);
        }
        var named = NorwegianDates.DayAndMonth(day, today, Tongue);
        return Say(named, named, $"on {named}");
    }

    /// <summary>When to begin: «nå», or the month.</summary>
    public string Opens(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        return coming.Transition.State == TransitionState.Later
            ? NorwegianDates.Capital(InMonth(coming.Transition.Opens))
            : Say("Nå", "No", "Now");
    }

    /// <summary>What it means, in a sentence.</summary>
    public string Means(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        var text = ComingTexts.Of(coming.Transition.Kind);
        return (coming.Who is null && text.ToYou is { } you ? you.Means : text.Means).In(Tongue);
    }

    /// <summary>What one can ask.</summary>
    public IReadOnlyList<string> Questions(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        var text = ComingTexts.Of(coming.Transition.Kind);
        var (first, second) =
            coming.Who is null && text.ToYou is { } you ? (you.First, you.Second) : (text.First, text.Second);
        return [first.In(Tongue), second.In(Tongue)];
    }

    /// <summary>Who has the task of getting it started.</summary>
    public string Owner(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        return RuleTexts.In(coming.Transition.Rule.Owner, Tongue);
    }

    /// <summary>Who takes over; the reader herself where it is the youth.</summary>
    public string Receiver(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        return (coming.Who, coming.Transition.Rule.Receiver) switch
        {
            (null, "Ungdommen") => Say("Du selv", "Du sjølv", "You yourself"),
            (null, "Den unge og voksentjenestene") => Say(
                "Du og voksentjenestene",
                "Du og vaksentenestene",
                "You and the services for adults"
            ),
            var (_, receiver) => RuleTexts.In(receiver, Tongue),
        };
    }

    /// <summary>«Loven sier at … (barnehageloven § 2 a).» General, and about nobody.</summary>
    public string Law(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        var law = coming.Transition.Rule.Law;
        var says = RuleTexts.In(law.Says, Tongue);
        return $"{Say("Loven sier at", "Lova seier at", "The law says that")} {says} ({law.Basis.Named}).";
    }

    /// <summary>On what the day rests when the child is not born; null when it is.</summary>
    public string? Expected(Coming coming)
    {
        ArgumentNullException.ThrowIfNull(coming);
        return coming.Transition.IsExpected
            ? Say(
                "Regnet fra når barnet er ventet.",
                "Rekna frå når barnet er venta.",
                "Counted from when the child is expected."
            )
            : null;
    }

    /// <summary>The same in a line, for the first page and for paper: who gets it started and who takes over.</summary>
    public string Line(Coming coming) => $"{Starts}: {Owner(coming)}. {TakesOver}: {Receiver(coming)}.";

    // What the reader has a say in, when she is not of age.

    public string OwnSay => Say("Det du er med på å bestemme", "Det du er med på å bestemme", "What you have a say in");

    public string OwnSayAbout =>
        Say(
            "Slik er loven for den som er like gammel som deg.",
            "Slik er lova for den som er like gammal som deg.",
            "This is the law for whoever is as old as you."
        );

    public string Now => Say("Nå", "No", "Now");

    public string OwnMore => Say("Vis resten", "Vis resten", "Show the rest");

    public string From(int age, DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.DayAndMonth(day, today, Tongue);
        return Say(
            $"Fra du fyller {age} år, {when}",
            $"Frå du fyller {age} år, {when}",
            $"From when you turn {age}, on {when}"
        );
    }

    /// <summary>What changes at an age, to the one who is that old.</summary>
    internal string Of(Told told) => told.In(Tongue);

    private string InMonth(DateOnly day)
    {
        var month = $"{NorwegianDates.MonthName(day, Tongue)} {day.Year.ToString(Norwegian.Culture)}";
        return Say($"i {month}", $"i {month}", $"in {month}");
    }

    private string Say(string bokmal, string nynorsk, string english) => new Told(bokmal, nynorsk, english).In(Tongue);
}
