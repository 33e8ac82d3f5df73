using Flette.Core.FollowUp;
using Flette.Web.Data;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Today;

/// <summary>Something that was seen to from the coordinator's day and has left it: said where she lands, to be undone there.</summary>
/// <param name="Id">What it was done to.</param>
/// <param name="Text">What was done.</param>
/// <param name="Undo">Where the undo is posted.</param>
/// <param name="Field">What the id is called in that form.</param>
/// <param name="Version">The version it has now.</param>
public sealed record JustDone(Guid Id, string Text, string Undo, string Field, int Version)
{
    /// <summary>Names it in the address: an id, and no word about anyone.</summary>
    public const string Parameter = "gjort";

    /// <summary>Finds it among what she may see; null when it is not there or stands otherwise now.</summary>
    public static JustDone? Find(Own own, Guid? id)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own.Items.FirstOrDefault(i => i.Row.Id == id)?.Row switch
        {
            { Kind: ItemKinds.NothingYet } n when n.State == Rows.Code(NothingYet.Seen) => new(
                n.Id,
                "Det familien sier, er sett",
                $"/f/{n.Family}/sier?handler=Undo",
                "Line",
                n.Version
            ),
            { Kind: ItemKinds.FagTold } t when t.State == Rows.Code(FagTold.Rung) => new(
                t.Id,
                "Det er skrevet at du har ringt",
                $"/f/{t.Family}/fagmote?handler=Undo",
                "Telling",
                t.Version
            ),
            _ => null,
        };
    }
}
