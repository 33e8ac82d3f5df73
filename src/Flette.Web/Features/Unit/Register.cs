using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Unit;

/// <summary>The family's name is missing or too long.</summary>
public sealed record FamilyNameMissing : AppointingRefusal;

/// <summary>The family or the appointment is not there.</summary>
public sealed record NoSuchAppointment : AppointingRefusal;

/// <summary>What the unit writes: families and who coordinates them. Used by its pages and by the demo's seed.</summary>
public static class Register
{
    public const int LongestName = 120;

    /// <summary>Registers a family by name and makes the key of its common part. No coordinator reads it before one is appointed.</summary>
    /// <param name="seeded">Its id, given only by the demo's seed.</param>
    /// <returns>The family's id.</returns>
    public static async Task<Result<Guid>> FamilyAsync(Write write, string? name, Guid? seeded = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            return new FamilyNameMissing();
        }
        var id = seeded ?? write.NewId();
        await write.NewKeyAsync(id, id);
        await write.ExecuteAsync(
            "insert into family (id, state, version, registered_at, registered_by, body) values (@id, 'active', 1, @Now, @by, @body)",
            new
            {
                id,
                write.Now,
                by = write.Pass.Asker.Id,
                body = write.Pass.Ring.Seal(name.Trim(), id, new Place("family", id)),
            }
        );
        write.Touched(id);
        return id;
    }

    /// <summary>Appoints a coordinator for the family of the write.</summary>
    public static async Task<AppointingRefusal?> AppointAsync(Write write, AppointmentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        var family = write.Pass.Family!;
        var coordinators = (
            await write.Db.QueryAsync<Guid>(
                """
                select staff from staff_role where role = 'coordinator' and valid_from <= @today
                   and (valid_until is null or valid_until >= @today)
                """,
                new { today = write.Pass.Today },
                write.Work
            )
        ).ToHashSet();
        if (Appointing.Check(draft, coordinators, family.Appointments) is { } refusal)
        {
            return refusal;
        }
        var id = write.NewId();
        await write.ExecuteAsync(
            """
            insert into appointment (id, family, staff, kind, valid_from, valid_until, appointed_by, appointed_at, delegation, deputy, version, body)
            values (@id, @family, @Coordinator, @kind, @From, @Until, @by, @Now, @Delegation, @Deputy, 1, @body)
            """,
            new
            {
                id,
                family = family.Id,
                draft.Coordinator,
                kind = Rows.Code(draft.Kind),
                draft.Period.From,
                draft.Period.Until,
                by = write.Pass.Asker.Id,
                write.Now,
                draft.Delegation,
                draft.Deputy,
                body = write.Pass.Ring.Seal(draft.Ground.Trim(), family.Id, new Place("appointment", id)),
            }
        );
        await AppointmentVersions.KeepAsync(write, id, AppointmentVersions.Appointed);
        await Proposals.HandledAsync(write);
        return null;
    }

    /// <summary>
    /// Ends an appointment on a day: the coordinator reads to the end of it. What is the same as before gets no version.
    /// <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    public static async Task<Refusal?> EndAsync(Write write, Guid appointment, int version, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(write);
        var family = write.Pass.Family!;
        if (family.Appointments.FirstOrDefault(a => a.Id == appointment) is not { } facts)
        {
            return new NoSuchAppointment();
        }
        if (Appointing.CheckEnd(facts, last, family.Appointments) is { } refusal)
        {
            return refusal;
        }
        if (facts.Period.Until == last)
        {
            return null;
        }
        var changed = await write.ExecuteAsync(
            """
            update appointment set valid_until = @last, version = version + 1,
                   deputy_until = case when deputy_from is null then null else least(coalesce(deputy_until, @last), @last) end
             where id = @appointment and family = @Id and version = @version
            """,
            new
            {
                last,
                appointment,
                family.Id,
                version,
            }
        );
        return await KeepAsync(write, appointment, changed, AppointmentVersions.Ended);
    }

    /// <summary>
    /// Opens the family to its named deputy for a time; <paramref name="active"/> null closes it again. What is the same as before
    /// gets no version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    public static async Task<Refusal?> ActivateDeputyAsync(Write write, Guid appointment, int version, Period? active)
    {
        ArgumentNullException.ThrowIfNull(write);
        var family = write.Pass.Family!;
        if (family.Appointments.FirstOrDefault(a => a.Id == appointment) is not { } facts)
        {
            return new NoSuchAppointment();
        }
        if (active is not null && Appointing.CheckDeputy(facts, active) is { } refusal)
        {
            return refusal;
        }
        if (facts.DeputyActive == active)
        {
            return null;
        }
        var changed = await write.ExecuteAsync(
            """
            update appointment set deputy_from = @From, deputy_until = @Until, deputy_activated_by = @by, version = version + 1
             where id = @appointment and family = @Id and version = @version
            """,
            new
            {
                active?.From,
                active?.Until,
                by = active is null ? null : (Guid?)write.Pass.Asker.Id,
                appointment,
                family.Id,
                version,
            }
        );
        var change = active is null ? AppointmentVersions.DeputyClosed : AppointmentVersions.DeputyOpened;
        return await KeepAsync(write, appointment, changed, change);
    }

    private static async Task<Refusal?> KeepAsync(Write write, Guid appointment, int changed, string change)
    {
        if (changed == 0)
        {
            return new ChangedMeanwhile();
        }
        await AppointmentVersions.KeepAsync(write, appointment, change);
        return null;
    }
}
