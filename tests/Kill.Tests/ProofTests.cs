using System.Diagnostics;

namespace Flette.Kill.Tests;

/// <summary>The kill test can fail: what it is to find is made to happen, and it finds it. Beside each the same without the spoiling.</summary>
public class ProofTests
{
    [Theory]
    [InlineData("off", true)]
    [InlineData("on", false)]
    public async Task What_was_acknowledged_before_it_was_on_the_disk_is_found_to_be_lost(string setting, bool lost)
    {
        await using var office = await Office.OpenAsync();
        var store = office.Victim.Store;
        await office.FillInAsync(1);
        await store.SetSynchronousCommitAsync(setting);
        var writers = await store.StopWritersAsync();
        await office.SendAllAsync();
        Assert.Equal(office.Clerks, office.Ledger.Kept.Count);

        // As when the power goes: nobody is left to write what only lies in memory.
        using (var postmaster = store.Postmaster())
        {
            office.Victim.KillPostmaster(postmaster);
        }
        writers.ToList().ForEach(Kill);
        await office.Victim.ReadyAsync();

        var faults = await office.ReckonAsync();
        Assert.All(faults, f => Assert.Equal(Fault.Lost, f.Fault));
        // Of each post the row, the form key and the text.
        Assert.Equal(lost ? 3 * office.Clerks : 0, faults.Count);
    }

    [Theory]
    [InlineData(Prey.Program)]
    [InlineData(Prey.Postmaster)]
    public async Task What_is_written_again_when_form_keys_are_ignored_is_found_to_be_repeated(Prey prey)
    {
        await using var office = await Office.OpenAsync();
        await office.Victim.Store.IgnoreFormKeysAsync();
        await office.KillAsync(prey, Moment.Committed);

        var faults = await office.ReckonAsync();
        Assert.All(office.Ledger.Kept, k => Assert.Equal(2, k.Sendings));
        Assert.Equal(office.Clerks, Ends(faults, Fault.Repeated, ": 2 texts on the page"));
        Assert.Equal(office.Clerks, Ends(faults, Fault.Repeated, ": 2 keys"));
        // The first row of each, which nobody was told of.
        Assert.Equal(office.Clerks, faults.Count(f => f.Fault == Fault.Unasked));
        Assert.Equal(3 * office.Clerks, faults.Count);
    }

    private static int Ends(IReadOnlyList<(Fault Fault, string What)> faults, Fault fault, string with) =>
        faults.Count(f => f.Fault == fault && f.What.EndsWith(with, StringComparison.Ordinal));

    private static void Kill(Process process)
    {
        using var _ = process;
        process.Kill();
    }
}
