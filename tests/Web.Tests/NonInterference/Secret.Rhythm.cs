using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Kit;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Tests.NonInterference;

/// <summary>How often a family meets, and what says that it should meet more.</summary>
public sealed partial record Secret
{
    private static Secret[] OfTheYear =>
        [
            new(
                "the months a family meets in: told those who know of its plan",
                Holders + ", child, mother, father",
                "",
                ["februar, juni og november"],
                w => w.Family.RhythmAsync(2, 6, 11)
            ),
            new(
                "the mother asks for a meeting: to the coordinator, and not to the father",
                Holders + ", mother",
                "",
                [],
                w => w.Family.AsksForMeetingAsync(w.Members["mother"])
            ),
            new(
                "a time of the year does not suit the mother: to the coordinator, and not to the father",
                Holders + ", mother",
                "",
                ["Da er vi på hytta"],
                w => w.Family.SaysSeasonAsync(w.Members["mother"], "Da er vi på hytta", 2)
            ),
            new(
                "a yes to talk about the child without the family",
                Holders + ", child, mother, father",
                "",
                ["øve på skoleveien sammen"],
                w =>
                    w.Family.FagYesAsync(
                        w.Members["child"],
                        "øve på skoleveien sammen",
                        w.Members["mother"],
                        w.Members["father"]
                    )
            ),
            new(
                "a fagmøte about the child that was held: each is told by herself",
                Holders + ", child, mother, father",
                "",
                [],
                w => w.Family.FagMeetingAsync(w.World.Today, w.Members["child"], held: true)
            ),
            new(
                "the unit is asked for somebody to lead a meeting",
                Holders + ", officer",
                "",
                [],
                w => w.Family.AsksForLeaderAsync(w.PlannedId)
            ),
            new(
                "a suggestion that was put aside, and does not stand now",
                "",
                Holders,
                [],
                w =>
                    w.Family.DoAsync(
                        Act.ChangePlan,
                        async write =>
                        {
                            var need = await w.Family.World.App.ScalarAsync<Guid>(
                                w.App.Fjellvik,
                                "select id from item where family = @Id and kind = 'need' order by id limit 1",
                                new { w.Family.Id }
                            );
                            var standing = new Suggestion(
                                need.ToString("N"),
                                SuggestionWhy.Unowned,
                                need,
                                null,
                                null,
                                write.Pass.Today,
                                PutAside: false
                            );
                            return await RhythmBook.PutAsideAsync(
                                write,
                                standing.Key,
                                aside: true,
                                0,
                                [standing],
                                CancellationToken.None
                            );
                        }
                    )
            ),
        ];
}
