using Flette.Core.Access;

namespace Flette.Core.Coordination.Duties;

/// <summary>Who was spoken with.</summary>
public enum TalkedWith
{
    Family,
    Team,

    /// <summary>Neither: only a name was written.</summary>
    Others,
}

/// <summary>A line of the call log in which people reached each other.</summary>
/// <param name="Name">Who with, as written.</param>
/// <param name="Text">What was said.</param>
public sealed record Talk(Guid Id, DateOnly Day, TalkedWith With, string Name, Topic? Topic, string Text);

/// <summary>Something that happened on a day.</summary>
/// <param name="What">What it is called; null where that says nothing.</param>
public sealed record Happened(Guid Id, DateOnly Day, string? What = null);

/// <summary>Someone who came into the team.</summary>
/// <param name="Topic">The topic of her service.</param>
public sealed record Joined(Guid Id, DateOnly Day, string Name, Topic? Topic);

/// <summary>
/// What is recorded of a family already, as far as the duties are concerned: only what the coordinator sees herself. What lies ahead is
/// left out by <see cref="DutyList"/>.
/// </summary>
public sealed record DutyFacts
{
    public required DateOnly Today { get; init; }

    public IReadOnlyList<Happened> MeetingsHeld { get; init; } = [];

    public IReadOnlyList<Happened> MinutesPublished { get; init; } = [];

    public IReadOnlyList<Talk> Talks { get; init; } = [];

    /// <summary>Services that take part.</summary>
    public IReadOnlyList<Joined> Services { get; init; } = [];

    /// <summary>The day each agreement was last answered.</summary>
    public IReadOnlyList<Happened> AgreementsAnswered { get; init; } = [];

    /// <summary>Needs somebody has, by the day it was written.</summary>
    public IReadOnlyList<Happened> NeedsOwned { get; init; } = [];

    public IReadOnlyList<Happened> NeedsMet { get; init; } = [];

    public IReadOnlyList<Happened> Measures { get; init; } = [];

    /// <summary>Letters to the leaders of services.</summary>
    public IReadOnlyList<Happened> Letters { get; init; } = [];

    /// <summary>Plans there is a yes to, by the first day of each.</summary>
    public IReadOnlyList<Happened> Plans { get; init; } = [];

    public IReadOnlyList<Happened> Goals { get; init; } = [];

    /// <summary>The days somebody said how it goes with a goal.</summary>
    public IReadOnlyList<Happened> Scores { get; init; } = [];
}
