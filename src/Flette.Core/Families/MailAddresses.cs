using System.Text.RegularExpressions;

namespace Flette.Core.Families;

/// <summary>
/// Mail addresses: the one rule, when they are written and when something is sent to them. What reads as one address and is
/// another («а» for «a», letters turned round, signs that show nothing) sends a link to a stranger, so only ASCII is taken.
/// </summary>
public static partial class MailAddresses
{
    /// <summary>Characters of an address (RFC 5321, 4.5.3.1).</summary>
    public const int Longest = 254;

    private const int LongestUser = 64;
    private const int LongestLabel = 63;

    /// <summary>
    /// Whether mail can be sent there: one plain name before the @, a domain of at least two labels after it, and nothing beside
    /// them. A domain with other letters is written as it is looked up (<c>xn--…</c>).
    /// </summary>
    public static bool Possible(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length <= Longest
            && address.Split('@') is [{ Length: > 0 and <= LongestUser } user, var domain]
            && user.Split('.').All(Name().IsMatch)
            && domain.Split('.') is { Length: > 1 } labels
            && labels.All(l => l.Length <= LongestLabel && Label().IsMatch(l))
            && TopLevel().IsMatch(labels[^1]);
    }

    // RFC 5322, 3.2.3: what stands between the dots of a name that needs no quotation marks.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z")]
    private static partial Regex Label();

    // No number: that is the end of an address of a machine.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]+\z")]
    private static partial Regex TopLevel();
}
