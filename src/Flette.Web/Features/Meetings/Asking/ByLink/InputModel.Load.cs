using Dapper;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Vault;

namespace Flette.Web.Features.Meetings.Asking.ByLink;

/// <summary>What the page rests on: her link, the day of the meeting, the times others have not made impossible.</summary>
public sealed partial class InputModel
{
    private InputLinkBody _body = null!;

    /// <summary>Which page somebody is asked on.</summary>
    internal static Face FaceOf(FamilyFacts family, Guid person, DateOnly today) =>
        family.Member(person) is not { } member ? Face.Service
        : member.Age(today) < AgeLimits.OwnHealth ? Face.Child
        : Face.Member;

    private async Task LoadAsync()
    {
        var link = Pass.Asker.Link!;
        await using (var reading = await Pass.ReadAsync(Gone))
        {
            var row = await reading.Db.QuerySingleAsync<Sealed>(
                "select body from link where id = @Id",
                new { link.Id }
            );
            _body = Pass.Ring.Open<InputLinkBody>(row, link.Family, new Vault.Place("link", link.Id));
            // Of the meeting only what the mail told, and which times are proposed: she may not be on its list.
            var met = await reading.Db.QuerySingleAsync<ItemRow>(
                "select * from item where family = @Family and kind = @kind and id = any(@items)",
                new
                {
                    link.Family,
                    kind = ItemKinds.Meeting,
                    items = link.Items.ToArray(),
                }
            );
            var about = Pass.Ring.Open<MeetingDetails>(met.Body, met.KeyOwner, new Vault.Place("item", met.Id));
            (MeetingId, Day) = (met.Id, met.Day!.Value);
            Update = about.Kind == MinutesKind.Update;
            Open = InputBook.IsOpen(Rows.FromCode<MeetingState>(met.State), about.Kind, Day, Pass.Today);
            Slots = about.Slots ?? [];
            Polled = Slots.Count > 0;
        }
        Frame(_body.Language);
        Coordinator = LinkBook.Coordinator(Pass);
        var me = Pass.Asker.Id;
        Face = FaceOf(Pass.Family!, me, Pass.Today);
        if (Polled)
        {
            var others = (await InputBook.VotersAsync(Pass, MeetingId, Gone)).Where(v => v.Person != me).ToList();
            Slots = DatePoll.ToAsk(Slots, others, Pass.Today);
        }
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Input, ItemKinds.Agreement);
        Mine = InputBook.Among(items, MeetingId).FirstOrDefault(i => i.Person == me && i.Given);
        var agreements = items
            .Where(i => i.Row.Kind == ItemKinds.Agreement)
            .Select(AgreementBook.Open)
            .ToDictionary(a => a.Id);
        Agreements = _body
            .Titles.Where(t => agreements.TryGetValue(t.Id, out var a) && a.State != AgreementState.Withdrawn)
            .Select(
                (t, i) =>
                    new Card(
                        i + 1,
                        t.Id,
                        t.Title,
                        agreements[t.Id].Due,
                        Asked: false,
                        agreements[t.Id].Details.LastOf(me)?.Kind,
                        Said: null
                    )
            )
            .ToList();
    }
}
