using System.Collections.Immutable;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Meetings;

/// <summary>Who the names in minutes are: full name, then first name and service; two hits ask, and nobody is lost.</summary>
public sealed class KeepingTests
{
    private static readonly DraftPerson Moen = new("Ragnhild Moen", "sosiallærer", "Fjell skole", Present: true);
    private static readonly DraftPerson Other = new("Ragnhild", "kontaktlærer", "Brattlia skole", Present: true);
    private static readonly DraftPerson Henrik = new("Henrik Lie", null, "PPT", Present: true);
    private static readonly DraftFamily Family = new([], null);

    [Fact]
    public void A_first_name_that_fits_two_who_were_there_is_asked_about()
    {
        var draft = Draft([Moen, Other, Henrik], "Ragnhild", "Henrik");
        var asked = Assert.IsType<WhoIsMeant>(MinutesKeeping.Plan(draft, [], Family).Refusal);
        Assert.Equal([new AskedName("Ragnhild", 1)], asked.Names);
        var names = MinutesKeeping.Place(draft, [], Family).Names[1];
        Assert.Equal(
            ["Ragnhild Moen, sosiallærer, Fjell skole", "Ragnhild, kontaktlærer, Brattlia skole"],
            names[0].Candidates.Select(c => c.Label)
        );
        Assert.Equal(["Henrik Lie"], names[1].Held.Select(h => h.Name));
    }

    [Theory]
    [InlineData("Moen", "Fjell skole|Henrik")]
    [InlineData("Other", "Brattlia skole|Henrik")]
    [InlineData("both", "Fjell skole|Brattlia skole|Henrik")]
    [InlineData("neither", "Henrik")]
    public void One_both_or_neither_may_be_said_and_is_held_to(string said, string holds)
    {
        var draft = Draft([Moen, Other, Henrik], "Ragnhild", "Henrik");
        var candidates = MinutesKeeping.Place(draft, [], Family).Names[1][0].Candidates;
        IReadOnlyCollection<Holder> meant = said switch
        {
            "Moen" => [candidates[0]],
            "Other" => [candidates[1]],
            "both" => candidates,
            _ => [],
        };
        var plan = MinutesKeeping.Plan(MinutesChoices.Choose(draft, 1, "Ragnhild", meant).Value, [], Family).Value;
        Assert.Equal(
            holds.Split('|'),
            plan.Holders(1).Select(h => h.Name == "Henrik Lie" ? "Henrik" : h.Organisation ?? "")
        );
        Assert.Equal("Ragnhild", plan.Names[1][0].Name);
    }

    [Fact]
    public void A_full_name_means_those_who_have_it_and_a_name_nobody_has_stays_as_words()
    {
        var plan = MinutesKeeping.Plan(Draft([Moen, Other], "Ragnhild Moen", "skolehelsetjenesten"), [], Family).Value;
        Assert.Equal(["Fjell skole"], plan.Holders(1).Select(h => h.Organisation));
        Assert.Equal(("skolehelsetjenesten", true), (plan.Names[1][1].Name, plan.Names[1][1].Held.IsEmpty));
    }

    [Fact]
    public void Someone_who_was_not_there_is_asked_about_too_when_two_have_the_name()
    {
        MeantPerson[] team = [Known("Tor Hegge", "PPT"), Known("Tor Lund", "NAV")];
        var draft = Draft([], "Tor");
        Assert.Equal(
            [new AskedName("Tor", 1)],
            Assert.IsType<WhoIsMeant>(MinutesKeeping.Plan(draft, team, Family).Refusal).Names
        );
        var chosen = MinutesChoices.Choose(draft, 1, "Tor", [team[1].AsHolder]).Value;
        Assert.Equal([team[1].Id], MinutesKeeping.Plan(chosen, team, Family).Value.Holders(1).Select(h => h.Known));
    }

    [Fact]
    public void One_of_the_same_full_name_in_another_service_is_asked_about()
    {
        var known = Known("Ragnhild Moen", "Brattlia skole");
        var draft = Draft([Moen], "Ragnhild Moen");
        Assert.Equal(
            [new AskedName("Ragnhild Moen", null)],
            Assert.IsType<WhoIsMeant>(MinutesKeeping.Plan(draft, [known], Family).Refusal).Names
        );
        var same = MinutesKeeping.Plan(MinutesChoices.SetPerson(draft, 0, known.Id).Value, [known], Family).Value;
        Assert.Equal((Guid?)known.Id, Assert.Single(same.Holders(1)).Known);
        Assert.Null(same.People[0].New);
        var another = MinutesKeeping.Plan(MinutesChoices.SetPerson(draft, 0, null).Value, [known], Family).Value;
        Assert.Equal("Fjell skole", Assert.Single(another.Holders(1)).Organisation);
        Assert.NotNull(another.People[0].New);
    }

    [Theory]
    [InlineData("Brattlia skole", "Brattlia skole")]
    [InlineData("Brattlia skole", "Brattlia")]
    [InlineData("PPT", "Fjellvik PPT")]
    [InlineData("PPT", null)]
    [InlineData(null, "PPT")]
    public void The_same_service_however_written_or_none_is_not_asked_about(string? here, string? there)
    {
        var known = Known("Ragnhild Moen", there);
        var plan = MinutesKeeping.Plan(Draft([Moen with { Organisation = here }], "Ragnhild"), [known], Family).Value;
        Assert.Equal((Guid?)known.Id, Assert.Single(plan.Holders(1)).Known);
    }

