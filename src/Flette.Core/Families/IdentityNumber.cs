namespace Flette.Core.Families;

/// <summary>Why what was typed is no identity number.</summary>
public abstract record IdentityNumberRefusal : MemberRefusal;

/// <summary>Not eleven digits.</summary>
public sealed record NotElevenDigits : IdentityNumberRefusal;

/// <summary>The first six digits are no day of birth.</summary>
public sealed record NoSuchBirthDay : IdentityNumberRefusal;

/// <summary>The check digits are wrong: something was mistyped.</summary>
public sealed record CheckDigitsWrong : IdentityNumberRefusal;

/// <summary>A made-up number where real people are.</summary>
public sealed record SyntheticNumber : IdentityNumberRefusal;

/// <summary>A number that may be a real person's where everybody is made up.</summary>
public sealed record RealNumber : IdentityNumberRefusal;

/// <summary>The day of birth in it is another than the one that is written of the member.</summary>
public sealed record OtherBirthDay : IdentityNumberRefusal;

/// <summary>
/// A birth number (fødselsnummer) or D-number. Used only to know a person for certain at sign-in (personopplysningsloven § 12). What it says of
/// sex is not read, and of the century nothing is concluded: numbers given out from 2032 say neither (Skatteetaten, «Nytt fødselsnummer fra
/// 2032»).
/// </summary>
public sealed record IdentityNumber
{
    private const int Length = 11;
    private const int DNumberDay = 40;
    private const int SyntheticMonth = 80;

    private static readonly int[] Centuries = [1800, 1900, 2000];
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private IdentityNumber(string digits) => Digits = digits;

    /// <summary>The eleven digits.</summary>
    public string Digits { get; }

    /// <summary>Made up for tests and demonstrations: 80 is added to the month.</summary>
    public bool IsSynthetic => Two(Digits, 2) > SyntheticMonth;

    /// <summary>As it may be shown to who has not asked for it: the day of birth only.</summary>
    public string Masked => Mask(Digits);

    /// <summary>The same of eleven digits.</summary>
    public static string Mask(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return $"{digits[..6]} •••••";
    }

    /// <summary>
    /// Reads what was typed or came from a provider. Spaces and hyphens are let pass. Either check is enough: the one in use, where the remainder is 0, and the
    /// one of numbers given out from 1 January 2032, where it may be 0, 1, 2 or 3 for the first check digit.
    /// </summary>
    /// <param name="synthetic">Whether everybody here is made up: then only made-up numbers are taken, and else none.</param>
    public static Result<IdentityNumber> Read(string? text, bool synthetic)
    {
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–')));
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit))
        {
            return new NotElevenDigits();
        }
        var number = new IdentityNumber(digits);
        return !number.HasDay ? new NoSuchBirthDay()
            : Remainder(digits, First) > 3 || Remainder(digits, Second) != 0 ? new CheckDigitsWrong()
            : number.IsSynthetic == synthetic ? number
            : synthetic ? new RealNumber()
            : new SyntheticNumber();
    }

    /// <summary>Whether it can be the number of one born that day.</summary>
    public bool Fits(DateOnly born) => born.Day == Day && born.Month == Month && born.Year % 100 == Year;

    private int Day => Two(Digits, 0) is var day && day > DNumberDay ? day - DNumberDay : day;

    private int Month => Two(Digits, 2) is var month && month > SyntheticMonth ? month - SyntheticMonth : month;

    private int Year => Two(Digits, 4);

    // 29 February is a day in the years it is one in, whichever century that was.
    private bool HasDay =>
        Month is >= 1 and <= 12
        && Day >= 1
        && Centuries.Any(century => Day <= DateTime.DaysInMonth(century + Year, Month));

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    private static int Remainder(string digits, int[] weights) =>
        weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
}
