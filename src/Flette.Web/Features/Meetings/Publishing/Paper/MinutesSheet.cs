using Flette.Core.Words;
using Flette.Web.Features.Family;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>Published minutes of one meeting for one reader, to be printed.</summary>
/// <param name="All">Whether the reader knows everyone.</param>
/// <param name="Present">Those who were there, as far as the reader may know of them; empty where nobody is named.</param>
/// <param name="Lead">What the sheet is, in a line.</param>
/// <param name="Attached">Names of the documents that lie with it and that the reader may read; none in a service's own file.</param>
/// <param name="From">Who coordinates and her telephone, for whoever finds something wrong.</param>
public sealed record MinutesSheet(
    MeetingMinutes Minutes,
    ReadWords Say,
    Names Names,
    bool All,
    string Title,
    string Lead,
    string Present,
    IReadOnlyList<string> Attached,
    string From,
    Chrome Chrome,
    string Printed,
    SheetFrame Frame
) : PaperSheet(Chrome, Printed, Frame)
{
    /// <inheritdoc/>
    public override string Template => "/Features/Meetings/Publishing/Paper/_MinutesSheet.cshtml";

    /// <inheritdoc/>
    public override string FileName => "referat.pdf";

    /// <summary>The same as plain text, for the record of a service that takes no file.</summary>
    public string Text
    {
        get
        {
            var text = new List<string> { Title, Lead, "" };
            if (Present.Length > 0)
            {
                text.AddRange([$"{Say.Present}: {Present}", ""]);
            }
            foreach (var line in Minutes.Lines)
            {
                text.AddRange(PlainText.Of(new ShownLineView(line, Say, Names, All)));
            }
            if (Attached.Count > 0)
            {
                text.AddRange(["", Attaching.AttachWords.Heading(Say.Tongue) + ":", .. Attached]);
            }
            text.AddRange(["", From, Printed]);
            return string.Join("\r\n", text) + "\r\n";
        }
    }
}

/// <summary>A published line as plain text.</summary>
internal static class PlainText
{
    public static IEnumerable<string> Of(ShownLineView view)
    {
        var (line, say) = (view.Line.Line, view.Say);
        yield return line.Mark switch
        {
            Core.Meetings.Writing.LineMark.Point => "\r\n" + line.Text,
            Core.Meetings.Writing.LineMark.Conclusion => $"{say.AgreedOn}: {line.Text}",
            Core.Meetings.Writing.LineMark.Agreement =>
                $"{say.Agreement}: {line.Text}. {NorwegianDates.Capital(view.Who)}{(line.Due is { } due ? $", {say.By} {NorwegianDates.WithYear(due, say.Tongue)}" : "")}",
            _ => line.Text,
        };
        foreach (var remark in view.Line.Remarks)
        {
            yield return $"  {say.Says(view.By(remark))} {remark.Text}";
        }
    }
}
