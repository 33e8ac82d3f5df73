using Flette.Core.Access;
using Flette.Core.Plans;

namespace Flette.Demo.Seed;

/// <summary>Whom a case names by id: members, contacts and the coordinator, with the ids they have in the database.</summary>
public sealed class CasePeople(CaseFile file)
{
    private readonly Dictionary<string, CaseNode> _members = ById(file.Root["members"]);
    private readonly Dictionary<string, CaseNode> _contacts = ById(file.Root["contacts"]);
    private readonly Dictionary<string, CaseNode> _services = ById(file.Root["services"]);

    private string Coordinator => file.Root["case"].Text("coordinator");

    /// <summary>The member a place names.</summary>
    public Guid Member(CaseNode id) =>
        _members.ContainsKey(id.Value ?? "")
            ? DemoIds.Of(file.Id, id.Value!)
            : throw id.Fault($"{id.Value} is no member");

    /// <summary>Whether a place names a member.</summary>
    public bool IsMember(CaseNode id) => _members.ContainsKey(id.Value ?? "");

    /// <summary>A member or participant by her id, the coordinator by hers in the register of staff.</summary>
    public PlanPerson Person(CaseNode id)
    {
        var name = id.Value ?? throw id.Fault("names nobody");
        if (_members.TryGetValue(name, out var member))
        {
            return new PlanPerson(DemoIds.Of(file.Id, name), member.Text("name"));
        }
        var contact = _contacts.GetValueOrDefault(name) ?? throw id.Fault($"{name} is neither member nor contact");
        var own = name == Coordinator ? CaseStaff.IdOf(file, name) : DemoIds.Of(file.Id, name);
        return new PlanPerson(own, contact.Text("name"), contact.Flag("private"));
    }

    /// <summary>What the service of a participant is on; null for a member and for the coordinator.</summary>
    public Topic? TopicOf(CaseNode id) =>
        id.Value != Coordinator && _contacts.TryGetValue(id.Value ?? "", out var contact)
            ? Service(contact["service"]).OneOf("topic", CaseWords.Topics)
            : null;

    /// <summary>The service a place names.</summary>
    public CaseNode Service(CaseNode id) =>
        _services.GetValueOrDefault(id.Value ?? "") ?? throw id.Fault($"{id.Value} is no service");

    private static Dictionary<string, CaseNode> ById(CaseNode list) =>
        list.List.ToDictionary(n => n.Text("id"), StringComparer.Ordinal);
}
