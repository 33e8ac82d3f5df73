namespace Flette.Web.Features.Agreements;

/// <summary>An agreement somebody has answered, as the partial <c>_Answer</c> shows it.</summary>
/// <param name="MayAccept">Whether a day that was proposed may be said yes to here.</param>
public sealed record AnsweredAgreement(Agreement Agreement, People People, bool MayAccept);
