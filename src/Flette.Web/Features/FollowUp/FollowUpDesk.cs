using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Words;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.Letters;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.FollowUp;

/// <summary>An agreement nobody has answered about though all reminders have been, with its next step.</summary>
/// <param name="Whom">Whom it waits for, by service.</param>
/// <param name="Letter">The newest letter about it; null when none has been sent.</param>
/// <param name="MayWrite">Whether a letter can be sent: that needs an open plan.</param>
public sealed record SilentLine(
    OwnFamily Family,
    Agreement Agreement,
    string Whom,
    DateOnly Since,
    Letter? Letter,
    bool MayWrite
);

/// <summary>An agreement a member says nothing has happened with.</summary>
/// <param name="Who">Her first name.</param>
public sealed record NothingLine(OwnFamily Family, Agreement Agreement, NothingSaid Said, string Who);

/// <summary>What of the following up stands on the coordinator's day, put together from what she may see. Pure.</summary>
public sealed record FollowUpDesk(IReadOnlyList<SilentLine> Silent, IReadOnlyList<NothingLine> Nothing)
{
    /// <summary>Nothing.</summary>
    public static FollowUpDesk Empty { get; } = new([], []);

    /// <summary>Puts it together.</summary>
    public static FollowUpDesk Of(
        Own own,
        IReadOnlyList<Agreement> agreements,
        IReadOnlyList<SentLink> links,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(agreements);
        var families = own.Families.ToDictionary(f => f.Id);
        var team = own.Team.ToDictionary(p => p.Id);
        var letters = LetterBook.Among(own.Items);
        var follow = FollowUps.Of(own.Members, own.Team, links, own.Items, today);
        return new FollowUpDesk(
            agreements
                .Select(a => (Agreement: a, Silent: follow.Silent(a)))
                .Where(x => x.Silent is not null)
                .OrderBy(x => x.Silent!.Since)
                .Select(x => new SilentLine(
                    families[x.Agreement.Family],
                    x.Agreement,
                    Listing.And(x.Silent!.Whom.Select(p => Name(p)).Distinct(StringComparer.CurrentCulture)),
                    x.Silent.Since,
                    letters.FirstOrDefault(l => l.Agreement == x.Agreement.Id),
                    families[x.Agreement.Family].Family.Facts.PlanOf(x.Agreement.Place) == Core.Families.PlanState.Open
                ))
                .ToList(),
            SaysBook
                .Nothing(own.Items)
                .Where(n => n.Is == NothingYet.Said)
                .Select(n => (Said: n, Agreement: agreements.FirstOrDefault(a => a.Id == n.Agreement)))
                // What was answered after she said it, or has ended, has its own lines.
                .Where(x =>
                    x.Agreement is { } a && AgreementRules.IsLive(a.State) && !(a.Details.Answer?.On > x.Said.Since)
                )
                .OrderBy(x => x.Said.Since)
                .Select(x => new NothingLine(
                    families[x.Said.Family],
                    x.Agreement!,
                    x.Said,
                    own.Members.FirstOrDefault(m => m.Id == x.Said.By)?.FirstName ?? ""
                ))
                .ToList()
        );

        string Name(Guid person) =>
            team.GetValueOrDefault(person)?.Details is { } d
                ? d.Organisation is { Length: > 0 } service
                    ? service
                    : d.Name
                : "";
    }
}
