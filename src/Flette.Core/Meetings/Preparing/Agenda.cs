using System.Collections.Immutable;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Meetings.Preparing;

/// <summary>How far a meeting has come with a step of its agenda.</summary>
public enum StepProgress
{
    Ahead,
    Now,
    Done,
}

/// <summary>A step of the agenda.</summary>
/// <param name="Point">The point it is; null for one that builds itself.</param>
public sealed record AgendaStep(AgendaStepKind Kind, string Heading, Guid? Point, StepProgress Progress);

/// <summary>What a step is.</summary>
public enum AgendaStepKind
{
    Raised,
    Since,
    Unowned,
    Services,
    Other,
    Next,
}

/// <summary>What the agenda is built from.</summary>
/// <param name="Points">Raised and not dropped, each with its id, in their order.</param>
/// <param name="OpenAgreements">How many agreements since last time are still open.</param>
/// <param name="UnownedNeeds">How many needs nobody has.</param>
/// <param name="ServiceLines">How many services have written something beforehand.</param>
public sealed record AgendaParts(
    IReadOnlyList<(Guid Id, AgendaPoint Point)> Points,
    int OpenAgreements,
    int UnownedNeeds,
    int ServiceLines
);

/// <summary>
/// The agenda builds itself: what the family raises, what the child raises, what is open since last time, needs nobody has, what the
/// services wrote, and the next meeting (needs-coordinator N52, N58–N63). Pure.
/// </summary>
public static class Agenda
{
    public const string Since = "Siden sist";
    public const string Unowned = "Behov ingen har tatt";
    public const string Services = "Fra tjenestene";
    public const string Next = "Neste møte";

    /// <summary>The steps in order, with how far the lines of the meeting have come.</summary>
    public static ImmutableArray<AgendaStep> Steps(AgendaParts parts, IReadOnlyList<MinutesLine> lines)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(lines);
        var taken = lines.Where(l => l.Mark == LineMark.Point).Select(l => l.Text.Trim()).ToList();
        var steps = new List<(AgendaStepKind Kind, string Heading, Guid? Point)>();
        steps.AddRange(
            parts.Points.OrderBy(p => p.Point.From).Select(p => (AgendaStepKind.Raised, p.Point.Text, (Guid?)p.Id))
        );
        AddIf(parts.OpenAgreements > 0, AgendaStepKind.Since, Since);
        AddIf(parts.UnownedNeeds > 0, AgendaStepKind.Unowned, Unowned);
        AddIf(parts.ServiceLines > 0, AgendaStepKind.Services, Services);
        // What came up in the meeting and nobody had thought of.
        foreach (var text in taken.Distinct(StringComparer.OrdinalIgnoreCase).Where(t => !IsStep(t)))
        {
            steps.Add((AgendaStepKind.Other, text, null));
        }
        AddIf(true, AgendaStepKind.Next, Next);
        var now = taken.Count > 0 ? taken[^1] : null;
        return
        [
            .. steps.Select(s => new AgendaStep(
                s.Kind,
                s.Heading,
                s.Point,
                Is(s.Heading, now) ? StepProgress.Now
                    : taken.Exists(t => Is(s.Heading, t)) ? StepProgress.Done
                    : StepProgress.Ahead
            )),
        ];

        void AddIf(bool whether, AgendaStepKind kind, string heading)
        {
            if (whether)
            {
                steps.Add((kind, heading, null));
            }
        }

        bool IsStep(string text) => steps.Exists(s => Is(s.Heading, text)) || Is(Next, text);
    }

    /// <summary>Whether a point of the minutes is a step: written alike, however the capitals are.</summary>
    public static bool Is(string heading, string? point) =>
        string.Equals(heading?.Trim(), point?.Trim(), StringComparison.OrdinalIgnoreCase);
}
