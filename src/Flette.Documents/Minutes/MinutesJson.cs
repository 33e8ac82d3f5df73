using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Minutes;

/// <summary>A reading as JSON: meeting, present, absent, items with agreements, next. All keys are always there.</summary>
public static class MinutesJson
{
    /// <summary>The reading as indented JSON with Norwegian letters unescaped, ending in a line feed.</summary>
    public static string Write(MinutesReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            Meeting(json, reading.Meeting);
            People(json, "present", reading.Present);
            People(json, "absent", reading.Absent);
            Items(json, reading.Items);
            Next(json, reading.Next);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The word for a kind of meeting in the schema.</summary>
    public static string KindWord(MinutesKind kind) =>
        kind switch
        {
            MinutesKind.Ansvarsgruppe => "ansvarsgruppe",
            MinutesKind.Samarbeid => "samarbeid",
            MinutesKind.Fag => "fag",
            MinutesKind.Update => "oppdatering",
            _ => "unknown",
        };

    private static void Meeting(Utf8JsonWriter json, ReadMeeting meeting)
    {
        json.WriteStartObject("meeting");
        json.WriteString("kind", KindWord(meeting.KindOrUnknown));
        json.WriteString("date", Day(meeting.Date?.Value));
        json.WriteString("time", meeting.Time?.Value.ToString());
        json.WriteString("place", meeting.Place?.Value);
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, string name, ImmutableArray<ReadPerson> people)
    {
        json.WriteStartArray(name);
        foreach (var person in people)
        {
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.WriteString("role", person.Role);
            json.WriteString("organisation", person.Organisation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Items(Utf8JsonWriter json, ImmutableArray<ReadItem> items)
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("heading", item.Heading);
            json.WriteStartArray("agreements");
            foreach (var agreement in item.Agreements)
            {
                Agreement(json, agreement);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Agreement(Utf8JsonWriter json, ReadAgreement agreement)
    {
        json.WriteStartObject();
        json.WriteString("what", agreement.What);
        json.WriteStartArray("responsible");
        foreach (var responsible in agreement.Responsible)
        {
            json.WriteStringValue(responsible.Name);
        }

        json.WriteEndArray();
        json.WriteString("due", Day(agreement.Due));
        json.WriteString("dueText", agreement.DueText);
        json.WriteEndObject();
    }

    private static void Next(Utf8JsonWriter json, ReadNextMeeting? next)
    {
        if (next is null)
        {
            json.WriteNull("next");
            return;
        }

        json.WriteStartObject("next");
        json.WriteString("date", Day(next.Date));
        json.WriteString("time", next.Time?.ToString());
        json.WriteString("place", next.Place);
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
