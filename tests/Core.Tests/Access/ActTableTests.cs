using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Tests.Access;

/// <summary>
/// Every act for every kind of asker, by hand. A new act needs a row here before its page can be shown.
/// The family is active with an open plan; other states have a table of their own.
/// </summary>
public class ActTableTests
{
    // relation = not yours; the screen says «fant ikke siden».
    private const string Table = """
        act                 unit     leader   administrator coordinator deputy   former   former_deputy next     other_coordinator no_role  mother   youth15  stranger link     nobody elsewhere    signed_out with_code
        Open                ok       ok       ok            ok          ok       ok       ok            ok       ok                ok       ok       ok       ok       ok       ok     municipality ok         ok
        SignOut             ok       ok       ok            ok          ok       ok       ok            ok       ok                ok       ok       ok       ok       ok       ok     municipality ok         ok
        SeeUnit             ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeUnitFamily       ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        RegisterFamily      ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        Appoint             ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ActivateDeputy      ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeToday            relation relation relation      ok          ok       ok       ok            ok       ok                relation relation relation relation level    level  municipality ended      level
        SeeFamilies         relation relation relation      ok          ok       ok       ok            ok       ok                relation relation relation relation level    level  municipality ended      level
        SeeFamily           relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ChangeMember        relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ChangeGuardianship  relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ChangeParticipant   relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ImportMinutes       relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeMinutes          relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        CorrectMinutes      relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        WriteMinutes        relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        KeepDraft           relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        PrepareMeeting      relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        ReadMinutes         relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        PublishMinutes      relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        RemarkOnMinutes     relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        LogContact          relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        RecordPlanYes       relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeePlan             relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        PrintPlan           relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        ChangePlan          relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeOwnFamily        relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        SeeSending          relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SendAgreements      relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        AnswerOnBehalf      relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeLink             relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        AnswerAgreement     relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        RefuseLink          relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        AskForLink          relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        SendInvitations     relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeInvitation       relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation relation link   municipality ended      relation
        AnswerInvitation    relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation relation link   municipality ended      relation
        AnswerOwnMeeting    relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        DeliverMail         relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        Remind              relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SayOwn              relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        SendLetter          relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        PrintLetter         relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        AttachDocument      relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ReadAttachment      relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        AskForInput         relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeInput            relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation relation link   municipality ended      relation
        GiveInput           relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation relation link   municipality ended      relation
        RecordFagYes        relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        WithdrawFagYes      relation relation relation      ok          ok       relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        AskForLeader        relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        AnswerLeadRequest   ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        ChangeOwnRules      ok       relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SignIn              ok       ok       ok            ok          ok       ok       ok            ok       ok                ok       ok       ok       ok       ok       ok     municipality ok         ok
        SeeSessions         ok       ok       ok            ok          ok       ok       ok            ok       ok                ok       ok       ok       ok       level    level  municipality ended      level
        EndSessions         ok       ok       ok            ok          ok       ok       ok            ok       ok                ok       ok       ok       ok       level    level  municipality ended      level
        SeeCode             relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        AskForCode          relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        GiveCode            relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation ok       link   municipality ended      relation
        SeeFullText         relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation code     link   municipality ended      link
        SeeMessages         relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeOwnMessages      relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        WriteMessage        relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        WriteOwnMessage     relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        HandleMessage       relation relation relation      ok          ok       relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        DeliverNotice       relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        SeeLog              relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        ChooseFamily        relation relation relation      relation    relation relation relation      relation relation          relation ok       ok       relation level    level  municipality ended      level
        RotateKeys          relation relation relation      relation    relation relation relation      relation relation          relation relation relation relation level    level  municipality ended      level
        """;

    public static TheoryData<string, string, string> Cells { get; } = [.. Read()];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_act_is_for_those_it_names(string act, string who, string expected) =>
        Assert.Equal(expected, SmallWorld.Decide(Enum.Parse<Act>(act), who));

    [Fact]
    public void The_program_itself_delivers_mail_reminds_and_rotates_keys_and_does_nothing_else() =>
        Assert.Equal(
            [Act.DeliverMail, Act.Remind, Act.DeliverNotice, Act.RotateKeys],
            Enum.GetValues<Act>()
                .Where(a => Acts.About(a).Audience != Audience.Anyone)
                .Where(a => AsSystem(a, SmallWorld.Family) == "ok")
        );

