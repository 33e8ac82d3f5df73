using System.Globalization;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Data;
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
    private const string Registered = "hendelse";

    /// <summary>The form for it.</summary>
    /// <param name="step">Which of the rule's steps, from 1.</param>
    public static string Address(Guid family, Guid member, Transition transition, int step)
    {
        ArgumentNullException.ThrowIfNull(transition);
        var one = transition.Registered is { } id ? $"&{Registered}={id}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/f/{family}/avtale/ny?{Which}={(int)transition.Kind}&{Step}={step}&{About}={member}{one}"
        );
    }

    /// <summary>The form filled in; null when the address asks for none, or for a step of nobody the asker may see.</summary>
    public static async Task<AgreementInput?> AskedAsync(
        Pass pass,
        IQueryCollection query,
        People people,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(people);
        if (!query.ContainsKey(Which))
        {
            return null;
        }
        var items = await Visible.ItemsAsync(pass, cancel, ItemKinds.Transition);
        return Of(query, people, await TransitionSources.LoadAsync(pass, items, cancel), pass.Today);
    }

    private static AgreementInput? Of(IQueryCollection query, People people, TransitionSources sources, DateOnly today)
    {
        if (
            Number(query, Which) is not { } kind
            || Number(query, Step) is not { } number
            || !Guid.TryParse(query[About], out var about)
            || people.Members.FirstOrDefault(m => m.Id == about) is not { } member
        )
        {
            return null;
        }
        Guid? registered = Guid.TryParse(query[Registered], out var id) ? id : null;
        var transition = sources
            .Of(member, today)
            .FirstOrDefault(t => (int)t.Kind == kind && t.Registered == registered);
        if (transition is null || number < 1 || number > transition.Rule.Steps.Length)
        {
            return null;
        }
        var step = transition.Rule.Steps[number - 1];
        var by = transition.Steps.First(s => s.Step == step).By;
        return new AgreementInput
        {
            What = step.HandOver is { } over ? $"{step.What}. Dette gis videre: {over}" : step.What,
            About = [about],
            Due = by >= today ? by : null,
        };
    }

    private static int? Number(IQueryCollection query, string key) =>
        int.TryParse(query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
