using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Minutes;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>
/// Ends a meeting that was written in: it has been held, and each line that is an agreement becomes one. What all have said yes to
/// in the room is agreed; all else is a proposal (product law 3). Lines that were written after an earlier end become agreements at
/// the next.
/// </summary>
public static class EndMeeting
{
    /// <summary>Does it in one write, or says why not.</summary>
    /// <param name="version">The version of the meeting the one who writes saw.</param>
    public static async Task<Refusal?> RunAsync(
        Write write,
        Guid meeting,
        int version,
        IReadOnlyList<WrittenLine> lines,
        AroundMinutes around
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(around);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen)
        {
            return new NoSuchMeeting();
        }
        var state = Rows.FromCode<MeetingState>(seen.Row.State);
        var ended = Attendance.Ended(seen.Open<MeetingDetails>(), state == MeetingState.Held);
        if (ended.Refusal is { } refusal)
        {
            return refusal;
        }
        if (await FagBook.MayHoldAsync(write, MeetingBook.Open(seen)) is { } without)
        {
            return without;
        }
        var day = seen.Row.Day!.Value < write.Pass.Today ? seen.Row.Day.Value : write.Pass.Today;
        var scope = await PlanBook.ScopeAsync(write);
        var recipient =
            MeetingPlans.Of(write.Pass, around.Members).Recipient(MeetingBook.Open(seen)) ?? around.Family.Recipient;
        var heading = "";
        foreach (var line in lines)
        {
            if (line.Line.Mark == LineMark.Point)
            {
                heading = line.Line.Text;
            }
            if (line.Line is not { Mark: LineMark.Agreement, Agreement: null })
            {
                continue;
            }
            var agreement = await AgreeAsync(write, seen.Row, day, heading, line, around, recipient, scope);
            if (!await LineBook.BecameAsync(write, line, agreement))
            {
                return new ChangedMeanwhile();
            }
        }
        var held = seen.Row with { State = Rows.Code(MeetingState.Held), Day = day };
        if (!await Items.ChangeAsync(write, held, version, "held", ended.Value))
        {
            return new ChangedMeanwhile();
        }
        if (state != MeetingState.Held)
        {
            await FagTelling.TellAsync(write, ended.Value.Kind, meeting, seen.Row.About);
        }
        return null;
    }

    private static Task<Guid> AgreeAsync(
        Write write,
        ItemRow meeting,
        DateOnly day,
        string heading,
        WrittenLine line,
        AroundMinutes around,
        Guid? recipient,
        PlanScope scope
    )
    {
        var holders = line.Line.Responsible.Select(p => p.Id).OfType<Guid>().ToList();
        var team = around.Team.Where(p => holders.Contains(p.Id)).ToList();
        var placed = Placement.Propose(
            line.Line.Text,
            heading,
            around.Family.Members,
            recipient,
            team.SelectMany(p => new[] { p.Details.Organisation, p.Details.Role })
        );
        var topic = team.Select(p => p.Topic).OfType<Topic>().Cast<Topic?>().FirstOrDefault() ?? placed.Topic;
        var head = new ItemRow
        {
            Kind = ItemKinds.Agreement,
            Topic = topic is { } on ? Rows.Code(on) : null,
            About = [.. placed.About],
            Holders = [.. holders],
            Parent = meeting.Id,
            // What is agreed in a meeting for one plan is put in no other.
            Meant = meeting.Meant,
            State = Rows.Code(
                InRoom.IsAgreed(line.Line, around.IsMember) ? AgreementState.Open : AgreementState.Proposed
            ),
            Day = line.Line.Due,
            Seq = line.Seq,
        };
        var details = new AgreementDetails(
            line.Line.Text,
            [.. line.Line.Responsible.Select(p => p.Name)],
            DueText: null,
            heading,
            Line: null,
            day,
            WordsOnly: [.. line.Line.Responsible.Where(p => p.Id is null).Select(p => p.Name)],
            Goal: line.Line.Goal
        );
        return Items.InsertAsync(write, scope.Put(head), details);
    }
}
