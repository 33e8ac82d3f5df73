namespace Flette.Core.Meetings;

/// <summary>A place in a draft: an agreement, or a line of the document; neither is the meeting and its people.</summary>
public sealed record DraftPlace(int? Agreement, int? Line);

/// <summary>Where two drafts differ, so that whoever undoes is led to what changed. Pure.</summary>
public static class DraftPlaces
{
    /// <summary>The first place where <paramref name="now"/> is another than <paramref name="before"/>.</summary>
    public static DraftPlace Changed(MinutesDraft before, MinutesDraft now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        foreach (var agreement in now.Agreements)
        {
            if (before.Agreement(agreement.Number) is not { } earlier || !Same(earlier, agreement))
            {
                return new DraftPlace(agreement.Number, agreement.Line);
            }
        }
        var gone = before.Agreements.FirstOrDefault(a => now.Agreement(a.Number) is null);
        return new DraftPlace(null, gone?.Line);
    }

    private static bool Same(DraftAgreement a, DraftAgreement b) =>
        (a.What, a.Due, a.DueText, a.Topic) == (b.What, b.Due, b.DueText, b.Topic)
        && a.Responsible.SequenceEqual(b.Responsible, StringComparer.Ordinal)
        && a.About.SequenceEqual(b.About)
        && Choices(a).SequenceEqual(Choices(b), StringComparer.Ordinal);

    private static IEnumerable<string> Choices(DraftAgreement a) =>
        (a.Chosen ?? []).SelectMany(c => c.Keys.Prepend(c.Name));
}
