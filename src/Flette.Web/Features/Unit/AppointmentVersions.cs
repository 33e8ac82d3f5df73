using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Unit;

/// <summary>How an appointment stood after a change.</summary>
/// <param name="Appointment">As it was written then.</param>
/// <param name="Coordinator">Name of the one appointed.</param>
/// <param name="Deputy">Name of the one who stands in, or null.</param>
/// <param name="Change">What was done.</param>
/// <param name="By">Name of who did it; null when it is not known.</param>
public sealed record AppointmentVersion(
    AppointmentFacts Appointment,
    CoordinatorKind Kind,
    string Ground,
    bool Delegation,
    string Coordinator,
    string? Deputy,
    string Change,
    string? By,
    DateTimeOffset At
);

/// <summary>Versions of appointments: every write of an appointment's row keeps one (architecture.md rule 7).</summary>
public static class AppointmentVersions
{
    public const string Appointed = "appointed";
    public const string Ended = "ended";
    public const string DeputyOpened = "deputy-opened";
    public const string DeputyClosed = "deputy-closed";

    /// <summary>Keeps the appointment as this write has left it, and names it in the log.</summary>
    public static async Task KeepAsync(Write write, Guid appointment, string change)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.ExecuteAsync(
            """
            insert into appointment_version
              (appointment, version, staff, kind, valid_from, valid_until, delegation, deputy, deputy_from, deputy_until,
               deputy_activated_by, change, by_kind, by_id, at, body)
            select id, version, staff, kind, valid_from, valid_until, delegation, deputy, deputy_from, deputy_until,
                   deputy_activated_by, @change, @kind, @by, @Now, body
              from appointment where id = @appointment
            """,
            new
            {
                appointment,
                change,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                write.Now,
            }
        );
        write.Touched(appointment);
    }

    /// <summary>
    /// The versions of an appointment of the pass's family, oldest first, for those who appoint and those who coordinate; others
    /// get none. It says who holds the family and when, and nothing of what is said in it.
    /// </summary>
    public static async Task<IReadOnlyList<AppointmentVersion>> AllAsync(
        Pass pass,
        Guid appointment,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Asker.Kind != AskerKind.Staff)
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<Row>(
            new CommandDefinition(
                """
                select v.*, c.name as coordinator_name, d.name as deputy_name, s.name as by
                  from appointment_version v join appointment a on a.id = v.appointment
                  join staff c on c.id = v.staff left join staff d on d.id = v.deputy
                  left join staff s on v.by_kind = 'staff' and s.id = v.by_id
                 where v.appointment = @appointment and a.family = @Id order by v.version
                """,
                new { appointment, pass.Family!.Id },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new AppointmentVersion(
                new AppointmentFacts(
                    appointment,
                    r.Staff,
                    new Period(r.ValidFrom, r.ValidUntil),
                    r.Deputy,
                    r.DeputyFrom is { } from ? new Period(from, r.DeputyUntil) : null
                ),
                Rows.FromCode<CoordinatorKind>(r.Kind),
                pass.Ring.Open<string>(r.Body, pass.Family.Id, new Place("appointment", appointment)),
                r.Delegation,
                r.CoordinatorName,
                r.DeputyName,
                r.Change,
                r.By,
                r.At
            ))
            .ToList();
    }

    private sealed record Row
    {
        public Guid Staff { get; init; }
        public string Kind { get; init; } = "";
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public bool Delegation { get; init; }
        public Guid? Deputy { get; init; }
        public DateOnly? DeputyFrom { get; init; }
        public DateOnly? DeputyUntil { get; init; }
        public string CoordinatorName { get; init; } = "";
        public string? DeputyName { get; init; }
        public string Change { get; init; } = "";
        public string? By { get; init; }
        public DateTimeOffset At { get; init; }
        public Sealed Body { get; init; }
    }
}
