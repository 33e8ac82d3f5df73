using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>What the family is to the reader: members by name, and whom the plan is for when there is one person.</summary>
public sealed record DraftFamily(IReadOnlyList<PlacementMember> Members, Guid? Recipient);

/// <summary>The commands of correcting a reading. Pure: draft + command → new draft or refusal.</summary>
public static class MinutesDrafts
{
    /// <summary>The first draft: what the reader found, with about and topic proposed.</summary>
    public static MinutesDraft From(Guid document, MinutesReading reading, DraftFamily family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var people = reading
            .Present.Select(p => new DraftPerson(p.Name, p.Role, p.Organisation, Present: true))
            .Concat(reading.Absent.Select(p => new DraftPerson(p.Name, p.Role, p.Organisation, Present: false)))
            .ToImmutableArray();
        var agreements = reading
            .Items.SelectMany(item => item.Agreements.Select(a => (item.Heading, Agreement: a)))
            .Select((x, i) => Place(i + 1, x.Heading, x.Agreement, people, family))
            .ToImmutableArray();
        return new MinutesDraft(
            document,
            new DraftMeeting(
                reading.Meeting.KindOrUnknown,
                reading.Meeting.Date?.Value,
                reading.Meeting.Time?.Value.ToString(),
                reading.Meeting.Place?.Value
            ),
            people,
            agreements,
            reading.Next is { } next
                ? new DraftMeeting(reading.Meeting.KindOrUnknown, next.Date, next.Time?.ToString(), next.Place)
                : null,
            [.. reading.Coordinators.Select(c => new DraftCoordinator(c.Kind, c.Name))],
            TakesNext: reading.Next is null || reading.Next.Date >= today,
            Headings: [.. reading.Items.SelectMany(i => i.HeadingAt.Select(s => s.Line.Value)).Distinct()]
        );
    }

    /// <summary>Takes a line the reader missed as an agreement, where it stands in the document.</summary>
    public static Result<MinutesDraft> Mark(
        MinutesDraft draft,
        SourceDocument document,
        int line,
        DraftFamily family,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(document);
        if (line < 0 || line >= document.Lines.Length || document.Lines[line].IsBlank)
        {
            return new NoSuchLine();
        }
        if (draft.Agreements.Any(a => a.Line == line))
        {
            return new AlreadyAgreement();
        }
        MinutesReading reading;
        ReadAgreement read;
        try
        {
            reading = MinutesReader.Read(document, draft.Meeting.Date ?? today);
            read = MinutesReader.AsAgreement(document, new LineId(line), reading, today);
        }
        catch (RegexMatchTimeoutException)
        {
            // The patterns count by the clock on the wall.
            return new ReadingTooSlow();
        }
        var heading =
            reading.Items.LastOrDefault(i => i.HeadingAt.Length > 0 && i.HeadingAt[0].Line.Value <= line)?.Heading
            ?? "";
        var number = draft.Agreements.Select(a => a.Number).DefaultIfEmpty(0).Max() + 1;
        var marked = Place(number, heading, read with { Line = new LineId(line) }, draft.People, family);
        return draft with
        {
            Agreements = [.. draft.Agreements.Append(marked).OrderBy(a => a.Line).ThenBy(a => a.Number)],
        };
    }

