using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Families;

/// <summary>One of the asker's families, in a list.</summary>
/// <param name="Family">Facts and name.</param>
/// <param name="Silence">How long since they spoke.</param>
/// <param name="Appointment">The appointment she reads it by.</param>
/// <param name="StandsInFor">Whom she is deputy for; null when she is the coordinator.</param>
/// <param name="Deputy">Name of the one who stands in for her, or null.</param>
/// <param name="Ring">Whom to ring, when someone wants to be rung.</param>
public sealed record OwnFamily(
    SeenFamily Family,
    Silence Silence,
    AppointmentFacts Appointment,
    string? StandsInFor,
    string? Deputy,
    ToCall? Ring
)
{
    public Guid Id => Family.Facts.Id;

    public string Name => Family.Name;
}

/// <summary>
/// The families someone holds, quietest first, with the people and calls of all of them: one question to the database
/// for each kind, however many families there are. Everything is decided per row before it is opened.
/// </summary>
public sealed record Own(
    IReadOnlyList<OwnFamily> Families,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Participant> Team,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Seen> Minutes,
    IReadOnlyList<Seen> Agreements
)
{
    /// <summary>Meetings, minutes and what else was loaded, as they lie.</summary>
    public IReadOnlyList<Seen> Items { get; init; } = [];

    /// <summary>Loads them. Only families one holds today: a deputy who is only named finds none.</summary>
    /// <param name="agreements">Whether their agreements are loaded with them.</param>
    /// <param name="contents">Whether all that stands in their plans is, for a search.</param>
    public static async Task<Own> LoadAsync(
        Pass pass,
        CancellationToken cancel,
        bool agreements = false,
        bool contents = false
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var seen = await Visible.FamiliesAsync(pass, Act.SeeFamily, cancel);
        var facts = seen.Select(f => f.Facts).ToList();
        var staff = await Unit.Staff.NamesAsync(pass, cancel);
        var members = await Features.Families.Members.AllAsync(pass, Act.SeeFamily, facts, cancel);
        var team = await Participants.AllAsync(pass, Act.SeeFamily, facts, cancel);
        var contacts = await ContactLog.AllAsync(pass, Act.SeeFamily, facts, cancel);
        var items = await Visible.ItemsAsync(
            pass,
            Act.SeeFamily,
            facts,
            [
                ItemKinds.Meeting,
                ItemKinds.Minutes,
                .. agreements || contents ? [ItemKinds.Agreement] : Array.Empty<string>(),
                .. agreements ? FollowUp.FollowUps.Kinds : [],
                .. agreements ? Features.Meetings.Rhythm.FamilyYear.Kinds : [],
                .. agreements ? [ItemKinds.Reply, ItemKinds.FagTold] : Array.Empty<string>(),
                .. contents ? Plans.PlanContent.Kinds : [],
            ],
            cancel
        );
        var meetings = items.Where(i => i.Row.Kind == ItemKinds.Meeting).Select(MeetingBook.Open).ToList();
        var byFamily = members.ToLookup(m => m.Family);
        var occasions = Occasions(contacts, meetings).ToLookup(o => o.Family, o => o.Occasion);
        var families = seen.Select(f =>
        {
            var appointment = f.Facts.Appointments.First(a => Holds(a, pass));
            return new OwnFamily(
                f,
                Quiet.Since(occasions[f.Facts.Id], appointment.Period.From, pass.Today),
                appointment,
                appointment.Coordinator == pass.Asker.Id ? null : staff.GetValueOrDefault(appointment.Coordinator),
                appointment.Deputy is { } deputy ? staff.GetValueOrDefault(deputy) : null,
                Reaching.ToRing(byFamily[f.Facts.Id].Select(m => (m.Facts, m.Details)), pass.Today)
            );
        });
        return new Own(
            Quiet.First(families, f => f.Silence),
            members,
            team,
            contacts,
            items.Where(i => i.Row.Kind == ItemKinds.Minutes).ToList(),
            items.Where(i => i.Row.Kind == ItemKinds.Agreement).ToList()
        )
        {
            Items = [.. items],
        };
    }

    /// <summary>When coordinator and family spoke or tried to: calls, and days of meetings.</summary>
    public static IEnumerable<(Guid Family, Occasion Occasion)> Occasions(
        IEnumerable<Contact> contacts,
        IEnumerable<Meeting> meetings
    ) =>
        contacts
            .Where(c => !c.Note.WithTeam)
            .Select(c =>
                (
                    c.Family,
                    new Occasion(
                        c.Day,
                        Quiet.Counts(c.Note.Direction, c.Note.WithTeam),
                        Features.Contacts.Words.Of(c.Note)
                    )
                )
            )
            .Concat(
                meetings
                    .Where(m => Quiet.Counts(m.State, m.Details.Kind))
                    .Select(m =>
                        (m.Family, new Occasion(m.Day, Spoke: true, Features.Minutes.Words.Of(m.Details.Kind)))
                    )
            );

    private static bool Holds(AppointmentFacts appointment, Pass pass) =>
        appointment.Period.Covers(pass.Today)
        && (
            appointment.Coordinator == pass.Asker.Id
            || (appointment.Deputy == pass.Asker.Id && appointment.DeputyActive?.Covers(pass.Today) == true)
        );
}
