using Dapper;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Family;

/// <summary>Someone at work one can ring.</summary>
/// <param name="Phone">As written in the register of staff; null when none is.</param>
public sealed record AtWork(Guid Id, string Name, string? Phone)
{
    /// <summary>The first name, as people who have met say it.</summary>
    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>First letters of first and last name.</summary>
    public string Initials =>
        Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
            ? string.Concat(parts.Length == 1 ? [parts[0][..1]] : new[] { parts[0][..1], parts[^1][..1] })
            : "";

    /// <summary>The number as a link dials it.</summary>
    public string? Dials =>
        Phone is null ? null : "tel:" + new string(Phone.Where(c => !char.IsWhiteSpace(c)).ToArray());
}

/// <summary>Who coordinates for the family today.</summary>
/// <param name="StandIn">The deputy, only while the unit has opened the family to her.</param>
/// <param name="Until">The last day she stands in; null when none is set.</param>
/// <param name="AnswersWithin">In how many working days the coordinator says that she answers.</param>
public sealed record Coordination(
    AtWork Coordinator,
    CoordinatorKind Kind,
    AtWork? StandIn,
    DateOnly? Until,
    int AnswersWithin = 2
)
{
    /// <summary>Today's, or null when nobody is appointed.</summary>
    public static Coordination? Of(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Family!.Appointments.FirstOrDefault(a => a.Period.Covers(pass.Today)) is not { } appointment)
        {
            return null;
        }
        var row = pass.LoadedFamily!.Appointments.Single(a => a.Id == appointment.Id);
        var active = appointment.DeputyActive is { } period && period.Covers(pass.Today) ? period : null;
        return new Coordination(
            new AtWork(appointment.Coordinator, row.Name, row.Phone),
            Rows.FromCode<CoordinatorKind>(row.Kind),
            active is not null && appointment.Deputy is { } deputy
                ? new AtWork(deputy, row.DeputyName!, row.DeputyPhone)
                : null,
            active?.Until,
            row.AnswersWithin
        );
    }
}
