using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Plans;

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    /// <summary>Planlagt.</summary>
    Planned,

    /// <summary>I gang.</summary>
    InProgress,

    /// <summary>Venter på noen.</summary>
    Waiting,

    /// <summary>Gjort.</summary>
    Done,

    /// <summary>Stoppet.</summary>
    Stopped,
}

/// <summary>
/// A measure of a goal (FOR-2022-06-22-1110 § 9 letters e and f). Its day and where it stands are in the clear; those it names
/// are the item's holders.
/// </summary>
/// <param name="What">What is done.</param>
/// <param name="Responsible">The one who sees to it.</param>
/// <param name="Scope">How much: «40 timer i måneden».</param>
/// <param name="How">How it is done.</param>
/// <param name="With">Others who take part.</param>
/// <param name="WithText">Others who are neither in the family nor in the team: «vaktmesteren».</param>
/// <param name="DueText">Words for when, where no day is fixed: «løpende».</param>
/// <param name="MayHarm">What it may spoil: «Faller bort hvis …».</param>
/// <param name="DoneOn">The day it was done.</param>
/// <param name="Meeting">The meeting it came from.</param>
public sealed record MeasureDetails(
    string What,
    NamedPerson Responsible,
    string? Scope,
    string? How,
    ImmutableArray<NamedPerson> With,
    string? WithText = null,
    string? DueText = null,
    string? MayHarm = null,
    DateOnly? DoneOn = null,
    Guid? Meeting = null
);

/// <summary>Someone named in the plan, with the name she had when it was written.</summary>
public sealed record NamedPerson(Guid Id, string Name);

/// <summary>A measure to be written down or changed.</summary>
/// <param name="Responsible">Exactly one.</param>
/// <param name="Private">Only the person it is about, the coordinator and the responsible see it.</param>
/// <param name="GoalPrivate">The goal is private: then the measure is too.</param>
/// <param name="Meeting">The meeting it comes from.</param>
public sealed record MeasureDraft(
    string What,
    PlanPerson? Responsible,
    ImmutableArray<PlanPerson> With,
    string? WithText,
    string? Scope,
    string? How,
    DateOnly? Due,
    string? DueText,
    string? MayHarm,
    MeasureState State,
    DateOnly? DoneOn = null,
    bool Private = false,
    bool GoalPrivate = false,
    Guid? Meeting = null
)
{
    /// <summary>Whether it is to be kept from others.</summary>
    public bool IsPrivate => Private || GoalPrivate;

    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(DateOnly today) =>
        PlanRules.Needed(PlanField.What, What, PlanRules.LongestWords)
        ?? (Responsible is null ? new ResponsibleMissing() : null)
        ?? (Responsible is { Private: true } && !IsPrivate ? new NamesPrivate(PlanField.Responsible) : null)
        ?? (With.Any(w => w.Private) && !IsPrivate ? new NamesPrivate(PlanField.With) : null)
        ?? PlanRules.Fits(PlanField.WithText, WithText, PlanRules.LongestLine)
        ?? PlanRules.Fits(PlanField.Scope, Scope, PlanRules.LongestLine)
        ?? PlanRules.Fits(PlanField.Way, How, PlanRules.LongestWords)
        ?? PlanRules.Fits(PlanField.DueText, DueText, PlanRules.LongestLine)
        ?? PlanRules.Fits(PlanField.MayHarm, MayHarm, PlanRules.LongestWords)
        ?? PlanRules.Due(Due, today)
        ?? (DoneOn is { } done ? PlanRules.Past(done, today) : null);

    /// <summary>
    /// Those who see it because it names them: the responsible, and the others who take part unless it is private.
    /// </summary>
    public IReadOnlyList<Guid> Holders =>
        [.. IsPrivate ? [Responsible!.Id] : With.Select(w => w.Id).Prepend(Responsible!.Id).Distinct()];

    /// <summary>What is sealed. Only for a draft that <see cref="Check"/> lets through.</summary>
    /// <param name="today">The day it is done when it is said to be done now.</param>
    public MeasureDetails Details(DateOnly today) =>
        new(
            What.Trim(),
            new NamedPerson(Responsible!.Id, Responsible.Name),
            PlanRules.Trimmed(Scope),
            PlanRules.Trimmed(How),
            [.. With.Where(w => w.Id != Responsible.Id).Select(w => new NamedPerson(w.Id, w.Name)).Distinct()],
            PlanRules.Trimmed(WithText),
            // Words for when say nothing more once there is a day.
            Due is null
                ? PlanRules.Trimmed(DueText)
                : null,
            PlanRules.Trimmed(MayHarm),
            State == MeasureState.Done ? DoneOn ?? today : null,
            Meeting
        );
}
