using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Invitations.Answers;

/// <summary>What a version of an answer to an invitation says, field by field.</summary>
public static class ReplyTold
{
    public static IEnumerable<(string Label, string Text)> Fields(Seen version, People people)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(people);
        var (row, reply) = (version.Row, version.Open<ReplyDetails>());
        return
        [
            ("Hvem", Listing.And(row.Holders.Select(p => people.Name(p) ?? History.Told.NoLonger))),
            ("Svar", Invitations.Words.Of(Rows.FromCode<ReplyKind>(row.State))),
            ("Til møtet", NorwegianDates.WithYear(reply.To.Day)),
            ("Klokka", reply.To.Time is { } time ? Meetings.Words.Clock(time) : ""),
            ("Linje", reply.Line ?? ""),
            ("Hvordan", Invitations.Words.Of(reply.Way)),
        ];
    }
}