    [Theory]
    [InlineData(FamilyState.Active, PlanState.None, "plan")]
    [InlineData(FamilyState.Active, PlanState.Withdrawn, "plan")]
    [InlineData(FamilyState.Closed, PlanState.Open, "closed")]
    public void Nothing_leaves_without_a_yes_or_from_a_closed_family(FamilyState state, PlanState plan, string why) =>
        Assert.Equal(
            why,
            AsSystem(Act.DeliverMail, SmallWorld.Family with { State = state, Plans = SmallWorld.InState(plan) })
        );

    [Theory]
    [InlineData(FamilyState.Active, PlanState.None, "ok")]
    [InlineData(FamilyState.Active, PlanState.Withdrawn, "ok")]
    [InlineData(FamilyState.Closed, PlanState.Open, "closed")]
    public void What_is_between_the_family_and_its_coordinator_needs_no_plan(
        FamilyState state,
        PlanState plan,
        string why
    ) =>
        Assert.Equal(
            why,
            AsSystem(Act.DeliverNotice, SmallWorld.Family with { State = state, Plans = SmallWorld.InState(plan) })
        );

    private static string AsSystem(Act act, FamilyFacts family) =>
        AccessDecisions
            .Decide(act, new Facts(SmallWorld.Here, Asker.System(SmallWorld.Here), SmallWorld.Today, family))
            .Code;

    [Theory]
    [InlineData(Act.SeeOwnMessages)]
    [InlineData(Act.WriteOwnMessage)]
    [InlineData(Act.SeeLog)]
    [InlineData(Act.SeeSessions)]
    [InlineData(Act.EndSessions)]
    public void A_code_does_for_a_member(Act act)
    {
        var member = SmallWorld.Family.Members[0].Id;
        Assert.Equal("ok", At(Level.LinkWithCode));
        Assert.Equal("level", At(Level.Link));

        string At(Level level) =>
            AccessDecisions
                .Decide(
                    act,
                    new Facts(
                        SmallWorld.Here,
                        new Asker(
                            AskerKind.Member,
                            member,
                            SmallWorld.Here,
                            level,
                            Alive: true,
                            new HashSet<StaffRole>()
                        ),
                        SmallWorld.Today,
                        SmallWorld.Family
                    )
                )
                .Code;
    }

