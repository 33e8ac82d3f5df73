using Dapper;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Links;

/// <summary>How somebody of a family or its team stands on record, for what is sent to her and nobody else.</summary>
/// <param name="Language">Her first language, in the coordinator's words; null for a participant.</param>
/// <param name="Code">
/// Where a one-time code to her goes; null when she has no number of her own. A number that stands on a child and on a grown-up too is
/// nobody's own: what is a child's must not be opened by its parent's telephone, nor the reverse (trust.md, Sign-in and sessions).
/// </param>
internal sealed record OnRecord(string Name, string FirstName, Reach Reach, string? Language, SmsAddress? Code)
{
    /// <summary>
    /// Where she is told that there is a message; null when nowhere. What is a child's is not told on a telephone that is its parent's
    /// too, nor the reverse.
    /// </summary>
    public string? Told => Reach.Delivered == Delivered.BySms && Code is null ? null : Reach.SentTo;

    /// <summary>A member who has not left, or a participant who takes part; else null. Whatever the asker may see: it is shown to nobody.</summary>
    public static async Task<OnRecord?> FindAsync(Pass pass, Guid person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.LoadedFamily!.Members.FirstOrDefault(m => m.Id == person) is { } member)
        {
            var m = Families.Members.Open(pass, person, member.Body);
            return new OnRecord(
                m.Name,
                m.FirstName,
                m.Reach,
                m.Language,
                IsOwn(pass, person, m.Reach) ? m.Reach.Sms : null
            );
        }
        await using var reading = await pass.ReadAsync(cancel);
        var row = await reading.Db.QuerySingleOrDefaultAsync<ItemRow>(
            new CommandDefinition(
                "select * from item where id = @person and family = @Id and kind = @kind and state = 'active'",
                new
                {
                    person,
                    pass.Family!.Id,
                    kind = ItemKinds.Participant,
                },
                cancellationToken: cancel
            )
        );
        if (row is null)
        {
            return null;
        }
        var p = pass.Ring.Open<ParticipantDetails>(row.Body, row.KeyOwner, new Place("item", row.Id));
        var reach = p.Reach with { SmsLeaves = pass.Municipality.Sms is not null };
        return new OnRecord(p.Name, p.FirstName, reach, null, reach.SmsLeaves ? reach.Sms : null);
    }

    private static bool IsOwn(Pass pass, Guid person, Reach reach)
    {
        if (!reach.SmsLeaves || reach.Sms is not { } sms)
        {
            return false;
        }
        var facts = pass.Family!.Member(person)!;
        return !pass.LoadedFamily!.Members.Any(other =>
            other.Id != person
            && pass.Family.Member(other.Id)!.IsAdult(pass.Today) != facts.IsAdult(pass.Today)
            && Families.Members.Open(pass, other.Id, other.Body).Reach.Sms?.Number == sms.Number
        );
    }
}
