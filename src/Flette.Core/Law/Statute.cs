namespace Flette.Core.Law;

/// <summary>A statute or regulation, as it is named on screens and found at Lovdata.</summary>
/// <param name="Id">«LOV-1967-02-10», «FOR-2022-06-22-1110».</param>
/// <param name="Name">Short name in running text, in its own form of Norwegian: «forvaltningsloven», «opplæringslova».</param>
/// <param name="Read">The day the text was read: what came later may have changed it.</param>
public sealed record Statute(string Id, string Name, DateOnly Read)
{
    /// <summary>Where a section stands at Lovdata.</summary>
    /// <param name="section">«§ 29», «§ 7-2 a»; only the first of several is pointed to.</param>
    public Uri Address(string section)
    {
        ArgumentException.ThrowIfNullOrEmpty(section);
        var kind = Id.StartsWith("FOR-", StringComparison.Ordinal) ? "forskrift" : "lov";
        return new Uri($"https://lovdata.no/{kind}/{Id[4..]}/{Anchor(section)}");
    }

    // «§§ 33 og 36» points to § 33, «§ 7-2 a annet ledd» to § 7-2a, «art. 104» to the whole.
    private static string Anchor(string section)
    {
        var words = section.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [['§', ..], var number, ..])
        {
            return "";
        }
        var letter = words is [_, _, [>= 'a' and <= 'z'] single, ..] ? single : "";
        return $"§{number.TrimEnd(',')}{letter}";
    }
}
