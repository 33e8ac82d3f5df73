using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>A deadline: a day, or words that fix none.</summary>
internal sealed record Deadline(DateOnly? Due, string? Words, ImmutableArray<TextSpan> At)
{
    public static Deadline None { get; } = new(null, null, []);

    public bool IsNone => Due is null && Words is null;
}

/// <summary>Reads deadlines from fields and off the edges of sentences.</summary>
internal static class Deadlines
{
    /// <summary>A whole field or cell for the deadline.</summary>
    public static Deadline FromField(Passage field, DateOnly meeting)
    {
        var text = field.Trim("(,;:.", "),;.:!");
        if (text.IsEmpty || DeadlineWords.IsNone(text.Text))
        {
            return Deadline.None;
        }

        var day = DayFinder.Find(text.Text) is [var first, ..] ? first : null;
        var start = day is not null && DeadlineWords.IsStart(text.Text[..day.Start]);
        return day is not null && !start && DayResolver.Resolve(day.Form, meeting) is { } due
            ? new Deadline(due, null, text.Spans)
            : new Deadline(null, text.Text, text.Spans);
    }

    /// <summary>
    /// The sentence without a deadline at its end or start, and that deadline. A deadline inside the sentence is found
    /// too, and the sentence kept whole.
    /// </summary>
    public static (Passage Text, Deadline Deadline) Cut(Passage sentence, DateOnly meeting)
    {
        var text = sentence.Trim("", ".;,!");
        var days = DayFinder.Find(text.Text);
        return AtEnd(text, days, meeting)
            ?? OpenAtEnd(text)
            ?? AtStart(text, days, meeting)
            ?? OpenAtStart(text)
            ?? Inside(text, days, meeting)
            ?? (text, Deadline.None);
    }

    /// <summary>True when the words are a deadline and nothing else.</summary>
    public static bool IsDeadline(Passage text, DateOnly meeting) =>
        !text.IsEmpty
        && (
            DeadlineWords.IsOpen(text.Text)
            || (Cut(text, meeting) is { Deadline.IsNone: false } cut && cut.Text.IsEmpty)
        );

    private static (Passage Text, Deadline Deadline)? AtEnd(
        Passage text,
        IReadOnlyList<DayMention> days,
        DateOnly meeting
    )
    {
        if (days.Count == 0)
        {
            return null;
        }

        var last = days[^1];
        var behind = text.Text[last.End..].Trim(' ', ')', '.', ',', '!', ']');
        var clock = ClockFinder.FindAll(behind) is [{ Start: 0 } only] && only.End == behind.Length;
        if (behind.Length > 0 && !clock)
        {
            return null;
        }

        // «fredag 6. november» and «onsdag 2.9» are one mention; «mandag» just before a date belongs to it too.
        var lead = DeadlineWords.BeforeDay(text.Text[..last.Start]);
        var from = lead.Success ? lead.Index : last.Start;
        var words = text.Slice(from, last.End - from).Trim("(,;:.–-", "),;");
        var core = WithoutDangling(text.Slice(0, from).Trim("", "(,;:.–—-[>→/| "));
        if (lead.Success && DeadlineWords.IsStart(lead.Value))
        {
            var apart =
                text.Text[..from].TrimEnd() is { Length: > 0 } before
                && before[^1] is ',' or '–' or '-' or '(' or ';' or '>' or '→';
            return (apart ? core : text, new Deadline(null, words.Text, words.Spans));
        }

        if (!lead.Success && last.Form is not DayForm.Offset && DeadlineWords.IsOther(text.Text[..last.Start]))
        {
            return null;
        }

        return DayResolver.Resolve(last.Form, meeting) is { } due
            ? (core, new Deadline(due, null, words.Spans))
            : (core, new Deadline(null, words.Text, words.Spans));
    }

    /// <summary>«søknaden skrives av Aud, og leveres senest 1. mars»: the «og» goes with what was cut.</summary>
    private static Passage WithoutDangling(Passage core) =>
        core.Text.EndsWith(", og", StringComparison.Ordinal)
            ? core.Slice(0, core.Text.Length - ", og".Length).Trim()
            : core;

    private static (Passage Text, Deadline Deadline)? OpenAtEnd(Passage text)
    {
        var match = DeadlineWords.OpenAtEnd(text.Text);
        if (!match.Success)
        {
            return null;
        }

        var words = match.Groups["p"];
        var core = text.Slice(0, match.Index).Trim("", "(,;:.–—-[>→/| ");
        var lead = DeadlineWords.BeforeDay(core.Text + " ");
        if (lead.Success && lead.Value.Trim() is "svar" or "frist" or "svar:" or "frist:")
        {
            core = core.Slice(0, Math.Min(lead.Index, core.Text.Length)).Trim("", "(,;:.–—- ");
        }

        var at = text.Slice(words.Index, words.Length);
        return (core, new Deadline(null, at.Text, at.Spans));
    }

    private static (Passage Text, Deadline Deadline)? AtStart(
        Passage text,
        IReadOnlyList<DayMention> days,
        DateOnly meeting
    )
    {
        if (days.Count == 0)
        {
            return null;
        }

        var first = days[0];
        var lead = text.Text[..first.Start];
        if (lead.Trim().Length > 0 && !(DeadlineWords.BeforeDay(lead) is { Success: true, Index: 0 }))
        {
            return null;
        }

        var core = text.Slice(first.End).Trim(",:;.–—-) ", "");
        var words = text.Slice(0, first.End).Trim("(", "");
        return DeadlineWords.IsStart(lead) || DayResolver.Resolve(first.Form, meeting) is not { } due
            ? (core, new Deadline(null, words.Text, words.Spans))
            : (core, new Deadline(due, null, words.Spans));
    }

    /// <summary>«Før sommeren: Aud ringer BUP»: set off in front.</summary>
    private static (Passage Text, Deadline Deadline)? OpenAtStart(Passage text)
    {
        const int longest = 40;
        var colon = text.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > longest || !DeadlineWords.IsOpen(text.Text[..colon]))
        {
            return null;
        }

        var words = text.Slice(0, colon).Trim();
        return (text.Slice(colon + 1).Trim(), new Deadline(null, words.Text, words.Spans));
    }

    private static (Passage Text, Deadline Deadline)? Inside(
        Passage text,
        IReadOnlyList<DayMention> days,
        DateOnly meeting
    )
    {
        foreach (var day in days)
        {
            var before = text.Text[..day.Start];
            var lead = DeadlineWords.BeforeDay(before);
            var deadline = lead.Success && DeadlineWords.IsDeadline(lead.Value);
            var plain =
                day.Form is DayForm.DayMonth or DayForm.Offset or DayForm.Week
                && !DeadlineWords.IsOther(before)
                && !(day.Form is DayForm.Week && before.EndsWith(" for ", StringComparison.Ordinal));
            if ((deadline || plain) && DayResolver.Resolve(day.Form, meeting) is { } due && due >= meeting)
            {
                var from = deadline ? lead.Index : day.Start;
                return (text, new Deadline(due, null, text.Slice(from, day.End - from).Spans));
            }
        }

        return null;
    }
}
