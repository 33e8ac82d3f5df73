using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Demo.Seed;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Team;
using Flette.Web.Features.Unit;

namespace Flette.Demo.Generator;

/// <summary>Generated families into the database, each through the Guard like any other, several at a time.</summary>
public sealed class GeneratedSeed(Municipality municipality, Guid officer, Seeder seeder)
{
    // Fewer than the connections of a pool; more than the cores of a small machine gains nothing.
    private const int AtOnce = 4;
    private const int SayEvery = 100;

    /// <summary>Writes the first <paramref name="count"/> families. Their coordinators must be in the register of staff.</summary>
    /// <param name="then">What more is written about each, by its coordinator; null: no more.</param>
    public async Task RunAsync(
        FamilyGenerator generator,
        int count,
        Action<string> say,
        CancellationToken cancel,
        Func<GeneratedFamily, Seeder, Session, Task>? then = null
    )
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(say);
        await OrganisationsAsync(cancel);
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (number, _) =>
            {
                var family = generator.Family(number);
                await FamilyAsync(family);
                if (then is not null)
                {
                    await then(family, seeder, Coordinator(family));
                }
                if (Interlocked.Increment(ref done) is var now && now % SayEvery == 0)
                {
                    say($"Lager familier … {now} av {count}");
                }
            }
        );
    }

    private async Task OrganisationsAsync(CancellationToken cancel)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        foreach (var p in Words.Professions)
        {
            await db.ExecuteAsync(
                "insert into organisation (id, name, owner, topic) values (@id, @Service, @Owner, @topic) on conflict do nothing",
                new
                {
                    id = DemoIds.Of(municipality.Key, "organisation/" + p.Service),
                    p.Service,
                    p.Owner,
                    topic = Rows.Code(p.Topic),
                }
            );
        }
    }

    private async Task FamilyAsync(GeneratedFamily f)
    {
        var unit = seeder.As(officer, StaffRole.Unit);
        var coordinator = Coordinator(f);
        await seeder
            .On(f.Registered)
            .DoAsync(
                unit,
                Act.RegisterFamily,
                null,
                async write => (await Register.FamilyAsync(write, f.Name, f.Id)).Refusal
            );
        await seeder
            .On(f.Appointment.Period.From)
            .DoAsync(unit, Act.Appoint, f.Id, async write => await Register.AppointAsync(write, f.Appointment));
        // A member must be there before she can carry a child, and before anyone can have a position for her.
        foreach (var some in f.Members.GroupBy(m => m.Draft.CarriedBy is not null).OrderBy(g => g.Key))
        {
            await seeder.DoAsync(
                coordinator,
                Act.ChangeMember,
                f.Id,
                write => MembersAsync(write, some.Key ? [] : f.Homes, some)
            );
        }
        await seeder.DoAsync(
            coordinator,
            Act.ChangeGuardianship,
            f.Id,
            write =>
                EachAsync(
                    f.Positions,
                    p => Guardianships.AddAsync(write, p.Child, p.Kind, p.Holder, p.Period, p.Source)
                )
        );
        await seeder.DoAsync(
            coordinator,
            Act.ChangeParticipant,
            f.Id,
            write =>
                EachAsync(
                    f.Team,
                    async p => (await Participants.AddAsync(write, p.Details, p.Topic, p.Concerns, id: p.Id)).Refusal
                )
        );
        await seeder.DoAsync(coordinator, Act.CorrectMinutes, f.Id, write => MeetingsAsync(write, f.Meetings));
        await seeder.DoAsync(
            coordinator,
            Act.LogContact,
            f.Id,
            write =>
                EachAsync(
                    f.Calls,
                    async c => (await ContactLog.AddAsync(write, c.Note, c.Topic, c.About, c.Day)).Refusal
                )
        );
    }

    private Session Coordinator(GeneratedFamily f) => seeder.As(f.Appointment.Coordinator, StaffRole.Coordinator);

    private static async Task<Refusal?> MembersAsync(
        Write write,
        IEnumerable<Household> homes,
        IEnumerable<GeneratedMember> members
    )
    {
        foreach (var home in homes)
        {
            await Members.AddHouseholdAsync(write, home.Label, home.Id);
        }
        return await EachAsync(members, async m => (await Members.AddAsync(write, m.Draft, m.Id)).Refusal);
    }

    private static async Task<Refusal?> MeetingsAsync(Write write, IEnumerable<GeneratedMeeting> meetings)
    {
        foreach (var m in meetings)
        {
            await MeetingBook.AddAsync(write, m.Day, m.State, m.Details, []);
        }
        return null;
    }

    private static async Task<Refusal?> EachAsync<T>(IEnumerable<T> all, Func<T, Task<Refusal?>> add)
    {
        foreach (var one in all)
        {
            if (await add(one) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }
}
