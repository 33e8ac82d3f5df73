using Flette.Core.Families;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Links;

/// <summary>How those of a family and its team are reached.</summary>
public static class Addressees
{
    /// <summary>A person as she stands on record; without an address when she is neither in the family nor in the team.</summary>
    public static Addressee Of(People people, Guid person)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.Team.FirstOrDefault(p => p.Id == person) is { } p
                ? new(person, p.Details.Name, p.Details.FirstName, p.Details.Reach.SentTo, null)
            : people.Members.FirstOrDefault(m => m.Id == person) is { } m
                ? new(person, m.Details.Name, m.Details.FirstName, m.Details.Reach.SentTo, m.Details.Language)
            : people.Leader is { } leader && leader.Person == person ? leader
            : new(person, people.Name(person) ?? "", "", null, null);
    }

    /// <summary>How what is sent comes to a person.</summary>
    public static Delivered Delivered(People people, Guid person)
    {
        ArgumentNullException.ThrowIfNull(people);
        var reach =
            people.Team.FirstOrDefault(p => p.Id == person)?.Details.Reach
            ?? people.Members.FirstOrDefault(m => m.Id == person)?.Details.Reach;
        return reach?.Delivered ?? Core.Families.Delivered.ByPhone;
    }

    /// <summary>Telephone of a person, or null.</summary>
    public static string? Phone(People people, Guid person)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.Team.FirstOrDefault(p => p.Id == person)?.Details.Reach.Phone
            ?? people.Members.FirstOrDefault(m => m.Id == person)?.Details.Reach.Phone;
    }
}
