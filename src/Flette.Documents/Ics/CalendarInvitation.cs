using System.Globalization;
using System.Text;
using Flette.Core.Meetings.Inviting;

namespace Flette.Documents.Ics;

/// <summary>What is asked of a calendar (RFC 5546, 3.2).</summary>
public enum CalendarMethod
{
    Request,
    Cancel,
}

/// <summary>
/// One person's invitation to one meeting, as a calendar reads it (RFC 5545, 5546). It names nobody but the one invited, and says
/// nothing of what the meeting is about.
/// </summary>
/// <param name="Uid">Random, and this person's alone: two who compare calendars learn nothing from it.</param>
/// <param name="Sequence">Raised when day, time or place changes.</param>
/// <param name="Stamp">When this word was made.</param>
/// <param name="When">Without hours it is in the calendar the whole day.</param>
/// <param name="Location">Null when the place is not told.</param>
/// <param name="Organizer">Who sends, by name: the municipality.</param>
/// <param name="OrganizerAddress">Where a calendar sends its answer.</param>
/// <param name="Attendee">The one address invited.</param>
/// <param name="Answer">Whether somebody reads the answers of calendars.</param>
public sealed record CalendarInvitation(
    CalendarMethod Method,
    Guid Uid,
    int Sequence,
    DateTimeOffset Stamp,
    MeetingMoment When,
    string? Location,
    string Organizer,
    string OrganizerAddress,
    string Attendee,
    bool Answer
)
{
    /// <summary>What every meeting is called: the same for all, so that a calendar others see says nothing.</summary>
    public const string Summary = "Møte";

    private const string Zone = "Europe/Oslo";

    /// <summary>The rules of Norway's clock, from the autumn they became as they are.</summary>
    private static readonly string[] ZoneLines =
    [
        "BEGIN:VTIMEZONE",
        "TZID:" + Zone,
        "BEGIN:DAYLIGHT",
        "DTSTART:19970330T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The UID as it is written.</summary>
    public static string UidText(Guid uid) => uid.ToString();

    /// <summary>The file: UTF-8 text, every line ended by CR LF.</summary>
    public string Write()
    {
        var file = new StringBuilder(1024);
        foreach (var line in Lines())
        {
            file.Append(IcsLines.Fold(line));
        }
        return file.ToString();
    }

    private IEnumerable<string> Lines()
    {
        var cancelled = Method == CalendarMethod.Cancel;
        yield return "BEGIN:VCALENDAR";
        yield return "PRODID:-//Flette//Flette//NO";
        yield return "VERSION:2.0";
        yield return "CALSCALE:GREGORIAN";
        yield return "METHOD:" + (cancelled ? "CANCEL" : "REQUEST");
        if (When.Hours is not null)
        {
            foreach (var line in ZoneLines)
            {
                yield return line;
            }
        }
        yield return "BEGIN:VEVENT";
        yield return "UID:" + UidText(Uid);
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}");
        yield return "DTSTAMP:" + Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var line in Times())
        {
            yield return line;
        }
        yield return "SUMMARY:" + IcsLines.Escape(Summary);
        if (Location is { } place)
        {
            yield return "LOCATION:" + IcsLines.Escape(place);
        }
        yield return $"ORGANIZER;CN={IcsLines.Quote(Organizer)}:mailto:{Address(OrganizerAddress)}";
        yield return cancelled
            ? $"ATTENDEE:mailto:{Address(Attendee)}"
            : $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP={(Answer ? "TRUE" : "FALSE")}:mailto:{Address(Attendee)}";
        yield return "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED");
        yield return "TRANSP:OPAQUE";
        yield return "CLASS:PRIVATE";
        yield return "END:VEVENT";
        yield return "END:VCALENDAR";
    }

    private IEnumerable<string> Times()
    {
        if (When.Hours is not { } hours)
        {
            yield return "DTSTART;VALUE=DATE:" + Day(When.Day);
            yield return "DTEND;VALUE=DATE:" + Day(When.Day.AddDays(1));
            yield break;
        }
        var from = When.Day.ToDateTime(hours.From);
        var to = hours.To is { } end ? When.Day.ToDateTime(end) : from + MeetingHours.Unsaid;
        yield return $"DTSTART;TZID={Zone}:{Wall(from)}";
        yield return $"DTEND;TZID={Zone}:{Wall(to)}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Wall(DateTime wall) => wall.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    // An address is one by its own rule; here it can at least begin no line and no parameter.
    private static string Address(string address) =>
        string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
}
