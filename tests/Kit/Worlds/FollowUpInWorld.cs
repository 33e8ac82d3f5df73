using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Consents;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;

namespace Flette.Kit;

/// <summary>What the following up of agreements leaves behind it, in a family of a <see cref="World"/>.</summary>
public static class FollowUpInWorld
{
    /// <summary>A letter about an agreement as it lies when it has been sent on paper, without the weeks before it.</summary>
    public static Task<Guid> LetterAsync(
        this FamilyInWorld family,
        Guid agreement,
        string what,
        string to,
        Guid about,
        Guid giver
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        var today = family.World.Today;
        return family.PlacedAsync(
            new ItemRow
            {
                Kind = ItemKinds.Letter,
                About = [about],
                Parent = agreement,
                State = "sent",
                Day = today,
            },
            new LetterDetails(
                to,
                "Skolen",
                null,
                LetterWay.Paper,
                "skole",
                what,
                "Tore Lærer (Skolen)",
                "Avtale fra møtet",
                today.AddDays(-40),
                today.AddDays(-20),
                [today.AddDays(-30), today.AddDays(-15)],
                null,
                new LetterYes([giver], today, ConsentHow.Phone, $"Jeg sier ja til et brev om «{what}».")
            )
        );
    }

    /// <summary>Sets when an agreement is due, as its coordinator does.</summary>
    public static Task DueAsync(this FamilyInWorld family, Guid agreement, DateOnly due)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.ChangePlan,
            async write =>
            {
                var now = AgreementBook.Open((await Visible.ItemAsync(write, ItemKinds.Agreement, agreement))!);
                return await AgreementBook.ChangeAsync(
                    write,
                    agreement,
                    now.Version,
                    new AgreementDraft(
                        now.Details.What,
                        now.Holders,
                        now.About,
                        now.Topic,
                        due,
                        null,
                        now.State,
                        Agreed: true
                    ),
                    now.Holders.ToHashSet(),
                    CancellationToken.None
                );
            }
        );
    }
}
