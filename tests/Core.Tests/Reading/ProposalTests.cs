using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Reading;

public sealed class ProposalTests
{
    private static readonly PlacementMember Oda = new(new Guid(1, 0, 0, new byte[8]), "Oda Lie");
    private static readonly PlacementMember Mai = new(new Guid(2, 0, 0, new byte[8]), "Mai Lie");
    private static readonly PlacementMember Far = new(new Guid(3, 0, 0, new byte[8]), "Rune Lie");
    private static readonly PlacementMember[] Family = [Oda, Mai, Far];

    [Fact]
    public void About_is_named_in_the_sentence_else_in_the_heading_else_the_recipient()
    {
        Assert.Equal([Far.Id], About("sender lydfil til Rune", "Oda"));
        Assert.Equal([Oda.Id, Far.Id], About("følger Oda og ringer Rune", ""));
        Assert.Equal([Mai.Id], About("henter Mais papirer", ""));
        Assert.Equal([Oda.Id], About("bestiller ny stol", "Oda, 7. trinn"));
        Assert.Equal([Mai.Id], About("bestiller ny stol", "Skole", Mai.Id));
    }

    [Fact]
    public void A_name_that_is_also_a_word_counts_only_with_its_capital() =>
        Assert.Equal([Oda.Id], About("svarer innen 5. mai", "", Oda.Id));

    [Fact]
    public void Never_the_whole_family_by_default() =>
        Assert.Empty(Placement.Propose("ringer NAV", "", Family, null, []).About);

    [Theory]
    [InlineData("BUP", Topic.MentalHealth)]
    [InlineData("Lia skole", Topic.School)]
    [InlineData("PPT", Topic.School)]
    [InlineData("SFO", Topic.School)]
    [InlineData("NAV Lia", Topic.Welfare)]
    [InlineData("Barneverntjenesten", Topic.ChildWelfare)]
    [InlineData("Habiliteringstenesta", Topic.Health)]
    [InlineData("Boligkontoret", Topic.Housing)]
    [InlineData("Fritidsklubben", Topic.Leisure)]
    [InlineData("Lia Mekaniske", null)]
    public void Topic_comes_from_the_service(string service, Topic? topic) =>
        Assert.Equal(topic, Placement.Propose("gjør det", "", Family, null, [null, service]).Topic);

    [Fact]
    public void People_are_matched_by_full_name_then_first_name_and_organisation_and_two_hits_ask()
    {
        KnownPerson nes = new(new Guid(1, 0, 0, new byte[8]), "Kari Nes", "PPT"),
            moe = new(new Guid(2, 0, 0, new byte[8]), "Kari Moe", "NAV Lia"),
            ola = new(new Guid(3, 0, 0, new byte[8]), "Ola", "Lia skole");
        KnownPerson[] known = [nes, moe, ola];

        Assert.Equal(new PersonMatch.Known(nes.Id), PeopleMatcher.Match("kari  nes", null, known));
        Assert.Equal(new PersonMatch.Known(moe.Id), PeopleMatcher.Match("Kari", "NAV", known));
        Assert.Equal(new PersonMatch.Known(ola.Id), PeopleMatcher.Match("Ola Berg", "Lia skole", known));
        Assert.Equal(
            [nes.Id, moe.Id],
            Assert.IsType<PersonMatch.Ambiguous>(PeopleMatcher.Match("Kari", null, known)).Candidates
        );
        Assert.IsType<PersonMatch.NewPerson>(PeopleMatcher.Match("Kari Berg", "PPT", known));
        Assert.IsType<PersonMatch.NewPerson>(PeopleMatcher.Match("Ola", "BUP", known));
        Assert.IsType<PersonMatch.NewPerson>(PeopleMatcher.Match(" ", null, known));
    }

    [Theory]
    [InlineData("Koordinator blir Kari Nes.", "koordinator", "Kari Nes")]
    [InlineData("Ny barnekoordinator for Oda blir Kari Nes fra august.", "barnekoordinator", "Kari Nes")]
    [InlineData("Kari Nes (PPT) blir koordinator.", "koordinator", "Kari Nes")]
    [InlineData("Kari Nes ble foreslått som familiekoordinator.", "familiekoordinator", "Kari Nes")]
    public void Who_becomes_coordinator_is_proposed(string line, string kind, string name)
    {
        var proposal = Assert.Single(
            CoordinatorLines.Find(SourceDocument.FromText("Gjelder: Oda Lie, f. 2014\n" + line))
        );
        Assert.Equal((kind, name), (proposal.Kind, proposal.Name));
        Assert.StartsWith("Oda", proposal.Family, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hvem blir koordinator?")]
    [InlineData("Koordinator ringer mor.")]
    public void Other_talk_of_coordinators_proposes_nothing(string line) =>
        Assert.Empty(CoordinatorLines.Find(SourceDocument.FromText(line)));

    private static System.Collections.Immutable.ImmutableArray<Guid> About(
        string sentence,
        string heading,
        Guid? recipient = null
    ) => Placement.Propose(sentence, heading, Family, recipient, []).About;
}
