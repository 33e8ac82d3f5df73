namespace Flette.Core.Meetings.Reading;

/// <summary>
/// Reads old minutes: language and layout, never particular files. Pure; the same document and day give the same reading.
/// </summary>
public static class MinutesReader
{
    /// <summary>
    /// Reads the whole document.
    /// </summary>
    /// <param name="document">The document as lines and tables.</param>
    /// <param name="today">Used only when no date of the document tells the year of the meeting, or no meeting day is given.</param>
    public static MinutesReading Read(SourceDocument document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new MinutesReading(new ReadMeeting(null, null, null, null), [], [], [], null, [], [.. document.Lines.Select(l => l.Id)]);
    }

    /// <summary>
    /// Reads one line as an agreement, whatever the reader thought of it: the coordinator has marked it. Who does it
    /// and by when are found in the line when they stand there.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="line">The marked line.</param>
    /// <param name="context">The reading of the same document: its people and meeting day.</param>
    /// <param name="today">As in <see cref="Read"/>.</param>
    public static ReadAgreement AsAgreement(SourceDocument document, LineId line, MinutesReading context, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Lines[line.Value].Text.Trim();
        return new ReadAgreement(text, [], null, null, [new TextSpan(line, 0, document.Lines[line.Value].Text.Length)], [], line);
    }
}
