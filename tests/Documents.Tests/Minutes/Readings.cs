using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flette.Documents.Tests.Minutes;

/// <summary>Readings in a form that can be compared: keys in one order, white space evened out.</summary>
internal static class Readings
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Normal(JsonNode node) => Even(node)!.ToJsonString(Options);

    private static JsonNode? Even(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Even(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(Even)]),
            JsonValue v when v.TryGetValue<string>(out var text) => string.Join(
                ' ',
                text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            ),
            null => null,
            _ => node.DeepClone(),
        };
}
