using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading;
using Flette.Documents.Tests.Minutes;

namespace Flette.Documents.Tests.Metamorphic;

/// <summary>One document and its expected reading, both changed in the same way. The number alone decides how.</summary>
internal sealed class Variant
{
    private readonly Random _random;
    private readonly DayShift _days;
    private readonly Dictionary<string, string> _names;
    private readonly Regex _anyName;
    private readonly int _words;

    public Variant(string document, int number)
    {
        // Seeded, so that a failing variant can be made again; not for secrets.
        _random = new Random((number * 7919) + document[0]);
        Expected = Corpus.Expected(document);
        var meeting = DateOnly.Parse(
            Expected["meeting"]!["date"]!.GetValue<string>(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Weeks = _random.Next(1, 201);
        _days = new DayShift(meeting, Weeks);
        _words = _random.Next(1000);
        _names = NewNames(Expected);
        _anyName = new Regex(
            @"\b(?:"
                + string.Join('|', _names.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape))
                + @")(?=s?\b)",
            RegexOptions.None,
            TimeSpan.FromSeconds(5)
        );
        Source = Change(document);
        Expected = Changed(Expected)!;
    }

    public SourceDocument Source { get; }

    public JsonNode Expected { get; }

    public int Weeks { get; }

    private SourceDocument Change(string document)
    {
        if (Corpus.PathOf(document).EndsWith(".txt", StringComparison.Ordinal))
        {
            var lines = File.ReadAllLines(Corpus.PathOf(document)).Select(l => FieldWords.Rename(Text(l), _words));
            return SourceDocument.FromText(string.Join('\n', Wrap.Lines(lines, _random.Next(62, 101))));
        }

        return SourceDocument.Of(Corpus.Import(document).Document.Blocks.Select(Block));
    }

    private SourceBlock Block(SourceBlock block) =>
        block switch
        {
            SourceParagraph p => Paragraph(p),
            SourceTable t => Reordered(t),
            _ => throw new InvalidOperationException("Unknown kind of block."),
        };

    private SourceParagraph Paragraph(SourceParagraph paragraph)
    {
        var bold = Math.Min(paragraph.BoldLength, paragraph.Text.Length);
        var whole = FieldWords.Rename(Text(paragraph.Text), _words);
        var rest = Text(paragraph.Text[bold..]);
        return paragraph with { Text = whole, BoldLength = Math.Max(0, whole.Length - rest.Length) };
    }

    private SourceTable Reordered(SourceTable table)
    {
        var order = Enumerable.Range(0, table.Rows.Max(r => r.Cells.Length)).ToArray();
        _random.Shuffle(order);
        return new SourceTable([
            .. table.Rows.Select(r =>
                r with
                {
                    Cells =
                    [
                        .. order
                            .Where(i => i < r.Cells.Length)
                            .Select(i => r.Cells[i] with { Blocks = [.. r.Cells[i].Blocks.Select(Block)] }),
                    ],
                }
            ),
        ]);
    }

    private string Text(string text) => _anyName.Replace(_days.Text(text), m => _names[m.Value]);

    private JsonNode? Changed(JsonNode? node, string? key = null) =>
        node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Changed(p.Value, p.Key)))),
            JsonArray a => new JsonArray([.. a.Select(n => Changed(n))]),
            JsonValue v when v.TryGetValue<string>(out var text) => key switch
            {
                "date" or "due" => _days.Iso(text),
                "kind" or "time" => text,
                "heading" or "dueText" => FieldWords.Renamed(text, _words) ?? Text(text),
                _ => Text(text),
            },
            null => null,
            _ => node.DeepClone(),
        };

    /// <summary>A new name for each first name and surname of those present and absent.</summary>
    private Dictionary<string, string> NewNames(JsonNode expected)
    {
        var first = new Queue<string>(Shuffled(Names.First));
        var last = new Queue<string>(Shuffled(Names.Last));
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var name in expected["present"]!
                .AsArray()
                .Concat(expected["absent"]!.AsArray())
                .Select(p => p!["name"]!.GetValue<string>())
        )
        {
            var words = name.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                if (!words[i].EndsWith('.') && !map.ContainsKey(words[i]))
                {
                    map[words[i]] = i == 0 ? first.Dequeue() : last.Dequeue();
                }
            }
        }

        return map;
    }

    private string[] Shuffled(string[] names)
    {
        var copy = names.ToArray();
        _random.Shuffle(copy);
        return copy;
    }
}
