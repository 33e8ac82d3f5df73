using Flette.Core.Coordination;

namespace Flette.Core.Plans.Content;

/// <summary>How many of something there are.</summary>
/// <param name="All">In the plan.</param>
/// <param name="Own">Of those, about the one the plan is for; all of them in a family plan.</param>
public sealed record PartCount(int All, int Own)
{
    /// <summary>None.</summary>
    public static PartCount None { get; } = new(0, 0);
}

/// <summary>A need as far as the list is concerned.</summary>
/// <param name="Text">The need, in plain words.</param>
/// <param name="Owner">Who has it; null when nobody has.</param>
/// <param name="Own">Whether it is about the one the plan is for; always in a family plan.</param>
/// <param name="Met">Whether it is met.</param>
public sealed record NeedFacts(Guid Id, string Text, string? Owner, bool Own = true, bool Met = false);

/// <summary>A measure as far as the list is concerned. Who is responsible for it is always said.</summary>
/// <param name="What">What is done.</param>
/// <param name="Done">Whether it is done: then it is not «aktuelt» any more.</param>
public sealed record MeasureFacts(Guid Id, string What, bool HasScope, bool HasHow, bool Done = false);

/// <summary>Someone who takes part in the work with the plan, besides the family.</summary>
/// <param name="Service">The service she comes from; null for a relative or a friend.</param>
/// <param name="Contributes">Whether it is said what she brings.</param>
/// <param name="ContactDoctor">Whether she is «kontaktlege» (spesialisthelsetjenesteloven § 2-5 c).</param>
public sealed record ParticipantFacts(
    Guid Id,
    string Name,
    string? Service,
    bool Contributes = false,
    bool ContactDoctor = false
);

/// <summary>A yes to this plan that stands.</summary>
/// <param name="Name">First name of who said it.</param>
public sealed record YesFacts(string Name, DateOnly On);

/// <summary>A child the plan is for.</summary>
/// <param name="Name">First name.</param>
/// <param name="Described">Whether what is written of how children took part is about this one.</param>
/// <param name="Spoke">The last day it said what matters, in its own words.</param>
/// <param name="How">How it was said then: «bildekort, hjemme».</param>
public sealed record ChildFacts(Guid Id, string Name, bool Described, DateOnly? Spoke = null, string? How = null);

/// <summary>The meeting where people can be asked.</summary>
public sealed record MeetingAhead(Guid Id, DateOnly Day);

/// <summary>What the list is made from: only what the reader may see, and only of this plan.</summary>
public sealed record PlanContentFacts
{
    public required DateOnly Today { get; init; }

    /// <summary>First name of the one an individual plan is for; null for a family plan.</summary>
    public string? Recipient { get; init; }

    /// <summary>Active and reached ones.</summary>
    public PartCount Goals { get; init; } = PartCount.None;

    public PartCount Resources { get; init; } = PartCount.None;

    public IReadOnlyList<NeedFacts> Needs { get; init; } = [];

    public IReadOnlyList<ParticipantFacts> Team { get; init; } = [];

    /// <summary>Whose part it is beside those of the services: «familien»; the first name of a grown-up the plan is for.</summary>
    public string Own { get; init; } = "familien";

    /// <summary>Whether the grown-up the plan is for, or someone in the family, has said what they bring.</summary>
    public bool OwnContributes { get; init; }

    /// <summary>Whether the coordinator has.</summary>
    public bool CoordinatorContributes { get; init; }

    /// <summary>The next meeting; null when none is planned.</summary>
    public MeetingAhead? Next { get; init; }

    /// <summary>Those that are not stopped.</summary>
    public IReadOnlyList<MeasureFacts> Measures { get; init; } = [];

    /// <summary>Agreements in the plan that are still to be done, or are done.</summary>
    public int Agreements { get; init; }

    /// <summary>Who has the main responsibility, when it is another than the coordinator.</summary>
    public string? Responsible { get; init; }

    /// <summary>Name of the coordinator today.</summary>
    public string? Coordinator { get; init; }

    public CoordinatorKind CoordinatorIs { get; init; }

    public DateOnly? CoordinatorSince { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>The next day the plan is looked at together.</summary>
    public DateOnly? Revision { get; init; }

    /// <summary>Each yes to this plan that stands.</summary>
    public IReadOnlyList<YesFacts> Yes { get; init; } = [];

    /// <summary>First names of those whose yes is needed and missing.</summary>
    public IReadOnlyList<string> YesMissing { get; init; } = [];

    /// <summary>Nobody in the family may say yes for the one it is for (§ 5).</summary>
    public bool NobodyMaySayYes { get; init; }

    /// <summary>Adults a family plan does not take in until they say yes to their own part.</summary>
    public IReadOnlyList<string> NotTakenIn { get; init; } = [];

    /// <summary>The last day of a yes to fagmøter about someone in the plan; null when none stands.</summary>
    public DateOnly? SharingUntil { get; init; }

    /// <summary>The children the plan is for who are born; empty when it is for none.</summary>
    public IReadOnlyList<ChildFacts> Children { get; init; } = [];

    /// <summary>How the children took part, as written; null when nothing is.</summary>
    public string? ChildsPart { get; init; }
}
