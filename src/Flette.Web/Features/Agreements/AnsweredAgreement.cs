namespace Flette.Web.Features.Agreements;

/// <summary>An agreement somebody has answered, as the partial <c>_Answer</c> shows it.</summary>
public sealed record AnsweredAgreement(Agreement Agreement, People People);
