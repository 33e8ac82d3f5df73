using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.FagMeetings;

/// <summary>Somebody to ring the day a fagmøte was held.</summary>
/// <param name="Phone">Where to ring, or null.</param>
public sealed record FagCall(OwnFamily Family, OpenFagTold Told, string Who, string? Phone);

/// <summary>What of fagmøter stands on the coordinator's day: whom to ring, and those that are to be ended so that the family is told. Pure.</summary>
public sealed record FagDesk(IReadOnlyList<FagCall> Calls, IReadOnlyList<(OwnFamily Family, Meeting Meeting)> ToEnd)
{
    /// <summary>Nothing.</summary>
    public static FagDesk Empty { get; } = new([], []);

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Calls.Count + ToEnd.Count == 0;

    /// <summary>Puts it together from what she may see.</summary>
    public static FagDesk Of(Own own, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(own);
        var families = own.Families.ToDictionary(f => f.Id);
        var members = own.Members.ToDictionary(m => m.Id);
        return new FagDesk(
            FagTelling
                .Among(own.Items)
                .Where(t => t.State == FagTold.ToRing && members.ContainsKey(t.Who))
                .OrderBy(t => t.Day)
                .ThenBy(t => t.Id)
                .Select(t => new FagCall(
                    families[t.Family],
                    t,
                    members[t.Who].FirstName,
                    members[t.Who].Details.Reach.Phone
                ))
                .ToList(),
            own.Items.Where(i => i.Row.Kind == ItemKinds.Meeting)
                .Select(MeetingBook.Open)
                .Where(m => m.Details.Kind == MinutesKind.Fag && m.State == MeetingState.Planned && m.Day <= today)
                .OrderBy(m => m.Day)
                .Select(m => (families[m.Family], m))
                .ToList()
        );
    }
}
