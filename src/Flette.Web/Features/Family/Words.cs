using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Words;

namespace Flette.Web.Features.Family;

/// <summary>
/// Every text of the family face, in its three languages side by side. A text is changed in all three.
/// </summary>
public sealed partial record Words
{
    private Words(Tongue tongue) => Tongue = tongue;

    public static Words Bokmal { get; } = new(Tongue.Bokmal);

    public static Words Nynorsk { get; } = new(Tongue.Nynorsk);

    public static Words English { get; } = new(Tongue.English);

    public Tongue Tongue { get; }

    /// <summary>The texts in a language.</summary>
    public static Words Of(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => Nynorsk,
            Tongue.English => English,
            _ => Bokmal,
        };

    public string FirstPage => Say("Hvem og hva nå", "Kven og kva no", "Who and what now");

    public string OurPlan => Say("Planen vår", "Planen vår", "Our plan");

    public string Hello(string name) => Say($"Hei, {name}", $"Hei, {name}", $"Hello, {name}");

    public string WhatThisIs =>
        Say(
            "Her ser du hvem som hjelper dere, og hva som skjer nå.",
            "Her ser du kven som hjelper dykk, og kva som skjer no.",
            "Here you see who helps you, and what happens now."
        );

    // Who coordinates.

    public string OurCoordinator => Say("Koordinatoren vår", "Koordinatoren vår", "Our coordinator");