    /// <summary>Makes an agreement plain text again.</summary>
    public static Result<MinutesDraft> Unmark(MinutesDraft draft, int number)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Agreement(number) is { } agreement
            ? draft with
            {
                Agreements = draft.Agreements.Remove(agreement),
            }
            : new NoSuchLine();
    }

    /// <summary>Corrects an agreement. A day set takes away the words it replaces.</summary>
    public static Result<MinutesDraft> Correct(
        MinutesDraft draft,
        int number,
        string? what,
        DateOnly? due,
        string? dueText
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Agreement(number) is not { } agreement)
        {
            return new NoSuchLine();
        }
        if (string.IsNullOrWhiteSpace(what))
        {
            return new WhatMissing();
        }
        if (
            MinutesLimits.Check(
                (MinutesText.What, what.Trim().Length),
                (MinutesText.DueText, dueText?.Trim().Length ?? 0)
            ) is
            { } tooLong
        )
        {
            return tooLong;
        }
        return draft.With(
            agreement with
            {
                What = what.Trim(),
                Due = due,
                DueText = due is null && !string.IsNullOrWhiteSpace(dueText) ? dueText.Trim() : null,
            }
        );
    }

    /// <summary>Says whom an agreement is about.</summary>
    public static Result<MinutesDraft> SetAbout(
        MinutesDraft draft,
        int number,
        IReadOnlyCollection<Guid> about,
        DraftFamily family
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(family);
        if (draft.Agreement(number) is not { } agreement)
        {
            return new NoSuchLine();
        }
        return about.All(a => family.Members.Any(m => m.Id == a))
            ? draft.With(agreement with { About = [.. about] })
            : new MemberUnknown();
    }

    /// <summary>The one-key change: about the next member in the family's order, round and round.</summary>
    public static Result<MinutesDraft> NextAbout(MinutesDraft draft, int number, DraftFamily family)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(family);
        if (draft.Agreement(number) is not { } agreement || family.Members.Count == 0)
        {
            return new NoSuchLine();
        }
        var ids = family.Members.Select(m => m.Id).ToList();
        var at = agreement.About.Length == 1 ? ids.IndexOf(agreement.About[0]) : -1;
        return draft.With(agreement with { About = [ids[(at + 1) % ids.Count]] });
    }

    /// <summary>Sets the topic; null goes to the next in the list, round and round: the one-key change.</summary>
    public static Result<MinutesDraft> SetTopic(MinutesDraft draft, int number, Topic? topic)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Agreement(number) is not { } agreement)
        {
            return new NoSuchLine();
        }
        var all = Enum.GetValues<Topic>();
        var next = topic ?? (agreement.Topic is { } now ? all[((int)now + 1) % all.Length] : all[0]);
        return draft.With(agreement with { Topic = next });
    }

    /// <summary>Corrects when, where and what kind of meeting it was, and the next one.</summary>
    /// <param name="takesNext">Whether the next one is written down too.</param>
    public static Result<MinutesDraft> SetMeeting(
        MinutesDraft draft,
        DraftMeeting meeting,
        DraftMeeting? next,
        bool takesNext
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(meeting);
        if (
            MinutesLimits.Check(
                (MinutesText.Time, meeting.Time?.Length ?? 0),
                (MinutesText.Place, meeting.Place?.Length ?? 0),
                (MinutesText.NextTime, next?.Time?.Length ?? 0),
                (MinutesText.NextPlace, next?.Place?.Length ?? 0)
            ) is
            { } tooLong
        )
        {
            return tooLong;
        }
        return draft with { Meeting = meeting, Next = next, TakesNext = takesNext };
    }

    /// <summary>Corrects the list of those present and absent. Rows without a name are taken away.</summary>
    public static Result<MinutesDraft> SetPeople(MinutesDraft draft, IEnumerable<DraftPerson> people)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(people);
        var named = people.Where(p => !string.IsNullOrWhiteSpace(p.Name)).ToList();
        var longest = named
            .SelectMany(p => new[] { p.Name, p.Role, p.Organisation })
            .Select(t => t?.Length ?? 0)
            .DefaultIfEmpty()
            .Max();
        return MinutesLimits.Check((MinutesText.People, longest)) is { } tooLong
            ? tooLong
            : draft with
            {
                People = [.. named],
            };
    }

    private static DraftAgreement Place(
        int number,
        string heading,
        ReadAgreement read,
        ImmutableArray<DraftPerson> people,
        DraftFamily family
    )
    {
        var services = read.Responsible.Select(r => Service(r.Name, people));
        var placed = Placement.Propose(read.What, heading, family.Members, family.Recipient, services);
        return new DraftAgreement(
            number,
            read.Line.Value,
            heading,
            read.What,
            [.. read.Responsible.Select(r => r.Name)],
            read.Due,
            read.DueText,
            placed.About,
            placed.Topic,
            [
                .. read.WhatAt.Select(s => new DraftSpan(s.Line.Value, s.Start, s.Length, SpanKind.What)),
                .. read
                    .Responsible.SelectMany(r => r.At)
                    .Select(s => new DraftSpan(s.Line.Value, s.Start, s.Length, SpanKind.Who)),
                .. read.DueAt.Select(s => new DraftSpan(s.Line.Value, s.Start, s.Length, SpanKind.When)),
            ]
        );
    }

    // The service of a responsible: what stands beside the name in the attendance list, else the name itself («NAV Havdal»).
    private static string? Service(string name, ImmutableArray<DraftPerson> people)
    {
        var person = people.FirstOrDefault(p => MeantNames.Same(p.Name, name));
        return person is null ? name : person.Organisation ?? person.Role;
    }
}
