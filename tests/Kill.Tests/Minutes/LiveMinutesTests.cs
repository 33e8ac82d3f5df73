using Dapper;

namespace Flette.Kill.Tests.Minutes;

/// <summary>
/// Three who write in one meeting while program and postmaster are killed under them: no acknowledged line is lost, none stands
/// twice, and each writer's lines stand in her order (issue 3, Must show 3).
/// </summary>
public class LiveMinutesTests
{
    private const string Coordinator = "Amina Aspebakken";
    private const int Lines = 200;

    private static readonly string[] Names = ["Amina", "Berit", "Cato"];

    [Fact]
    public async Task Two_hundred_lines_of_three_writers_survive_every_way_of_being_killed()
    {
        await using var victim = await Victim.StartAsync(families: 1);
        var (writers, meeting) = await BeginAsync(victim);
        var acknowledged = 0;
        (Prey Prey, Moment Moment)[] kills =
        [
            (Prey.Program, Moment.Rush),
            (Prey.Postmaster, Moment.Committed),
            (Prey.Program, Moment.Committed),
            (Prey.Postmaster, Moment.Rush),
        ];
        // A kill each time so many more are acknowledged, in the moment one is.
        var each = Lines / (kills.Length + 1);
        var moments = kills
            .Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .ToList();
        var typing = Task.WhenAll(
            writers.Select(
                (w, i) =>
                    w.TypeAsync(meeting, (Lines / Names.Length) + (i < Lines % Names.Length ? 1 : 0), Acknowledged)
            )
        );
        foreach (var (kill, moment) in kills.Zip(moments))
        {
            await Task.WhenAny(moment.Task, typing);
            Assert.False(typing.IsCompleted, typing.Exception?.ToString() ?? "All was written before the last kill.");
            await KillAsync(victim, kill.Prey, kill.Moment);
        }
        await typing;

        Assert.Equal(Lines, writers.Sum(w => w.Kept.Count));
        Assert.Equal(Lines, writers.SelectMany(w => w.Places).Distinct(StringComparer.Ordinal).Count());
        // At two of the kills a line was on the disk and nobody had been told.
        Assert.True(writers.Sum(w => w.Repeated) >= kills.Length, "Too few were sent again.");
        Same(Told.Differences([.. writers.Select(w => w.Kept)], await writers[0].ReadAsync(meeting)));
        writers.ForEach(w => w.Dispose());

        void Acknowledged()
        {
            var count = Interlocked.Increment(ref acknowledged);
            if (count % each == 0 && count / each <= moments.Count)
            {
                moments[(count / each) - 1].TrySetResult();
            }
        }
    }

    [Fact]
    public async Task A_line_written_twice_and_one_that_is_gone_are_found()
    {
        await using var victim = await Victim.StartAsync(families: 1);
        var (writers, meeting) = await BeginAsync(victim);
        await writers[0].TypeAsync(meeting, 3, () => { });
        await victim.Store.IgnoreFormKeysAsync();
        await victim.Store.HoldAnswersAsync();
        var typing = writers[1].TypeAsync(meeting, 1, () => { });
        await victim.Store.UntilHeldAsync(1);
        victim.KillProgram();
        await victim.Store.LetGoAsync();
        await victim.StartAgainAsync();
        await typing;
        var faults = Told.Differences([.. writers.Select(w => w.Kept)], await writers[0].ReadAsync(meeting));
        Assert.Equal((Fault.Repeated, "Berit sa dette som nummer 1"), Assert.Single(faults));

        await using (var db = await victim.Store.OpenAsync())
        {
            await db.ExecuteAsync("update item set state = 'removed' where kind = 'line' and seq = 2");
            await db.ExecuteAsync("update item set seq = 9 where kind = 'line' and seq = 1");
        }
        faults = Told.Differences([.. writers.Select(w => w.Kept)], await writers[0].ReadAsync(meeting));
        Assert.Contains((Fault.Lost, "Amina sa dette som nummer 2"), faults);
        Assert.Contains((Fault.Torn, "Amina sa dette som nummer 1"), faults);
        writers.ForEach(w => w.Dispose());
    }

    private static async Task<(List<Writer> Writers, string Meeting)> BeginAsync(Victim victim)
    {
        var writers = new List<Writer>();
        foreach (var name in Names)
        {
            writers.Add(await Writer.SignInAsync(victim, Coordinator, name));
        }
        return (writers, await writers[0].BeginAsync());
    }

    private static async Task KillAsync(Victim victim, Prey prey, Moment moment)
    {
        var store = victim.Store;
        using var postmaster = store.Postmaster();
        if (moment == Moment.Committed)
        {
            // One family is written in by one at a time, so one line at most is on the disk and not answered.
            await store.HoldAnswersAsync();
            await store.UntilHeldAsync(1);
        }
        if (prey == Prey.Program)
        {
            victim.KillProgram();
            if (moment == Moment.Committed)
            {
                await store.LetGoAsync();
            }
            await victim.StartAgainAsync();
            return;
        }
        if (moment == Moment.Committed)
        {
            await store.ForgetHoldAsync();
        }
        victim.KillPostmaster(postmaster);
        await victim.ReadyAsync();
    }

    private static void Same(IReadOnlyList<(Fault Fault, string Line)> faults) =>
        Assert.True(faults.Count == 0, string.Join('\n', faults));
}
