using System.Security.Cryptography;
using System.Text;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Writing;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Projector;

/// <summary>
/// The common screen of a meeting, for a projector: only what everyone in the room may see (<see cref="Projection"/>), and no name
/// beside a thing that waits. Opened by the coordinator in a window of its own; it follows what is written.
/// </summary>
public sealed class ShowModel : DeskPage
{
    public DateOnly Day { get; private set; }

    public Projection Shown { get; private set; } = null!;

    /// <summary>First name of the member whose words are shown, or null.</summary>
    public string? WhoseWords { get; private set; }

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, [ItemKinds.Meeting, .. AgendaView.Kinds]);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return NotFound();
        }
        var found = MeetingBook.Open(seen);
        Day = found.Day;
        var agenda = AgendaView.Of(items, meeting, common: true);
        var here = found
            .Details.Present.Concat(found.Details.Absent)
            .Where(p =>
                p.Id is not null && found.Details.Here?.Contains(p.Id.Value.ToString(), StringComparer.Ordinal) == true
            )
            .Select(p => p.Id!.Value)
            .ToHashSet();
        Shown = Projection.Of(
            agenda.Steps,
            AgendaBook.Standing(agenda.Points),
            LineBook.Among(items, meeting).Select(l => l.Line).ToList(),
            here
        );
        WhoseWords = Shown.Words?.By is { } by
            ? Families.Members.All(Pass).FirstOrDefault(m => m.Id == by)?.FirstName
            : null;
        var tag = Tag();
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Page();
    }

    // Of what is shown and nothing else: a hidden line does not make the screen blink.
    private string Tag()
    {
        var text = new StringBuilder(NorwegianDates.WithYear(Day)).Append('\n').Append(Shown.Heading).Append('\n');
        foreach (var step in Shown.Steps)
        {
            text.Append(step.Progress).Append(' ').Append(step.Heading).Append('\n');
        }
        foreach (var line in Shown.Conclusions.Concat(Shown.Agreements))
        {
            text.Append(line.Mark)
                .Append(' ')
                .Append(line.Text)
                .Append(' ')
                .AppendJoin(',', line.Responsible.Select(p => p.Name))
                .Append(line.Due)
                .Append('\n');
        }
        text.Append(Shown.Words?.Text).Append(WhoseWords);
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32]}\"";
    }
}
