using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Meetings.Publishing;

/// <summary>
/// A line of minutes as it was published: the words its readers got, whatever the coordinator writes in the working notes later
/// (needs-coordinator N80–N82, N84). Whom it is about, its topic and who else gets it stand on the item.
/// </summary>
/// <param name="Responsible">Who has the agreement; empty for all other lines. Not every reader may know of each.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="Line">The line in the working notes it was made from.</param>
/// <param name="Agreement">The agreement it became, or null.</param>
public sealed record PublishedLine(
    LineMark Mark,
    string Text,
    ImmutableArray<MeetingPerson> Responsible,
    DateOnly? Due,
    Guid Line,
    Guid? Agreement = null
);

/// <summary>Where a line of the working notes is to stand when the minutes are published.</summary>
/// <param name="Published">False: it stays in the working notes.</param>
/// <param name="About">Whom it is about: they and those who see what is about them read it.</param>
/// <param name="To">Participants whose service gets it in its own file besides.</param>
public sealed record LinePlace(bool Published, ImmutableArray<Guid> About, Topic? Topic, ImmutableArray<Guid> To)
{
    /// <summary>A line nobody but the coordinator reads.</summary>
    public static LinePlace Notes { get; } = new(Published: false, [], Topic: null, []);
}

/// <summary>No line is to be published.</summary>
public sealed record NothingToPublish : Refusal;

/// <summary>A line is to be published that is about nobody: then nobody knows who may read it.</summary>
/// <param name="Lines">Their places in the form, counted from 0.</param>
public sealed record LineAboutNobody(ImmutableArray<int> Lines) : Refusal;

/// <summary>The meeting is not ended: what is agreed in it is not agreements yet.</summary>
public sealed record MeetingNotEnded : Refusal;

/// <summary>The minutes were published again since, or a line of them was changed.</summary>
public sealed record PublishedMeanwhile : Refusal;
