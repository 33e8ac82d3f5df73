namespace Flette.Web.Features.Agreements;

/// <summary>Agreements as a table: who has each, since when, by when, and how it goes.</summary>
/// <param name="ShowAbout">Says under each whom it is about; left out where all are about the same.</param>
public sealed record AgreementList(string Caption, IReadOnlyList<Agreement> Agreements, People People, bool ShowAbout)
{
    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["Avtale", "Har den", "Frist", "Status"];
}
