namespace Flette.Kill.Tests;

/// <summary>
/// Program and postmaster are killed in turn under posts of the real forms. When everybody has repeated what was not answered, with
/// its form key, what was acknowledged and what is there are the same, each once.
/// </summary>
public class KillTests
{
    [Fact]
    public Task Each_way_of_being_killed_once() => KillAsync(4);

    // ./flette test --long
    [Fact(Explicit = true)]
    public Task Fifty_kills() => KillAsync(50);

    private static async Task KillAsync(int kills)
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal("on", await office.Victim.Store.SettingAsync("fsync"));
        Assert.Equal("on", await office.Victim.Store.SettingAsync("synchronous_commit"));
        for (var i = 0; i < kills; i++)
        {
            var killed = await office.KillAsync(
                i % 2 == 0 ? Prey.Program : Prey.Postmaster,
                i % 4 is 0 or 3 ? Moment.Committed : Moment.Rush
            );
            TestContext.Current.TestOutputHelper?.WriteLine($"{i + 1}: {killed}");
            Assert.True(killed.InFlight >= Office.InFlight, $"Only {killed.InFlight} posts in flight.");
            if (killed is { Prey: Prey.Postmaster, Moment: Moment.Committed })
            {
                // The program was there all the time, and said of every post that it could not tell.
                Assert.True(
                    killed.Unavailable >= office.Clerks,
                    $"Only {killed.Unavailable} answers with what was typed."
                );
            }
            Same(await office.ReckonAsync());
        }
        var kept = office.Ledger.Kept;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills, {kept.Count} posts, {kept.Count(k => k.Sendings > 1)} of them sent again"
        );
        // At half of the kills every post was on the disk and none was answered.
        Assert.True(kept.Count(k => k.Sendings > 1) >= kills / 2 * office.Clerks, "Too few were sent again.");
    }

    private static void Same(IReadOnlyList<(Fault Fault, string What)> faults) =>
        Assert.True(faults.Count == 0, string.Join('\n', faults));
}
