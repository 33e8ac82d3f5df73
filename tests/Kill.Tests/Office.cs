using System.Text.RegularExpressions;
using Flette.Kit;

namespace Flette.Kill.Tests;

/// <summary>Who is killed.</summary>
public enum Prey
{
    Program,
    Postmaster,
}

/// <summary>When.</summary>
public enum Moment
{
    /// <summary>Amid posts at full speed, wherever each has come.</summary>
    Rush,

    /// <summary>When every post is on the disk and none is answered: the worst moment for whoever repeats.</summary>
    Committed,
}

/// <summary>How a kill went.</summary>
/// <param name="InFlight">Posts that had left and had no answer.</param>
/// <param name="Unavailable">Answers that said the database was away, with what was typed.</param>
internal sealed record Killed(Prey Prey, Moment Moment, int InFlight, int Unavailable);

/// <summary>
/// The victim and those who write in it: one coordinator's clerks, each with a family of her own so that none waits for another's
/// row, and one at the unit.
/// </summary>
internal sealed partial class Office : IAsyncDisposable
{
    /// <summary>Posts in flight at every kill (needed: at least this many).</summary>
    public const int InFlight = 5;

    /// <summary>Below the eight connections the program has to a database, so that all can be in the middle of a commit.</summary>
    private const int Families = 6;

    private const string Coordinator = "Amina Aspebakken";
    private const string Officer = "Lena Tveter";

    /// <summary>Forms each has ready for a rush: enough to keep all busy until the kill.</summary>
    private const int Ready = 5;

    private readonly List<Clerk> _clerks = [];
    private Found _before = new([], [], 0, []);

    private Office(Victim victim) => Victim = victim;

    public Victim Victim { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>How many write.</summary>
    public int Clerks => _clerks.Count;

    /// <summary>Starts the program, signs everybody in and looks at what is there before the first post.</summary>
    public static async Task<Office> OpenAsync()
    {
        var office = new Office(await Victim.StartAsync(Families));
        try
        {
            foreach (var (errand, number) in (await office.ErrandsAsync()).Select((e, i) => (e, i + 1)))
            {
                office._clerks.Add(
                    await Clerk.SignInAsync(office.Victim, office.Ledger, errand, $"Skrivebord {number}")
                );
            }
            office._before = await office.LookAsync();
            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets everybody post, kills, and waits until everybody has had every post acknowledged.</summary>
    public async Task<Killed> KillAsync(Prey prey, Moment moment)
    {
        var unavailable = _clerks.Sum(c => c.Unavailable);
        await FillInAsync(moment == Moment.Rush ? Ready : 1);
        using var postmaster = Victim.Store.Postmaster();
        Action kill = prey == Prey.Program ? Victim.KillProgram : () => Victim.KillPostmaster(postmaster);
        var (posts, inFlight) = moment == Moment.Rush ? await RushAsync(kill) : await HeldAsync(prey, kill);
        if (prey == Prey.Program)
        {
            await Victim.StartAgainAsync();
        }
        await posts;
        return new Killed(prey, moment, inFlight, _clerks.Sum(c => c.Unavailable) - unavailable);
    }

    /// <summary>Everybody fills in so many forms and sends none.</summary>
    public Task FillInAsync(int each) => Task.WhenAll(_clerks.Select(c => c.FillInAsync(each)));

    /// <summary>Everybody sends what is filled in; done when all of it is acknowledged.</summary>
    public Task SendAllAsync() => Task.WhenAll(_clerks.Select(c => c.SendAllAsync()));

    /// <summary>What is wrong between what was acknowledged and what is there.</summary>
    public async Task<IReadOnlyList<(Fault Fault, string What)>> ReckonAsync() =>
        Reckoning.Differences(Ledger.Kept, _before, await LookAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _clerks.ForEach(c => c.Dispose());
        await Victim.DisposeAsync();
    }

    /// <summary>Kills when everybody has been answered about once, and enough posts are in flight.</summary>
    private async Task<(Task Posts, int InFlight)> RushAsync(Action kill)
    {
        var inFlight = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ledger.When(
            InFlight,
            _clerks.Count,
            flying =>
            {
                kill();
                inFlight.SetResult(flying);
            }
        );
        var posts = SendAllAsync();
        // The posts end first only when one of them failed, or there never were enough at once.
        await Task.WhenAny(inFlight.Task, posts);
        if (!inFlight.Task.IsCompleted)
        {
            await posts;
            Assert.Fail($"There were never {InFlight} posts in flight.");
        }
        return (posts, await inFlight.Task);
    }

    /// <summary>Kills when everybody's post is on the disk, and nobody has been told.</summary>
    private async Task<(Task Posts, int InFlight)> HeldAsync(Prey prey, Action kill)
    {
        var store = Victim.Store;
        await store.HoldAnswersAsync();
        var posts = SendAllAsync();
        var held = store.UntilHeldAsync(_clerks.Count);
        if (await Task.WhenAny(held, posts) == posts)
        {
            await posts;
            Assert.Fail("The server answered what it was told to hold.");
        }
        await held;
        if (prey == Prey.Postmaster)
        {
            await store.ForgetHoldAsync();
            kill();
        }
        else
        {
            kill();
            await store.LetGoAsync();
        }
        return (posts, _clerks.Count);
    }

    private async Task<Found> LookAsync()
    {
        var texts = await Task.WhenAll(_clerks.Select(c => c.ReadAsync()));
        return await Reckoning.LookAsync(Victim.Store) with { Texts = [.. texts.SelectMany(t => t)] };
    }

    private async Task<IReadOnlyList<Errand>> ErrandsAsync()
    {
        using var browser = new Browserless(Victim.Address);
        await (await browser.OpenAsync("/demo")).Form("Vær " + Coordinator).PressAsync();
        var families = (await browser.OpenAsync("/familier"))
            .Document.QuerySelectorAll("th a[href]")
            .Select(a => FamilyAddress().Match(a.GetAttribute("href")!))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.Equal(Families, families.Count);
        return [.. families.Select(f => Errand.LogCalls(Coordinator, f)), Errand.RegisterFamilies(Officer)];
    }

    [GeneratedRegex("^/f/([0-9a-f-]{36})$")]
    private static partial Regex FamilyAddress();
}
