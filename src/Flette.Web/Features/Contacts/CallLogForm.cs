using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Contacts;

/// <summary>The page the form stands on, to go back to.</summary>
public enum CallLogPlace
{
    Log,
    Family,
    Today,
}

/// <summary>What is typed about a call.</summary>
public sealed class CallInput
{
    /// <summary>The value of <see cref="About"/> that means the family's common part.</summary>
    public const string Common = "felles";

    public string? With { get; set; }

    public ContactDirection How { get; set; } = ContactDirection.Outgoing;

    public string? Text { get; set; }

    /// <summary>Null: proposed from whom one spoke with.</summary>
    public Topic? Topic { get; set; }

    /// <summary>Member ids, or <see cref="Common"/>; none: proposed from the text and from whom one spoke with.</summary>
    public IList<string> About { get; set; } = [];

    public DateOnly? Day { get; set; }

    /// <summary>Which family, where the form does not stand in one and the name did not say.</summary>
    public Guid? Family { get; set; }

    public CallLogPlace Back { get; set; }

    /// <summary>The members chosen; null when the choice was left to the proposal.</summary>
    public IReadOnlyList<Guid>? Chosen() =>
        About.Count == 0
            ? null
            : About.Select(a => Guid.TryParse(a, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
}

/// <summary>A line that was just written, so that it can be taken back.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Id">The line.</param>
/// <param name="Version">Version to undo.</param>
/// <param name="Place">Where it was put: «Om Oda, under skole/barnehage.»</param>
public sealed record LoggedLine(Guid Family, Guid Id, int Version, string Place);

/// <summary>The form for logging a call, wherever it stands: the partial <c>_CallLog</c>.</summary>
public sealed record CallLogForm
{
    public required Guid FormKey { get; init; }

    /// <summary>Where it is posted.</summary>
    public required string Action { get; init; }

    /// <summary>People to choose from, by label.</summary>
    public required IReadOnlyList<Callee> People { get; init; }

    /// <summary>Members it can be about; empty where the family is not known yet.</summary>
    public IReadOnlyList<FieldOption> Members { get; init; } = [];

    /// <summary>Families to choose from, asked only when the name did not say.</summary>
    public IReadOnlyList<FieldOption> Families { get; init; } = [];

    public required CallInput Call { get; init; }

    public LoggedLine? Logged { get; init; }

    /// <summary>Says that a line was taken back.</summary>
    public bool TakenBack { get; init; }

    /// <summary>Members as choices, and the family's common part last.</summary>
    public static IReadOnlyList<FieldOption> About(IEnumerable<Member> members) =>
        [
            .. members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)),
            new(CallInput.Common, "Felles for familien"),
        ];

    /// <summary>The address to go back to, with what was written there.</summary>
    public static string Address(CallLogPlace place, Guid family, string? query = null) =>
        place switch
        {
            CallLogPlace.Today => "/i-dag",
            CallLogPlace.Family => $"/f/{family}",
            _ => $"/f/{family}/logg",
        } + query;

    /// <summary>The line with this id, if it is among those the asker sees.</summary>
    public static LoggedLine? Find(Guid? id, IEnumerable<Contact> contacts, IEnumerable<Member> members) =>
        contacts.FirstOrDefault(c => c.Id == id) is { } line
            ? new LoggedLine(line.Family, line.Id, line.Version, Words.Place(line, members))
            : null;
}
