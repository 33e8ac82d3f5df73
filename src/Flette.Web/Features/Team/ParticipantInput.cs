using System.Globalization;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Data;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Team;

/// <summary>What is typed about a participant. The order is that of the form.</summary>
public sealed class ParticipantInput
{
    public string? Name { get; set; }
    public string? Role { get; set; }
    public string? Organisation { get; set; }

    /// <summary>Null: that of the organisation, when it is in the register.</summary>
    public Topic? Topic { get; set; }

    public IList<Guid> Concerns { get; set; } = [];
    public IList<Channel?> Channels { get; set; } = [];
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? ReachNote { get; set; }
    public string? StandIn { get; set; }
    public DateOnly? Since { get; set; }
    public int? NoticeWeeks { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static ParticipantInput From(Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        var d = participant.Details;
        return new ParticipantInput
        {
            Name = d.Name,
            Role = d.Role,
            Organisation = d.Organisation,
            Topic = participant.Topic,
            Concerns = [.. participant.Concerns],
            Channels = [.. d.Reach.Channels.Cast<Channel?>()],
            Phone = d.Reach.Phone,
            Email = d.Reach.Email,
            ReachNote = d.Reach.Note,
            StandIn = d.StandIn,
            Since = d.Since,
            NoticeWeeks = d.MinimumNoticeWeeks,
        };
    }

    /// <summary>What is written.</summary>
    /// <param name="until">Last day, kept as it stands.</param>
    public ParticipantDetails ToDetails(DateOnly? until) =>
        new(
            (Name ?? "").Trim(),
            Given(Role),
            Given(Organisation),
            new Reach(Channels.OfType<Channel>().Distinct().ToList(), Given(ReachNote), Given(Phone), Given(Email)),
            Given(StandIn),
            Since,
            until,
            NoticeWeeks
        );

    /// <summary>Each field with its label and text, to lay two versions beside each other.</summary>
    public IEnumerable<(string Label, string Text)> Said(IReadOnlyList<Member> members) =>
        [
            ("Navn", Name ?? ""),
            ("Rolle", Role ?? ""),
            ("Tjeneste", Organisation ?? ""),
            ("Tema", Topic is { } topic ? NorwegianDates.Capital(Topics.Words(topic)) : ""),
            ("Gjelder", Listing.And(members.Where(m => Concerns.Contains(m.Id)).Select(m => m.FirstName))),
            ("Nås", string.Join(", ", Channels.OfType<Channel>().Select(Families.Words.Of))),
            ("Telefon", Phone ?? ""),
            ("E-post", Email ?? ""),
            ("Verdt å vite", ReachNote ?? ""),
            ("Svarer når hun eller han er borte", StandIn ?? ""),
            ("Med fra", Since?.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("nb-NO")) ?? ""),
            ("Uker før et møte", NoticeWeeks?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
