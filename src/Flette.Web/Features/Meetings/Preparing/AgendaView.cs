using System.Collections.Immutable;
using Flette.Core.Agreements;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>The agenda of a meeting as it stands now, with what each step is built from.</summary>
/// <param name="Points">All that was raised and the asker may see, dropped ones too.</param>
/// <param name="Open">Agreements from before that somebody still has something to do with.</param>
/// <param name="Unowned">Needs nobody has.</param>
/// <param name="Lines">What was written beforehand.</param>
public sealed record AgendaView(
    ImmutableArray<AgendaStep> Steps,
    IReadOnlyList<RaisedPoint> Points,
    IReadOnlyList<Agreement> Open,
    IReadOnlyList<string> Unowned,
    IReadOnlyList<Input> Lines
)
{
    /// <summary>Kinds of items it is built from, beside the meeting itself.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [ItemKinds.AgendaPoint, ItemKinds.Line, ItemKinds.Agreement, ItemKinds.Need, ItemKinds.Input];

    /// <summary>Builds it.</summary>
    /// <param name="common">Without what is for the coordinator alone: for what others see.</param>
    public static AgendaView Of(IReadOnlyList<Seen> items, Guid meeting, bool common = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        var points = AgendaBook.Points(items, meeting).Where(p => !(common && p.Own)).ToList();
        var open = AgreementBook
            .InOrder(items)
            .Where(a =>
                a.Parent != meeting
                && a.State is AgreementState.Open or AgreementState.InProgress or AgreementState.NeedsHelp
            )
            .ToList();
        var unowned = items
            .Where(i => i.Row.Kind == ItemKinds.Need)
            .Select(Entries.Open<NeedDetails>)
            .Where(n => n.Is<NeedState>() == NeedState.Unmet && n.Details.Owner is null)
            .Select(n => n.Details.Text)
            .ToList();
        // What a member says is for the coordinator alone, so it stands in no agenda that others see.
        var written = common ? [] : InputBook.Among(items, meeting).Where(i => i.Given && i.Details.HasLines).ToList();
        var lines = LineBook.Among(items, meeting).Select(l => l.Line).ToList();
        var parts = new AgendaParts(AgendaBook.Standing(points), open.Count, unowned.Count, written.Count);
        return new AgendaView(Agenda.Steps(parts, lines), points, open, unowned, written);
    }
}
