using System.Text.Json;
using Flette.Core.Law;
using Flette.Core.Transitions;

namespace Flette.Documents.Law;

/// <summary>Transitions as JSON. All keys are always there; a day is YYYY-MM-DD.</summary>
internal static class TransitionsJson
{
    /// <summary>As indented JSON with Norwegian letters unescaped, ending in a line feed.</summary>
    public static string Write(TransitionFacts facts, DateOnly at, IReadOnlyList<Transition> transitions) =>
        LawJson.Write(json =>
        {
            json.WriteStartObject();
            json.Day("born", facts.Born);
            json.Day("due", facts.Due);
            json.Day("at", at);
            json.Number("schoolStartYear", facts.SchoolStartYear);
            json.WriteStartArray("transitions");
            foreach (var transition in transitions)
            {
                One(json, transition);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void One(Utf8JsonWriter json, Transition transition)
    {
        var rule = transition.Rule;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.Day("day", transition.Day);
        json.WriteBoolean("expected", transition.IsExpected);
        json.Day("opens", transition.Opens);
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
            json.Day("by", dated.By);
            json.WriteString("handOver", dated.Step.HandOver);
            Law(json, dated.Step.Law);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Law(Utf8JsonWriter json, LawLine? law)
    {
        json.WriteString("says", law?.Text);
        json.Basis(law?.Basis);
    }

    private static string State(TransitionState state) =>
        state switch
        {
            TransitionState.Passed => "passed",
            TransitionState.Now => "now",
            _ => "later",
        };
}
