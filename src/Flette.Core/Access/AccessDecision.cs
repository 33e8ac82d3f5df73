namespace Flette.Core.Access;

/// <summary>Why access was refused.</summary>
/// <param name="Code">Stable code for the log: the name of the rule that refused.</param>
/// <param name="Words">Norwegian words for the one who asked. Never names what was asked for.</param>
/// <param name="Basis">Law or rule it rests on.</param>
public sealed record AccessRefusal(string Code, string Words, string Basis) : Refusal;

/// <summary>The answer to "may this person do this?".</summary>
/// <param name="Refusal">Null when allowed.</param>
public sealed record AccessDecision(AccessRefusal? Refusal)
{
    public bool Allowed => Refusal is null;

    /// <summary>Code for the log: <c>ok</c>, or the rule that refused.</summary>
    public string Code => Refusal?.Code ?? "ok";
}

/// <summary>The one access decision. Pure: facts in, decision out.</summary>
public static class AccessDecisions
{
    /// <summary>Asks the rules in order; the first refusal wins.</summary>
    public static AccessDecision Decide(Act act, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var info = Acts.About(act);
        foreach (var rule in Rules.InOrder)
        {
            if (rule(info, facts) is { } refusal)
            {
                return new AccessDecision(refusal);
            }
        }
        return new AccessDecision(Refusal: null);
    }
}
