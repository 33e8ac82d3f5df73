namespace Flette.Documents.Tests.Metamorphic;

/// <summary>Other words of the field for the same labels, headings and column heads.</summary>
internal static class FieldWords
{
    private static readonly string[][] Labels =
    [
        ["Til stede", "Tilstede", "Møtte", "Deltakere", "Frammøtte"],
        ["Til stades", "Møtte", "Frammøtte", "Deltakarar"],
        ["til stede", "møtte", "deltakere", "tilstede"],
        ["Med på møtet", "Til stede", "Deltok", "Fremmøtte"],
        ["Meldt forfall", "Forfall", "Ikke møtt"],
        ["Forfall", "Meldt forfall", "Ikke til stede"],
        ["Ikke til stede", "Forfall", "Meldt forfall"],
        ["Kunne ikke komme", "Forfall", "Ikke møtt"],
        ["ikke møtt", "forfall", "ikke til stede"],
        ["Ansvarleg", "Ansvar"],
        ["Ansvarlig", "Ansvar", "Hvem"],
        ["Ansvar", "Ansvarlig", "Utføres av"],
        ["Frist", "Innen", "Tidsfrist"],
        ["Konklusjon", "Avtale", "Tiltak", "Vedtak"],
        ["Avtalt", "Vi avtalte", "Avtale", "Tiltak"],
        ["Dette ble vi enige om", "Avtaler", "Hvem gjør hva", "Tiltak"],
        ["Neste møte", "Nytt møte"],
        ["Neste gang", "Neste møte"],
        ["Dato og tid", "Tid", "Tidspunkt"],
        ["Dato", "Møtedato"],
        ["Sted", "Møtested"],
        ["Hva ble sagt", "Drøfting", "Saksopplysning"],
        ["Sak", "Tema", "Punkt"],
    ];

    /// <summary>The line with its label or the whole heading renamed; other lines as they are.</summary>
    public static string Rename(string line, int seed)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var label = (colon < 0 ? line : line[..colon]).Trim();
        var renamed = Renamed(label, seed);
        var start = line.IndexOf(label, StringComparison.Ordinal);
        var result = renamed is null ? line : line[..start] + renamed + line[(start + label.Length)..];

        // The second label of a line: «Ansvarleg: Kari   Frist: 1. mai».
        var inner = result.IndexOf("Frist:", StringComparison.Ordinal);
        return inner > 0 && Renamed("Frist", seed) is { } due
            ? result[..inner] + due + result[(inner + "Frist".Length)..]
            : result;
    }

    /// <summary>Another word for a heading; the same seed always gives the same one.</summary>
    public static string? Renamed(string label, int seed) =>
        Array.Find(Labels, l => l[0] == label) is { } words ? words[seed % words.Length] : null;
}
