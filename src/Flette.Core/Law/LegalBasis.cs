namespace Flette.Core.Law;

/// <summary>A provision something rests on.</summary>
/// <param name="Statute">The statute or regulation.</param>
/// <param name="Section">«§ 29», «§ 7-2 a», «§ 4-3 første ledd bokstav b».</param>
public sealed record LegalBasis(Statute Statute, string Section)
{
    /// <summary>«forvaltningsloven § 29».</summary>
    public string Named => $"{Statute.Name} {Section}";

    /// <summary>Where the text stands.</summary>
    public Uri Source => Statute.Address(Section);

    /// <summary>The day the text was read.</summary>
    public DateOnly Read => Statute.Read;
}
