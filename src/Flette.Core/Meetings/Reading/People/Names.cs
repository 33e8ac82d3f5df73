using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>What a name looks like.</summary>
internal static partial class Names
{
    /// <summary>True for one to five capitalised words that name no service or role: «Eva-Marie Ask», «dr. Ask», «Ivar».</summary>
    public static bool IsName(string text) =>
        NameShape().IsMatch(text) && !Services.IsService(text) && !Roles.IsRole(text) && !NotNames().IsMatch(text);

    /// <summary>True for a name of at least two words.</summary>
    public static bool IsFullName(string text) => IsName(text) && text.Trim().Contains(' ', StringComparison.Ordinal);

    /// <summary>True for the words a writer uses of herself.</summary>
    public static bool IsSelf(string text) => Self().IsMatch(text);

    /// <summary>True for initials: two to four capitals.</summary>
    public static bool IsInitials(string text) => Initials().IsMatch(text);

    /// <summary>True when <paramref name="initials"/> may stand for the name: «AA» for Aud Ask.</summary>
    public static bool FitsInitials(string initials, string name)
    {
        var letters = string.Concat(
            name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Plain(w[0]))
        );
        var short1 = string.Concat(initials.Select(Plain));
        return short1.Length > 0
            && (
                letters == short1
                || (letters.Length > 2 && short1.Length == 2 && letters[0] == short1[0] && letters[^1] == short1[1])
            );
    }

    /// <summary>The capital without its mark: «DD» stands for Đorđe Dimić.</summary>
    private static char Plain(char letter) =>
        char.ToUpperInvariant(letter) is var capital && capital is 'Æ' or 'Ø' or 'Å' ? capital
        : capital is 'Đ' ? 'D'
        : capital is 'Ŋ' ? 'N'
        : capital is 'Ł' ? 'L'
        : capital.ToString().Normalize(System.Text.NormalizationForm.FormD)[0];

    /// <summary>The first name, with both parts of «Eva-Marie» and with a title kept («dr. Ask»).</summary>
    public static string First(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? name
            : Title().IsMatch(words[0]) && words.Length > 1 ? words[0] + " " + words[1]
            : words[0];
    }

    [GeneratedRegex(
        @"^(?:(?:dr|prof|fru|herr)\.?\s)?\p{Lu}[\p{L}'’´`.-]*(?:\s(?:(?:de|von|van|der|av|al|el|bin|ibn|ben|da|del|di|la|le|abu|af)\s)?\p{Lu}[\p{L}'’´`.-]*){0,4}$|^(?:dr|Dr)\.\s?\p{Lu}\p{L}+$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex NameShape();

    [GeneratedRegex(
        @"^(?:jeg|eg|undertegnede|undertegna|undertegnet|underteikna|underteiknande|meg|meg selv|jeg selv|eg sjølv)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Self();

    [GeneratedRegex(@"^(?:\p{Lu}{2,4})$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?:dr|prof|fru|herr)\.?$", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:Videre|Vidare|Dessuten|Deretter|Etterpå|Samtidig|Samstundes|Ellers|Elles|Derfor|Difor|Dermed|Likevel|Også|Fortsatt|Framleis|Først|Fyrst|Etter|Før|Ved|Om|Så|Slik|Dette|Denne|Disse|Desse|Både|Begge|Noen|Nokon|Mange|Flere|Fleire|Innen|Innan|Senest|Frist|Ansvar|Status|Tiltak|Ingen|Ikke|Ikkje|Alle|Vi|Jeg|Eg|Det|Den|De|Dei|Han|Hun|Ho|Hva|Kva|Hvem|Kven|Når|Her|Da|Då|Nå|No|Som|Og|Men|Hvis|Ja|Nei|Teams|Zoom|Referat|Møte|Møtet|Møtebok|Møteprotokoll|Protokoll|Notat|Logg|Oppsummering|Sak|Neste|Nytt|Sted|Stad|Dato|Tid|Telefon|E-post|Mail|Uke|Veke|Snarest|Løpende|Fortløpende|Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag|Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November|Desember)\b",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex NotNames();
}
