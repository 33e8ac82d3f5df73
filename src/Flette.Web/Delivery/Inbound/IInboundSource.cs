namespace Flette.Web.Delivery.Inbound;

/// <summary>A mail that has come in, before anybody has read it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="OpenAsync">Opens it.</param>
public sealed record InboundMail(long Size, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>Where mail comes in.</summary>
public interface IInboundSource
{
    /// <summary>
    /// Hands over each new mail and puts it aside: as read when it had an effect, else marked, for a person to look at. A mail whose
    /// handling throws stays new. Throws what files and networks throw.
    /// </summary>
    /// <param name="take">Whether the mail had an effect.</param>
    Task ReadAsync(Func<InboundMail, Task<bool>> take, CancellationToken stop);
}
