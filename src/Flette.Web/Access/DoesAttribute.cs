using Flette.Core.Access;

namespace Flette.Web.Access;

/// <summary>Names the act of a page handler or endpoint. One without it stops the program at start-up.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class DoesAttribute(Act act) : Attribute
{
    public Act Act { get; } = act;

    /// <summary>For <see cref="Core.Access.Act.Open"/>: why anyone may.</summary>
    public string? Reason { get; init; }
}
