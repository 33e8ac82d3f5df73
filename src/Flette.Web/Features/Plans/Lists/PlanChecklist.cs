using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Plans.Content;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.PlanHeads;

namespace Flette.Web.Features.Plans.Lists;

/// <summary>What the list of a plan is made from, as the plan's page has it.</summary>
/// <param name="Items">The items that were loaded with the page, <see cref="PlanChecklist.Kinds"/> among them.</param>
/// <param name="Agreements">How many of the plan's agreements were not taken back.</param>
public sealed record ChecklistGround(
    PlanHead Head,
    PlanContent Content,
    People People,
    IReadOnlyList<Seen> Items,
    Meeting? Next,
    int Agreements
);

/// <summary>The list of what a plan shall have in it (FOR-2022-06-22-1110 § 9), from what the asker sees.</summary>
public sealed record PlanChecklist(IReadOnlyList<ContentPoint> Points, ListLinks Links)
{
    /// <summary>Whether it is an individual plan: the regulation is about these. The family's own plan has the list as a help.</summary>
    public bool Individual { get; init; }

    /// <summary>First names of the children it is for; empty when it is for none.</summary>
    public string Children { get; init; } = "";

    /// <summary>The kinds it needs beside those of the plan's contents.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ItemKinds.FagYes];

    /// <summary>Makes it.</summary>
    /// <param name="yesUrl">Where the yes to this plan stands.</param>
    /// <param name="plan">What is put to an address of this plan, where there are several.</param>
    public static PlanChecklist Of(Pass pass, ChecklistGround ground, string yesUrl, string plan)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(ground);
        var facts = Facts(pass, ground);
        return new PlanChecklist(
            PlanContentCheck.Of(facts),
            new ListLinks(pass.Family!.Id, ground.Head.Plan.Recipient, ground.Content.MayChange, yesUrl, plan)
        )
        {
            Individual = ground.Head.Plan.Kind == PlanKind.Individual,
            Children = Core.Words.Listing.And(facts.Children.Select(c => c.Name)),
        };
    }

    private static PlanContentFacts Facts(Pass pass, ChecklistGround g)
    {
        var (content, head, today) = (g.Content, g.Head, pass.Today);
        var within = PlanBook.Within(pass, head);
        var own = OwnOf(pass, head);
        var recipient = pass.Family!.Members.FirstOrDefault(m => m.Id == head.Plan.Recipient);
        var grown = recipient?.IsAdult(today) == true;
        var facts = new PlanContentFacts
        {
            Today = today,
            Recipient = head.Plan.Recipient is { } one ? NullIfEmpty(content.FirstName(one)) : null,
            Goals = Count(
                content.Goals.Where(x => x.Goal.Is<GoalState>() != GoalState.Parked).Select(x => x.Goal.Member),
                own
            ),
            Resources = Count(content.Resources.Select(r => r.Member), own),
            Needs = content
                .Needs.Select(n => new NeedFacts(
                    n.Id,
                    n.Details.Text,
                    n.Details.Owner,
                    IsOwn(own, n.Member),
                    n.Is<NeedState>() == NeedState.Met
                ))
                .ToList(),
            Team = Team(g, within),
            Own = grown && NullIfEmpty(content.FirstName(recipient!.Id)) is { } name ? name : "familien",
            OwnContributes = content.Contributions.Any(c =>
                c.Details.Who is null && (!grown || c.Member == recipient!.Id)
            ),
            Next = g.Next is { } next ? new MeetingAhead(next.Id, next.Day) : null,
            Measures = content
                .Goals.SelectMany(x => x.Measures)
                .Where(m => m.Is<MeasureState>() != MeasureState.Stopped)
                .Select(m => new MeasureFacts(
                    m.Id,
                    m.Details.What,
                    m.Details.Scope is not null,
                    m.Details.How is not null,
                    m.Is<MeasureState>() == MeasureState.Done
                ))
                .ToList(),
            Agreements = g.Agreements,
            Responsible = head.Responsible is { } responsible ? g.People.InBrackets(responsible) : null,
            From = head.From,
            Until = head.Until,
            Revision = head.Revision,
            SharingUntil = FagBook
                .Among(g.Items)
                .Where(y => y.Holds(today) && within.Contains(y.About))
                .Select(y => (DateOnly?)y.Details.Until)
                .Max(),
        };
        return WithChildren(WithYes(WithCoordinator(facts, pass, g), pass, g), pass, g, within);
    }

    private static PlanContentFacts WithCoordinator(PlanContentFacts facts, Pass pass, ChecklistGround g)
    {
        var row = pass.LoadedFamily!.Appointments.FirstOrDefault(a => a.ToFacts().Period.Covers(pass.Today));
        return row is null || g.People.Name(row.Staff) is not { } name
            ? facts
            : facts with
            {
                Coordinator = name,
                CoordinatorIs = Rows.FromCode<CoordinatorKind>(row.Kind),
                CoordinatorSince = row.ToFacts().Period.From,
                CoordinatorContributes = g.Content.Contributions.Any(c => c.Details.Who == row.Staff),
            };
    }

    // Of this plan: another plan's yes fills nothing here.
    private static PlanContentFacts WithYes(PlanContentFacts facts, Pass pass, ChecklistGround g)
    {
        var (family, plan) = (pass.Family!, g.Head.Plan);
        var given = PlanBook.Consents(pass).Where(c => c.WithdrawnOn is null).Select(c => c.Consent).ToList();
        var here = given.Where(c => c.To == plan).ToList();
        var asked = PlanYes.Asked(family, plan, pass.Today);
        var missing = PlanYes.Missing(family, plan, given, pass.Today);
        return facts with
        {
            Yes = here.Select(c => new YesFacts(g.Content.FirstName(c.GivenBy), c.On)).ToList(),
            YesMissing = missing.Select(m => g.Content.FirstName(m)).ToList(),
            NobodyMaySayYes = asked.Count == 0,
            NotTakenIn = asked
                .Where(a => plan.Kind == PlanKind.Family && here.Count > 0 && here.All(c => c.GivenBy != a))
                .Select(a => g.Content.FirstName(a))
                .ToList(),
        };
    }

    private static PlanContentFacts WithChildren(
        PlanContentFacts facts,
        Pass pass,
        ChecklistGround g,
        IReadOnlySet<Guid> within
    )
    {
        var parts = g.Items.Where(i => i.Row.Kind == ItemKinds.ChildsPart).ToList();
        var part = HeadBook.PartOf(pass, parts, g.Head.Id);
        var text = PlanRules.Trimmed(part?.Open<ChildsPartDetails>().Text);
        return facts with
        {
            ChildsPart = text,
            Children = HeadBook
                .Children(pass.Family!, g.Head.Plan, within, pass.Today)
                // An unborn child has no part to describe.
                .Where(id => pass.Family!.Member(id)?.Born <= pass.Today)
                .Select(id => Child(g.Content, id, text is not null && part!.Row.About.Contains(id)))
                .ToList(),
        };
    }

    private static ChildFacts Child(PlanContent content, Guid id, bool described)
    {
        var spoke = content.WhatMatters.FirstOrDefault(w => w.Member == id && w.Details.ToldBy == id);
        return new ChildFacts(id, content.FirstName(id), described, spoke?.Day, spoke?.Details.How);
    }

    // Those who are with for somebody the plan takes in, or for all.
    private static List<ParticipantFacts> Team(ChecklistGround g, IReadOnlySet<Guid> within) =>
        g
            .People.Team.Where(p => p.Concerns.Count == 0 || p.Concerns.Any(within.Contains))
            .Select(p => new ParticipantFacts(
                p.Id,
                g.People.InBrackets(p.Id) ?? p.Details.Name,
                PlanRules.Trimmed(p.Details.Organisation),
                g.Content.Contributions.Any(c => c.Details.Who == p.Id),
                p.Details.Role?.Contains("kontaktlege", StringComparison.OrdinalIgnoreCase) == true
            ))
            .ToList();

    // What is said of an unborn child is said of the woman who carries it. Null: a family plan, where all is.
    private static HashSet<Guid>? OwnOf(Pass pass, PlanHead head)
    {
        if (head.Plan.Recipient is not { } recipient)
        {
            return null;
        }
        var unborn = pass.Family!.Members.Where(m => m.CarriedBy is not null && !(m.Born <= pass.Today)).ToList();
        return
        [
            recipient,
            .. unborn.Where(m => m.CarriedBy == recipient).Select(m => m.Id),
            .. unborn.Where(m => m.Id == recipient).Select(m => m.CarriedBy!.Value),
        ];
    }

    private static bool IsOwn(HashSet<Guid>? own, Guid member) => own?.Contains(member) != false;

    private static PartCount Count(IEnumerable<Guid> about, HashSet<Guid>? own)
    {
        var all = about.ToList();
        return new PartCount(all.Count, all.Count(m => IsOwn(own, m)));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
