using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>A text message, at the moment it is sent.</summary>
/// <param name="Outbox">Its row of the outbox: the same when it is sent once more.</param>
/// <param name="To">The number, as <c>+4799999001</c>.</param>
/// <param name="Text">Neutral: it is read over shoulders, and names nobody, no diagnosis and no service.</param>
public sealed record SmsMessage(Guid Outbox, string To, string Text);

/// <summary>Hands one text message to the municipality's gateway.</summary>
public static class Sms
{
    /// <summary>Where gateways post receipts.</summary>
    public const string ReceiptPath = "/levering/sms";

    // What a gateway answers is not kept, so there is no reason to read much of it.
    private const int MostRead = 64 * 1024;

    private static readonly HttpClient Http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MostRead,
    };

    /// <summary>Sends it; null when the gateway has taken it. The reference is the same each time, so that one that knows it sends it once.</summary>
    public static async Task<MailFault?> SendAsync(Municipality municipality, SmsMessage message, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(message);
        if (municipality.Sms is not { } options)
        {
            return new MailFault("sms-none", Obstacle.Recipient);
        }
        using var tooLong = new CancellationTokenSource(Smtp.Longest, time);
        var reference = LinkTokens.OfReceipt(municipality.Master, message.Outbox);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address)
        {
            Content = new StringContent(
                options.Fill(message.To, message.Text, reference, new Uri(municipality.Address, ReceiptPath)),
                Encoding.UTF8,
                MediaTypeNames.Application.Json
            ),
        };
        request.Headers.Add("Idempotency-Key", message.Outbox.ToString());
        try
        {
            if (options.AuthorizationFile is { } file)
            {
                request.Headers.Authorization = AuthenticationHeaderValue.Parse(
                    Encoding.UTF8.GetString(SecretFile.Read(file)).Trim()
                );
            }
            using var answer = await Http.SendAsync(request, tooLong.Token);
            return answer.IsSuccessStatusCode
                ? null
                : new MailFault($"sms-{(int)answer.StatusCode}", Of(answer.StatusCode));
        }
        catch (HttpRequestException)
        {
            return new MailFault("sms-unreachable", Obstacle.Server);
        }
        catch (OperationCanceledException)
        {
            return new MailFault("sms-slow", Obstacle.Server);
        }
        catch (Exception e) when (e is FormatException or VaultException)
        {
            return new MailFault("sms-authorization", Obstacle.Server);
        }
    }

    // A gateway that does not know us, or has too much to do, may take it later; one that will not have this message never will.
    private static Obstacle Of(HttpStatusCode code) =>
        code is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity ? Obstacle.Recipient : Obstacle.Server;
}
