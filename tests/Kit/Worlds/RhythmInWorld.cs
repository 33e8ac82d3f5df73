using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Features.Meetings.Rhythm;
using Flette.Web.Features.Meetings.Rhythm.ByFamily;

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

    /// <summary>A member says on her own page that a time of the year does not suit.</summary>
    public static async Task SaysSeasonAsync(this FamilyInWorld family, Guid member, string more, params int[] months)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(months);
        using var browser = await family.World.App.MemberAsync(family.World.Municipality, member);
        var form = (await browser.OpenAsync(AskModel.Path)).Form("Si fra");
        foreach (var month in months)
        {
            form.Tick(NorwegianDates.Capital(NorwegianDates.MonthName(new DateOnly(2026, month, 1))));
        }
        var said = await form.Fill("Vil du si mer? (valgfritt)", more).PressAsync();
        if (said.Errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(' ', said.Errors));
        }
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
