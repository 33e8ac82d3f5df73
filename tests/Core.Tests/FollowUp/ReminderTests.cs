using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Law;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Core.Tests.FollowUp;

/// <summary>When somebody is reminded, and when silence has its next step.</summary>
public sealed class ReminderTests
{
    private static readonly Guid Tor = Guid.NewGuid();
    private static readonly DateOnly Sent = new(2026, 9, 15);
    private static readonly DateOnly Due = new(2026, 9, 29);

    private static Holding Held(params AgreementAnswer[] answers) =>
        new(
            AgreementState.Open,
            [Tor],
            [],
            new AgreementDetails("ringer", [], Answer: answers.FirstOrDefault(), Others: answers.Skip(1).ToList())
        );

    [Fact]
    public void The_usual_pace_is_once_before_and_twice_after() =>
        Assert.Equal(
            [
                new Reminder(new(2026, 9, 24), ReminderWhen.Before, 1),
                new Reminder(new(2026, 10, 2), ReminderWhen.After, 1),
                new Reminder(new(2026, 10, 13), ReminderWhen.After, 2),
            ],
            Reminders.Plan(ReminderPace.Usual, Due, Sent)
        );

    [Fact]
    public void None_before_when_it_was_sent_within_those_days() =>
        Assert.All(
            Reminders.Plan(ReminderPace.Usual, Due, new(2026, 9, 24)),
            r => Assert.Equal(ReminderWhen.After, r.When)
        );

    [Fact]
    public void What_was_sent_after_the_day_is_followed_from_then() =>
        Assert.Equal(new(2026, 10, 8), Reminders.Plan(ReminderPace.Usual, Due, new(2026, 10, 5))[0].Day);

    [Fact]
    public void With_no_pace_nobody_is_reminded_and_silence_comes_all_the_same()
    {
        Assert.Empty(Reminders.Plan(ReminderPace.None, Due, Sent));
        Assert.Equal(new(2026, 10, 14), Reminders.SilentFrom(ReminderPace.None, Due, Sent));
    }

    [Fact]
    public void Reminders_stand_on_working_days_in_order_and_none_before_she_was_heard() =>
        Always(
            (pace, due, heard, _) =>
            {
                var plan = Reminders.Plan(pace, due, heard);
                return plan.All(r => WorkingDays.Is(r.Day) && r.Day > heard)
                    && plan.Zip(plan.Skip(1)).All(p => p.First.Day < p.Second.Day)
                    && plan.All(r => r.When == ReminderWhen.Before ? r.Day < due : r.Day > due)
                    && plan.All(r => r.Day < Reminders.SilentFrom(pace, due, heard));
            }
        );

    [Fact]
    public void Being_heard_later_never_brings_a_reminder_nearer() =>
        Always(
            (pace, due, heard, later) =>
            {
                var (before, after) = (
                    Reminders.Plan(pace, due, heard),
                    Reminders.Plan(pace, due, heard.AddDays(later))
                );
                return after.Count <= before.Count
                    && before.Reverse().Zip(after.Reverse()).All(p => p.Second.Day >= p.First.Day)
                    && Reminders.SilentFrom(pace, due, heard.AddDays(later)) >= Reminders.SilentFrom(pace, due, heard);
            }
        );

    private static void Always(Func<ReminderPace, DateOnly, DateOnly, int, bool> holds) =>
        Prop.ForAll(
                Arb.From(
                    from pace in Gen.Elements(Enum.GetValues<ReminderPace>())
                    from day in Gen.Choose(0, 10_000)
                    from heard in Gen.Choose(-200, 200)
                    from later in Gen.Choose(0, 100)
                    select (pace, Due: new DateOnly(2024, 1, 1).AddDays(day), heard, later)
                ),
                c => holds(c.pace, c.Due, c.Due.AddDays(c.heard), c.later)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(AnswerKind.Done, false)]
    [InlineData(AnswerKind.Cannot, false)]
    [InlineData(AnswerKind.NeedsHelp, false)]
    [InlineData(AnswerKind.InProgress, true)]
    [InlineData(AnswerKind.Accept, true)]
    public void An_answer_stops_what_follows_or_begins_it_anew(AnswerKind kind, bool follows) =>
        Assert.Equal(follows, Reminders.Awaits(Held(new AgreementAnswer(kind, Tor, Due)), Tor));

    [Fact]
    public void A_day_that_is_proposed_stops_it_until_the_coordinator_has_answered()
    {
        var asks = new AgreementAnswer(AnswerKind.InProgress, Tor, Due, OtherDay: Due.AddDays(20));
        Assert.False(Reminders.Awaits(Held(asks), Tor));
        Assert.True(Reminders.Awaits(Held(asks with { Read = true }), Tor));
    }

    [Fact]
    public void Nobody_else_is_waited_for() => Assert.False(Reminders.Awaits(Held(), Guid.NewGuid()));

    [Fact]
    public void Being_under_way_gives_the_pace_anew()
    {
        var under = Held(new AgreementAnswer(AnswerKind.InProgress, Tor, new(2026, 10, 6)));
        Assert.Equal(new(2026, 10, 6), Reminders.Heard(under, Tor, Sent));
        Assert.Null(Reminders.Heard(Held(), Tor, null));
    }

    [Fact]
    public void A_reminder_nobody_could_send_goes_late_for_a_few_days_and_then_not()
    {
        var plan = Reminders.Plan(ReminderPace.Usual, Due, Sent);
        Assert.Null(Reminders.Today(plan, new(2026, 9, 23)));
        Assert.Equal(plan[0], Reminders.Today(plan, new(2026, 9, 24)));
        Assert.Equal(plan[0], Reminders.Today(plan, new(2026, 9, 27)));
        Assert.Null(Reminders.Today(plan, new(2026, 9, 28)));
    }

    [Fact]
    public void It_is_silent_when_the_pace_is_run_through_and_only_for_services()
    {
        DateOnly? Written(Guid person) => Sent;
        Assert.Null(Unanswered.Of(Held(), Due, [Tor], Written, new(2026, 10, 13)));
        var silent = Unanswered.Of(Held(), Due, [Tor], Written, new(2026, 10, 14));
        Assert.Equal((Tor, Due), (Assert.Single(silent!.Whom), silent.Since));
        Assert.Null(Unanswered.Of(Held(), Due, [], Written, new(2026, 10, 14)));
        Assert.Null(Unanswered.Of(Held(), Due, [Tor], _ => null, new(2026, 10, 14)));
        var done = Held(new AgreementAnswer(AnswerKind.Done, Tor, Due));
        Assert.Null(Unanswered.Of(done, Due, [Tor], Written, new(2026, 10, 14)));
    }
}
