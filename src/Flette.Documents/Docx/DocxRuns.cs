using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Flette.Documents.Docx;

/// <summary>The text of one paragraph, how much of its start is bold, and the text boxes that hang on it.</summary>
internal sealed class DocxRuns(DocxStyles styles)
{
    private readonly StringBuilder _text = new();
    private bool _bold = true;

    // Asked once for a run, not once for each of its thousands of tabs.
    private OpenXmlElement? _run;
    private bool _runIsBold;

    public string Text => _text.ToString();

    public int BoldLength { get; private set; }

    public List<OpenXmlElement> TextBoxes { get; } = [];

    public void Add(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            AddOne(child);
        }
    }

    /// <summary>The newer form of alternative content; the old one says the same again.</summary>
    public static OpenXmlElement? Chosen(AlternateContent alternate) =>
        (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>()
        ?? alternate.GetFirstChild<AlternateContentFallback>();

    private void AddOne(OpenXmlElement child)
    {
        switch (child)
        {
            case Text text:
                Append(text.Text, child);
                break;
            case TabChar or PositionalTab:
                Append("\t", child);
                break;
            case Break or CarriageReturn:
                Append("\n", child);
                break;
            case NoBreakHyphen:
                Append("-", child);
                break;
            case SymbolChar symbol:
                Append(Symbol(symbol), child);
                break;
            case DeletedRun
            or MoveFromRun
            or DeletedText
            or FieldCode
            or DeletedFieldCode
            or ParagraphProperties
            or RunProperties:
                break;
            case AlternateContent alternate:
                if (Chosen(alternate) is { } chosen)
                {
                    Add(chosen);
                }

                break;
            case TextBoxContent box:
                TextBoxes.Add(box);
                break;
            default:
                // Unknown elements too: a word must not be lost because a newer Word wrapped it in something.
                if (child is { LocalName: "txbxContent" })
                {
                    TextBoxes.Add(child);
                }
                else if (child.HasChildren)
                {
                    Add(child);
                }
                else if (child is { LocalName: "t" })
                {
                    Append(child.InnerText, child);
                }

                break;
        }
    }

    private void Append(string text, OpenXmlElement element)
    {
        var clean = TextDecoding.Clean(text);
        _text.Append(clean);
        _bold = _bold && (string.IsNullOrWhiteSpace(clean) || IsBold(element.Parent));
        if (_bold)
        {
            BoldLength = _text.Length;
        }
    }

    private bool IsBold(OpenXmlElement? run)
    {
        if (!ReferenceEquals(run, _run))
        {
            (_run, _runIsBold) = (run, styles.IsBold((run as Run)?.RunProperties));
        }

        return _runIsBold;
    }

    // Symbol fonts: ticked and empty boxes are kept as such, the rest as a bullet.
    private static string Symbol(SymbolChar symbol) =>
        symbol.Char?.Value?.ToUpperInvariant() switch
        {
            "F0FE" or "F0FC" or "F052" => "☑",
            "F0A8" or "F06F" or "F0A3" => "☐",
            _ => "•",
        };
}
