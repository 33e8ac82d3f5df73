using Flette.Core.Agreements;

namespace Flette.Core.Tests.Agreements;

public class SendingTests
{
    private static readonly Guid Kari = Guid.NewGuid();
    private static readonly Guid Tor = Guid.NewGuid();
    private static readonly Guid Coordinator = Guid.NewGuid();

    [Fact]
    public void Each_person_gets_one_mail_with_all_her_open_agreements()
    {
        ToSend[] agreements =
        [
            Agreement(AgreementState.Open, Kari),
            Agreement(AgreementState.Done, Kari),
            Agreement(AgreementState.NeedsHelp, Kari, Tor),
            Agreement(AgreementState.Open, Coordinator),
            Agreement(AgreementState.Open),
            Agreement(AgreementState.Open) with
            {
                Asked = [Tor],
            },
            Agreement(AgreementState.Declined, Tor),
        ];
        var plan = SendingPlan.Of(
            agreements,
            [new(Kari, "kari@example.no"), new(Tor, null), new(Coordinator, "x@example.no", Reachable: false)]
        );
        var (person, hers) = Assert.Single(plan.ByMail);
        Assert.Equal(Kari, person);
        Assert.Equal([agreements[0].Id, agreements[2].Id], hers);
        var (other, his) = Assert.Single(plan.ByPhone);
        Assert.Equal(Tor, other);
        Assert.Equal([agreements[2].Id, agreements[5].Id], his);
        Assert.Equal([agreements[4].Id, agreements[5].Id, agreements[6].Id], plan.Nobody);
    }

    [Theory]
    [InlineData("Avtale fra møtet 12. mars")]
    [InlineData("Ringe om en ny tid")]
    [InlineData("Sende lenken på nytt, senest mandag")]
    [InlineData("Legge fram navneliste")]
    [InlineData("Møte med skolen om turen")]
    public void A_neutral_title_is_left_alone(string title) =>
        Assert.Empty(NeutralTitle.Findings(title, ["Oda Nordli", "Even Hauge"]));

    [Theory]
    [InlineData("Odas timeplan", "Odas", true)]
    [InlineData("Møte om ODA", "ODA", true)]
    [InlineData("Nordlis ønske", "Nordlis", true)]
    [InlineData("Time hos barnepsykiateren", "barnepsykiateren", false)]
    [InlineData("Ring NAV om søknaden", "NAV", false)]
    [InlineData("Referat fra barnevernet", "barnevernet", false)]
    [InlineData("Betale husleia og gjelda", "gjelda", false)]
    [InlineData("ADHD-utredning", "ADHD", false)]
    public void What_tells_too_much_is_pointed_out(string title, string word, bool name) =>
        Assert.Contains(new TitleFinding(word, name), NeutralTitle.Findings(title, ["Oda Nordli"]));

    [Fact]
    public void The_title_is_the_meetings_day_when_none_is_written()
    {
        Assert.Equal(
            "Avtale fra møtet 12. mars",
            NeutralTitle.Default(new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 20))
        );
        Assert.Equal("Avtale fra 20. mars", NeutralTitle.Default(null, new DateOnly(2026, 3, 20)));
    }

    private static ToSend Agreement(AgreementState state, params Guid[] holders) =>
        new(Guid.NewGuid(), state, holders, []);
}
