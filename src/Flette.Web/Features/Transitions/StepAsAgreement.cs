using System.Globalization;
using Flette.Core.Transitions;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Transitions;

/// <summary>
/// A step of a transition as a new agreement, so that nobody types it twice. The address holds ids, numbers and days, and neither a name
/// nor a service: which transition it is says as much as one.
/// </summary>
public static class StepAsAgreement
{
    private const string Which = "overgang";
    private const string Step = "steg";
    private const string About = "om";
    private const string On = "dag";

    /// <summary>The form for it.</summary>
    /// <param name="step">Which of the rule's steps, from 1.</param>
    /// <param name="on">The day, for a transition no age gives one.</param>
    public static string Address(Guid family, Guid member, TransitionRule rule, int step, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var day = on is { } known ? string.Create(CultureInfo.InvariantCulture, $"&{On}={known:yyyy-MM-dd}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/f/{family}/avtale/ny?{Which}={(int)rule.Kind}&{Step}={step}&{About}={member}{day}"
        );
    }

    /// <summary>The rule an address names by number; null when it names none.</summary>
    public static TransitionRule? Rule(string? which) =>
        int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
        && Enum.IsDefined((TransitionKind)kind)
            ? TransitionRules.Of((TransitionKind)kind)
            : null;

    /// <summary>The form filled in; null when the address names no step of anyone the asker may see.</summary>
    public static AgreementInput? Of(IQueryCollection query, People people, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(people);
        if (
            Rule(query[Which]) is not { } rule
            || !int.TryParse(query[Step], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > rule.Steps.Length
            || !Guid.TryParse(query[About], out var id)
            || people.Members.FirstOrDefault(m => m.Id == id) is not { } member
        )
        {
            return null;
        }
        var step = rule.Steps[number - 1];
        DateOnly? on = DateOnly.TryParseExact(
            query[On],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
        var by = MemberTransitions
            .All(member, today, rule, on)
            .Where(t => t.Kind == rule.Kind)
            .SelectMany(t => t.Steps.Where(s => s.Step == step).Select(s => s.By))
            .FirstOrDefault();
        return new AgreementInput
        {
            What = step.HandOver is { } over ? $"{step.What}. Dette gis videre: {over}" : step.What,
            About = [id],
            Due = by >= today ? by : null,
        };
    }
}
