using Flette.Core.Transitions;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Features.Transitions;

/// <summary>What the coordinator's day tells of a family's transitions: that it is time to begin, or that the day is near.</summary>
/// <param name="Text">«Ida fyller 18 år 3. mai.»</param>
public sealed record NewsOfTransition(OwnFamily Family, Transition Transition, string Text)
{
    /// <summary>Of the families she holds, the nearest day first. Nothing is read for it. Pure.</summary>
    public static IReadOnlyList<NewsOfTransition> Of(Own own, TransitionSources sources, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(own);
        var members = own.Members.ToLookup(m => m.Family);
        return own
            .Families.SelectMany(f =>
                MemberTransitions
                    .Of(members[f.Id], [], sources, today)
                    .SelectMany(m =>
                        m.Known.Where(t => t.IsNews(today))
                            .Select(t => new NewsOfTransition(
                                f,
                                t,
                                $"{m.Member.FirstName} {YearWords.Of(t, today)}.{(t.Day > today && IsNew(t, today) ? " Nå er det tid for å begynne." : "")}"
                            ))
                    )
            )
            .OrderBy(n => n.Transition.Day)
            .ToList();
    }

    private static bool IsNew(Transition transition, DateOnly today) =>
        today.DayNumber - transition.Opens.DayNumber <= Transition.NewFor;
}
