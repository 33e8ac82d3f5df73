using Flette.Core.Agreements;

namespace Flette.Core.Tests.Agreements;

public class AnsweringTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);
    private static readonly Guid Kari = Guid.NewGuid();
    private static readonly Guid Tor = Guid.NewGuid();
    private static readonly Guid Anne = Guid.NewGuid();

    [Theory]
    [InlineData(AnswerKind.Done, AgreementState.Done)]
    [InlineData(AnswerKind.InProgress, AgreementState.InProgress)]
    [InlineData(AnswerKind.NeedsHelp, AgreementState.NeedsHelp)]
    [InlineData(AnswerKind.Cannot, AgreementState.Declined)]
    public void An_answer_is_the_new_state(AnswerKind kind, AgreementState expected)
    {
        var after = Answering.Answer(HeldBy(Kari), new AnswerDraft(kind, " Ringt to ganger "), Kari, Today).Value!;
        Assert.Equal(expected, after.State);
        Assert.Equal(new AgreementAnswer(kind, Kari, Today, "Ringt to ganger"), after.Details.Answer);
        Assert.Equal([Kari], after.Holders);
    }

    [Fact]
    public void The_last_answer_holds()
    {
        var first = Answering.Answer(HeldBy(Kari), new AnswerDraft(AnswerKind.Cannot, "Syk"), Kari, Today).Value!;
        var last = Answering.Answer(first, new AnswerDraft(AnswerKind.Done), Kari, Today.AddDays(1)).Value!;
        Assert.Equal(AgreementState.Done, last.State);
        Assert.Null(last.Details.Answer!.Line);
    }

    [Fact]
    public void Only_those_who_have_it_or_are_asked_can_answer() =>
        Assert.IsType<NotHersToAnswer>(
            Answering.Answer(HeldBy(Kari), new AnswerDraft(AnswerKind.Done), Tor, Today).Refusal
        );

    [Fact]
    public void What_the_coordinator_took_back_is_not_answered() =>
        Assert.IsType<TakenBack>(
            Answering
                .Answer(
                    HeldBy(Kari) with
                    {
                        State = AgreementState.Withdrawn,
                    },
                    new AnswerDraft(AnswerKind.Done),
                    Kari,
                    Today
                )
                .Refusal
        );

    [Fact]
    public void A_proposed_day_lies_ahead_and_holds_when_accepted()
    {
        var now = HeldBy(Kari) with { Details = HeldBy(Kari).Details with { DueText = "før jul" } };
        Assert.IsType<DayHasBeen>(
            Answering
                .Answer(now, new AnswerDraft(AnswerKind.InProgress, OtherDay: Today.AddDays(-1)), Kari, Today)
                .Refusal
        );
        var day = Today.AddDays(9);
        var after = Answering.Answer(now, new AnswerDraft(AnswerKind.InProgress, OtherDay: day), Kari, Today).Value!;
        Assert.Equal("før jul", after.Details.DueText);
        var (accepted, due) = Answering.AcceptDay(after).Value;
        Assert.Equal(day, due);
        Assert.Null(accepted.Details.DueText);
        Assert.True(accepted.Details.Answer!.Read);
        Assert.IsType<NoDayProposed>(Answering.AcceptDay(accepted).Refusal);
        Assert.IsType<NoDayProposed>(Answering.AcceptDay(Answering.TakeNote(after)).Refusal);
    }

    [Fact]
    public void Who_is_named_later_holds_it_after_accepting_and_until_then_the_old_one_does()
    {
        var asked = Answering.Hand(HeldBy(Kari), [Tor], [], Today);
        Assert.Equal([Kari], asked.Holders);
        Assert.Equal([Tor], asked.Asked);
        var accepted = Answering.Answer(asked, new AnswerDraft(AnswerKind.Accept), Tor, Today.AddDays(2)).Value!;
        Assert.Equal([Tor], accepted.Holders);
        Assert.Empty(accepted.Asked);
        Assert.Equal(Today.AddDays(2), accepted.Details.HeldSince);
    }

    [Fact]
    public void One_who_was_asked_and_cannot_changes_nothing_for_the_one_who_has_it()
    {
        var asked = Answering.Hand(HeldBy(Kari), [Tor], [], Today);
        var after = Answering.Answer(asked, new AnswerDraft(AnswerKind.Cannot, Instead: "Anne"), Tor, Today).Value!;
        Assert.Equal((AgreementState.Open, Kari), (after.State, Assert.Single(after.Holders)));
        Assert.Equal("Anne", after.Details.Answer!.Instead);
        // She may think again: the last answer holds.
        Assert.Equal([Tor], Answering.Answer(after, new AnswerDraft(AnswerKind.Done), Tor, Today).Value!.Holders);
    }

    [Fact]
    public void Of_several_who_are_asked_the_old_one_leaves_when_the_last_has_said_yes()
    {
        var asked = Answering.Hand(HeldBy(Kari), [Tor, Anne], [], Today);
        var one = Answering.Answer(asked, new AnswerDraft(AnswerKind.Accept), Tor, Today).Value!;
        Assert.Equal([Kari, Tor], one.Holders);
        var both = Answering.Answer(one, new AnswerDraft(AnswerKind.InProgress), Anne, Today).Value!;
        Assert.Equal([Tor, Anne], both.Holders);
    }

    [Fact]
    public void Who_said_yes_in_the_coordinators_hearing_holds_it_at_once()
    {
        var agreed = Answering.Hand(HeldBy(Kari), [Tor], [Tor], Today);
        Assert.Equal([Tor], agreed.Holders);
        Assert.Equal(Today, agreed.Details.HeldSince);
    }

    [Fact]
    public void Taking_someone_off_asks_nobody()
    {
        var both = HeldBy(Kari) with { Holders = [Kari, Tor] };
        Assert.Equal([Tor], Answering.Hand(both, [Tor], [], Today).Holders);
        var nobody = Answering.Hand(both, [], [], Today);
        Assert.Empty(nobody.Holders);
        Assert.Null(nobody.Details.HeldSince);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(-5, 60)]
    [InlineData(10, 60)]
    [InlineData(30, 60)]
    [InlineData(31, 61)]
    [InlineData(100, 130)]
    public void A_link_lives_thirty_days_past_the_deadline_and_sixty_at_least(int? due, int expected) =>
        Assert.Equal(
            Today.AddDays(expected),
            LinkLife.Until([null, due is { } days ? Today.AddDays(days) : null], Today)
        );

    private static Holding HeldBy(Guid person) =>
        new(AgreementState.Open, [person], [], new AgreementDetails("ringer legen", ["Kari"], HeldSince: Today));
}
