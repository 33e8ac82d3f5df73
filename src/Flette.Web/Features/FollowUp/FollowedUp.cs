using Flette.Core.FollowUp;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Letters;

namespace Flette.Web.Features.FollowUp;

/// <summary>How one who has an agreement, or is asked to take it, is followed.</summary>
/// <param name="Steps">All steps, those that have been too; none when she is not followed.</param>
/// <param name="ByPhone">Whether she is rung.</param>
public sealed record FollowedPerson(
    Guid Person,
    string Name,
    IReadOnlyList<Reminder> Steps,
    bool ByPhone,
    bool IsMember
);

/// <summary>How an agreement is followed up, as the partial <c>_Reminders</c> shows it.</summary>
/// <param name="Letters">Letters about it.</param>
/// <param name="MayChange">Whether the pace may be changed here.</param>
public sealed record FollowedUp(
    Agreement Agreement,
    IReadOnlyList<FollowedPerson> Persons,
    Unanswered? Silent,
    IReadOnlyList<Letter> Letters,
    People People,
    bool MayChange,
    DateOnly Today
)
{
    /// <summary>Reads it.</summary>
    public static FollowedUp Of(
        Agreement agreement,
        FollowUps follow,
        IReadOnlyList<Letter> letters,
        People people,
        bool mayChange
    )
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(follow);
        ArgumentNullException.ThrowIfNull(people);
        var members = people.Members.Select(m => m.Id).ToHashSet();
        return new FollowedUp(
            agreement,
            agreement
                .Holders.Concat(agreement.Asked)
                .Distinct()
                .Where(p => members.Contains(p) || follow.Services.Contains(p))
                .Select(p => new FollowedPerson(
                    p,
                    people.Name(p) ?? "",
                    follow.Plan(agreement, p),
                    !follow.WithMail.Contains(p),
                    members.Contains(p)
                ))
                .ToList(),
            follow.Silent(agreement),
            letters.Where(l => l.Agreement == agreement.Id).ToList(),
            people,
            mayChange,
            follow.Today
        );
    }
}
