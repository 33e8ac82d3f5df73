using Flette.Kit;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Tests.NonInterference;

/// <summary>A second plan in the family: the mother's own. Whoever is not in it learns neither of it nor of what stands in it.</summary>
public sealed partial record Secret
{
    private static Secret[] OfASecondPlan =>
        [
            new(
                "the mother says yes to a plan of her own",
                Holders + ", mother",
                "officer, leader",
                [],
                w => w.Family.SayYesAsync(w.Members["mother"], w.Members["mother"])
            ),
            new(
                "what stands in the mother's own plan",
                Holders + ", mother",
                "",
                ["Går tur hver dag", "Sove om natta"],
                async w =>
                {
                    await w.Family.AgreementAsync("Går tur hver dag", [w.Members["mother"]], w.Members["mother"]);
                    await w.Family.GoalAsync("Sove om natta", w.Members["mother"]);
                }
            ),
            new(
                "a meeting for the mother's own plan",
                Holders + ", mother",
                "",
                [],
                w => w.Family.PlannedMeetingAsync(w.Members["mother"], "Mor")
            ),
            new(
                "the months in which one meets for the mother's own plan",
                Holders + ", mother",
                "",
                ["januar, mars og juli"],
                w =>
                    w.Family.DoAsync(
                        Core.Access.Act.ChangePlan,
                        async write =>
                            await RhythmBook.ChangeOfPlanAsync(
                                write,
                                await w.App.ScalarAsync<Guid>(
                                    w.App.Fjellvik,
                                    "select id from plan where family = @Id and recipient = @of",
                                    new { w.Family.Id, of = w.Members["mother"] }
                                ),
                                apart: true,
                                [1, 3, 7],
                                0,
                                CancellationToken.None
                            )
                    )
            ),
        ];
}
