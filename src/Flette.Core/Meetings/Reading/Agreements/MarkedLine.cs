using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>A line the coordinator has marked: it is an agreement because she says so.</summary>
internal static class MarkedLine
{
    /// <summary>Takes the line apart as far as it goes; at the least the words of the line are what is to be done.</summary>
    public static ReadAgreement Read(SourceLine line, ReadingContext context)
    {
        var shaped = LineShapes.Of(line);
        var fields = Fields.Of(shaped.Text);
        Passage? Value(LabelKind kind) => fields.FirstOrDefault(f => f.Kind == kind)?.Value;
        var text =
            fields.FirstOrDefault(f => f.Kind is LabelKind.None or LabelKind.Agreement && !f.Value.IsEmpty)?.Value
            ?? shaped.Text;
        var candidate = new Candidate(text)
        {
            Responsible = Value(LabelKind.Responsible) ?? Value(LabelKind.ResponsibleAndDue),
            Due = Value(LabelKind.Due),
        };
        return AgreementBuilder.Build(candidate, context) ?? Whole(line);
    }

    private static ReadAgreement Whole(SourceLine line) =>
        new(line.Text.Trim(), [], null, null, [new TextSpan(line.Id, 0, line.Text.Length)], [], line.Id);
}
