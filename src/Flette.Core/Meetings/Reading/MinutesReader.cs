using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Agreements;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Meeting;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Sections;

namespace Flette.Core.Meetings.Reading;

/// <summary>
/// Reads old minutes: language and layout, never particular files. Pure; the same document and day give the same reading.
/// </summary>
/// <remarks>
/// In order: lines and tables (Layout), sections (Sections), people (People), facts of the meeting (Meeting), agreements
/// (Agreements). All vocabularies stand in Words.
/// </remarks>
public static class MinutesReader
{
    /// <summary>Reads the whole document.</summary>
    /// <param name="document">The document as lines and tables.</param>
    /// <param name="today">Used only when no date of the document tells the year of the meeting, or no meeting day is given.</param>
    public static MinutesReading Read(SourceDocument document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        var outline = Sectioner.Cut(MeetingSplit.Newest(LayoutReader.Read(document)));
        var people = AttendanceReader.Read(outline);
        var meeting = MeetingFacts.Read(outline, today);
        var context = new ReadingContext(people.Cast, meeting.Date?.Value ?? today);
        var (items, rows) = Points.Read(outline, context);

        var reading = new MinutesReading(
            meeting,
            people.Present,
            people.Absent,
            items,
            NextMeeting.Find(outline, rows, context.Meeting),
            CoordinatorLines.Find(document),
            []
        );
        return reading with { PlainLines = PlainLines(document, reading) };
    }

    /// <summary>
    /// Reads one line as an agreement, whatever the reader thought of it: the coordinator has marked it. Who does it
    /// and by when are found in the line when they stand there.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="line">The marked line.</param>
    /// <param name="context">The reading of the same document: its people and meeting day.</param>
    /// <param name="today">As in <see cref="Read"/>.</param>
    public static ReadAgreement AsAgreement(
        SourceDocument document,
        LineId line,
        MinutesReading context,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);
        var members = context
            .Present.Concat(context.Absent)
            .Select(p => new CastMember(p.Name, p.Role, p.Organisation, null));
        var reading = new ReadingContext(new Cast([.. members]), context.Meeting.Date?.Value ?? today);
        return MarkedLine.Read(document.Lines[line.Value], reading);
    }

    /// <summary>Lines with words that nothing was read from; they stay as text.</summary>
    private static ImmutableArray<LineId> PlainLines(SourceDocument document, MinutesReading reading)
    {
        var read = reading
            .Agreements.SelectMany(a => a.WhatAt.Concat(a.DueAt).Concat(a.Responsible.SelectMany(r => r.At)))
            .Concat(reading.Items.SelectMany(i => i.HeadingAt))
            .Concat(reading.Present.Concat(reading.Absent).SelectMany(p => p.At))
            .Concat(reading.Next?.At ?? [])
            .Concat(reading.Meeting.Kind?.At ?? [])
            .Concat(reading.Meeting.Date?.At ?? [])
            .Concat(reading.Meeting.Time?.At ?? [])
            .Concat(reading.Meeting.Place?.At ?? [])
            .Select(s => s.Line)
            .ToHashSet();
        return [.. document.Lines.Where(l => !l.IsBlank && !read.Contains(l.Id)).Select(l => l.Id)];
    }
}
