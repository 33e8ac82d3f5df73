using Flette.Core.Agreements;

namespace Flette.Web.Features.Agreements;

/// <summary>An agreement with the answer that holds, as the partial <c>_Answer</c> shows it.</summary>
public sealed record AnsweredAgreement(Agreement Agreement, AgreementAnswer Answer, People People);
