using Flette.Core.Coordination;

namespace Flette.Core.Tests.Coordination;

public class AppointingTests
{
    private static readonly DateOnly Day = new(2026, 9, 15);
    private static readonly Guid Kari = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Ola = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Clerk = Guid.Parse("00000000-0000-0000-0000-000000000003");
    private static readonly HashSet<Guid> Coordinators = [Kari, Ola];

    private static readonly AppointmentDraft Good = new(
        Kari,
        CoordinatorKind.ChildrensCoordinator,
        Of(0, null),
        "hol § 7-2 a",
        Delegation: false,
        Ola
    );

    /// <summary>First day of another appointment in days, or null · the new last day · the refusal, or null.</summary>
    public static TheoryData<int?, int, AppointingRefusal?> Ends { get; } =
        new()
        {
            { null, 0, null },
            { null, 400, null },
            { null, -1, new EndsBeforeItBegins() },
            { 10, 9, null },
            { 10, 10, new AlreadyAppointed(Day.AddDays(10)) },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_last_day_lies_after_the_first_and_before_the_next_one_begins(
        int? other,
        int last,
        AppointingRefusal? refusal
    )
    {
        AppointmentFacts Appointment(Period period) => new(Guid.NewGuid(), Kari, period, null, null);
        var one = Appointment(Of(0, 5));
        AppointmentFacts[] all = other is { } from ? [one, Appointment(Of(from, null))] : [one];
        Assert.Equal(refusal, Appointing.CheckEnd(one, Day.AddDays(last), all));
    }

    /// <summary>What it is · the draft · earlier appointments' from and until in days · the refusal, or null.</summary>
    public static TheoryData<string, AppointmentDraft, int?[][], AppointingRefusal?> Drafts { get; } =
        new()
        {
            { "the first", Good, [], null },
            { "without a deputy", Good with { Deputy = null }, [], null },
            { "one day long", Good with { Period = Of(0, 0) }, [], null },
            {
                "after an earlier one ended",
                Good,
                [
                    [-100, -1],
                ],
                null
            },
            {
                "before a later one begins",
                Good with
                {
                    Period = Of(0, 9),
                },
                [
                    [10, null],
                ],
                null
            },
            { "from the past", Good with { Period = Of(-400, null) }, [], null },
            { "ends before it begins", Good with { Period = Of(0, -1) }, [], new EndsBeforeItBegins() },
            { "no ground", Good with { Ground = " " }, [], new GroundMissing() },
            {
                "someone who does not coordinate",
                Good with
                {
                    Coordinator = Clerk,
                },
                [],
                new NotACoordinator(Deputy: false)
            },
            { "nobody", Good with { Coordinator = Guid.Empty }, [], new NotACoordinator(Deputy: false) },
            { "a deputy who does not coordinate", Good with { Deputy = Clerk }, [], new NotACoordinator(Deputy: true) },
            { "her own deputy", Good with { Deputy = Kari }, [], new OwnDeputy() },
            {
                "while another lasts",
                Good,
                [
                    [-100, null],
                ],
                new AlreadyAppointed(Day.AddDays(-100))
            },
            {
                "on the last day of another",
                Good,
                [
                    [-100, 0],
                ],
                new AlreadyAppointed(Day.AddDays(-100))
            },
            {
                "into one that begins later",
                Good,
                [
                    [-100, -50],
                    [30, null],
                ],
                new AlreadyAppointed(Day.AddDays(30))
            },
        };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void An_appointment_is_made_or_refused(
        string what,
        AppointmentDraft draft,
        int?[][] earlier,
        AppointingRefusal? refusal
    )
    {
        Assert.NotEmpty(what);
        var existing = earlier.Select(e => new AppointmentFacts(
            Guid.NewGuid(),
            Ola,
            Of(e[0]!.Value, e[1]),
            null,
            null
        ));
        Assert.Equal(refusal, Appointing.Check(draft, Coordinators, existing));
    }

    [Theory]
    [InlineData(true, 1, 5, null)]
    [InlineData(true, 0, 10, null)]
    [InlineData(false, 1, 5, typeof(NoDeputyNamed))]
    [InlineData(true, 5, 1, typeof(EndsBeforeItBegins))]
    [InlineData(true, -1, 5, typeof(OutsideAppointment))]
    [InlineData(true, 5, 11, typeof(OutsideAppointment))]
    [InlineData(true, 5, null, typeof(OutsideAppointment))]
    public void A_deputys_time_lies_within_the_appointment(bool named, int from, int? until, Type? refusal)
    {
        var appointment = new AppointmentFacts(Guid.NewGuid(), Kari, Of(0, 10), named ? Ola : null, null);
        Assert.Equal(refusal, Appointing.CheckDeputy(appointment, Of(from, until))?.GetType());
    }

    [Fact]
    public void Without_an_end_the_deputy_may_have_none() =>
        Assert.Null(
            Appointing.CheckDeputy(new AppointmentFacts(Guid.NewGuid(), Kari, Of(0, null), Ola, null), Of(5, null))
        );

    private static Period Of(int from, int? until) =>
        new(Day.AddDays(from), until is { } days ? Day.AddDays(days) : null);
}
