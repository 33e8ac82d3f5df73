using Flette.Core;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>The words of the year, on the desk.</summary>
public static class YearWords
{
    /// <summary>The months to choose from.</summary>
    public static IReadOnlyList<FieldOption> Months { get; } =
        Enumerable
            .Range(1, 12)
            .Select(m => new FieldOption(m.ToString(Norwegian.Culture), NorwegianDates.Capital(Month(m))))
            .ToList();

    /// <summary>How one of several plans meets.</summary>
    public static IReadOnlyList<FieldOption> Together { get; } =
    [new("false", "Sammen med de andre, i de felles månedene"), new("true", "For seg selv, i egne måneder")];

    /// <summary>«april og oktober».</summary>
    public static string Of(MeetingRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        return Listing.And(rhythm.Months.Select(Month));
    }

    /// <summary>What a turn is called: «vårmøtet» where it is the only one of its spring, else by its month.</summary>
    public static string Turn(DateOnly middle, MeetingRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        bool Alone(int first, int last) =>
            middle.Month >= first && middle.Month <= last && rhythm.Months.Count(m => m >= first && m <= last) == 1;
        return Alone(2, 6) ? "vårmøtet"
            : Alone(8, 11) ? "høstmøtet"
            : $"møtet i {Month(middle.Month)}";
    }

    /// <summary>«høstmøtet i oktober», and «møtet i januar» where the name says the month already.</summary>
    public static string InMonth(string name, DateOnly middle)
    {
        ArgumentNullException.ThrowIfNull(name);
        var month = $" i {Month(middle.Month)}";
        return name.EndsWith(month, StringComparison.Ordinal) ? name : name + month;
    }

    /// <summary>What has become of a turn, where there is no day to say.</summary>
    public static string Of(TurnState state) =>
        state switch
        {
            TurnState.NotYet => "ikke satt opp ennå",
            TurnState.NotHeld => "ble ikke holdt",
            TurnState.Held => "holdt",
            TurnState.Planned => "planlagt",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>The look of it.</summary>
    public static StatusWord Status(TurnState state) =>
        state switch
        {
            TurnState.Held => StatusWord.Done,
            TurnState.Planned => StatusWord.InProgress,
            _ => StatusWord.Waiting,
        };

    /// <summary>Those who need to know the longest before: the service, or the name of one who is of none.</summary>
    public static string Who(IReadOnlyList<Participant> team, IReadOnlyList<Guid> longest) =>
        Listing.And(
            team.Where(p => longest.Contains(p.Id))
                .Select(p => p.Details.Organisation is { Length: > 0 } service ? service : p.Details.Name)
                .Distinct(StringComparer.CurrentCultureIgnoreCase)
        );

    /// <summary>By when it must be set up, and for whom.</summary>
    public static string By(SetUp setUp, string who, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        var early = who.Length == 0 ? "" : $"{who} må vite det {Weeks(setUp.Weeks)} før. ";
        return setUp.By >= today
            ? $"{early}Settes opp innen {NorwegianDates.DayAndMonth(setUp.By, today)}."
            : $"{early}Tidligste dag nå er {NorwegianDates.WithDay(setUp.Propose, today)}.";
    }

    /// <summary>Which times do not suit whom.</summary>
    public static string Of(SeasonLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var said = line.Season.Details;
        return $"{line.Who}: {Listing.And(said.Months.Select(Month))} passer ikke.{(said.More is { } more ? $" «{more}»" : "")}";
    }

    /// <summary>How long since one met.</summary>
    public static string Of(LongSinceMet since, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(since);
        var next = since.Next is { } day ? $" Neste er {NorwegianDates.WithDay(day, today)}." : " Ingen er satt opp.";
        return since.Last is { } last
            ? $"Siste møte var {NorwegianDates.DayAndMonth(last, today)}.{next}"
            : $"Det er ikke skrevet noe møte her ennå.{next}";
    }

    /// <summary>Why a meeting is suggested, in a sentence.</summary>
    public static string Of(Suggestion suggestion, string member, string need, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        return suggestion.Why switch
        {
            SuggestionWhy.Transition => $"{member} {Of(suggestion.Transition!, today)}.",
            SuggestionWhy.StandsStill => "Flere avtaler har stått stille siden forrige møte.",
            SuggestionWhy.Unowned =>
                $"«{need}» har ingen tatt ennå. Det har stått siden {NorwegianDates.DayAndMonth(suggestion.Since!.Value, today)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(suggestion)),
        };
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            RhythmEmpty => ("Months", "Velg minst én måned. Alle skal møtes minst en gang i året."),
            RhythmMonthTwice m => ("Months", $"{NorwegianDates.Capital(Month(m.Month))} er valgt to ganger."),
            RhythmTooMany => ("Months", $"Høyst {MeetingRhythm.Most} møter i året står der av seg selv."),
            RhythmNoMonth => ("Months", "Velg måneder fra januar til desember."),
            RhythmOfNoPlan => ("", "Familien har ikke denne planen, eller ingen andre. Last siden på nytt."),
            NoSuchEntry or NothingToUndo => ("", "Det er ikke noe å angre lenger."),
            NoSuchSuggestion => ("", "Forslaget gjelder ikke lenger. Se hva som står nå."),
            SayerUnknown => ("Member", "Velg en i familien."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    /// <summary>«begynner på skolen i august 2027», after who does.</summary>
    public static string Of(Transition transition, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return transition.Rule.Dated is Dated.SchoolYear or Dated.KindergartenPlace
            ? $"{What(transition)} i {MonthAndYear(transition.Day)}"
            : $"{What(transition)} {NorwegianDates.DayAndMonth(transition.Day, today)}";
    }

    /// <summary>«begynner på skolen», where the day stands beside it.</summary>
    public static string What(Transition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return transition.Kind switch
        {
            TransitionKind.Kindergarten => "kan begynne i barnehage",
            TransitionKind.School => "begynner på skolen",
            TransitionKind.LowerSecondary => "begynner på ungdomsskolen",
            TransitionKind.UpperSecondary => "kan begynne på videregående",
            TransitionKind.Fifteen or TransitionKind.Sixteen or TransitionKind.Eighteen =>
                $"fyller {transition.Rule.Years} år",
            TransitionKind.LeavingSchool => "kan være ferdig på skolen",
            TransitionKind.OwnHome => "flytter til eget hjem",
            TransitionKind.Respite => "får ny avlastning",
            TransitionKind.HospitalHome => "kommer hjem fra sykehuset",
            TransitionKind.Coordinator => "får ny koordinator",
            TransitionKind.Moving => "flytter til en annen kommune",
            _ => throw new ArgumentOutOfRangeException(nameof(transition)),
        };
    }

    private static string MonthAndYear(DateOnly day) =>
        $"{NorwegianDates.MonthName(day)} {day.Year.ToString(Norwegian.Culture)}";

    private static string Month(int month) => NorwegianDates.MonthName(new DateOnly(2026, month, 1));

    private static string Weeks(int weeks) => weeks == 1 ? "en uke" : $"{weeks.ToString(Norwegian.Culture)} uker";
}
