using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;

namespace Flette.Demo.Seed;

/// <summary>
/// Invitations to the next meeting of a case, and some answers: by the functions behind the coordinator's page and behind the link.
/// The case files do not say; this does.
/// </summary>
public sealed class CaseInvitations(CaseFile file, Seeder seeder)
{
    private const int SentDaysAgo = 2;

    private static readonly HashSet<string> Cases = new(StringComparer.Ordinal) { "nordli" };

    // In the order of the list; those after them have not answered.
    private static readonly (ReplyKind Kind, string? Line)[] Came =
    [
        (ReplyKind.Coming, null),
        (ReplyKind.Declined, "Er på kurs den dagen. Kan en kollega komme i stedet?"),
        (ReplyKind.Coming, null),
    ];

    /// <summary>Invites and answers; does nothing in a case of which nothing is told, or without a meeting to come.</summary>
    public async Task RunAsync(Guid family, Session coordinator)
    {
        if (!Cases.Contains(file.Id))
        {
            return;
        }
        var then = seeder.On(seeder.Today.AddDays(-SentDaysAgo));
        Meeting? next = null;
        List<Guid> told = [];
        await then.DoAsync(
            coordinator,
            Act.SendInvitations,
            family,
            async write =>
            {
                next = (await Visible.ItemsAsync(write.Pass, CancellationToken.None, ItemKinds.Meeting))
                    .Select(MeetingBook.Open)
                    .Where(m => m.State == MeetingState.Planned && m.Day > seeder.Today)
                    .MinBy(m => m.Day);
                if (
                    next is null
                    || await Invited.LoadAsync(write.Pass, next.Id, CancellationToken.None) is not { } invited
                )
                {
                    return null;
                }
                var place = invited.DefaultPlace(write.Pass);
                var words = invited
                    .Words(place)
                    .Where(w => w.Word == Word.Invite)
                    .Select(w => new PersonalWord(Addressees.Of(invited.People, w.Person), w.Word))
                    .ToList();
                told = words.ConvertAll(w => w.To.Person);
                await Inviter.SendAsync(write, next, words, place, inCalendar: false);
                return null;
            }
        );
        foreach (var (person, (kind, line)) in told.Zip(Came))
        {
            await AnswerAsync(family, next!.Id, person, kind, line);
        }
    }

    private async Task AnswerAsync(Guid family, Guid meeting, Guid person, ReplyKind kind, string? line) =>
        await seeder
            .On(seeder.Today.AddDays(-1))
            .DoAsync(
                await seeder.InvitedAsync(meeting, person),
                Act.AnswerInvitation,
                family,
                write =>
                    ReplyBook.AnswerAsync(
                        write,
                        meeting,
                        new ReplyDraft(person, kind, ReplyWay.Link, line),
                        version: null
                    )
            );
}
