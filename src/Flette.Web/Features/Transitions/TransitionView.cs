using Flette.Core.Transitions;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Transitions;

/// <summary>One transition of a member, shown with its steps.</summary>
/// <param name="MayAgree">Whether a step can be made an agreement.</param>
public sealed record TransitionView(Guid Family, Member Member, Transition Transition, DateOnly Today, bool MayAgree)
{
    /// <summary>Where a step becomes an agreement.</summary>
    public string Address(int step) => StepAsAgreement.Address(Family, Member.Id, Transition, step);
}
