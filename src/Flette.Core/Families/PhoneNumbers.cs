namespace Flette.Core.Families;

/// <summary>
/// Telephone numbers a text message can be sent to: Norwegian mobile numbers and no others, so that nobody can make the municipality pay
/// for messages to numbers that cost (trust.md, Links).
/// </summary>
public static class PhoneNumbers
{
    private const string Country = "+47";
    private const int Digits = 8;

    // A number is never broken over two lines.
    private const char Nbsp = '\u00a0';

    /// <summary>
    /// The number as it is dialled from anywhere, <c>+4799999001</c>, from how it is written: «99 99 90 01», «+47 999 99 001»,
    /// «0047…». Null for what is no Norwegian mobile number (they begin with 4 or 9).
    /// </summary>
    public static string? Mobile(string? written)
    {
        if (written is null)
        {
            return null;
        }
        var plain = string.Concat(written.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '(' or ')')));
        var national =
            plain.StartsWith(Country, StringComparison.Ordinal) ? plain[3..]
            : plain.StartsWith("0047", StringComparison.Ordinal) ? plain[4..]
            : plain.Length == Digits + 2 && plain.StartsWith("47", StringComparison.Ordinal) ? plain[2..]
            : plain;
        return national.Length == Digits && national[0] is '4' or '9' && national.All(char.IsAsciiDigit)
            ? Country + national
            : null;
    }

    /// <summary>«99 99 90 01», as people say it.</summary>
    public static string Shown(string mobile)
    {
        var national = National(mobile);
        return $"{national[..2]}{Nbsp}{national[2..4]}{Nbsp}{national[4..6]}{Nbsp}{national[6..]}";
    }

    /// <summary>«•• •• •• 01»: enough for whoever has it to know which it is, and for nobody else to learn it.</summary>
    public static string Masked(string mobile) => $"••{Nbsp}••{Nbsp}••{Nbsp}{National(mobile)[6..]}";

    private static string National(string mobile) =>
        Mobile(mobile) is { } number
            ? number[Country.Length..]
            : throw new ArgumentException("Not a mobile number.", nameof(mobile));
}

/// <summary>When somebody does not want her telephone to sound, by the wall clock in Norway; it may go past midnight.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it is over.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>What holds for whoever has said nothing else: the night.</summary>
    public static QuietHours Night { get; } = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    /// <summary>Whether it is quiet at that time. From and until the same is never.</summary>
    public bool Covers(TimeOnly time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>That instant, or when the quiet it falls in is over; wall time.</summary>
    public DateTime After(DateTime wall)
    {
        var time = TimeOnly.FromDateTime(wall);
        return !Covers(time) ? wall
            : time < Until ? wall.Date + Until.ToTimeSpan()
            : wall.Date.AddDays(1) + Until.ToTimeSpan();
    }
}

/// <summary>Where a text message goes, written as an address beside those of mail (RFC 5724), with when it may not sound.</summary>
/// <param name="Number">As <see cref="PhoneNumbers.Mobile"/> gives it.</param>
/// <param name="Quiet">When it waits.</param>
public sealed record SmsAddress(string Number, QuietHours Quiet)
{
    private const string Scheme = "sms:";
    private const string Hours = "?quiet=";
    private const string Clock = "HHmm";

    /// <summary>«sms:+4799999001?quiet=2100-0800».</summary>
    public override string ToString() => $"{Scheme}{Number}{Hours}{At(Quiet.From)}-{At(Quiet.Until)}";

    /// <summary>Whether an address is one of these.</summary>
    public static bool Is(string? address) => address?.StartsWith(Scheme, StringComparison.Ordinal) == true;

    /// <summary>Reads one; null for what is not quite such an address.</summary>
    public static SmsAddress? Read(string? address) =>
        Is(address)
        && address![Scheme.Length..].Split(Hours, 2) is [var number, var hours]
        && PhoneNumbers.Mobile(number) == number
        && hours.Split('-') is [var from, var until]
        && Time(from) is { } begins
        && Time(until) is { } ends
            ? new SmsAddress(number, new QuietHours(begins, ends))
            : null;

    /// <summary>An address as it is shown to those who may see it: «SMS til 99 99 90 01», or the mail address.</summary>
    public static string Shown(string address) =>
        Read(address) is { } sms ? "SMS til " + PhoneNumbers.Shown(sms.Number) : address;

    private static string At(TimeOnly time) => time.ToString(Clock, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(
            text,
            Clock,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
}
