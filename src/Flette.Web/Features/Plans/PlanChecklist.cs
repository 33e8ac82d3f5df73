using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Plans;

/// <summary>Who coordinates today, for the list of what a plan has in it.</summary>
/// <param name="Is">«Barnekoordinator».</param>
public sealed record PlanCoordinator(string Name, string Is, DateOnly Since);

/// <summary>The list of what a plan shall have in it (FOR-2022-06-22-1110 § 9), from what the asker sees.</summary>
public sealed record PlanChecklist(
    Guid Family,
    Guid? Child,
    string? ChildName,
    bool MayChange,
    IReadOnlyList<ContentPoint> Points
)
{
    /// <summary>What is put to an address of this plan, where there are several.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Makes it.</summary>
    /// <param name="services">The service of each participant the asker sees; null where none is written.</param>
    /// <param name="yes">Those that stand.</param>
    /// <param name="responsible">Who has the main responsibility, when it is another than the coordinator.</param>
    /// <param name="agreements">Agreements in the plan that were not taken back.</param>
    public static PlanChecklist Of(
        PlanContent content,
        IReadOnlyCollection<string?> services,
        PlanCoordinator? coordinator,
        DateOnly? from,
        DateOnly? until,
        DateOnly? revision,
        IReadOnlyList<PlanConsent> yes,
        string? responsible,
        int agreements = 0
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(yes);
        // An unborn child has no part to describe.
        var child = content.Recipient is { } recipient
            ? content.Members.FirstOrDefault(m => m.Id == recipient && IsChild(m, content.Today))
            : content.Members.FirstOrDefault(m => IsChild(m, content.Today));
        var facts = new PlanContentFacts(
            content.Goals.Count(g => g.Goal.Is<GoalState>() != GoalState.Parked),
            content.Resources.Count,
            content
                .Needs.Where(n => n.Is<NeedState>() == NeedState.Unmet)
                .Select(n => new NeedFacts(n.Id, n.Details.Owner is not null))
                .ToList(),
            services.Count,
            services.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            content.Contributions.Any(c => c.Details.Who is null),
            content.Contributions.Select(c => c.Details.Who).OfType<Guid>().Distinct().Count(),
            content
                .Goals.SelectMany(g => g.Measures)
                .Where(m => m.Is<MeasureState>() != MeasureState.Stopped)
                .Select(m => new MeasureFacts(m.Id, m.Details.Scope is not null, m.Details.How is not null))
                .ToList(),
            responsible,
            coordinator?.Name,
            coordinator?.Is,
            coordinator?.Since,
            from,
            until,
            revision,
            yes,
            child?.FirstName,
            PlanRules.Trimmed(content.ChildsPart?.Details.Text),
            content
                .WhatMatters.Where(w => w.Member == child?.Id && w.Details.ToldBy == child.Id)
                .Select(w => w.Day)
                .FirstOrDefault(),
            content.Today,
            agreements
        );
        return new PlanChecklist(
            content.Family,
            child?.Id,
            child?.FirstName,
            content.MayChange,
            PlanContentCheck.Of(facts)
        );
    }

    /// <summary>Address and words of the screen where a point can be filled; null when there is none, or not for the asker.</summary>
    public (string Url, string Text)? Fill(ContentPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var family = $"/f/{Family}";
        return !MayChange
            ? null
            : point.Fill switch
            {
                null => null,
                PlanScreen.NewGoal => ($"{family}/mal/ny", "Skriv et mål"),
                PlanScreen.NewResource => ($"{family}/ressurs/ny", "Skriv det dere er gode på"),
                PlanScreen.NewNeed => ($"{family}/behov/ny", "Skriv et behov"),
                PlanScreen.NewParticipant => ($"{family}/deltaker/ny", "Legg til en deltaker"),
                PlanScreen.NewContribution => ($"{family}/bidrag/ny", "Skriv hva noen bidrar med"),
                PlanScreen.NewMeasure => ($"{family}/tiltak/ny", "Skriv et tiltak"),
                PlanScreen.Measure => ($"{family}/tiltak/{point.Target}", "Åpne tiltaket"),
                PlanScreen.Need => ($"{family}/behov/{point.Target}", "Åpne behovet"),
                PlanScreen.Yes => ($"{family}/ja", "Skriv inn ja-et"),
                PlanScreen.PlanHead => point.Point == PlanPoint.ChildsPart
                    ? ($"{family}/plan/om{Plan}#Input.ChildsPart", "Skriv hvordan barnet har vært med")
                    : ($"{family}/plan/om{Plan}", "Skriv tiden planen gjelder"),
                _ => throw new ArgumentOutOfRangeException(nameof(point)),
            };
    }

    /// <summary>What a point is called, in plain words.</summary>
    public static string Title(PlanPoint point, string? child = null) =>
        point switch
        {
            PlanPoint.GoalsResourcesNeeds => "Mål, ressurser og behov",
            PlanPoint.Participants => "Hvem som er med",
            PlanPoint.Responsible => "Hvem som har ansvar for planen",
            PlanPoint.Contributions => "Hva hver av dere bidrar med",
            PlanPoint.Measures => "Tjenester og tiltak, hvor mye, og hvem",
            PlanPoint.How => "Hvordan det skal gjøres",
            PlanPoint.Coordinator => "Koordinator",
            PlanPoint.Period => "Hvor lenge planen gjelder, og når vi ser på den",
            PlanPoint.Consent => "Ja til planen",
            PlanPoint.Cooperation => "Andre dere vil samarbeide med",
            PlanPoint.ChildsPart => $"Hvordan {child ?? "barnet"} har vært med",
            _ => throw new ArgumentOutOfRangeException(nameof(point)),
        };

    private static bool IsChild(Member member, DateOnly today) =>
        member.Born is { } born && born <= today && Ages.On(born, today) < Ages.Adult;
}
