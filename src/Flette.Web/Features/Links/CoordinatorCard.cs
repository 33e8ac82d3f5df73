namespace Flette.Web.Features.Links;

/// <summary>Name and telephone of the coordinator, from the register of staff.</summary>
public sealed record CoordinatorCard
{
    public string Name { get; init; } = "";

    public string? Phone { get; init; }

    /// <summary>«Solveig Rustad, tlf. 99 99 90 11».</summary>
    public string Words => Phone is { Length: > 0 } phone ? $"{Name}, tlf. {phone}" : Name;
}
