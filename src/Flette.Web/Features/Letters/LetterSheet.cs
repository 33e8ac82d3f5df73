using Flette.Core.FollowUp;
using Flette.Core.Law;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Letters;

/// <summary>A letter as it is read: on the screen before it is sent, on paper and in the file.</summary>
/// <param name="On">The day of the letter.</param>
/// <param name="Concerns">First names of those it is about; empty when it is about nobody in particular.</param>
/// <param name="From">The coordinator's name and telephone.</param>
public sealed record LetterSheet(LetterDetails Letter, DateOnly On, string Concerns, string Municipality, string From)
{
    /// <summary>The duty it names; null until one is chosen.</summary>
    public CooperationDuty? Duty => CooperationDuties.Find(Letter.Duty);

    /// <summary>Makes it.</summary>
    /// <param name="about">Those it is about.</param>
    public static LetterSheet Of(LetterDetails letter, DateOnly on, Pass pass, People people, IReadOnlyList<Guid> about)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(people);
        return new LetterSheet(
            letter,
            on,
            people.FirstNames(about),
            pass.Municipality.Name,
            LinkBook.Coordinator(pass).In(Tongue.Bokmal)
        );
    }
}
