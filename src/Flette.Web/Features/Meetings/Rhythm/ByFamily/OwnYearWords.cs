using Flette.Core.Meetings.Rhythm;
using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Rhythm.ByFamily;

/// <summary>What the family face says of when one meets, in its three languages. A text is changed in all three.</summary>
public sealed record OwnYearWords(Tongue Tongue)
{
    public string Title => Say("Når møtes vi?", "Når møtest vi?", "When do we meet?");

    public string Thought => Say("Slik er det tenkt", "Slik er det tenkt", "What we have in mind");

    public string NoPromise =>
        Say(
            "Dette er tenkt, ikke avtalt. Dagen finner vi sammen.",
            "Dette er tenkt, ikkje avtalt. Dagen finn vi saman.",
            "This is a thought, not an appointment. We find the day together."
        );

    public string NoYear =>
        Say("Det er ikke tenkt noen møter nå.", "Det er ikkje tenkt nokon møte no.", "No meetings are thought of now.");

    public string Earlier => Say("Vil dere møtes før?", "Vil de møtast før?", "Do you want to meet earlier?");

    public string DoesNotSuit =>
        Say("Er det en tid som ikke passer?", "Er det ei tid som ikkje passar?", "Is there a time that does not suit?");

    public string WhichMonths => Say("Måneder som ikke passer", "Månader som ikkje passar", "Months that do not suit");

    public string More => Say("Vil du si mer?", "Vil du seie meir?", "Do you want to say more?");

    public string Tell => Say("Si fra", "Sei frå", "Tell the coordinator");

    public string SuitsAfterAll => Say("Det passer likevel", "Det passar likevel", "It suits after all");

    public string NoMonth => Say("Velg minst én måned.", "Vel minst éin månad.", "Choose at least one month.");

    public string TooLong(int most) =>
        Say(
            $"Det er for langt. Høyst {most} tegn.",
            $"Det er for langt. Høgst {most} teikn.",
            $"That is too long. At most {most} characters."
        );

    /// <summary>In which months one meets: by the season where it is once in spring and once in autumn.</summary>
    public string Seasons(MeetingRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        if (rhythm.Months is [>= 2 and <= 6, >= 8 and <= 11])
        {
            return Say("Vi møtes vår og høst.", "Vi møtest vår og haust.", "We meet in spring and autumn.");
        }
        var months = Months(rhythm.Months);
        return Say($"Vi møtes i {months}.", $"Vi møtest i {months}.", $"We meet in {months}.");
    }

    /// <summary>When the next time is: the day that is set up, or when it is thought to be; empty when neither is.</summary>
    public string Next(OwnSeason season, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(season);
        if ((season.Planned ?? season.Next?.Meeting?.Day) is { } set)
        {
            var day = NorwegianDates.WithDay(set, today, Tongue);
            return Say($"Neste møte er {day}.", $"Neste møte er {day}.", $"The next meeting is on {day}.");
        }
        if (season.Next is not { } turn)
        {
            return "";
        }
        if (turn.Middle.Year == today.Year && turn.Middle.Month < today.Month)
        {
            return Say(
                "Neste gang er tenkt så snart vi finner en dag.",
                "Neste gong er tenkt så snart vi finn ein dag.",
                "The next time is thought to be as soon as we find a day."
            );
        }
        var month = NorwegianDates.MonthName(turn.Middle, Tongue);
        var when = turn.Middle.Year == today.Year ? month : $"{month} {turn.Middle.Year.ToString(Norwegian.Culture)}";
        return Say(
            $"Neste gang er tenkt i {when}.",
            $"Neste gong er tenkt i {when}.",
            $"The next time is thought to be in {when}."
        );
    }

    public string Said(OpenSeason season, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(season);
        var day = NorwegianDates.DayAndMonth(season.On, today, Tongue);
        var months = Months(season.Details.Months);
        return Say(
            $"Du sa {day} at {months} ikke passer. Koordinatoren ser det og tar det opp med dere.",
            $"Du sa {day} at {months} ikkje passar. Koordinatoren ser det og tek det opp med dykk.",
            $"On {day} you said that {months} does not suit. The coordinator sees it and talks with you about it."
        );
    }

    /// <summary>The name of a month, as a choice.</summary>
    public string Choice(int month) => NorwegianDates.Capital(Name(month));

    private string Months(IEnumerable<int> months) => Listing.And(months.Select(Name), Tongue);

    private string Name(int month) => NorwegianDates.MonthName(new DateOnly(2026, month, 1), Tongue);

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
