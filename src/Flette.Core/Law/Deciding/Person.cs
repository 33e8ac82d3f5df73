using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Law.Deciding;

/// <summary>How far someone has come, as the law divides it.</summary>
internal enum Stage
{
    /// <summary>Neither born nor expected as far as is written: nothing can be said.</summary>
    Unknown,
    Unborn,
    Under12,
    From12,
    From16,
    Adult,
}

/// <summary>One person on a day: her stage, and who has which position for her. Asked many times a page, so it allocates nothing.</summary>
internal readonly struct Person
{
    private readonly FamilyFacts _family;
    private readonly DateOnly _day;

    public Person(FamilyFacts family, MemberFacts member, DateOnly day)
    {
        _family = family;
        _day = day;
        Id = member.Id;
        CarriedBy = member.CarriedBy;
        Age = member.Born <= day ? member.Age(day) : null;
        Stage = Age switch
        {
            null => CarriedBy is null ? Stage.Unknown : Stage.Unborn,
            < AgeLimits.GreatWeight => Stage.Under12,
            < AgeLimits.OwnHealth => Stage.From12,
            < AgeLimits.Adult => Stage.From16,
            _ => Stage.Adult,
        };
    }

    public Guid Id { get; }

    /// <summary>Full years; null before birth.</summary>
    public int? Age { get; }

    public Stage Stage { get; }

    public Guid? CarriedBy { get; }

    public bool IsMinor => Stage is Stage.Under12 or Stage.From12 or Stage.From16;

    /// <summary>Barnevern has taken over the care (bvl § 5-1).</summary>
    public bool CareTakenOver => IsMinor && Any(GuardianshipKind.CareTakenOver, holder: null);

    /// <summary>Lacks beslutningskompetanse, as it was decided and written down (pbrl § 4-3). Before 16 it makes no difference.</summary>
    public bool LacksCapacity =>
        Stage is Stage.From16 or Stage.Adult && Any(GuardianshipKind.NoDecisionCapacity, holder: null);

    /// <summary>Whether this member has this position for her; null: whether anybody or a service has.</summary>
    public bool Any(GuardianshipKind kind, Guid? holder)
    {
        foreach (var g in _family.Guardianships)
        {
            if (g.Child == Id && g.Kind == kind && g.Period.Covers(_day) && (holder is null || g.Holder == holder))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Those who have one of these positions for her, each once, in the order they stand.</summary>
    public List<Guid> Holders(params ReadOnlySpan<GuardianshipKind> kinds)
    {
        var holders = new List<Guid>();
        foreach (var g in _family.Guardianships)
        {
            if (
                g.Child == Id
                && g.Holder is { } holder
                && kinds.Contains(g.Kind)
                && g.Period.Covers(_day)
                && !holders.Contains(holder)
            )
            {
                holders.Add(holder);
            }
        }
        return holders;
    }
}
