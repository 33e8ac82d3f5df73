using Flette.Core.Access;
using Flette.Web.Access;

namespace Flette.Web.Features.Plans;

/// <summary>Said instead of a form whose act is refused by how the plan stands: what one may not, why, and the way on.</summary>
/// <param name="Because">In the words of the rule that refuses.</param>
/// <param name="Standing">What stands and can be read; null for what would have been new.</param>
public sealed record Closed(Guid Family, string Because, string? Standing)
{
    /// <summary>Null when the act may be done, and the form is to be shown.</summary>
    /// <param name="item">What it is done with: of several plans only those it stands in count. Null for what would be new.</param>
    public static Closed? Of(Pass pass, Act act, string? standing = null, ItemFacts? item = null)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return pass.Refusal(act, item) is { } refusal ? new(pass.Family!.Id, refusal.Words, standing) : null;
    }
}
