using Flette.Core.Access;

namespace Flette.Demo.Seed;

/// <summary>Someone in a case who works in the municipality.</summary>
public sealed record CaseStaff(Guid Id, string Name, string? Email, string? Phone, StaffRole Role, bool IsDeputy)
{
    /// <summary>The municipality of the demo a case is shown in.</summary>
    public static string Municipality(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Root["case"].Text("municipality").StartsWith("Sundhavn", StringComparison.Ordinal)
            ? "sundhavn"
            : "fjellvik";
    }

    /// <summary>
    /// Coordinator, deputy, the unit's officer and leader. The four cases of Fjellvik have units of their own in the files;
    /// in the demo one unit serves them, so only the first case's officer and leader are taken.
    /// </summary>
    public static IEnumerable<CaseStaff> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var contacts = file.Root["contacts"].List.ToDictionary(c => c.Text("id"), StringComparer.Ordinal);
        var head = file.Root["case"];
        yield return From(head.Text("coordinator"), StaffRole.Coordinator, deputy: false);
        if (head["deputy"].Value is { } named)
        {
            yield return From(named, StaffRole.Coordinator, deputy: true);
        }
        if (file.Id is "nordli" or "tekle")
        {
            yield return From("c-kesak", StaffRole.Unit, deputy: false);
            yield return From("c-keleder", StaffRole.Leader, deputy: false);
        }

        CaseStaff From(string contact, StaffRole role, bool deputy)
        {
            var node = contacts[contact];
            return new(IdOf(file, contact), node.Text("name"), node["email"].Value, node["phone"].Value, role, deputy);
        }
    }

    /// <summary>The unit's officer of a municipality.</summary>
    public static Guid Officer(string municipality) =>
        DemoIds.Of(municipality == "sundhavn" ? "tekle" : "nordli", "staff/c-kesak");

    /// <summary>The id of a contact of a case as staff.</summary>
    public static Guid IdOf(CaseFile file, string contact)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DemoIds.Of(file.Id, "staff/" + contact);
    }
}
