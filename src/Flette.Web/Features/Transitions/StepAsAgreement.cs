using System.Globalization;
using Flette.Core.Transitions;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Transitions;

/// <summary>
/// A step of a transition as a new agreement, so that nobody types it twice. The address holds ids and numbers, and neither a name nor
/// a service.
/// </summary>
public static class StepAsAgreement
{
    private const string Which = "overgang";
    private const string Step = "steg";
    private const string About = "om";

    /// <summary>The form for it.</summary>
    /// <param name="step">Which of the rule's steps, from 1.</param>
    public static string Address(Guid family, Guid member, TransitionRule rule, int step)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/f/{family}/avtale/ny?{Which}={rule.Id}&{Step}={step}&{About}={member}"
        );
    }

    /// <summary>The form filled in; null when the address names no step of anyone the asker may see.</summary>
    public static AgreementInput? Of(IQueryCollection query, People people, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(people);
        if (
            TransitionRules.Find(query[Which]) is not { } rule
            || !int.TryParse(query[Step], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > rule.Steps.Length
            || !Guid.TryParse(query[About], out var id)
            || MemberTransitions.Of(people.Members.Where(m => m.Id == id), [id], today).FirstOrDefault()
                is not { } member
        )
        {
            return null;
        }
        var step = rule.Steps[number - 1];
        var by = member
            .All.Where(t => t.Kind == rule.Kind)
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
