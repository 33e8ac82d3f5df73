using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Coordination;

public class CallsTests
{
    private static readonly Guid Family = new("00000000-0000-0000-0000-0000000000f1");
    private static readonly Guid Oda = new("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Rune = new("00000000-0000-0000-0000-0000000000a2");
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly PlacementMember[] Members = [new(Oda, "Oda Nordli"), new(Rune, "Rune Nordli")];

    private static readonly Callee Father = new(Rune, Family, "Rune Nordli", "Rune Nordli", false, null, [Rune]);
    private static readonly Callee Teacher = Someone("Tor Hegge", "Tor Hegge, Åsen skole");

    private static Callee Someone(string name, string label) =>
        new(Guid.NewGuid(), Family, name, label, InTeam: true, Topic.School, [Oda]);

    [Theory]
    [InlineData("Tor Hegge, Åsen skole")]
    [InlineData("  tor hegge, åsen skole ")]
    [InlineData("Tor Hegge")]
    [InlineData("Tor")]
    public void One_is_found_by_label_name_or_first_name(string typed) =>
        Assert.Equal(Teacher, Calls.Find([Father, Teacher], typed));

    [Theory]
    [InlineData("Tor")]
    [InlineData("Tor Hegge")]
    [InlineData("Torbjørn")]
    [InlineData("")]
    [InlineData(null)]
    public void Several_or_nobody_is_not_guessed(string? typed) =>
        Assert.Null(Calls.Find([Teacher, Someone("Tor Hegge", "Tor Hegge, NAV")], typed));

    [Fact]
    public void The_topic_is_the_participants_and_else_family_life()
    {
        Assert.Equal(Topic.School, Calls.ProposeTopic(Teacher));
        Assert.Equal(Topic.FamilyLife, Calls.ProposeTopic(Father));
        Assert.Equal(Topic.FamilyLife, Calls.ProposeTopic(null));
    }

    [Fact]
    public void It_is_about_those_named_and_else_those_concerned_and_never_everyone_by_default()
    {
        Assert.Equal([Oda], Calls.ProposeAbout(Father, "Oda har sovet dårlig.", Members));
        Assert.Equal([Rune], Calls.ProposeAbout(Father, "Han er sliten.", Members));
        Assert.Equal([Oda], Calls.ProposeAbout(Teacher, "Det går bra.", Members));
        Assert.Empty(Calls.ProposeAbout(null, "Naboen ringte.", Members));
    }

    [Fact]
    public void One_rings_a_grown_up_who_wants_to_be_rung()
    {
        var home = new[]
        {
            Person("Sander", 16, "99 99 90 13", Channel.Phone),
            Person("Linn", 40, "99 99 90 11", Channel.Sms, Channel.Phone),
            Person("Rune", 43, "99 99 90 12", Channel.Phone, Channel.Paper),
            Person("Maja", 33, "99 99 95 10", Channel.Sms),
            Person("Gerd", 70, null, Channel.Phone),
        };
        Assert.Equal(new ToCall("Rune", "99 99 90 12"), Reaching.ToRing(home, Today));
        Assert.Null(Reaching.ToRing([home[0], home[3], home[4]], Today));
    }

    private static (MemberFacts, MemberDetails) Person(
        string name,
        int age,
        string? phone,
        params Channel[] channels
    ) =>
        (
            new MemberFacts(Guid.NewGuid(), Today.AddYears(-age).AddDays(-1), []),
            new MemberDetails(name, FamilyRelation.Other, new Reach(channels, Phone: phone))
        );
}
