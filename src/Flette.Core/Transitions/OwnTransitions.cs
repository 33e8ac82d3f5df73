using System.Collections.Immutable;
using System.Globalization;

namespace Flette.Core.Transitions;

/// <summary>A step a municipality has added.</summary>
/// <param name="Months">Months before the day; less than 0 is after it.</param>
public sealed record OwnStep(string What, string Who, int Months, string? HandOver = null);

/// <summary>What a municipality has of its own for a transition. Null is the product's.</summary>
/// <param name="Id">Which.</param>
/// <param name="Months">Months ahead that it is time to begin.</param>
/// <param name="Years">Years of age, or years after school began, that give the day.</param>
/// <param name="Steps">Steps besides the product's, which stay.</param>
public sealed record OwnTransition(
    string Id,
    int? Months = null,
    int? Years = null,
    string? Owner = null,
    string? Receiver = null,
    ImmutableArray<OwnStep> Steps = default
);

/// <summary>
/// A municipality's own over the product's rules: it may begin earlier, say who holds and receives, and add steps. What a section fixes
/// is not its to change. Pure.
/// </summary>
public static class OwnTransitions
{
    /// <summary>Months ahead that can be meant.</summary>
    public const int LeastMonths = 1;

    public const int MostMonths = 60;

    /// <summary>How long a text may be.</summary>
    public const int Longest = 300;

    private const int LeastYears = 12;
    private const int MostYears = 18;

    /// <summary>All rules as the municipality has them, in their order; or what cannot be.</summary>
    public static Result<ImmutableArray<TransitionRule>> Lay(IReadOnlyCollection<OwnTransition> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.FirstOrDefault(o => TransitionRules.Find(o.Id) is null) is { } unknown)
        {
            return new NoSuchTransition(unknown.Id, TransitionRules.Ids);
        }
        if (own.GroupBy(o => o.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            return new TransitionSetTwice(twice.Key);
        }
        if (own.Select(o => Refuse(o, TransitionRules.Find(o.Id)!)).FirstOrDefault(r => r is not null) is { } refusal)
        {
            return refusal;
        }
        var byId = own.ToDictionary(o => o.Id, StringComparer.Ordinal);
        return TransitionRules
            .All.Select(r => byId.TryGetValue(r.Id, out var mine) ? Over(r, mine) : r)
            .ToImmutableArray();
    }

    private static Refusal? Refuse(OwnTransition own, TransitionRule rule) =>
        own.Years is { } years && RefuseYears(years, rule) is { } day ? day
        : own.Months is < LeastMonths or > MostMonths ? new LeadOutOfRange(own.Id, LeastMonths, MostMonths)
        : own.Months < rule.Months && rule.FixesLead is { } lead ? new LeadFixedByLaw(own.Id, rule.Months, lead)
        : IsBad(own.Owner) || IsBad(own.Receiver) ? new OwnWordsMissing(own.Id)
        : Steps(own)
            .Any(s =>
                !IsWords(s.What) || !IsWords(s.Who) || IsBad(s.HandOver) || s.Months is < -MostMonths or > MostMonths
            )
            ? new OwnWordsMissing(own.Id)
        : null;

    private static Refusal? RefuseYears(int years, TransitionRule rule) =>
        rule.Dated == Dated.Event ? new DayNotByYears(rule.Id)
        : years == rule.Years ? null
        : rule.FixesDay is { } basis ? new DayFixedByLaw(rule.Id, basis)
        : years is < LeastYears or > MostYears ? new YearsOutOfRange(rule.Id, LeastYears, MostYears)
        : null;

    private static TransitionRule Over(TransitionRule rule, OwnTransition own) =>
        rule with
        {
            Months = own.Months ?? rule.Months,
            Years = own.Years ?? rule.Years,
            Owner = own.Owner ?? rule.Owner,
            Receiver = own.Receiver ?? rule.Receiver,
            Steps =
            [
                .. rule.Steps,
                .. Steps(own)
                    .Select(
                        (s, i) =>
                            new TransitionStep(
                                string.Create(CultureInfo.InvariantCulture, $"egen-{i + 1}"),
                                s.What.Trim(),
                                s.Who.Trim(),
                                new Lead(s.Months),
                                s.HandOver?.Trim()
                            )
                    ),
            ],
        };

    private static ImmutableArray<OwnStep> Steps(OwnTransition own) => own.Steps.IsDefault ? [] : own.Steps;

    private static bool IsBad(string? words) => words is not null && !IsWords(words);

    private static bool IsWords(string words) => !string.IsNullOrWhiteSpace(words) && words.Trim().Length <= Longest;
}
