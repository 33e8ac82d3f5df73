using Flette.Core.Meetings.Reading.Layout;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>One line or sentence taken apart: what is done, by whom, by when.</summary>
internal sealed record InlineAct(Passage What, IReadOnlyList<Passage> Responsible, Deadline Deadline)
{
    /// <summary>The verb after a subject at the start; null when the responsible stands elsewhere.</summary>
    public string? Verb { get; init; }

    /// <summary>The names are set off from the act by a sign: «Aud – bestiller time», «Ivar: ringe BUP».</summary>
    public bool SetOff { get; init; }

    /// <summary>The names stand in brackets behind the act: «søke om skyss (Aud, uke 18)».</summary>
    public bool Placed { get; init; }

    /// <summary>The sentence says in so many words that it is theirs: «lovet å», «har ansvaret for å».</summary>
    public bool Duty { get; init; }
}
