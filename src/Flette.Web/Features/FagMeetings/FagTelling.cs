using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.FagMeetings;

/// <summary>How one member is told that a fagmøte was held.</summary>
public enum FagTold
{
    /// <summary>A mail was put in the outbox.</summary>
    Mailed,

    /// <summary>She is to be rung the same day.</summary>
    ToRing,

    /// <summary>She has been rung.</summary>
    Rung,
}

/// <summary>Sealed with whom the meeting was about.</summary>
/// <param name="Who">The member who is told.</param>
public sealed record FagToldDetails(Guid Who);

/// <summary>A telling, opened.</summary>
public sealed record OpenFagTold(
    Guid Id,
    Guid Family,
    Guid Meeting,
    Guid Who,
    FagTold State,
    DateOnly Day,
    int Version
);

/// <summary>
/// The message to the family the day a fagmøte is held: a mail that says that one has met and nothing more, or a telephone call for those
/// without an address. In the write that ends the meeting, so that neither is without the other.
/// </summary>
public static class FagTelling
{
    /// <summary>All of them, among items that were loaded with others.</summary>
    public static IReadOnlyList<OpenFagTold> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.FagTold)
            .Select(i => new OpenFagTold(
                i.Row.Id,
                i.Row.Family,
                i.Row.Parent!.Value,
                i.Open<FagToldDetails>().Who,
                Rows.FromCode<FagTold>(i.Row.State),
                i.Row.Day!.Value,
                i.Row.Version
            ))
            .ToList();

    /// <summary>Tells those who are to be told that a meeting was held; nothing for meetings of other kinds.</summary>
    public static async Task TellAsync(Write write, MinutesKind kind, Guid meeting, IReadOnlyCollection<Guid> about)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (kind != MinutesKind.Fag)
        {
            return;
        }
        var family = write.Pass.Family!;
        var sending = write.NewId();
        foreach (var member in FagYesRules.Told(family, about, write.Pass.Today))
        {
            if (await LinkRenewal.AddresseeAsync(write, member) is not { } to)
            {
                continue;
            }
            // Nothing leaves the house without a plan: then somebody rings.
            var mail = family.Plan == PlanState.Open && !string.IsNullOrEmpty(to.SentTo);
            await Items.InsertAsync(
                write,
                new ItemRow
                {
                    Kind = ItemKinds.FagTold,
                    Room = Rows.Code(Room.Plan),
                    About = [member],
                    Holders = [member],
                    Private = true,
                    Parent = meeting,
                    State = Rows.Code(mail ? FagTold.Mailed : FagTold.ToRing),
                    Day = write.Pass.Today,
                },
                new FagToldDetails(member)
            );
            if (mail)
            {
                await MailAsync(write, sending, to);
            }
        }
    }

    /// <summary>Somebody has rung her.</summary>
    public static async Task<Refusal?> RungAsync(Write write, Guid told, int version, bool rung)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.FagTold, told) is not { } now
            || now.Row.State == Rows.Code(FagTold.Mailed)
        )
        {
            return new NoSuchFagYes();
        }
        return await Items.ChangeAsync(
            write,
            now.Row with
            {
                State = Rows.Code(rung ? FagTold.Rung : FagTold.ToRing),
            },
            version,
            "state",
            now.Open<FagToldDetails>()
        )
            ? null
            : new ChangedMeanwhile();
    }

    private static Task MailAsync(Write write, Guid sending, Addressee to)
    {
        var tongue = Language.FromWords(to.Language) ?? Tongue.Bokmal;
        var mail = new FagMail(
            to.SentTo!,
            to.FirstName,
            FagMails.Subject(write.Pass.Today, tongue),
            write.Pass.Today,
            LinkBook.Coordinator(write.Pass).In(tongue),
            Language.Code(tongue)
        );
        return Outbox.PutAsync(write, Templates.FagHeld, sending, link: null, mail, write.Now + Outbox.UndoWindow);
    }
}
