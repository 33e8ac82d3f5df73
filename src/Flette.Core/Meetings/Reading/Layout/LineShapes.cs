using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>Takes bullets, arrows and numbers off a line and says what shape it has.</summary>
internal static partial class LineShapes
{
    /// <summary>The shape of one source line. Plain headings are recognised later, from what stands around them.</summary>
    public static Line Of(SourceLine source)
    {
        var whole = Passage.Of(source.Id, source.Text);
        var trimmed = whole.Trim();
        var text = Unmarked(trimmed);
        var line = new Line(Shape.Text, text)
        {
            Id = source.Id,
            HeadingLevel = source.HeadingLevel,
            Indent = source.Indent,
            Bold = source.IsBold,
            BoldLength = source.BoldLength,
            Place = source.Part,
        };
        if (text.IsEmpty)
        {
            return line with { Shape = Shape.Blank };
        }

        if (RuleLine().IsMatch(text.Text))
        {
            return line with { Shape = Shape.Rule };
        }

        // «[Aud] Ringe BUP» names who before what, on a line of its own.
        if (NamedInFront().IsMatch(text.Text) && source.HeadingLevel is null)
        {
            return line with { Shape = Shape.Bullet };
        }

        // «@Aud ringer BUP» in a chat gives Aud something to do.
        return Mention().Match(trimmed.Text) is { Success: true, Index: 0 }
            ? line with
            {
                Shape = Shape.Bullet,
                Open = true,
            }
            : Marked(line, source.ListMark);
    }

    private static Line Marked(Line line, string? listMark)
    {
        var text = line.Text;
        if (Arrow().Match(text.Text) is { Success: true } arrow)
        {
            return line with { Shape = Shape.Arrow, Text = text.Slice(arrow.Length).Trim() };
        }

        if (MarkdownHeading().Match(text.Text) is { Success: true } hashes)
        {
            var heading = text.Slice(hashes.Length).Trim("", "#");
            var numbered = Numbering().Match(heading.Text);
            return line with
            {
                Shape = Shape.Heading,
                HeadingLevel = hashes.Groups["h"].Length,
                Number = numbered.Success ? numbered.Groups["n"].Value : null,
                Text = numbered.Success ? heading.Slice(numbered.Length).Trim() : heading,
            };
        }

        if (Bullet().Match(text.Text) is { Success: true } bullet)
        {
            return line with
            {
                Shape = Shape.Bullet,
                Text = text.Slice(bullet.Length).Trim(),
                Done = DoneBox().IsMatch(bullet.Value),
                Open = OpenBox().IsMatch(bullet.Value),
            };
        }

        if (Cross().Match(text.Text) is { Success: true } cross)
        {
            return line with { Shape = Shape.Bullet, Text = text.Slice(cross.Length).Trim(), Done = true };
        }

        if (Numbering().Match(text.Text) is { Success: true } number)
        {
            var rest = text.Slice(number.Length).Trim();
            return line with
            {
                Shape = line.HeadingLevel is null ? Shape.Numbered : Shape.Heading,
                Number = number.Groups["n"].Value,
                Named = NamedNumber().IsMatch(number.Value),
                Text = rest,
            };
        }

        if (line.HeadingLevel is not null)
        {
            return line with { Shape = Shape.Heading };
        }

        if (Code().Match(text.Text) is { Success: true } code)
        {
            return line with { Shape = Shape.Bullet, Text = text.Slice(code.Length).Trim() };
        }

        if (listMark is null && BareNumbering().Match(text.Text) is { Success: true } bare)
        {
            return line with
            {
                Shape = Shape.Numbered,
                Number = bare.Groups["n"].Value,
                Text = text.Slice(bare.Length).Trim(),
            };
        }

        var plain = line;
        return listMark is null ? plain
            : char.IsAsciiDigit(listMark[0])
                ? plain with
                {
                    Shape = Shape.Numbered,
                    Number = listMark.TrimEnd('.', ')'),
                }
            : plain with { Shape = Shape.Bullet };
    }

    /// <summary>Takes markdown's emphasis off: «**Sak 1:** *Aud*» becomes «Sak 1: Aud».</summary>
    private static Passage Unmarked(Passage text) =>
        text.Text.AsSpan().ContainsAny("*_`@")
            ? text.Without(Emphasis().Matches(text.Text).Select(m => (m.Index, m.Length)))
            : text;

    [GeneratedRegex(@"^(?:[-=_*~–—.]\s?){3,}$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"^(?:-+>|=+>|→|➔|➜|⇒|►|▶|»>|>>)\s*", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Arrow();

    // «x Aud Ask, mor»: ticked by hand
    [GeneratedRegex(@"^[xX]\s+(?=\p{Lu}\p{Ll})", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Cross();

    [GeneratedRegex(@"^(?<h>#{1,6})\s+", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(
        @"^(?:[•·●○◦▪▫■□☐☑✓✔✗‣⁃∙§\uF0B7]|[-–—*+o](?=\s)|[-–—](?=\p{L})|\[[ \u00A0]{0,3}[xX]?[ ]?\]|\( {1,3}\))\s*(?:\[[ xX]?\]\s*|[☐□☑]\s*)?(?=\S)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(?:\*\*|__)?(?:(?:(?:sak|saksnr|punkt|pkt|tema)\.?\s*(?:nr\.?\s*)?(?<n>\d{1,3}(?:\s?[/.-]\s?\d{1,4})?)\s*(?:[:.)–—-]+|\s|$))|(?<n>\d{1,2}(?:\.\d{1,2})?)[.)](?:\s+(?!(?:"
            + DateWords.Months
            + @")\b)|(?=\p{Lu}\p{Ll}))|(?<n>[a-eA-E])\)\s+|(?<n>\d{1,3}/\d{2,4})[:.]?\s+(?=\p{L})|(?<n>[IVX]{1,4})\.\s+)\s*",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Numbering();

    [GeneratedRegex(@"sak|punkt|pkt|tema|/\d\d", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"\[[xX]\]|☑", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex DoneBox();

    [GeneratedRegex(@"\[\s*\]|☐", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex OpenBox();

    // «A1 – Aud ringer BUP»: a code other parts of the document refer to.
    [GeneratedRegex(
        @"^\[?\p{Lu}{1,2}\d{1,2}\]?\s*(?:[-–—:.)]\s+|\s(?=\p{Lu}\p{Ll}))(?=\p{L})",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Code();

    // «1 Tannhelse»: a number and a gap only, so it must look like a heading.
    [GeneratedRegex(
        @"^(?<n>\d{1,2})\s+(?!(?:"
            + DateWords.MonthNames
            + @"|timer|timar)\b)(?=(?-i:\p{Lu})\p{L}(?:[^.:;!?]{1,60}|[^:;!?]{1,100}\s[–-]\s[^:;!?]{1,80})$)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex BareNumbering();

    [GeneratedRegex(@"^\[\p{Lu}[^\]\d]{1,60}\]\s+\p{L}", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex NamedInFront();

    [GeneratedRegex(@"@(?=\p{Lu}\p{L})(?!\p{L}+\s=)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Mention();

    [GeneratedRegex(
        @"\*\*|__(?=\S)|(?<=\S)__|(?<!\*)\*(?=[^\s*][^*]*\*)|(?<=[^\s*])\*(?!\*)|`|(?<=^|[\s(/+])@(?=\p{Lu}\p{L})",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Emphasis();
}
