using Flette.Core.Access;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Kit;

/// <summary>How often a family of a <see cref="World"/> meets, and who asks for a meeting.</summary>
public static class RhythmInWorld
{
    /// <summary>The months in which it meets.</summary>
    public static Task RhythmAsync(this FamilyInWorld family, params int[] months)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.ChangePlan,
            write => RhythmBook.ChangeAsync(write, months, 0, CancellationToken.None)
        );
    }

    /// <summary>A member asks for a meeting on the telephone.</summary>
    public static Task AsksForMeetingAsync(this FamilyInWorld family, Guid member)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.AnswerOnBehalf,
            write => WishBook.SayAsync(write, member, wants: true, null, CancellationToken.None)
        );
    }
}
