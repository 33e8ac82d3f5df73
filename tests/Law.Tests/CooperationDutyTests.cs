using Flette.Core.Law;

namespace Flette.Law.Tests;

/// <summary>Duties to cooperate: which one a service's name points to, and what each rests on.</summary>
public sealed class CooperationDutyTests
{
    [Fact]
    public void Every_duty_names_its_section_and_says_what_it_says()
    {
        Assert.Equal(
            ["barnehage", "skole", "barnevern", "sosial", "nav", "personell", "helse"],
            CooperationDuties.All.Select(d => d.Code)
        );
        Assert.All(CooperationDuties.All, d => LawDataTests.HasSource(d.Basis));
        Assert.All(CooperationDuties.All, d => LawDataTests.DrawsNoConclusion(d.Says));
        Assert.All(CooperationDuties.All, d => Assert.Contains("samarbeid", d.Says, StringComparison.Ordinal));
        Assert.All(CooperationDuties.All, d => Assert.EndsWith(".", d.Says, StringComparison.Ordinal));
        Assert.All(CooperationDuties.All, d => Assert.NotEmpty(d.Sector));
        Assert.Equal(
            5,
            CooperationDuties.All.Count(d =>
                d.Says.Contains("et helhetlig og samordnet tjenestetilbud", StringComparison.Ordinal)
            ) - 1
        );
    }

    [Theory]
    [InlineData("Solbakken skole", null, "opplæringslova § 24-1")]
    [InlineData("Fjord skule", null, "opplæringslova § 24-1")]
    [InlineData("SFO", null, "opplæringslova § 24-1")]
    [InlineData("PPT Fjellvik", null, "opplæringslova § 24-1")]
    [InlineData("Pedagogisk-psykologisk tjeneste", null, "opplæringslova § 24-1")]
    [InlineData(null, "Rektor", "opplæringslova § 24-1")]
    [InlineData("Tyttebær barnehage", null, "barnehageloven § 2 b")]
    [InlineData("Barnevernstjenesten", null, "barnevernsloven § 15-8")]
    [InlineData("Nav Fjellvik", null, "NAV-loven § 15 a")]
    [InlineData("Fjellvik (nav)", null, "NAV-loven § 15 a")]
    [InlineData("Jobb/nav,veiledning", null, "NAV-loven § 15 a")]
    [InlineData("Fjellvik-nav.", null, "NAV-loven § 15 a")]
    [InlineData("Sosialtjenesten i Nav", null, "sosialtjenesteloven § 13")]
    [InlineData("BUP", null, "helsepersonelloven § 4")]
    [InlineData("Fastlegen", null, "helsepersonelloven § 4")]
    [InlineData("Østdalen sykehus", null, "helsepersonelloven § 4")]
    [InlineData("Østdalen sjukehus", null, "helsepersonelloven § 4")]
    [InlineData("Habiliteringen", null, "helsepersonelloven § 4")]
    [InlineData(null, "Psykolog", "helsepersonelloven § 4")]
    [InlineData("Poliklinikken", null, "helsepersonelloven § 4")]
    [InlineData("DPS", null, "helsepersonelloven § 4")]
    [InlineData("Fysio- og ergoterapi", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Ergoterapi", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Helsestasjonen", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Furua avlastning", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Omsorg nord", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Hjelpemiddellager", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Boligkontoret", null, "helse- og omsorgstjenesteloven § 3-4")]
    [InlineData("Navnløs forening", null, null)]
    [InlineData("Navigasjon", "Leder", null)]
    [InlineData("Bergodden forening", null, null)]
    [InlineData(null, null, null)]
    public void A_services_name_points_to_its_duty(string? service, string? role, string? duty) =>
        Assert.Equal(duty, CooperationDuties.For(service, role)?.Named);

    [Fact]
    public void A_duty_is_found_by_its_code_and_no_other_is()
    {
        Assert.Equal("Barnevern", CooperationDuties.Find("barnevern")?.Sector);
        Assert.Null(CooperationDuties.Find("barn"));
        Assert.Null(CooperationDuties.Find(null));
    }
}