    [Fact]
    public void Two_of_one_name_in_the_list_are_two()
    {
        var second = Moen with { Organisation = "Brattlia skole" };
        var draft = Draft([Moen, second], "Ragnhild Moen");
        var candidates = MinutesKeeping.Place(draft, [], Family).Names[1][0].Candidates;
        var both = MinutesChoices.Choose(draft, 1, "Ragnhild Moen", candidates).Value;
        Assert.Equal(
            ["Fjell skole", "Brattlia skole"],
            MinutesKeeping.Plan(both, [], Family).Value.Holders(1).Select(h => h.Organisation)
        );
    }

    [Fact]
    public void People_ticked_and_words_typed_are_what_the_agreement_has()
    {
        var draft = Draft([Moen, Other, Henrik], "Ragnhild", "SFO");
        var placed = MinutesKeeping.Place(draft, [], Family);
        // The name stands typed still, and the tick says whom it means.
        var given = MinutesChoices
            .Give(draft, 1, [placed.People[1].Holder, placed.People[2].Holder], ["Ragnhild", " SFO ", ""])
            .Value;
        Assert.Equal(["Henrik Lie", "Ragnhild", "SFO"], given.Agreement(1)!.Responsible);
        var plan = MinutesKeeping.Plan(given, [], Family).Value;
        Assert.Equal(["PPT", "Brattlia skole"], plan.Holders(1).Select(h => h.Organisation));
        Assert.True(plan.Names[1][2].Held.IsEmpty);
    }

    [Fact]
    public void Nobody_of_those_a_name_fits_stays_said_through_a_correction()
    {
        var draft = MinutesChoices.Choose(Draft([Moen, Other], "Ragnhild"), 1, "Ragnhild", []).Value;
        draft = MinutesChoices.Give(draft, 1, [], ["Ragnhild"]).Value;
        Assert.Empty(MinutesKeeping.Plan(draft, [], Family).Value.Holders(1));
        Assert.Equal(["Ragnhild"], draft.Agreement(1)!.Responsible);
    }

    [Fact]
    public void A_choice_of_one_who_is_no_longer_in_the_list_is_asked_again()
    {
        var draft = Draft([Moen, Other], "Ragnhild");
        var chosen = MinutesKeeping.Place(draft, [], Family).Names[1][0].Candidates[1];
        draft = MinutesChoices.Choose(draft, 1, "Ragnhild", [chosen]).Value;
        draft = MinutesDrafts.SetPeople(draft, [Moen, Other with { Name = "Ragnhild Li" }]).Value;
        Assert.IsType<WhoIsMeant>(MinutesKeeping.Plan(draft, [], Family).Refusal);
    }

    [Theory]
    [InlineData("2026-05-13", "09:00-10:30", "Åsen skole", true)]
    [InlineData("2026-05-13", "09:00", "Rådhuset", true)]
    [InlineData("2026-05-13", "12:00", "Åsen skole", false)]
    [InlineData("2026-05-13", null, "Åsen skole, rom 2", true)]
    [InlineData("2026-05-13", null, "Rådhuset", false)]
    [InlineData("2026-05-13", null, null, true)]
    [InlineData("2026-05-14", "09:00", "Åsen skole", false)]
    public void A_meeting_is_the_same_by_day_and_hour_or_by_day_and_place(
        string day,
        string? time,
        string? place,
        bool same
    )
    {
        var there = new DraftMeeting(MinutesKind.Fag, new DateOnly(2026, 5, 13), "09:00-11:00", "Åsen skole");
        Assert.Equal(
            same,
            MeetingTwins.Same(
                there,
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                time,
                place
            )
        );
    }

    [Fact]
    public void What_an_undo_changed_is_found_again()
    {
        var one = Draft([Moen], "Ragnhild");
        var two = one.With(one.Agreement(1)! with { What = "noe annet" });
        Assert.Equal(new DraftPlace(1, 7), DraftPlaces.Changed(two, one));
        var none = MinutesDrafts.Unmark(one, 1).Value;
        Assert.Equal(new DraftPlace(1, 7), DraftPlaces.Changed(none, one));
        Assert.Equal(new DraftPlace(null, 7), DraftPlaces.Changed(one, none));
        Assert.Equal(new DraftPlace(null, null), DraftPlaces.Changed(one with { People = [] }, one));
    }

    private static MeantPerson Known(string name, string? organisation) =>
        new(Guid.NewGuid(), name, organisation, ByNameAlone: false);

    private static MinutesDraft Draft(ImmutableArray<DraftPerson> people, params string[] responsible) =>
        new(
            Guid.Empty,
            new DraftMeeting(MinutesKind.Samarbeid, new DateOnly(2026, 5, 13), null, null),
            people,
            [new DraftAgreement(1, 7, "", "ringer", [.. responsible], null, null, [], null, [])],
            null,
            []
        );
}
