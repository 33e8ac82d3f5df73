using Flette.Core.Agreements;

namespace Flette.Core.Tests.Agreements;

/// <summary>Whom an agreement waits for, and since when.</summary>
public class WaitingTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly Guid Tor = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Kari = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Holding Held = new(AgreementState.Open, [Tor], [], new AgreementDetails("Ringe", []));

    [Fact]
    public void What_is_not_due_waits_for_nobody()
    {
        Assert.Null(Of(Held, Today));
        Assert.Null(Of(Held, null));
        Assert.Null(Of(Held with { State = AgreementState.Done }, Today.AddDays(-9)));
        Assert.Null(Of(Held with { Holders = [] }, Today.AddDays(-9)));
    }

    [Fact]
    public void After_the_day_it_waits_for_those_who_have_it_since_that_day()
    {
        Expect(Of(Held, Today.AddDays(-9)), WaitingFor.Holders, Today.AddDays(-9), Tor);
        var answered = Said(AnswerKind.InProgress, Today.AddDays(-2));
        Expect(Of(answered, Today.AddDays(-9)), WaitingFor.Holders, Today.AddDays(-2), Tor);
    }

    [Fact]
    public void Who_is_asked_to_take_it_is_waited_for_since_she_was_asked()
    {
        var asked = Answering.Hand(Held, [Kari], [], Today.AddDays(-3));
        Expect(Of(asked, Today.AddDays(-9)), WaitingFor.Yes, Today.AddDays(-3), Kari);
        // The same question again is no new one.
        Expect(Of(Answering.Hand(asked, [Kari], [], Today), null), WaitingFor.Yes, Today.AddDays(-3), Kari);
        var taken = Answering.Answer(asked, new AnswerDraft(AnswerKind.Accept), Kari, Today).Value;
        Assert.Null(Of(taken, Today));
        Assert.Null(taken.Details.AskedSince);
    }

    [Fact]
    public void Help_and_another_day_wait_for_the_coordinator()
    {
        Expect(Of(Said(AnswerKind.NeedsHelp, Today.AddDays(-1)), null), WaitingFor.Help, Today.AddDays(-1));
        var moved = Answering.Answer(Held, new AnswerDraft(AnswerKind.InProgress, OtherDay: Today), Tor, Today).Value;
        Expect(Of(moved, Today.AddDays(-9)), WaitingFor.OtherDay, Today);
        Assert.Equal(WaitingFor.Holders, Of(Answering.TakeNote(moved), Today.AddDays(-9))?.For);
    }

    [Fact]
    public void A_measure_that_waits_waits_for_an_answer_from_outside() =>
        Expect(Waiting.Of(Held, null, outside: true, Today), WaitingFor.Answer, null);

    private static Holding Said(AnswerKind kind, DateOnly day) =>
        Answering.Answer(Held, new AnswerDraft(kind), Tor, day).Value;

    private static Waiting? Of(Holding now, DateOnly? due) => Waiting.Of(now, due, outside: false, Today);

    private static void Expect(Waiting? waiting, WaitingFor what, DateOnly? since, params Guid[] whom)
    {
        Assert.NotNull(waiting);
        Assert.Equal((what, since), (waiting.For, waiting.Since));
        Assert.Equal(whom, waiting.Whom);
    }
}
