using System.Globalization;
using Flette.Core;

namespace Flette.Documents.Ics;

/// <summary>What a calendar answers (RFC 5545, 3.2.12).</summary>
public enum PartStat
{
    Accepted,
    Declined,
    Tentative,
    Delegated,
}

/// <summary>What was read is no answer we can use. The code is for the log: never a word of what was read.</summary>
public sealed record NoReply(string Code) : Refusal;

/// <summary>One person's answer to one invitation, as her calendar sent it (RFC 5546, 3.2.3).</summary>
/// <param name="Sequence">Of the invitation it answers; zero when it says none.</param>
/// <param name="Stamp">When it was made; null when it does not say.</param>
/// <param name="Attendee">The address that answers, without <c>mailto:</c>.</param>
/// <param name="Comment">A line she wrote with it; null when none.</param>
public sealed record CalendarReply(
    Guid Uid,
    int Sequence,
    DateTimeOffset? Stamp,
    string Attendee,
    PartStat Answer,
    string? Comment
)
{
    /// <summary>Characters of the longest file that is read: an answer has some hundred.</summary>
    public const int LongestFile = 256 * 1024;

    /// <summary>
    /// Reads an answer, tolerant of what calendars do differently: line ends, folding, unknown properties, case. What is not one
    /// person's answer to one invitation gives <see cref="NoReply"/>: another method, several invitations or several who answer, no
    /// answer at all.
    /// </summary>
    public static Result<CalendarReply> Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > LongestFile)
        {
            return new NoReply("too-long");
        }
        var all = IcsLines.Unfold(file).Select(IcsProperty.Read).OfType<IcsProperty>().ToList();
        if (!all.Exists(p => p.Is("BEGIN") && p.Means("VCALENDAR")))
        {
            return new NoReply("no-calendar");
        }
        if (all.FirstOrDefault(p => p.Is("METHOD")) is not { } method || !method.Means("REPLY"))
        {
            return new NoReply(all.Exists(p => p.Is("METHOD") && p.Means("COUNTER")) ? "counter" : "not-a-reply");
        }
        return Event(all) is [_, ..] lines ? OfEvent(lines) : new NoReply("no-event");
    }

    private static Result<CalendarReply> OfEvent(List<IcsProperty> lines)
    {
        var uids = Values("UID").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (uids is not [var written] || !Guid.TryParseExact(written.Trim(), "D", out var uid))
        {
            return new NoReply(uids.Count > 1 ? "several" : "unknown-uid");
        }
        var attendees = lines.Where(l => l.Is("ATTENDEE")).ToList();
        if (attendees is not [var attendee])
        {
            return new NoReply("attendees");
        }
        PartStat? answer = attendee.Parameter("PARTSTAT")?.Trim().ToUpperInvariant() switch
        {
            "ACCEPTED" => PartStat.Accepted,
            "DECLINED" => PartStat.Declined,
            "TENTATIVE" => PartStat.Tentative,
            "DELEGATED" => PartStat.Delegated,
            _ => null,
        };
        if (answer is null)
        {
            return new NoReply("no-answer");
        }
        var sequence = 0;
        if (
            Values("SEQUENCE").LastOrDefault() is { } number
            && !int.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
        )
        {
            return new NoReply("sequence");
        }
        var comment = Values("COMMENT").Select(IcsLines.Unescape).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c));
        return new CalendarReply(
            uid,
            sequence,
            Instant(Values("DTSTAMP").LastOrDefault()),
            Address(attendee.Value),
            answer.Value,
            comment?.Trim()
        );

        IEnumerable<string> Values(string name) => lines.Where(l => l.Is(name)).Select(l => l.Value);
    }

    /// <summary>The properties of the events, without those of what lies inside them.</summary>
    private static List<IcsProperty> Event(List<IcsProperty> all)
    {
        var within = new Stack<string>();
        var lines = new List<IcsProperty>();
        foreach (var line in all)
        {
            if (line.Is("BEGIN"))
            {
                within.Push(line.Value.Trim().ToUpperInvariant());
            }
            else if (line.Is("END"))
            {
                within.TryPop(out _);
            }
            else if (within.TryPeek(out var inner) && inner == "VEVENT")
            {
                lines.Add(line);
            }
        }
        return lines;
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(
            text?.Trim(),
            ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : null;

    private static string Address(string value)
    {
        var trimmed = value.Trim();
        return trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? trimmed["mailto:".Length..].Trim()
            : trimmed;
    }
}
