using Flette.Core.Agreements;
using Flette.Core.Plans;

namespace Flette.Core.Tests.Plans;

public class MeasureAgreementTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);
    private static readonly NamedPerson Tor = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Tor");
    private static readonly NamedPerson Kari = new(Guid.Parse("00000000-0000-0000-0000-000000000002"), "Kari");
    private static readonly MeasureShape Measure = new("Svømmer", Tor, Today.AddDays(9), null, MeasureState.Planned);
    private static readonly AgreementShape Agreement = MeasureAgreements.New(Measure, Today);

    [Fact]
    public void A_day_or_a_meeting_makes_an_agreement()
    {
        var plain = new MeasureDetails("Svømmer", Tor, null, null, []);
        Assert.False(MeasureAgreements.Makes(plain, null));
        Assert.True(MeasureAgreements.Makes(plain, Today));
        Assert.True(MeasureAgreements.Makes(plain with { Meeting = Guid.NewGuid() }, null));
    }

    [Theory]
    [InlineData(MeasureState.Planned, AgreementState.Open)]
    [InlineData(MeasureState.InProgress, AgreementState.InProgress)]
    [InlineData(MeasureState.Waiting, AgreementState.InProgress)]
    [InlineData(MeasureState.Done, AgreementState.Done)]
    [InlineData(MeasureState.Stopped, AgreementState.Withdrawn)]
    public void The_agreement_stands_where_the_measure_does(MeasureState measure, AgreementState agreement)
    {
        Assert.Equal(agreement, MeasureAgreements.New(Measure with { State = measure }, Today).State);
        var before = Measure with
        {
            State = measure == MeasureState.Planned ? MeasureState.Done : MeasureState.Planned,
        };
        Assert.Equal(agreement, Follow(before, Measure with { State = measure }, Agreement).State);
    }

    [Theory]
    [InlineData(MeasureState.Waiting, AgreementState.InProgress, AgreementState.InProgress, true)]
    [InlineData(MeasureState.Waiting, AgreementState.Done, AgreementState.Done, false)]
    [InlineData(MeasureState.Waiting, AgreementState.NeedsHelp, AgreementState.NeedsHelp, false)]
    [InlineData(MeasureState.Planned, AgreementState.InProgress, AgreementState.InProgress, false)]
    [InlineData(MeasureState.Planned, AgreementState.Declined, AgreementState.Declined, false)]
    [InlineData(MeasureState.InProgress, null, AgreementState.InProgress, false)]
    [InlineData(MeasureState.Waiting, null, AgreementState.InProgress, true)]
    [InlineData(null, AgreementState.Open, AgreementState.Open, false)]
    public void A_measure_and_its_agreement_are_said_to_stand_in_one_place(
        MeasureState? measure,
        AgreementState? agreement,
        AgreementState state,
        bool waits
    ) => Assert.Equal((state, waits), MeasureAgreements.Both(measure, agreement));

    [Fact]
    public void The_responsible_alone_has_it()
    {
        Assert.Equal(Tor.Id, Agreement.Holder);
        Assert.Equal(["Tor"], Agreement.Details.Responsible);
        Assert.Equal(Today, Agreement.Details.HeldSince);
        var given = Follow(Measure, Measure with { Responsible = Kari }, Agreement, Today.AddDays(2));
        Assert.Equal(Kari.Id, given.Holder);
        Assert.Equal(["Kari"], given.Details.Responsible);
        Assert.Equal(Today.AddDays(2), given.Details.HeldSince);
    }

    [Fact]
    public void Only_what_changed_in_the_measure_is_taken_over()
    {
        var answered = Agreement with { State = AgreementState.Done, Due = Today.AddDays(20), Holder = Kari.Id };
        var reworded = Follow(Measure, Measure with { What = "Svømmer ute" }, answered);
        Assert.Equal("Svømmer ute", reworded.Details.What);
        Assert.Equal(answered with { Details = reworded.Details }, reworded);
        var moved = Follow(Measure, Measure with { Due = null, DueText = "løpende" }, answered);
        Assert.Null(moved.Due);
        Assert.Equal("løpende", moved.Details.DueText);
        Assert.Equal(AgreementState.Done, moved.State);
    }

    [Fact]
    public void Nothing_changed_is_nothing_changed() => Assert.Equal(Agreement, Follow(Measure, Measure, Agreement));

    private static AgreementShape Follow(
        MeasureShape before,
        MeasureShape after,
        AgreementShape agreement,
        DateOnly? today = null
    ) => MeasureAgreements.Follow(before, after, agreement, today ?? Today);
}
