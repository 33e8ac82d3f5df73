using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>A page with a form about an attachment of a meeting.</summary>
public abstract class AttachPage : DeskPage
{
    public Meeting Meeting { get; private set; } = null!;

    public IReadOnlyList<Member> People { get; private set; } = [];

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>Where the attachments of the meeting stand.</summary>
    public string All => $"/f/{Meeting.Family}/mote/{Meeting.Id}/vedlegg";

    /// <summary>Members to choose from.</summary>
    public IReadOnlyList<FieldOption> AboutOptions =>
        People.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)).ToList();

    /// <summary>Who may read it.</summary>
    public IReadOnlyList<FieldOption> Rooms =>
        [
            new("false", "Bare i arbeidsnotatet"),
            new(
                "true",
                "De det gjelder",
                Pass.Family!.Plan == PlanState.Open
                    ? "De leser det med en gang, og foreldre leser det som gjelder barna etter reglene."
                    : "Går når det er sagt ja til en plan."
            ),
        ];

    /// <summary>Takes the meeting out of what was loaded; false when it is not there for the asker.</summary>
    protected bool Take(IReadOnlyList<Seen> items, Guid? meeting)
    {
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        People = Members.All(Pass);
        return true;
    }

    /// <summary>Who reads an attachment besides those who coordinate.</summary>
    public string ReadBy(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return ReadBy(Pass, attachment, People);
    }

    /// <summary>The same on another page.</summary>
    public static string ReadBy(Pass pass, Attachment attachment, IReadOnlyList<Member> people)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var readers = attachment.Readers(pass, people);
        return !attachment.Shared ? "arbeidsnotat"
            : readers.Count == 0 ? "ingen i familien kan lese det"
            : "leses av " + Listing.And(readers.Select(m => m.FirstName));
    }
}
