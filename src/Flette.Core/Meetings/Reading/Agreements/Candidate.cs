using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>What is known while an agreement is read: the people and the meeting day.</summary>
internal sealed record ReadingContext(Cast Cast, DateOnly Meeting);

/// <summary>A line or cell that may be an agreement, with its fields for who and when where it has them.</summary>
internal sealed record Candidate(Passage Text)
{
    public Passage? Responsible { get; init; }

    public Passage? Due { get; init; }

    /// <summary>It has a bullet, number or box of its own: one agreement, however many sentences.</summary>
    public bool Listed { get; init; }

    /// <summary>Deadline words that come with the candidate but not in a field of their own.</summary>
    public Deadline Carried { get; init; } = Deadline.None;
}

/// <summary>Builds agreements from candidates.</summary>
internal static class AgreementBuilder
{
    /// <summary>The agreement, with names from the field where there is one, otherwise from the sentence.</summary>
    /// <param name="candidate">Text and fields.</param>
    /// <param name="context">People and meeting day.</param>
    /// <param name="otherwise">Who is responsible when neither field nor sentence names anybody: the service of the heading.</param>
    public static ReadAgreement? Build(Candidate candidate, ReadingContext context, Passage? otherwise = null)
    {
        candidate = candidate with
        {
            Text = Short(candidate.Text),
            Responsible = candidate.Responsible is { } names ? Short(names) : null,
            Due = candidate.Due is { } day ? Short(day) : null,
        };
        var text = candidate.Text.Trim("*_–-•", "*_");
        if (text.IsEmpty)
        {
            return null;
        }

        var deadline = candidate.Due is { } due ? Deadlines.FromField(due, context.Meeting) : candidate.Carried;
        var named = candidate.Responsible is { } field ? FromField(ref deadline, field, context) : [];
        InlineAct act;
        if (named.Count > 0)
        {
            var sentence = SentenceChoice.Act(
                text,
                [.. named.Select(n => n.Text)],
                candidate.Responsible!.Text,
                context.Cast
            );
            var what = sentence.Trim("", ".;");
            if (deadline.IsNone && !HasFieldWords(candidate.Due))
            {
                (what, deadline) = Deadlines.Cut(what, context.Meeting);
                deadline = deadline.IsNone ? OfItsOwn(text, context.Meeting) : deadline;
            }

            what = InlineActs.WithoutSubject(
                what,
                [.. named.Select(n => n.Text)],
                candidate.Responsible.Text,
                context.Cast
            );
            act = new InlineAct(what, named, deadline);
        }
        else
        {
            act = InlineActs.Parse(text, context.Cast, context.Meeting);
            act = act with { Deadline = deadline.IsNone ? act.Deadline : deadline };
            if (act.Responsible.Count == 0 && otherwise is not null)
            {
                act = act with { Responsible = [otherwise] };
            }
        }

        return Make(act);
    }

    /// <summary>The agreement an act makes; null when nothing is left to do.</summary>
    public static ReadAgreement? Make(InlineAct act)
    {
        var what = act.What.Trim(",:;–-*_ ", ".;:,*_ ");
        if (what.IsEmpty || what.Line is not { } line || !what.Text.Any(char.IsLetter))
        {
            return null;
        }

        return new ReadAgreement(
            Unspaced(what.Text),
            [.. act.Responsible.Select(r => new ReadResponsible(Unspaced(r.Text), r.Spans))],
            act.Deadline.Due,
            act.Deadline.Due is null ? act.Deadline.Words : null,
            what.Spans,
            act.Deadline.At,
            line
        );
    }

    /// <summary>«Gerd, fra onsdag 2.9»: a deadline may stand in the field for the responsible.</summary>
    private static IReadOnlyList<Passage> FromField(ref Deadline deadline, Passage field, ReadingContext context)
    {
        if (!deadline.IsNone)
        {
            return Responsibles.Parse(field, context.Cast);
        }

        var (names, found) = Deadlines.Cut(field, context.Meeting);
        if (found.IsNone || names.IsEmpty)
        {
            return Responsibles.Parse(field, context.Cast);
        }

        deadline = found;
        return Responsibles.Parse(names.Trim("", ",;:–-/ "), context.Cast);
    }

    /// <summary>A cell may hold pages; no agreement does.</summary>
    private static Passage Short(Passage text) =>
        text.Text.Length > LongLines.Longest ? text.Slice(0, LongLines.Longest) : text;

    /// <summary>«… Frist: uke 43.»: a deadline in a sentence of its own beside the act.</summary>
    private static Deadline OfItsOwn(Passage text, DateOnly meeting) =>
        Sentences
            .Split(text)
            .Skip(1)
            .Select(InlineActs.LabelFree)
            .Where(s => Deadlines.IsDeadline(s, meeting))
            .Select(s => Deadlines.FromField(s, meeting))
            .FirstOrDefault(Deadline.None);

    private static bool HasFieldWords(Passage? field) =>
        field is { IsEmpty: false } && !DeadlineWords.IsNone(field.Text);

    private static string Unspaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
