using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Families;

/// <summary>The participants of one service.</summary>
public sealed record ServiceTeam(string Service, IReadOnlyList<Participant> People);

/// <summary>A meeting with its minutes, minutes that are not gone through and so have no meeting yet, or a meeting without any.</summary>
/// <param name="Meeting">The meeting; null while its minutes are not gone through.</param>
/// <param name="Minutes">The minutes; null when nobody has written any.</param>
/// <param name="Title">What kind of meeting it was.</param>
/// <param name="Draft">Read, and not gone through yet.</param>
public sealed record MeetingLine(Guid? Meeting, Guid? Minutes, string Title, bool Draft, DateOnly? Day);

/// <summary>A family as its coordinator sees it.</summary>
public sealed class ShowModel : DeskPage
{
    /// <summary>Lines of the call log shown here; the rest are one step away.</summary>
    public const int LatestContacts = 3;

    private const string NoService = "Uten tjeneste";

    private IReadOnlyDictionary<Guid, string> _firstNames = new Dictionary<Guid, string>();

    public string Name { get; private set; } = "";

    /// <summary>Who coordinates today, in words.</summary>
    public string Coordinator { get; private set; } = "";

    public string? Deputy { get; private set; }

    /// <summary>The appointment that holds today, or null.</summary>
    public Guid? Appointment { get; private set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Homes { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Guardianship> Positions { get; private set; } = [];

    /// <summary>Legal positions that were just registered.</summary>
    [BindProperty(SupportsGet = true, Name = "rolle")]
    public List<Guid> Registered { get; set; } = [];

    /// <summary>The same, to be undone.</summary>
    public IReadOnlyList<Guardianship> FreshPositions =>
        Positions.Where(p => p.Version == 1 && Registered.Contains(p.Id)).ToList();

    /// <summary>What holds today, as sentences.</summary>
    public IReadOnlyList<string> PositionSentences { get; private set; } = [];

    /// <summary>Children for whom nobody is written.</summary>
    public IReadOnlyList<Member> WithoutAnyone { get; private set; } = [];

    public IReadOnlyList<ServiceTeam> Team { get; private set; } = [];

    public IReadOnlyList<Participant> Ended { get; private set; } = [];

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    /// <summary>The next planned meeting, or null.</summary>
    public Meeting? Next { get; private set; }

    public Silence Silence { get; private set; } = new(null, null, 0);

    public CallLogForm Form { get; set; } =
        new()
        {
            FormKey = Guid.Empty,
            Action = "",
            People = [],
            Call = new CallInput(),
        };

    /// <summary>A participation that was just ended, so that it can be taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "avsluttet")]
    public Guid? JustEnded { get; set; }

    /// <summary>A line of the call log that was just written.</summary>
    [BindProperty(SupportsGet = true, Name = "logget")]
    public Guid? Logged { get; set; }

    /// <summary>A line of the call log was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        Name = Pass.FamilyName;
        var staff = await Unit.Staff.NamesAsync(Pass, Gone);
        if (Pass.Family!.Appointments.FirstOrDefault(a => a.Period.Covers(Today)) is { } appointment)
        {
            Appointment = appointment.Id;
            Coordinator = staff.GetValueOrDefault(appointment.Coordinator, "");
            Deputy = appointment.Deputy is { } deputy
                ? Words.Deputy(staff.GetValueOrDefault(deputy, ""), appointment.DeputyActive, Today)
                : null;
        }
        Members = Families.Members.All(Pass);
        _firstNames = Members.ToDictionary(m => m.Id, m => m.FirstName);
        Homes = (await Families.Members.HouseholdsAsync(Pass, Gone)).ToDictionary(h => h.Id, h => h.Label);
        await PositionsAsync();
        var ever = await Participants.EverAsync(Pass, Gone);
        Ended = ever.Where(p => p.Ended).ToList();
        Team = ever.Where(p => !p.Ended)
            .GroupBy(
                p => string.IsNullOrWhiteSpace(p.Details.Organisation) ? NoService : p.Details.Organisation,
                StringComparer.OrdinalIgnoreCase
            )
            .OrderBy(g => g.Key == NoService)
            .ThenBy(g => g.Key, Norwegian.Sorting)
            .Select(g => new ServiceTeam(g.Key, g.ToList()))
            .ToList();
        Contacts = await ContactLog.AllAsync(Pass, Gone);
        var minutes = (await Visible.ItemsAsync(Pass, Gone, ItemKinds.Minutes))
            .Where(m => m.Row.State != MinutesBook.Discarded)
            .ToList();
        var meetings = await MeetingBook.AllAsync(Pass, Gone);
        Meetings = Lines(meetings, minutes);
        Next = meetings.LastOrDefault(m => m.State == MeetingState.Planned && m.Day >= Today);
        var from = Pass
            .Family.Appointments.Where(a => a.Period.Covers(Today))
            .Select(a => a.Period.From)
            .DefaultIfEmpty(Today)
            .First();
        Silence = Quiet.Since(Own.Occasions(Contacts, meetings).Select(o => o.Occasion), from, Today);
        Form = new CallLogForm
        {
            FormKey = FormKey,
            Action = $"/f/{Pass.Family.Id}/logg",
            People = People.Of(Members, ever.Where(p => !p.Ended)),
            Members = CallLogForm.About(Members),
            Call = new CallInput { Back = CallLogPlace.Family },
            Logged = CallLogForm.Find(Logged, Contacts, Members),
            TakenBack = TakenBack,
        };
    }

    /// <summary>First names of members, as a list in words.</summary>
    public string Names(IEnumerable<Guid> members) => Listing.And(members.Select(FirstName).Where(n => n.Length > 0));

    /// <summary>A member's first name.</summary>
    public string FirstName(Guid member) => _firstNames.GetValueOrDefault(member, "");

    /// <summary>Where a member lives: «Hjemme hos Nordli», or both homes.</summary>
    public string Lives(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Listing.And(member.Households.Select(h => Homes.GetValueOrDefault(h, "")).Where(h => h.Length > 0));
    }

    private async Task PositionsAsync()
    {
        Positions = await Guardianships.AllAsync(Pass, Gone);
        var facts = Positions.Select(p => p.Facts).ToList();
        PositionSentences = PositionLines
            .On(Today, facts, Members.Select(m => m.Id).ToList())
            .Select(l =>
                Features.LegalPositions.Words.Sentence(
                    l.Kind,
                    l.Holders.Select(FirstName).ToList(),
                    l.Children.Select(FirstName).ToList()
                )
            )
            .ToList();
        var alone = PositionLines.WithoutAnyone(Members.Select(m => m.Facts), facts, Today);
        WithoutAnyone = Members.Where(m => alone.Contains(m.Id)).ToList();
    }

    /// <summary>Minutes, and meetings held that have none; newest first, those without a day before them.</summary>
    private static List<MeetingLine> Lines(IReadOnlyList<Meeting> meetings, IReadOnlyList<Seen> minutes)
    {
        var of = meetings.Where(m => m.Details.Minutes is not null).ToLookup(m => m.Details.Minutes!.Value);
        var written = minutes.Select(m => new MeetingLine(
            of[m.Row.Id].FirstOrDefault()?.Id,
            m.Row.Id,
            of[m.Row.Id].Select(x => Features.Minutes.Words.Of(x.Details.Kind)).FirstOrDefault("Referat"),
            m.Row.State == MinutesBook.Draft,
            m.Row.Day
        ));
        var known = minutes.Select(m => m.Row.Id).ToHashSet();
        var without = meetings
            .Where(m => m.State == MeetingState.Held && (m.Details.Minutes is not { } its || !known.Contains(its)))
            .Select(m => new MeetingLine(m.Id, null, Features.Minutes.Words.Of(m.Details.Kind), Draft: false, m.Day));
        return written.Concat(without).OrderByDescending(l => l.Day ?? DateOnly.MaxValue).ToList();
    }
}
