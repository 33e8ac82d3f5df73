using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Matters;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Needs;
using Flette.Web.Features.PlanHeads;
using Flette.Web.Features.Transitions.Registering;

namespace Flette.Kit;

/// <summary>What stands in the plan of a family of a <see cref="World"/>, written by its coordinator.</summary>
public static class PlanInWorld
{
    /// <summary>What somebody says matters.</summary>
    public static Task<Guid> MatterAsync(
        this FamilyInWorld family,
        string words,
        Guid about,
        Sharing sharing = Sharing.Usual
    ) =>
        MakeAsync(
            family,
            write =>
                MatterBook.AddAsync(
                    write,
                    new WhatMattersDraft(about, new WhatMattersDetails(words), write.Pass.Today, sharing)
                )
        );

    /// <summary>A line of the minutes of a meeting, as its coordinator writes it.</summary>
    public static async Task<Guid> LineAsync(this FamilyInWorld family, Guid meeting, string typed)
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        await family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var line = ShortLine.Read(typed, [], chosen: [], write.Pass.Today).Value;
                id = await LineBook.AddAsync(write, meeting, line);
                return null;
            }
        );
        return id;
    }

    /// <summary>A meeting that is planned, three weeks ahead.</summary>
    public static async Task<Guid> PlannedMeetingAsync(this FamilyInWorld family, Guid about, string name)
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        await family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                id = await MeetingBook.AddAsync(
                    write,
                    write.Pass.Today.AddDays(21),
                    MeetingState.Planned,
                    new MeetingDetails(
                        MinutesKind.Ansvarsgruppe,
                        "09:00-10:30",
                        Place: null,
                        [new MeetingPerson(about, name)],
                        []
                    ),
                    [about]
                );
                return null;
            }
        );
        return id;
    }

    /// <summary>What a member wants taken up in a meeting, written down by the coordinator.</summary>
    public static Task RaiseAsync(this FamilyInWorld family, Guid meeting, Guid member, string text, bool own = false)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.PrepareMeeting,
            async write => (await AgendaBook.RaiseAsync(write, meeting, member, text, own)).Refusal
        );
    }

    /// <summary>A meeting that was held, with who was there and who was not.</summary>
    public static async Task<Guid> MeetingAsync(
        this FamilyInWorld family,
        DateOnly day,
        Guid about,
        string place,
        string present,
        string absent
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        await family.DoAsync(
            Act.CorrectMinutes,
            async write =>
            {
                id = await MeetingBook.AddAsync(
                    write,
                    day,
                    MeetingState.Held,
                    new MeetingDetails(
                        MinutesKind.Samarbeid,
                        "09:00-10:00",
                        place,
                        [new MeetingPerson(about, present)],
                        [new MeetingPerson(null, absent)]
                    ),
                    [about]
                );
                return null;
            }
        );
        return id;
    }

    /// <summary>A need nobody has.</summary>
    public static Task<Guid> NeedAsync(
        this FamilyInWorld family,
        string text,
        Guid about,
        Sharing sharing = Sharing.Usual
    ) =>
        MakeAsync(
            family,
            write =>
                NeedBook.AddAsync(
                    write,
                    new NeedDraft(about, text, null, false, write.Pass.Today, NeedState.Unmet, sharing)
                )
        );

    /// <summary>A transition no age gives a day.</summary>
    public static Task<Guid> TransitionAsync(
        this FamilyInWorld family,
        TransitionKind kind,
        Guid about,
        DateOnly day
    ) => MakeAsync(family, write => TransitionBook.AddAsync(write, new TransitionDraft(kind, about, day)));

    /// <summary>What a member brings herself.</summary>
    public static Task<Guid> ContributionAsync(
        this FamilyInWorld family,
        string text,
        Guid about,
        Sharing sharing = Sharing.Usual
    ) => MakeAsync(family, write => NeedBook.AddContributionAsync(write, new(about, text, null, sharing)));

    /// <summary>What a member is good at.</summary>
    public static Task<Guid> ResourceAsync(
        this FamilyInWorld family,
        string text,
        Guid about,
        Sharing sharing = Sharing.Usual
    ) => MakeAsync(family, write => NeedBook.AddResourceAsync(write, new(about, text, sharing)));

    /// <summary>How the children of the plan took part.</summary>
    public static Task ChildsPartAsync(this FamilyInWorld family, string text) =>
        family.DoAsync(
            Act.ChangePlan,
            async write =>
            {
                var head = (await PlanBook.HeadAsync(write))!;
                var draft = new PlanHeadDraft(head.From, head.Until, head.Revision, null, text);
                return (await HeadBook.ChangeAsync(write, draft, head.Version, 0, CancellationToken.None)).Refusal;
            }
        );

    /// <summary>A goal, last.</summary>
    public static Task<Guid> GoalAsync(
        this FamilyInWorld family,
        string words,
        Guid about,
        Sharing sharing = Sharing.Usual
    ) =>
        MakeAsync(
            family,
            write =>
                GoalBook.AddAsync(
                    write,
                    new GoalDraft(about, words, LifeArea.Home, GoalState.Active, sharing),
                    null,
                    CancellationToken.None
                )
        );

    /// <summary>A measure of a goal with a day in a month, and so its agreement.</summary>
    public static Task<Guid> MeasureAsync(this FamilyInWorld family, string what, Guid goal, PlanPerson responsible) =>
        MakeAsync(
            family,
            write =>
                MeasureBook.AddAsync(
                    write,
                    goal,
                    new MeasureDraft(
                        what,
                        responsible,
                        [],
                        null,
                        null,
                        null,
                        write.Pass.Today.AddDays(30),
                        null,
                        null,
                        MeasureState.Planned
                    )
                )
        );

    private static async Task<Guid> MakeAsync(FamilyInWorld family, Func<Write, Task<Result<Guid>>> work)
    {
        var id = Guid.Empty;
        await family.DoAsync(
            Act.ChangePlan,
            async write =>
            {
                var made = await work(write);
                id = made.Refusal is null ? made.Value : Guid.Empty;
                return made.Refusal;
            }
        );
        return id;
    }
}
