using Flette.Web.Access;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Invitations.Asked;

/// <summary>
/// A mail the day before a meeting, at nine. It waits in the outbox from when the invitation is sent, with a link of its own, and is
/// put there anew or stopped whenever the meeting or the answer changes.
/// </summary>
public static class Reminders
{
    /// <summary>Who was told later than this before it would come is not reminded: she has just heard of it.</summary>
    public static readonly TimeSpan JustHeard = TimeSpan.FromHours(24);

    /// <summary>The instant one is reminded of a meeting on a day.</summary>
    public static DateTimeOffset Instant(DateTime wall) =>
        new DateTimeOffset(wall, Norway.Zone.GetUtcOffset(wall)).ToUniversalTime();

    /// <summary>Plans the reminder of an invitation that stands, when there is time for one.</summary>
    /// <param name="to">Whom; null: as she was told before.</param>
    internal static async Task PlanAsync(Write write, Invitation invitation, Addressee? to = null)
    {
        var at = Instant(invitation.Body.When.RemindAt);
        if (at - write.Now < JustHeard)
        {
            return;
        }
        var whom = to ?? await LinkRenewal.AddresseeAsync(write, invitation.Person);
        if (whom is not { SentTo: not null })
        {
            return;
        }
        var sending = write.NewId();
        var link = await Inviter.MakeLinkAsync(write, sending, invitation, whom, invitation.Body.Place);
        var mail = Inviter.Mail(write, whom, MeetingNotice.Reminder, invitation.Body.When, calendar: null);
        await Outbox.PutAsync(write, Templates.MeetingReminder, sending, link, mail, at);
    }

    /// <summary>Stops what waits: of one person, or of all who were invited.</summary>
    internal static Task StopAsync(Write write, Guid meeting, Guid? person = null) =>
        write.ExecuteAsync(
            """
            update outbox o set state = 'undone', ended_at = @Now from link l
             where o.link = l.id and o.family = @Id and o.template = @Code and o.state = 'waiting'
               and @meeting = any(l.items) and (@person::uuid is null or l.person = @person)
            """,
            new
            {
                write.Now,
                write.Pass.Family!.Id,
                Templates.MeetingReminder.Code,
                meeting,
                person,
            }
        );
}
