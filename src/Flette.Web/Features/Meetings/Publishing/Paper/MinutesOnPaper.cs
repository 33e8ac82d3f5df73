using System.Collections.Immutable;
using Flette.Core.Meetings;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Family;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings.Attaching;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>Makes the sheet of a meeting's published minutes for whoever the pass reads as.</summary>
internal static class MinutesOnPaper
{
    /// <summary>The sheet; null when she may read nothing of it.</summary>
    /// <param name="pass">As whom it is read.</param>
    /// <param name="only">Lines that are meant, for a service's own file; null for all she may read.</param>
    public static async Task<MinutesSheet?> MakeAsync(
        Pass pass,
        Guid meeting,
        Chrome chrome,
        string by,
        SheetFrame frame,
        string? service,
        Func<Seen, bool>? only,
        CancellationToken cancel
    )
    {
        var items = await Visible.ItemsAsync(
            pass,
            cancel,
            ItemKinds.PublishedLine,
            ItemKinds.Remark,
            ItemKinds.Participant,
            ItemKinds.Meeting,
            ItemKinds.Attachment
        );
        var lines = items.Where(i => i.Row.Kind != ItemKinds.PublishedLine || only?.Invoke(i) != false);
        if (PublishedMinutes.Of(pass, lines).FirstOrDefault(m => m.Meeting == meeting) is not { } minutes)
        {
            return null;
        }
        var words = Family.Words.Of(chrome.Tongue);
        var say = new ReadWords(chrome.Tongue);
        var names = new Names(words, Families.Members.All(pass), Participants.Among(items), Coordination.Of(pass));
        var held = items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting);
        var published = say.PublishedOn(minutes.Published, pass.Today) + ".";
        if (held?.Open<MeetingDetails>().Leader is { } leader)
        {
            published = $"{published} {say.LedBy(leader.Name)}";
        }
        return new MinutesSheet(
            minutes,
            say,
            names,
            pass.Asker.Kind == Core.Access.AskerKind.Staff,
            NorwegianDates.Capital(say.Meeting(minutes.Day, pass.Today)),
            service is null ? published : $"{published} {say.Only(service)}",
            // Who else was there is no matter of one service's record.
            held is null
            || service is not null
                ? ""
                : Present(held.Open<MeetingDetails>().Present, names, say.Tongue),
            Attached(items, meeting, service is null),
            LinkBook.Coordinator(pass).In(say.Tongue),
            chrome,
            frame.Say.Printed(pass.Today, by),
            frame
        );
    }

    // What lies in the coordinator's notes is on no paper that is handed on; what a service gets is its own lines.
    private static List<string> Attached(IReadOnlyList<Seen> items, Guid meeting, bool all) =>
        all ? Attachment.Among(items, meeting).Where(a => a.Shared).Select(a => a.Details.Name).ToList() : [];

    // Those the reader may not know of are not counted either.
    private static string Present(ImmutableArray<MeetingPerson> present, Names names, Tongue tongue) =>
        present.IsDefault
            ? ""
            : Listing.And(
                present.Where(p => p.Id is { } id && names.Knows(id)).Select(p => names.Of(p.Id!.Value)),
                tongue
            );
}
