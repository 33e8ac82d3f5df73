using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;

namespace Flette.Kit;

/// <summary>A yes to fagmøter in a family of a <see cref="World"/>, and the meetings that rest on it.</summary>
public static class FagInWorld
{
    /// <summary>A yes to talking about school, for two months.</summary>
    public static Task FagYesAsync(this FamilyInWorld family, Guid about, string purpose, params Guid[] givers)
    {
        ArgumentNullException.ThrowIfNull(family);
        var today = family.World.Today;
        var draft = new FagYesDraft(
            about,
            givers,
            today,
            ConsentHow.Phone,
            [Topic.School],
            purpose,
            today.AddMonths(2)
        );
        return family.DoAsync(
            Act.RecordFagYes,
            async write => await FagBook.RecordAsync(write, draft, d => "Jeg sier ja til å " + d.Purpose)
        );
    }

    /// <summary>A member's mail address.</summary>
    public static Task AddressAsync(this FamilyInWorld family, Guid member, string address)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.ChangeMember,
            async write =>
            {
                var now = Members.All(write.Pass).Single(m => m.Id == member);
                var details = now.Details with { Reach = now.Details.Reach with { Email = address } };
                return await Members.ChangeAsync(
                    write,
                    member,
                    now.Version,
                    new MemberDraft(details, now.Born, now.Due, now.CarriedBy, now.Households)
                );
            }
        );
    }

    /// <summary>A fagmøte that is planned, or was held today and told of.</summary>
    public static async Task<Guid> FagMeetingAsync(
        this FamilyInWorld family,
        DateOnly day,
        Guid about,
        bool held,
        params (Guid Id, string Name)[] invited
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        await family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var details = new MeetingDetails(
                    MinutesKind.Fag,
                    "09:00-10:00",
                    null,
                    [.. invited.Select(p => new MeetingPerson(p.Id, p.Name))],
                    []
                );
                id = await MeetingBook.AddAsync(
                    write,
                    day,
                    held ? MeetingState.Held : MeetingState.Planned,
                    details,
                    [about]
                );
                if (held)
                {
                    await FagTelling.TellAsync(write, MinutesKind.Fag, id, [about]);
                }
                return null;
            }
        );
        return id;
    }
}
