using Flette.Core.Consents;

namespace Flette.Web.Features.Consents;

/// <summary>One of several plans to choose between.</summary>
/// <param name="Chosen">Whether it is the one that is shown.</param>
public sealed record PlanLink(string Name, string Address, bool Chosen)
{
    /// <summary>What the plan is called in an address.</summary>
    public const string Key = "plan";

    /// <summary>The plan an address asks for, or null when it names none.</summary>
    public static Guid? Asked(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query[Key] is [{ Length: > 0 } text]
            ? Guid.TryParse(text, out var id)
                ? id
                : Guid.Empty
            : null;
    }

    /// <summary>An address with the plan in it; without, where the family has but one.</summary>
    public static string To(string path, PlanHead? plan, int plans) =>
        plan is null || plans < 2
            ? path
            : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}={plan.Id}";

    /// <summary>Links to each plan; none where there is but one, so that nothing is asked that has one answer.</summary>
    public static IReadOnlyList<PlanLink> Between(
        IReadOnlyList<PlanHead> plans,
        PlanHead? shown,
        string path,
        Func<PlanAsked, string> name
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(name);
        return plans.Count < 2
            ? []
            : plans.Select(p => new PlanLink(name(p.Plan), To(path, p, plans.Count), p.Id == shown?.Id)).ToList();
    }
}
