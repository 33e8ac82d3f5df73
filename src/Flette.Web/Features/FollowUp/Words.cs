using Flette.Core;
using Flette.Core.FollowUp;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.FollowUp;

/// <summary>The words of following up.</summary>
public static class Words
{
    /// <summary>What a pace is called.</summary>
    public static string Of(ReminderPace pace) =>
        pace switch
        {
            ReminderPace.None => "Ingen",
            ReminderPace.Usual => "Vanlig",
            ReminderPace.Close => "Tett",
            _ => throw new ArgumentOutOfRangeException(nameof(pace)),
        };

    /// <summary>The paces to choose from, each with its days.</summary>
    public static IReadOnlyList<FieldOption> Paces { get; } =
        Enum.GetValues<ReminderPace>()
            .Select(p => new FieldOption(
                p.ToString(),
                Of(p),
                p == ReminderPace.None
                    ? "ingen får påminnelse"
                    : $"{Days(Reminders.Days(p).Before)} arbeidsdager før fristen og {Days(Reminders.Days(p).After)} arbeidsdager etter"
            ))
            .ToList();

    /// <summary>Days of reminders in a sentence: «12. oktober og 21. oktober».</summary>
    public static string Of(IEnumerable<Reminder> reminders, DateOnly today) =>
        Listing.And(reminders.Select(r => NorwegianDates.DayAndMonth(r.Day, today)));

    /// <summary>Whom a silent agreement waits for, by service where there is one, and since when.</summary>
    public static string Of(Unanswered silent, People people, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(silent);
        ArgumentNullException.ThrowIfNull(people);
        return $"Venter på svar fra {people.Names(silent.Whom)} siden {NorwegianDates.DayAndMonth(silent.Since, today)}";
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            ChangedMeanwhile => ("", "Noen andre endret avtalen samtidig. Se over og velg på nytt."),
            Core.Agreements.NoSuchAgreement => ("", "Fant ikke avtalen."),
            WishWordsMissing => ("Words", "Skriv hvordan det ble sagt."),
            WordsTooLong => ("Words", $"Høyst {SaidWords.LongestWords} tegn."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private static string Days(IReadOnlyList<int> days) => Listing.And(days.Select(d => d.ToString(Norwegian.Culture)));
}
