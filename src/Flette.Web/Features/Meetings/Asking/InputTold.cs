using Flette.Core.Meetings.Asking;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Asking.ByLink;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>What a version of what somebody said before a meeting says, field by field.</summary>
public static class InputTold
{
    public static IReadOnlyList<(string Label, string Text)> Fields(Seen version, People people)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(people);
        var (row, said, words) = (version.Row, version.Open<InputDetails>(), new InputWords(Tongue.Bokmal));
        return
        [
            ("Hvem", Listing.And(row.Holders.Select(p => people.Name(p) ?? History.Told.NoLonger))),
            (words.Now, said.Now ?? ""),
            (words.Works, said.Works ?? ""),
            (words.Needs, said.Needs ?? ""),
            ("Tider som er besvart", said.Times.Count == 0 ? "" : $"{said.Times.Count}"),
            ("Være med på møtet", said.Part == TakesPart.Unsaid ? "" : words.Of(said.Part)),
        ];
    }

    /// <summary>Proposed times in a line.</summary>
    public static string Times(IReadOnlyList<DateSlot>? slots) =>
        Listing.And(
            (slots ?? []).Select(s =>
                $"{NorwegianDates.WithYear(s.Day)}{(s.Time is { } t ? " kl. " + Words.Clock(t) : "")}"
            )
        );
}
