using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Flette.Core.Law;

namespace Flette.Documents.Law;

/// <summary>What the JSON of the law has in common: all keys are always there; a day is YYYY-MM-DD.</summary>
internal static class LawJson
{
    /// <summary>Indented, with Norwegian letters unescaped, ending in a line feed.</summary>
    public static string Write(Action<Utf8JsonWriter> content)
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
            content(json);
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A day, or null.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day is { } known ? Arguments.Said(known) : null);

    /// <summary>A number, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>statute, section, source and the day it was read; nulls where there is none.</summary>
    public static void Basis(this Utf8JsonWriter json, LegalBasis? basis)
    {
        json.WriteString("statute", basis?.Statute.Name);
        json.WriteString("section", basis?.Section);
        json.WriteString("source", basis?.Source.OriginalString);
        json.Day("read", basis?.Read);
    }

    /// <summary>Clauses, each with its section and source.</summary>
    public static void Clauses(this Utf8JsonWriter json, string name, IEnumerable<Clause> clauses)
    {
        json.WriteStartArray(name);
        foreach (var clause in clauses)
        {
            json.WriteStartObject();
            json.WriteString("says", clause.Says);
            json.Basis(clause.Basis);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A clause by itself, or null.</summary>
    public static void Clause(this Utf8JsonWriter json, string name, Clause? clause)
    {
        if (clause is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("says", clause.Says);
        json.Basis(clause.Basis);
        json.WriteEndObject();
    }
}
