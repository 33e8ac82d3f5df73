using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Transitions;

/// <summary>
/// What changes for each child with the years, when to begin, who has it and who receives, and what to do by when. Those to work on now
/// come first (needs-childrens-coordinator N132–N141).
/// </summary>
public sealed class IndexModel : DeskPage
{
    /// <summary>Each child, the eldest first.</summary>
    public IReadOnlyList<MemberTransitions> Children { get; private set; } = [];

    /// <summary>Those without a day of birth or an expected one, by first name.</summary>
    public string WithoutDay => Listing.And(Children.Where(c => c.Known.Count == 0).Select(c => c.Member.FirstName));

    public const string WhatKey = "hva";
    public const string WhoKey = "hvem";
    public const string DayKey = "dag";

    /// <summary>What changes that follows from no age, by number: the name of it would say too much in an address.</summary>
    [BindProperty(SupportsGet = true, Name = WhatKey)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = WhoKey)]
    public Guid? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = DayKey)]
    public DateOnly? On { get; set; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<FieldOption> Events { get; } =
        TransitionRules
            .All.Where(r => r.Dated == Dated.Event)
            .Select(r => new FieldOption(((int)r.Kind).ToString(CultureInfo.InvariantCulture), r.Title))
            .ToList();

    /// <summary>For whom.</summary>
    public IReadOnlyList<FieldOption> Whom =>
        Children.Select(c => new FieldOption(c.Member.Id.ToString(), c.Member.FirstName)).ToList();

    /// <summary>The day as it was chosen.</summary>
    public string? DayText => On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The transition that was asked for; null when none was, or not all of it is said.</summary>
    public TransitionView? Chosen { get; private set; }

    /// <summary>What lacks in a field, once something was asked for.</summary>
    public string? Missing(string key) =>
        Chosen is not null || !(Request.Query.ContainsKey(WhatKey) || Request.Query.ContainsKey(DayKey))
            ? null
            : key switch
            {
                WhatKey when Rule is null => "Velg hva som endrer seg.",
                WhoKey when Child is null => "Velg hvem det gjelder.",
                DayKey when On is null => $"Skriv en dag mellom {Days.Earliest.Year} og {Days.Latest.Year}.",
                _ => null,
            };

    private TransitionRule? Rule => StepAsAgreement.Rule(What) is { Dated: Dated.Event } rule ? rule : null;

    private Member? Child => Children.FirstOrDefault(c => c.Member.Id == Who)?.Member;

    /// <summary>Whether a step can be made an agreement.</summary>
    public bool MayAgree => Pass.May(Act.ChangePlan);

    [Does(Act.SeeFamily)]
    public void OnGet()
    {
        Children = MemberTransitions.Of(
            Members.All(Pass),
            PlanBook.Heads(Pass).Select(p => p.Plan.Recipient).OfType<Guid>().ToHashSet(),
            Today
        );
        if (Children.Count == 1)
        {
            Who ??= Children[0].Member.Id;
        }
        if (Rule is not { } rule || Child is not { } child || On is not { } on)
        {
            return;
        }
        var chosen = MemberTransitions.All(child, Today, rule, on).FirstOrDefault(t => t.Registered is not null);
        Chosen = chosen is null ? null : new TransitionView(Pass.Family!.Id, child, chosen, Today, MayAgree, on);
    }
}
