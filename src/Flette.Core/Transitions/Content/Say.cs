using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Short forms the tables are written with.</summary>
internal static class Say
{
    public static LawLine Law(Statute statute, string section, string says) => new(new(statute, section), says);

    /// <summary>A step a number of months before the day; less than 0 is after it.</summary>
    public static TransitionStep Step(
        string id,
        int months,
        string what,
        string who,
        LawLine? law = null,
        string? handOver = null
    ) => new(id, what, who, new Lead(months), handOver, law);

    /// <summary>A step a number of weeks before the day.</summary>
    public static TransitionStep Weeks(string id, int weeks, string what, string who, string? handOver = null) =>
        new(id, what, who, new Lead(0, weeks), handOver);

    /// <summary>A new place is tried before it is judged, and the one who is known does not go the first day (N137, N139).</summary>
    public static TransitionStep KeepTheOld(string who, int months) =>
        Step(
            "kjent-person",
            -months,
            "La den kjente kontakten være å få tak i en tid til, og spør familien om hvordan starten har gått",
            who
        );
}
