using Flette.Core.Access;
using Flette.Core.FollowUp;
using Flette.Kit;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.FollowUp;

namespace Flette.Web.Tests.NonInterference;

/// <summary>What is said and done of how agreements go.</summary>
public sealed partial record Secret
{
    private static Secret[] InFollowUp =>
        [
            new(
                "a letter about the child's agreement: the one who has it by link learns nothing of it",
                Holders + ", child, mother, father",
                "",
                ["rektor Moe"],
                w =>
                    w.Family.LetterAsync(
                        w.AgreementId,
                        "Ringe fysioterapeuten",
                        "rektor Moe",
                        w.Members["child"],
                        w.Members["mother"]
                    )
            ),
            new(
                "the mother says that nothing has happened: to the coordinator, and not to the father",
                Holders + ", mother",
                "child",
                [],
                w =>
                    w.Family.DoAsync(
                        Act.AnswerOnBehalf,
                        write =>
                            SaysBook.NothingAsync(
                                write,
                                w.AgreementId,
                                w.Members["mother"],
                                said: true,
                                null,
                                CancellationToken.None
                            )
                    )
            ),
            new(
                "the father says that what is done for the child helps",
                Holders + ", child, father",
                "mother",
                ["Sover bedre nå"],
                w => HelpsAsync(w, w.MeasureId, "father", "Sover bedre nå")
            ),
            new(
                "the father says that what is done for himself does not help",
                Holders + ", father",
                "",
                ["Det er ingen ventetid igjen"],
                async w =>
                {
                    var goal = await w.Family.GoalAsync("Mindre å betale", w.Members["father"]);
                    var measure = await w.Family.MeasureAsync("Budsjett", goal, w.Coordinator);
                    await HelpsAsync(w, measure, "father", "Det er ingen ventetid igjen");
                }
            ),
            new(
                "the stepfather wants to be reminded",
                Holders,
                "stepfather",
                [],
                w =>
                    w.Family.DoAsync(
                        Act.AnswerOnBehalf,
                        write =>
                            ReminderWishes.SetAsync(
                                write,
                                w.Members["stepfather"],
                                ReminderWish.On,
                                "Sa det på telefon.",
                                0,
                                CancellationToken.None
                            )
                    )
            ),
        ];

    private static Task HelpsAsync(LeakyApp w, Guid measure, string by, string words) =>
        w.Family.DoAsync(
            Act.AnswerOnBehalf,
            write => SaysBook.HelpsAsync(write, measure, w.Members[by], Helps.Yes, words, null, CancellationToken.None)
        );
}
