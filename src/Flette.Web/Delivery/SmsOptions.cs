using System.Net;
using System.Text;
using System.Text.Json;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>
/// How a municipality's text messages leave the house: by its own gateway over HTTP, whichever that is. What the gateway calls its fields
/// is told here, so that no gateway needs a program of its own.
/// </summary>
public sealed class SmsOptions
{
    /// <summary>Where messages are posted. Encrypted, save to this machine.</summary>
    public required Uri Address { get; init; }

    /// <summary>Who messages are from: a name of at most eleven letters and digits, or a number.</summary>
    public required string From { get; init; }

    /// <summary>File with the value of the <c>Authorization</c> header, as <c>Bearer …</c> or <c>Basic …</c>; mode 0600.</summary>
    public string? AuthorizationFile { get; init; }

    /// <summary>
    /// What is posted, as JSON. <c>{to}</c> is the number with country code, <c>{from}</c> and <c>{text}</c> the message,
    /// <c>{reference}</c> what receipts name it by, <c>{receipt}</c> the address they are posted to.
    /// </summary>
    public string Body { get; init; } =
        """{"to":"{to}","from":"{from}","text":"{text}","reference":"{reference}","receipt":"{receipt}"}""";

    /// <summary>Field of a receipt with the reference.</summary>
    public string ReceiptReference { get; init; } = "reference";

    /// <summary>Field of a receipt with how it went.</summary>
    public string ReceiptStatus { get; init; } = "status";

    /// <summary>What stands there when it has arrived; upper and lower case are the same.</summary>
    public IReadOnlyList<string> Arrived { get; init; } = ["delivered", "DELIVRD"];

    /// <summary>What stands there when it will not arrive.</summary>
    public IReadOnlyList<string> NotArrived { get; init; } =
    ["failed", "undelivered", "rejected", "expired", "UNDELIV", "REJECTD", "DELETED"];

    /// <summary>What is wrong, in words for an operator.</summary>
    public IEnumerable<string> Errors()
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("https" or "http") || Address.UserInfo.Length > 0)
        {
            yield return "Address is no address of a gateway, like https://sms.fjellvik.example.no/send. A password does not stand in it.";
        }
        else if (Address.Scheme == Uri.UriSchemeHttp && !IsHere)
        {
            yield return "Address must be https:// unless the gateway is on this machine.";
        }
        if (!IsSender(From))
        {
            yield return "From is at most eleven letters and digits, or a number.";
        }
        if (
            !Filled(Body).Contains("{to}", StringComparison.Ordinal)
            || !Body.Contains("{text}", StringComparison.Ordinal)
        )
        {
            yield return "Body must have {to} and {text}, and be JSON when they are filled in.";
        }
        if (string.IsNullOrWhiteSpace(ReceiptReference) || string.IsNullOrWhiteSpace(ReceiptStatus))
        {
            yield return "ReceiptReference and ReceiptStatus name the fields of a receipt.";
        }
        if (AuthorizationFile is not null && SecretFile.Problem(AuthorizationFile) is { } problem)
        {
            yield return problem;
        }
    }

    /// <summary>The body of one message; every value as it may stand inside a JSON string.</summary>
    public string Fill(string to, string text, string reference, Uri receipt)
    {
        var filled = new StringBuilder();
        var rest = Body.AsSpan();
        // In one go from the left, so that what somebody wrote is never taken for a place to fill.
        while (rest.IndexOf('{') is var at and >= 0)
        {
            filled.Append(rest[..at]);
            rest = rest[at..];
            var (place, value) =
                rest.StartsWith("{to}") ? ("{to}", to)
                : rest.StartsWith("{from}") ? ("{from}", From)
                : rest.StartsWith("{text}") ? ("{text}", text)
                : rest.StartsWith("{reference}") ? ("{reference}", reference)
                : rest.StartsWith("{receipt}") ? ("{receipt}", receipt.AbsoluteUri)
                : ("{", null);
            filled.Append(value is null ? place : JsonEncodedText.Encode(value));
            rest = rest[place.Length..];
        }
        return filled.Append(rest).ToString();
    }

    private static bool IsSender(string from) =>
        from.Length > 0
        && (
            from.All(char.IsAsciiDigit)
                ? from.Length <= 15
                : from.Length <= 11 && from.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')
        );

    // The body itself where it is JSON when filled in, else nothing.
    private string Filled(string body)
    {
        try
        {
            using var _ = JsonDocument.Parse(Fill("+4799999000", "Prøve", "prøve", new Uri("https://example.no/")));
            return body;
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private bool IsHere =>
        Address.Host == "localhost" || (IPAddress.TryParse(Address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
