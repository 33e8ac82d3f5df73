using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Coordination.Duties;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Letters;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Publishing;
using People = Flette.Web.Features.Agreements.People;

namespace Flette.Web.Features.Plans.Lists;

/// <summary>
/// What a barnekoordinator shall see to (helse- og omsorgstjenesteloven § 7-2 a), with what is recorded of it in the family: a help on
/// her own page, for nobody else.
/// </summary>
/// <param name="MayWrite">Whether she may write in the call log.</param>
/// <param name="MayChange">Whether she may write in the plan, or in the working notes before there is one.</param>
public sealed record DutyDesk(Guid Family, IReadOnlyList<DutySeenTo> Duties, bool MayWrite, bool MayChange)
{
    private static readonly string[] Needed = [ItemKinds.ContactLog, ItemKinds.Letter, ItemKinds.Publication];

    /// <summary>The kinds it needs beside those of the plan's page; none where the list is not for the asker.</summary>
    public static IReadOnlyList<string> KindsFor(Pass pass) => IsFor(pass) ? Needed : [];

    /// <summary>The list; null for everyone but the barnekoordinator herself.</summary>
    /// <param name="items">All of the family's that were loaded with the page.</param>
    public static DutyDesk? Of(Pass pass, People people, IReadOnlyList<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(items);
        return IsFor(pass)
            ? new DutyDesk(
                pass.Family!.Id,
                DutyList.Of(Facts(pass, people, items)),
                pass.May(Act.LogContact),
                pass.May(Act.ChangePlan)
            )
            : null;
    }

    private static bool IsFor(Pass pass) =>
        pass.Asker.Kind == AskerKind.Staff
        && pass.LoadedFamily!.Appointments.Any(a =>
            DutyList.IsFor(pass.Asker.Id, Rows.FromCode<CoordinatorKind>(a.Kind), a.ToFacts(), pass.Today)
        );

    private static DutyFacts Facts(Pass pass, People people, IReadOnlyList<Seen> items)
    {
        var kinds = items.ToLookup(i => i.Row.Kind, StringComparer.Ordinal);
        var needs = kinds[ItemKinds.Need].Select(Entries.Open<NeedDetails>).ToLookup(n => n.Is<NeedState>());
        return new DutyFacts
        {
            Today = pass.Today,
            MeetingsHeld = kinds[ItemKinds.Meeting]
                .Select(MeetingBook.Open)
                .Where(m => m.State == MeetingState.Held)
                .Select(m => new Happened(m.Id, m.Day, Minutes.Words.Of(m.Details.Kind)))
                .ToList(),
            MinutesPublished = kinds[ItemKinds.Publication]
                .Where(p => p.Row is { State: PublishedMinutes.Stands, Parent: not null })
                .Select(p => new Happened(p.Row.Parent!.Value, Norway.Day(p.Row.At)))
                .ToList(),
            Talks = ContactLog
                .Among(kinds[ItemKinds.ContactLog])
                .Where(c => c.Note.Direction != ContactDirection.Unanswered)
                .Select(c => new Talk(c.Id, c.Day, With(c.Note), c.Note.With, c.Topic, c.Note.Text))
                .ToList(),
            Services = people
                .Team.Where(p => p.Details is { Since: not null, Organisation.Length: > 0 })
                .Select(p => new Joined(
                    p.Id,
                    p.Details.Since!.Value,
                    people.InBrackets(p.Id) ?? p.Details.Name,
                    p.Topic
                ))
                .ToList(),
            AgreementsAnswered = kinds[ItemKinds.Agreement]
                .Select(AgreementBook.Open)
                .Where(a => a.Details.Answer is not null)
                .Select(a => new Happened(a.Id, a.Details.Answer!.On, a.What))
                .ToList(),
            NeedsOwned = needs[NeedState.Unmet].Where(n => n.Details.Owner is not null).Select(Need).ToList(),
            NeedsMet = needs[NeedState.Met].Select(Need).ToList(),
            Measures = kinds[ItemKinds.Measure]
                .Select(Entries.Open<MeasureDetails>)
                .Where(m => m.Is<MeasureState>() != MeasureState.Stopped)
                .Select(m => new Happened(m.Id, Norway.Day(m.At), m.Details.What))
                .ToList(),
            Letters = LetterBook
                .Among(kinds[ItemKinds.Letter])
                .Select(l => new Happened(l.Id, l.On, l.Details.Organisation))
                .ToList(),
            Plans = PlanBook
                .Heads(pass)
                .Where(p => p.State != PlanState.Withdrawn)
                .Select(p => new Happened(p.Id, p.From))
                .ToList(),
            Goals = kinds[ItemKinds.Goal]
                .Select(Entries.Open<GoalDetails>)
                .Select(g => new Happened(g.Id, Norway.Day(g.At), g.Details.Words))
                .ToList(),
            Scores = kinds[ItemKinds.GoalScore]
                .Where(s => GoalBook.Stands(s) && s.Row is { Day: not null, Parent: not null })
                .Select(s => new Happened(s.Row.Parent!.Value, s.Row.Day!.Value))
                .ToList(),
        };
    }

    private static TalkedWith With(ContactNote note) =>
        note.WithTeam ? TalkedWith.Team
        : note.WithId is not null ? TalkedWith.Family
        : TalkedWith.Others;

    private static Happened Need(Entry<NeedDetails> need) => new(need.Id, Norway.Day(need.At), need.Details.Text);
}