    public string Of(CoordinatorKind kind) =>
        kind switch
        {
            CoordinatorKind.Coordinator => Say("koordinator", "koordinator", "coordinator"),
            CoordinatorKind.ChildrensCoordinator => Say(
                "barnekoordinator",
                "barnekoordinator",
                "coordinator for children (barnekoordinator)"
            ),
            CoordinatorKind.FamilyCoordinator => Say(
                "familiekoordinator",
                "familiekoordinator",
                "family coordinator (familiekoordinator)"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public string Ring(string phone) => Say($"Ring {phone}", $"Ring {phone}", $"Call {phone}");

    public string RingName(string name, string phone) =>
        Say($"Ring {name}, {phone}", $"Ring {name}, {phone}", $"Call {name}, {phone}");

    public string NoPhone(string name) =>
        Say(
            $"Telefonnummeret til {name} er ikke skrevet inn ennå.",
            $"Telefonnummeret til {name} er ikkje skrive inn enno.",
            $"The phone number of {name} has not been entered yet."
        );

    public string StandsIn(string deputy, string coordinator, DateOnly? until, DateOnly today)
    {
        var last = until is { } day ? NorwegianDates.DayAndMonth(day, today, Tongue) : null;
        return Say(
            $"{deputy} står inn for {coordinator} nå{(last is null ? "" : $", til og med {last}")}.",
            $"{deputy} står inn for {coordinator} no{(last is null ? "" : $", til og med {last}")}.",
            $"{deputy} stands in for {coordinator} now{(last is null ? "" : $", until {last}")}."
        );
    }

    public string NoCoordinator =>
        Say(
            "Dere har ingen koordinator akkurat nå. Koordinerende enhet i kommunen skal oppnevne en ny.",
            "De har ingen koordinator akkurat no. Koordinerande eining i kommunen skal oppnemne ein ny.",
            "You have no coordinator right now. The municipality's coordinating unit shall appoint a new one."
        );

    // The next meeting.

    public string NextMeeting => Say("Neste møte", "Neste møte", "Next meeting");

    public string NoMeeting =>
        Say(
            "Det er ikke satt opp noe møte. Si fra til koordinatoren hvis dere vil møtes.",
            "Det er ikkje sett opp noko møte. Sei frå til koordinatoren om de vil møtast.",
            "No meeting is planned. Tell the coordinator if you want to meet."
        );

    public string Clock(TimeOnly from, TimeOnly? to) =>
        NorwegianDates.Capital(NorwegianDates.ClockRange(from, to, Tongue));

    // What happens now.

    public string Now => Say("Dette skjer nå", "Dette skjer no", "What happens now");

    public string NothingNow =>
        Say(
            "Ingen andre har noe de skal gjøre akkurat nå. Det dere blir enige om på neste møte, kommer her.",
            "Ingen andre har noko dei skal gjere akkurat no. Det de blir samde om på neste møte, kjem her.",
            "Nobody else has anything to do right now. What you agree on at the next meeting will stand here."
        );

    public string More => Say("Mer som skjer", "Meir som skjer", "More that happens");

    public string Ours => Say("Dette skal vi gjøre selv", "Dette skal vi gjere sjølve", "What we shall do ourselves");

    public string NothingOurs =>
        Say(
            "Dere har ingenting dere skal gjøre nå.",
            "De har ingenting de skal gjere no.",
            "There is nothing you have to do now."
        );

    public string NeedsHand =>
        Say(
            "Blir det for mye? Ring koordinatoren, så kan andre ta noe av det.",
            "Blir det for mykje? Ring koordinatoren, så kan andre ta noko av det.",
            "Is it too much? Call the coordinator, and others can take some of it."
        );

    public string SomeoneInTheTeam => Say("en i ansvarsgruppa", "ein i ansvarsgruppa", "someone in the support team");

    public string Concerns(string names) => Say($"Gjelder {names}", $"Gjeld {names}", $"About {names}");

    public string By(DateOnly due, DateOnly today) =>
        Say("Innen ", "Innan ", "By ") + NorwegianDates.Full(due, today, Tongue);

    public string WasMeantBy(DateOnly due, DateOnly today)
    {
        var day = NorwegianDates.DayAndMonth(due, today, Tongue);
        return Say($"Var ment til {day}", $"Var meint til {day}", $"Was meant for {day}");
    }

    // What matters, and the plan.

    public string Matters => Say("Dette er viktig for oss", "Dette er viktig for oss", "This matters to us");

    public string WholePlan => Say("Se hele planen", "Sjå heile planen", "See the whole plan");

    public string NoPlan =>
        Say("Her står det ingen plan ennå", "Her står det ingen plan enno", "There is no plan here yet");

    public string NoPlanMeans =>
        Say(
            "En plan blir til når det er sagt ja til den. Spør koordinatoren hva en plan er, og hva et ja betyr. Det er frivillig.",
            "Ein plan blir til når det er sagt ja til han. Spør koordinatoren kva ein plan er, og kva eit ja tyder. Det er frivillig.",
            "A plan comes to be when someone has said yes to it. Ask the coordinator what a plan is, and what a yes means. It is voluntary."
        );

    /// <summary>Why a plan is stopped.</summary>
    public string Stopped(PlanState state) =>
        state == PlanState.Paused
            ? Say("Planen venter på et ja", "Planen ventar på eit ja", "The plan waits for a yes")
            : Say("Ja-et til planen er trukket", "Ja-et til planen er trekt", "The yes to the plan has been withdrawn");

    /// <summary>What it means that it is.</summary>
    public string StoppedMeans(PlanState state) => state == PlanState.Paused ? PausedMeans : WithdrawnMeans;

    private string PausedMeans =>
        Say(
            "Noen som må si ja til planen, har ikke gjort det ennå. Til da blir ingenting sendt ut, og ingen kan endre den. Det som står der, kan dere lese. Snakk med koordinatoren.",
            "Nokon som må seie ja til planen, har ikkje gjort det enno. Til då blir ingenting sendt ut, og ingen kan endre han. Det som står der, kan de lese. Snakk med koordinatoren.",
            "Someone who must say yes to the plan has not done so yet. Until then nothing is sent, and nobody can change it. You can read what stands there. Talk to the coordinator."
        );

    private string WithdrawnMeans =>
        Say(
            "Planen er stoppet. Ingenting sendes ut, og ingen kan endre den. Det som står der, kan dere fortsatt lese. Koordinatoren er der fremdeles.",
            "Planen er stoppa. Ingenting blir sendt ut, og ingen kan endre han. Det som står der, kan de framleis lese. Koordinatoren er der framleis.",
            "The plan has stopped. Nothing is sent, and nobody can change it. You can still read what stands there. The coordinator is still there."
        );

    // The plan's page.

    public string PlanOf(string name) => Say($"Planen til {name}", $"Planen til {name}", $"{name}'s plan");

    public string MyPlan => Say("Planen min", "Planen min", "My plan");

    public string FamilysPlan => Say("Familiens plan", "Planen til familien", "The family's plan");

    public string Lasts(DateOnly from, DateOnly? until, DateOnly today)
    {
        var (first, last) = (
            NorwegianDates.DayAndMonth(from, today, Tongue),
            until is { } day ? NorwegianDates.DayAndMonth(day, today, Tongue) : null
        );
        return Say(
            $"Gjelder fra {first}{(last is null ? "" : $" til {last}")}.",
            $"Gjeld frå {first}{(last is null ? "" : $" til {last}")}.",
            $"Holds from {first}{(last is null ? "" : $" until {last}")}."
        );
    }

    public string LookedAt(DateOnly revision, DateOnly today)
    {
        var day = NorwegianDates.WithDay(revision, today, Tongue);
        return Say($"Vi ser på den sammen {day}.", $"Vi ser på han saman {day}.", $"We look at it together on {day}.");
    }

    public string Wrong =>
        Say(
            "Er noe feil eller mangler det noe? Si det til koordinatoren.",
            "Er noko feil, eller manglar det noko? Sei det til koordinatoren.",
            "Is something wrong or missing? Tell the coordinator."
        );

    public string Empty =>
        Say(
            "Her kommer mål, avtaler og det som er viktig for dere, etter hvert som det blir skrevet.",
            "Her kjem mål, avtalar og det som er viktig for dykk, etter kvart som det blir skrive.",
            "Goals, agreements and what matters to you will stand here as they are written."
        );

    public string Before => Say("Slik var det før", "Slik var det før", "What was said before");

    public string ToldBy(string name) => Say($"fortalt av {name}", $"fortalt av {name}", $"told by {name}");

    /// <summary>How something was said, and who passed it on.</summary>
    /// <param name="firstName">A member's first name; empty for one the reader does not know of.</param>
    public string? How(WhatMattersDetails said, Guid member, Func<Guid?, string> firstName)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(firstName);
        var teller = said.ToldByText ?? (said.ToldBy is { } by && by != member ? firstName(by) : null);
        var parts = new[] { said.How, string.IsNullOrEmpty(teller) ? null : ToldBy(teller) };
        return parts.OfType<string>().ToList() is { Count: > 0 } how ? string.Join(", ", how) : null;
    }

    public string Goals => Say("Målene våre", "Måla våre", "Our goals");

    public string Of(GoalState state) =>
        state switch
        {
            GoalState.Active => Say("Vi jobber med det", "Vi arbeider med det", "We are working on it"),
            GoalState.Reached => Say("Nådd", "Nådd", "Reached"),
            GoalState.Parked => Say("Venter", "Ventar", "Waiting"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public string Agreed => Say("Avtaler", "Avtalar", "Agreements");

    public string AgreedByNobody =>
        Say("Avtaler ingen har ennå", "Avtalar ingen har enno", "Agreements nobody has yet");

    public string Ended => Say("Ferdige avtaler", "Ferdige avtalar", "Finished agreements");

    public string Needs => Say("Det vi trenger", "Det vi treng", "What we need");

    public string HasIt(string name) => Say($"{name} har det", $"{name} har det", $"{name} has it");

    public string NobodyHasIt => Say("Ingen har det ennå", "Ingen har det enno", "Nobody has it yet");

    public string GoodAt => Say("Dette er vi gode på", "Dette er vi gode på", "What we are good at");

    public string Brings => Say("Dette bidrar vi med", "Dette bidreg vi med", "What each of us brings");

    public string Team => Say("De som er med", "Dei som er med", "Who takes part");

    public string Heard(string? name) =>
        name is null
            ? Say("Slik har barna vært med", "Slik har barna vore med", "How the children took part")
            : Say($"Slik har {name} vært med", $"Slik har {name} vore med", $"How {name} took part");

    public string Back => Say("Tilbake", "Tilbake", "Back");

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