    [Fact]
    public void Every_act_has_a_row() =>
        Assert.Equal(
            Enum.GetNames<Act>().Order(StringComparer.Ordinal),
            Cells.Select(c => c.Data.Item1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_table_of_acts_stands_in_the_order_of_the_acts() =>
        Assert.Equal(Enum.GetValues<Act>(), Acts.All.Select(a => a.Act));

    [Theory]
    // act · family closed · no plan · yes withdrawn
    [InlineData(Act.SeeFamily, "ok", "ok", "ok")]
    [InlineData(Act.SeePlan, "ok", "ok", "ok")]
    [InlineData(Act.PrintPlan, "ok", "ok", "ok")]
    [InlineData(Act.ChangeMember, "closed", "ok", "ok")]
    [InlineData(Act.LogContact, "closed", "ok", "ok")]
    [InlineData(Act.RecordPlanYes, "closed", "ok", "ok")]
    [InlineData(Act.ImportMinutes, "closed", "ok", "ok")]
    [InlineData(Act.ChangePlan, "closed", "ok", "plan")]
    [InlineData(Act.SeeSending, "ok", "ok", "ok")]
    [InlineData(Act.SendAgreements, "closed", "plan", "plan")]
    [InlineData(Act.AnswerOnBehalf, "closed", "ok", "plan")]
    public void What_is_closed_or_withdrawn_is_read_only(Act act, string closed, string none, string withdrawn)
    {
        Assert.Equal(
            closed,
            SmallWorld.Decide(act, "coordinator", family: SmallWorld.Family with { State = FamilyState.Closed })
        );
        Assert.Equal(
            none,
            SmallWorld.Decide(
                act,
                "coordinator",
                family: SmallWorld.Family with
                {
                    Plans = SmallWorld.InState(PlanState.None),
                }
            )
        );
        Assert.Equal(
            withdrawn,
            SmallWorld.Decide(
                act,
                "coordinator",
                family: SmallWorld.Family with
                {
                    Plans = SmallWorld.InState(PlanState.Withdrawn),
                }
            )
        );
    }

    [Theory]
    // act · family closed · no plan · yes withdrawn
    [InlineData(Act.SeeLink, "ok", "link", "link")]
    [InlineData(Act.AnswerAgreement, "closed", "link", "link")]
    [InlineData(Act.RefuseLink, "closed", "ok", "ok")]
    [InlineData(Act.AskForLink, "closed", "link", "link")]
    public void A_link_lives_no_longer_than_the_yes(Act act, string closed, string none, string withdrawn)
    {
        var family = SmallWorld.Family;
        Assert.Equal(closed, SmallWorld.Decide(act, "link", family: family with { State = FamilyState.Closed }));
        Assert.Equal(
            none,
            SmallWorld.Decide(act, "link", family: family with { Plans = SmallWorld.InState(PlanState.None) })
        );
        Assert.Equal(
            withdrawn,
            SmallWorld.Decide(act, "link", family: family with { Plans = SmallWorld.InState(PlanState.Withdrawn) })
        );
    }

    [Fact]
    public void A_dead_link_and_one_of_another_family_open_nothing()
    {
        Assert.Equal("link", SmallWorld.Decide(Act.SeeLink, "dead link"));
        Assert.Equal("relation", SmallWorld.Decide(Act.SeeLink, "link of another family"));
    }

    [Theory]
    [InlineData("item", true, "ok")]
    [InlineData("item", false, "position")]
    [InlineData("another item", true, "relation")]
    public void A_link_opens_what_it_was_made_for_where_its_person_is_named(string item, bool named, string expected)
    {
        var facts = SmallWorld.Plan("child") with
        {
            Id = SmallWorld.Id(item),
            Holders = named ? [SmallWorld.Id("link")] : [],
        };
        Assert.Equal(expected, SmallWorld.Decide(Act.SeeLink, "link", facts));
    }

    [Theory]
    [InlineData(-4, "relation")]
    [InlineData(-3, "ok")]
    [InlineData(0, "ok")]
    [InlineData(3, "ok")]
    [InlineData(4, "relation")]
    public void A_deputy_reads_from_the_first_to_the_last_day_the_unit_gave(int days, string expected) =>
        Assert.Equal(expected, SmallWorld.Decide(Act.SeeFamily, "deputy", today: SmallWorld.Today.AddDays(days)));

    [Fact]
    public void A_deputy_who_is_only_named_reads_nothing()
    {
        var first = SmallWorld.Family.Appointments[0];
        var family = SmallWorld.Family with { Appointments = [first with { DeputyActive = null }] };
        Assert.Equal("relation", SmallWorld.Decide(Act.SeeFamily, "deputy", family: family));
    }

    [Fact]
    public void A_deputy_does_not_outlive_the_appointment()
    {
        var ended = SmallWorld.Family.Appointments[0] with
        {
            Period = new Period(SmallWorld.Today.AddYears(-1), SmallWorld.Today.AddDays(-1)),
        };
        Assert.Equal(
            "relation",
            SmallWorld.Decide(Act.SeeFamily, "deputy", family: SmallWorld.Family with { Appointments = [ended] })
        );
    }

    [Theory]
    [InlineData(0, "ok")]
    [InlineData(1, "relation")]
    public void A_coordinator_reads_to_the_end_of_the_last_day(int daysAfter, string expected)
    {
        var until = SmallWorld.Family.Appointments[0] with
        {
            Period = new Period(SmallWorld.Today.AddYears(-1), SmallWorld.Today),
        };
        var family = SmallWorld.Family with { Appointments = [until] };
        Assert.Equal(
            expected,
            SmallWorld.Decide(Act.SeeFamily, "coordinator", family: family, today: SmallWorld.Today.AddDays(daysAfter))
        );
    }

    [Fact]
    public void An_act_about_a_family_needs_one()
    {
        foreach (var info in Acts.All.Where(a => a.InFamily))
        {
            foreach (var who in new[] { "unit", "coordinator", "mother" })
            {
                var facts = new Facts(SmallWorld.Here, SmallWorld.Asker(who), SmallWorld.Today);
                var code = AccessDecisions.Decide(info.Act, facts).Code;
                Assert.True(code == "relation" || info.Audience == Audience.Unit, $"{who} {info.Act}: {code}");
            }
        }
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Read()
    {
        var lines = Table
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        return lines
            .Skip(1)
            .SelectMany(l =>
                l.Skip(1)
                    .Select(
                        (cell, i) =>
                            new TheoryDataRow<string, string, string>(l[0], lines[0][i + 1].Replace('_', ' '), cell)
                    )
            );
    }
}
