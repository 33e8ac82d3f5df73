using Dapper;
using Flette.Core;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Team;

namespace Flette.Demo.Seed;

/// <summary>The services of a case into the register of organisations, and its contacts into the team.</summary>
public sealed class CaseTeam(CaseFile file)
{
    private readonly CasePeople _people = new(file);
    private readonly Dictionary<string, CaseNode> _contacts = ById(file.Root["contacts"]);

    /// <summary>
    /// The register of organisations: one row for each name. That a service is there says nothing of any family; which family
    /// it has to do with stands sealed, with the participant.
    /// </summary>
    public async Task OrganisationsAsync(Municipality municipality, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        foreach (var service in file.Root["services"].List)
        {
            await db.ExecuteAsync(
                new CommandDefinition(
                    "insert into organisation (id, name, owner, topic, phone) values (@id, @name, @owner, @topic, @phone) on conflict do nothing",
                    new
                    {
                        id = DemoIds.Of(municipality.Key, "organisation/" + service.Text("name")),
                        name = service.Text("name"),
                        owner = service.OneOf("owner", CaseWords.Owners),
                        topic = Rows.Code(service.OneOf("topic", CaseWords.Topics)),
                        phone = service["phone"].Value,
                    },
                    cancellationToken: cancel
                )
            );
        }
    }

    /// <summary>
    /// Who takes part. The coordinator is appointed and her deputy named with her, so neither is a participant: a deputy reads
    /// nothing, and takes no part, before the unit lets her in. Nor is who concerns nobody.
    /// </summary>
    public async Task<Refusal?> ParticipantsAsync(Write write)
    {
        var (coordinator, deputy) = (file.Root["case"].Text("coordinator"), file.Root["case"]["deputy"].Value);
        foreach (
            var (id, contact) in _contacts.Where(c =>
                c.Key != coordinator && c.Key != deputy && !c.Value["concerns"].IsNull
            )
        )
        {
            var service = _people.Service(contact["service"]);
            if (service.Flag("private") && !contact.Flag("private"))
            {
                throw contact.Fault("is of a private service, and not private");
            }
            var added = await Participants.AddAsync(
                write,
                Details(contact, service),
                service.OneOf("topic", CaseWords.Topics),
                contact["concerns"].List.Select(_people.Member).ToList(),
                contact.Flag("private"),
                DemoIds.Of(file.Id, id),
                contact.Flag("sharedAtHome")
            );
            if (added.Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private ParticipantDetails Details(CaseNode contact, CaseNode service)
    {
        var (mail, phone) = (contact["email"].Value, contact["phone"].Value);
        List<Channel> channels =
        [
            .. mail is null ? [] : new[] { Channel.Email },
            .. phone is null ? [] : new[] { Channel.Phone },
        ];
        return new ParticipantDetails(
            contact.Text("name"),
            contact["role"].Value,
            service.Text("name"),
            new Reach(channels, Note: null, phone, mail),
            StandIn(contact),
            contact.Day("since"),
            contact.Day("until"),
            contact.Number("minNoticeWeeks")
        );
    }

    private string? StandIn(CaseNode contact)
    {
        if (contact["standIn"].Value is not { } id)
        {
            return null;
        }
        var other = _contacts.GetValueOrDefault(id) ?? throw contact["standIn"].Fault($"{id} is no contact");
        return other.Flag("private") && !contact.Flag("private")
            ? throw contact["standIn"].Fault("names a private contact")
            : other.Text("name");
    }

    private static Dictionary<string, CaseNode> ById(CaseNode list) =>
        list.List.ToDictionary(n => n.Text("id"), StringComparer.Ordinal);
}
