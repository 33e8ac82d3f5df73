using Flette.Core.Access;

namespace Flette.Core.Tests.Access;

/// <summary>What of the log is told to those it is about, act by act, by hand. A new act is hidden, and stands here when it is not.</summary>
public sealed class LogViewTests
{
    private static readonly Act[] Told =
    [
        Act.SeeUnitFamily,
        Act.SeeFamily,
        Act.SeeMinutes,
        Act.ReadMinutes,
        Act.SeePlan,
        Act.PrintPlan,
        Act.SeeOwnFamily,
        Act.SeeSending,
        Act.SeeLink,
        Act.AnswerAgreement,
        Act.SeeInvitation,
        Act.AnswerInvitation,
        Act.PrintLetter,
        Act.ReadAttachment,
        Act.SeeInput,
        Act.GiveInput,
        Act.SeeFullText,
        Act.SeeMessages,
        Act.SeeOwnMessages,
    ];

    [Fact]
    public void These_are_told_and_no_others() =>
        Assert.Equal(Told, Enum.GetValues<Act>().Where(a => LogView.Of(a) != Looked.Hidden));

    [Fact]
    public void What_is_told_was_about_a_family() => Assert.All(LogView.Acts, a => Assert.True(Acts.About(a).InFamily));

    [Fact]
    public void What_members_do_at_home_is_their_own()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(LogView.IsTold(AskerKind.Member, one, one));
        Assert.False(LogView.IsTold(AskerKind.Member, other, one));
        Assert.True(LogView.IsTold(AskerKind.Staff, other, one));
        Assert.True(LogView.IsTold(AskerKind.Link, other, one));
        Assert.False(LogView.IsTold(AskerKind.System, Guid.Empty, one));
        Assert.False(LogView.IsTold(AskerKind.Nobody, Guid.Empty, one));
    }
}
