using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Flette.Core.Law;
using Flette.Core.Transitions;

namespace Flette.Documents.Law;

/// <summary>Transitions as JSON. All keys are always there; a day is YYYY-MM-DD.</summary>
internal static class TransitionsJson
{
    /// <summary>As indented JSON with Norwegian letters unescaped, ending in a line feed.</summary>
    public static string Write(TransitionFacts facts, DateOnly at, IReadOnlyList<Transition> transitions)
    {
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
            Day(json, "born", facts.Born);
            Day(json, "due", facts.Due);
            Day(json, "at", at);
            if (facts.SchoolStartYear is { } year)
            {
                json.WriteNumber("schoolStartYear", year);
            }
            else
            {
                json.WriteNull("schoolStartYear");
            }
            json.WriteStartArray("transitions");
            foreach (var transition in transitions)
            {
                One(json, transition);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void One(Utf8JsonWriter json, Transition transition)
    {
        var rule = transition.Rule;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        Day(json, "day", transition.Day);
        json.WriteBoolean("expected", transition.IsExpected);
        Day(json, "opens", transition.Opens);
        json.WriteNumber("leadMonths", rule.Months);
        json.WriteString("state", State(transition.State));
        json.WriteString("owner", rule.Owner);
        json.WriteString("receiver", rule.Receiver);
        Law(json, rule.Law);
        json.WriteStartArray("steps");
        foreach (var dated in transition.Steps)
        {
            json.WriteStartObject();
            json.WriteString("id", dated.Step.Id);
            json.WriteString("what", dated.Step.What);
            json.WriteString("who", dated.Step.Who);
            Day(json, "by", dated.By);
            json.WriteString("handOver", dated.Step.HandOver);
            Law(json, dated.Step.Law);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Law(Utf8JsonWriter json, LawLine? law)
    {
        json.WriteString("statute", law?.Basis.Statute.Name);
        json.WriteString("section", law?.Basis.Section);
        json.WriteString("says", law?.Text);
        json.WriteString("source", law?.Basis.Source.ToString());
        Day(json, "read", law?.Basis.Read);
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string State(TransitionState state) =>
        state switch
        {
            TransitionState.Passed => "passed",
            TransitionState.Now => "now",
            _ => "later",
        };
}
