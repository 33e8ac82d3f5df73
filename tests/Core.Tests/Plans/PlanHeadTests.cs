using Flette.Core.Plans;

namespace Flette.Core.Tests.Plans;

/// <summary>What holds for a plan as a whole.</summary>
public class PlanHeadTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PlanHeadDraft Good = new(
        new DateOnly(2026, 4, 21),
        new DateOnly(2027, 6, 30),
        new DateOnly(2026, 11, 26),
        null,
        "Snakket på kjøkkenet"
    );

    public static TheoryData<string, PlanHeadDraft, PlanRefusal?> Drafts { get; } =
        new()
        {
            { "all of it", Good, null },
            { "the first day alone", new PlanHeadDraft(Good.From, null, null, null, null), null },
            { "one day", Good with { Until = Good.From, Revision = Good.From }, null },
            { "a revision that has been", Good with { Revision = Good.From }, null },
            { "no first day", Good with { From = null }, new TextMissing(PlanField.From) },
            {
                "a first day in the year 26",
                Good with
                {
                    From = new DateOnly(26, 4, 21),
                },
                new PlanDayOutside(PlanField.From)
            },
            {
                "a last day far off",
                Good with
                {
                    Until = new DateOnly(2227, 6, 30),
                },
                new PlanDayOutside(PlanField.Until)
            },
            {
                "a revision far off",
                Good with
                {
                    Revision = new DateOnly(2227, 6, 30),
                },
                new PlanDayOutside(PlanField.Revision)
            },
            { "backwards", Good with { Until = new DateOnly(2026, 4, 20) }, new PlanDayBeforeFirst(PlanField.Until) },
            {
                "looked at before it begins",
                Good with
                {
                    Revision = new DateOnly(2026, 4, 20),
                },
                new PlanDayBeforeFirst(PlanField.Revision)
            },
            {
                "a private responsible",
                Good with
                {
                    Responsible = new PlanPerson(Guid.Empty, "Pia", true),
                },
                new NamesPrivate(PlanField.Responsible)
            },
            { "long", Good with { ChildsPart = new string('å', 2001) }, new TextTooLong(PlanField.ChildsPart, 2000) },
        };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_draft_is_checked(string what, PlanHeadDraft draft, PlanRefusal? refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, draft.Check(Today));
    }
}
