namespace Flette.Core.Law;

/// <summary>What the law says, and where.</summary>
/// <param name="Says">Plain words, bokmål, with no conclusion about anyone.</param>
public sealed record Clause(string Says, LegalBasis Basis);
