using System.Text.Json;
using Flette.Core.Agreements;

namespace Flette.Core.Tests.Agreements;

/// <summary>Of several who have an agreement, each answers for herself.</summary>
public class SeveralTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);
    private static readonly Guid Silje = Guid.NewGuid();
    private static readonly Guid Thomas = Guid.NewGuid();
    private static readonly Guid Marit = Guid.NewGuid();

    [Fact]
    public void Who_cannot_is_taken_off_and_the_others_keep_it()
    {
        var after = Say(All(), Thomas, AnswerKind.Cannot);
        Assert.Equal(AgreementState.Open, after.State);
        Assert.Equal([Silje, Marit], after.Holders);
        // He is not waited for, and may think again.
        Assert.Empty(Answering.Awaited(after.Asked, after.Details));
        Assert.True(Answering.MayAnswer(after, Thomas));
        var again = Say(after, Thomas, AnswerKind.InProgress);
        Assert.Equal([Silje, Marit, Thomas], again.Holders);
        Assert.Equal((AgreementState.InProgress, 0), (again.State, again.Asked.Count));
    }

    [Fact]
    public void It_is_declined_only_when_nobody_is_left()
    {
        var two = Say(Say(All(), Thomas, AnswerKind.Cannot), Silje, AnswerKind.Cannot);
        Assert.Equal((AgreementState.Open, Marit), (two.State, Assert.Single(two.Holders)));
        var none = Say(two, Marit, AnswerKind.Cannot);
        Assert.Equal(AgreementState.Declined, none.State);
        // Taken up again by one alone.
        var one = Say(none, Silje, AnswerKind.Accept);
        Assert.Equal((AgreementState.Open, Silje), (one.State, Assert.Single(one.Holders)));
        Assert.True(Answering.MayAnswer(one, Marit));
    }

    [Fact]
    public void It_is_done_when_all_say_so_or_the_coordinator_does()
    {
        var one = Say(All(), Thomas, AnswerKind.Done);
        Assert.Equal(AgreementState.InProgress, one.State);
        Assert.Equal([Silje, Thomas, Marit], one.Holders);
        var two = Say(one, Silje, AnswerKind.Done);
        Assert.Equal(AgreementState.InProgress, two.State);
        Assert.Equal(AgreementState.Done, Say(two, Marit, AnswerKind.Done).State);
        Assert.Equal(AgreementState.Done, Say(two, Marit, AnswerKind.Cannot).State);
        Assert.Equal(AgreementState.Done, Say(two with { State = AgreementState.Done }, Silje, AnswerKind.Done).State);
    }

    [Fact]
    public void One_who_needs_help_is_heard_until_she_says_otherwise()
    {
        var help = Say(All(), Silje, AnswerKind.NeedsHelp);
        Assert.Equal(AgreementState.NeedsHelp, help.State);
        var other = Say(help, Marit, AnswerKind.Done);
        Assert.Equal(AgreementState.NeedsHelp, other.State);
        Assert.Equal(AgreementState.InProgress, Say(other, Silje, AnswerKind.InProgress).State);
        // The coordinator's word that it goes well stands.
        var set = other with
        {
            State = AgreementState.InProgress,
        };
        Assert.Equal(AgreementState.InProgress, Say(set, Marit, AnswerKind.Done).State);
    }

    [Fact]
    public void Each_ones_last_answer_is_kept_and_noted_by_itself()
    {
        var day = Today.AddDays(9);
        var now = Answering.Answer(All(), new AnswerDraft(AnswerKind.InProgress, OtherDay: day), Thomas, Today).Value!;
        now = Say(Say(now, Silje, AnswerKind.InProgress), Silje, AnswerKind.Done);
        Assert.Equal([Silje, Thomas], now.Details.LastOfEach().Select(a => a.By));
        var noted = Answering.TakeNote(now, Silje);
        Assert.False(noted.Details.LastOf(Thomas)!.Read);
        var (accepted, due) = Answering.AcceptDay(noted, Thomas).Value;
        Assert.Equal(day, due);
        Assert.True(accepted.Details.LastOf(Thomas)!.DayTaken);
        Assert.True(accepted.Details.LastOfEach().All(a => a.Read));
    }

    [Fact]
    public void An_answer_is_taken_back_after_others_have_answered()
    {
        var now = Say(Say(All(), Thomas, AnswerKind.Cannot), Marit, AnswerKind.Done);
        var back = Answering.TakeBack(now, Thomas).Value!;
        Assert.Equal([Silje, Marit, Thomas], back.Holders);
        Assert.Empty(back.Asked);
        Assert.Equal(Marit, Assert.Single(back.Details.LastOfEach()).By);
        Assert.Equal(AgreementState.InProgress, back.State);
        Assert.Equal(AgreementState.Open, Answering.TakeBack(back, Marit).Value!.State);
        Assert.IsType<NothingToUndo>(Answering.TakeBack(back, Thomas).Refusal);
    }

    [Fact]
    public void What_was_said_before_one_is_asked_anew_or_it_is_opened_again_is_no_answer()
    {
        var off = Say(All(), Thomas, AnswerKind.Cannot);
        var asked = Answering.Hand(off, [Silje, Marit, Thomas], [], Today);
        Assert.Equal([Thomas], Answering.Awaited(asked.Asked, asked.Details));
        // Saved unchanged, he may still think again; handed to others, he may not.
        Assert.True(Answering.MayAnswer(Answering.Hand(off, [Silje, Marit], [], Today), Thomas));
        Assert.False(Answering.MayAnswer(Answering.Hand(off, [Silje], [], Today), Thomas));
        var done = Say(Say(Say(All(), Thomas, AnswerKind.Done), Silje, AnswerKind.Done), Marit, AnswerKind.Done);
        Assert.Empty(Answering.Reset(done.Details, done.State, AgreementState.Open).LastOfEach());
        Assert.Equal(3, Answering.Reset(done.Details, AgreementState.Open, AgreementState.Done).LastOfEach().Count);
    }

    [Fact]
    public void When_one_who_was_asked_says_yes_after_the_one_who_had_it_could_not_it_is_hers()
    {
        var asked = Answering.Hand(All(), [Silje, Marit, Thomas, Guid.Empty], [], Today);
        var left = Say(asked, Thomas, AnswerKind.Cannot);
        Assert.Equal([Silje, Marit, Guid.Empty], Say(left, Guid.Empty, AnswerKind.Accept).Holders);
    }

    [Fact]
    public void What_was_written_before_each_ones_answer_was_kept_still_opens()
    {
        var old = JsonSerializer.Deserialize<AgreementDetails>(
            $$$"""
            {"What":"ringer","Responsible":["Silje"],"Answer":{"Kind":1,"By":"{{{Silje}}}","On":"2026-09-01"}}
            """
        )!;
        Assert.Equal(AnswerKind.Done, old.LastOf(Silje)!.Kind);
        Assert.Single(old.LastOfEach());
        var kept = JsonSerializer.Deserialize<AgreementDetails>(
            JsonSerializer.Serialize(Say(All() with { Details = old }, Marit, AnswerKind.InProgress).Details)
        )!;
        Assert.Equal([Marit, Silje], kept.LastOfEach().Select(a => a.By));
    }

    private static Holding Say(Holding now, Guid who, AnswerKind kind) =>
        Answering.Answer(now, new AnswerDraft(kind), who, Today).Value!;

    private static Holding All() =>
        new(
            AgreementState.Open,
            [Silje, Thomas, Marit],
            [],
            new AgreementDetails("ringer legen", [], HeldSince: Today)
        );
}
