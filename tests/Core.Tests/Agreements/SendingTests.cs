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
    [InlineData("Ta med mat-pakke og/eller frukt")]
    [InlineData("Karnevival i hallen")]
    [InlineData("Plan A-B for turen, i dag el. i morgen")]
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
    [InlineData("Om A\u00ADdhd på skolen", "Adhd", false)]
    [InlineData("Om A\u200Bd\u2060hd på skolen", "Adhd", false)]
    [InlineData("Om ad-hd på skolen", "ad-hd", false)]
    [InlineData("Om ad\u2011hd på skolen", "ad\u2010hd", false)]
    [InlineData("Om a.d.h.d på skolen", "a.d.h.d", false)]
    [InlineData("Om A D H D på skolen", "A D H D", false)]
    [InlineData("Om ＡＤＨＤ på skolen", "ADHD", false)]
    [InlineData("Hente Ritalin", "Ritalin", false)]
    [InlineData("Melatonintabletter", "Melatonintabletter", false)]
    [InlineData("Hjelp til O\u200Dda", "Oda", true)]
    [InlineData("Hjelp til Ｏｄａ", "Oda", true)]
    [InlineData("O-d-a sin tur", "O-d-a", true)]
    public void What_tells_too_much_is_pointed_out(string title, string word, bool name) =>
        Assert.Contains(new TitleFinding(word, name), NeutralTitle.Findings(title, ["Oda Nordli"]));

    [Fact]
    public void A_title_is_what_is_seen_of_it()
    {
        Assert.Equal(
            "Avtale fra møtet, æøå đŋ",
            NeutralTitle.OneLine("\u202eAvtale\u200b fra\r\n\u2028møtet,\t æ\u00adøå đŋ\ufeff\0")
        );
    }

    [Fact]
    public void The_title_is_the_meetings_day_when_none_is_written()
    {
        Assert.Equal(
            "Avtale fra møtet 12. mars",
            NeutralTitle.Default(new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 20))
        );
        Assert.Equal("Avtale fra 20. mars", NeutralTitle.Default(null, new DateOnly(2026, 3, 20)));
    }

    [Theory]
    [InlineData("Klagen til Even", "Even", true)]
    [InlineData("Klagen til Even", "Klagen", false)]
    [InlineData("Solbakken i juli", "Solbakken", false)]
    [InlineData("Møte på skolen", "skolen", false)]
    [InlineData("Ring Marit", "Marit", true)]
    public void A_service_and_someone_in_the_team_are_pointed_out(string title, string word, bool name) =>
        Assert.Contains(
            new TitleFinding(word, name),
            NeutralTitle.Findings(
                title,
                ["Even Hauge", "Marit Lie"],
                ["Solbakken avlastning", "Fjellvik skole", "Avdeling for barn"]
            )
        );

    [Theory]
    [InlineData("Avtale 2 av 4 fra møtet 13. mai")]
    [InlineData("Beklage at vi kom sent")]
    [InlineData("Besøke avdelingen")]
    public void Common_words_are_not_taken_for_a_service(string title) =>
        Assert.Empty(NeutralTitle.Findings(title, [], ["Avdeling for tiltak", "Team nord"]));

    [Fact]
    public void Several_in_one_link_are_told_apart_by_number_alone()
    {
        var (day, made) = (new DateOnly(2026, 5, 13), new DateOnly(2026, 5, 20));
        Assert.Equal("Avtale 2 av 4 fra møtet 13. mai", NeutralTitle.Default(day, made, 2, 4));
        Assert.Equal("Avtale fra møtet 13. mai", NeutralTitle.Default(day, made, 1, 1));
        Assert.Equal("Avtale 1 av 2 fra 20. mai", NeutralTitle.Default(null, made, 1, 2));
    }

    private static ToSend Agreement(AgreementState state, params Guid[] holders) =>
        new(Guid.NewGuid(), state, holders, []);
}
