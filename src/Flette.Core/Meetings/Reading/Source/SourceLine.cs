namespace Flette.Core.Meetings.Reading;

/// <summary>Number of a line in <see cref="SourceDocument.Lines"/>: the same document always gives the same numbers.</summary>
public readonly record struct LineId(int Value) : IComparable<LineId>
{
    /// <inheritdoc/>
    public int CompareTo(LineId other) => Value.CompareTo(other.Value);

    public static bool operator <(LineId left, LineId right) => left.Value < right.Value;

    public static bool operator >(LineId left, LineId right) => left.Value > right.Value;

    public static bool operator <=(LineId left, LineId right) => left.Value <= right.Value;

    public static bool operator >=(LineId left, LineId right) => left.Value >= right.Value;
}

/// <summary>Some characters of one line: from <paramref name="Start"/> (0 is the first), <paramref name="Length"/> long.</summary>
public sealed record TextSpan(LineId Line, int Start, int Length);

/// <summary>Which cell a line stands in. Tables are numbered through the document; a nested table knows the cell around it.</summary>
public sealed record CellPlace(int Table, int Row, int Column, bool HeaderRow, CellPlace? Outer);

/// <summary>One line of the document as a screen would show it.</summary>
public sealed record SourceLine(LineId Id, string Text)
{
    /// <summary>See <see cref="SourceParagraph.HeadingLevel"/>.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>See <see cref="SourceParagraph.ListMark"/>; only on the first line of a paragraph.</summary>
    public string? ListMark { get; init; }

    /// <summary>See <see cref="SourceParagraph.Indent"/>.</summary>
    public int Indent { get; init; }

    /// <summary>How many of the first characters are bold.</summary>
    public int BoldLength { get; init; }

    /// <summary>Header, body or note.</summary>
    public SourcePart Part { get; init; } = SourcePart.Body;

    /// <summary>See <see cref="SourceParagraph.MayBeWrapped"/>.</summary>
    public bool MayBeWrapped { get; init; }

    /// <summary>The cell the line stands in, or null outside tables.</summary>
    public CellPlace? Cell { get; init; }

    /// <summary>True when the line holds nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>True when all the words are bold.</summary>
    public bool IsBold => !IsBlank && BoldLength >= Text.TrimEnd().Length;
}
