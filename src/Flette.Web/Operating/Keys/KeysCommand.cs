using System.Globalization;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Operating.Keys;

/// <summary><c>flette keys rotate</c>: a new key for each member, each family's common part and the municipality's own texts, while the program serves.</summary>
public static class KeysCommand
{
    private const string Usage = "Bruk: flette keys rotate [--family ID] [--municipality NØKKEL]";

    // A mail server that does not answer lets go of its mail within one of these.
    private const int Rounds = 3;

    private const int Told = 100;

    /// <summary>
    /// 0 when no old key is left, 1 when some are, with whose on <paramref name="errors"/>, 2 for wrong use.
    /// </summary>
    /// <param name="municipalities">With the connection of the role that owns the tables.</param>
    /// <param name="demo">Whether their databases are to be the demo's.</param>
    /// <param name="wait">Waits <see cref="KeyRotation.Grace"/>.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<MunicipalityOptions> municipalities,
        bool demo,
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter errors,
        TimeProvider time,
        Func<CancellationToken, Task> wait,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipalities);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(wait);
        if (Read(arguments) is not { } asked)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        var chosen = municipalities.Where(m => asked.Municipality is null || m.Key == asked.Municipality).ToList();
        if (chosen.Count == 0)
        {
            await errors.WriteLineAsync($"Det finnes ingen kommune {asked.Municipality}.");
            return 2;
        }
        await using var databases = new Databases(chosen);
        var work = new List<OfOne>();
        foreach (var municipality in databases.All)
        {
            if (await Migrator.UnfitAsync(municipality, demo, cancel) is { } unfit)
            {
                await errors.WriteLineAsync(unfit);
                return 1;
            }
            var rotation = new KeyRotation(municipality, time);
            if (await rotation.StraysAsync(cancel) is { Count: > 0 } strays)
            {
                await errors.WriteLineAsync(
                    $"{municipality.Key}: {string.Join(", ", strays)} har rader uten nøkkel hos sin familie. Ingenting er endret."
                );
                return 1;
            }
            work.Add(new OfOne(rotation, [.. await rotation.FamiliesAsync(asked.Family, cancel)]));
        }
        if (asked.Family is not null && work.TrueForAll(w => w.Families.Count == 0))
        {
            await errors.WriteLineAsync($"Det finnes ingen familie {asked.Family} med nøkler.");
            return 2;
        }
        work.RemoveAll(w => w.Families.Count == 0);
        return await RotateAsync(work, output, errors, wait, cancel);
    }

    private static async Task<int> RotateAsync(
        IReadOnlyList<OfOne> work,
        TextWriter output,
        TextWriter errors,
        Func<CancellationToken, Task> wait,
        CancellationToken cancel
    )
    {
        foreach (var one in work)
        {
            await EachAsync(one, "nye nøkler", output, errors, async f => await one.Rotation.MakeAsync(f, cancel));
        }
        await WaitAsync(output, wait, cancel);
        foreach (var one in work)
        {
            await EachAsync(
                one,
                "forseglet på nytt",
                output,
                errors,
                async f => one.Rows += await one.Rotation.ResealAsync(f, cancel)
            );
        }
        for (var round = 0; round < Rounds && work.Any(w => w.Families.Count > 0); round++)
        {
            await WaitAsync(output, wait, cancel);
            foreach (var one in work.Where(w => w.Families.Count > 0))
            {
                var left = new List<Guid>();
                await EachAsync(one, "gamle nøkler slettet", output, errors, f => DestroyAsync(one, f, left, cancel));
                one.Families = left;
            }
        }
        foreach (var one in work)
        {
            foreach (var family in one.Families)
            {
                await errors.WriteLineAsync(
                    $"{one.Rotation.Municipality}: familie {family} har noe som holdes av en e-post som sendes. Den gamle nøkkelen er der ennå: kjør kommandoen igjen."
                );
            }
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Rotation.Municipality}: {one.Owners} nøkler byttet i {one.Done} familier, {one.Rows} rader forseglet på nytt."
                )
            );
        }
        return work.All(w => w.Failed == 0 && w.Families.Count == 0) ? 0 : 1;
    }

    private static async Task DestroyAsync(OfOne one, Guid family, List<Guid> left, CancellationToken cancel)
    {
        var done = await one.Rotation.DestroyAsync(family, cancel);
        one.Rows += done.Rows;
        one.Owners += done.Owners;
        if (done.Left)
        {
            left.Add(family);
        }
        else
        {
            one.Done++;
        }
    }

    /// <summary>A turn of each family. One that does not open keeps its keys and is left out of the next turns; the others go on.</summary>
    private static async Task EachAsync(
        OfOne one,
        string what,
        TextWriter output,
        TextWriter errors,
        Func<Guid, Task> turn
    )
    {
        var through = 0;
        var all = one.Families.Count;
        foreach (var family in one.Families.ToList())
        {
            try
            {
                await turn(family);
            }
            catch (VaultException)
            {
                one.Failed++;
                one.Families.Remove(family);
                await errors.WriteLineAsync(
                    $"{one.Rotation.Municipality}: familie {family} har noe som ikke lar seg åpne. De gamle nøklene er der fremdeles."
                );
            }
            if (++through % Told == 0 || through == all)
            {
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Rotation.Municipality}: {what}, {through} av {all} familier"
                    )
                );
            }
        }
    }

    private static async Task WaitAsync(TextWriter output, Func<CancellationToken, Task> wait, CancellationToken cancel)
    {
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Venter {(int)KeyRotation.Grace.TotalSeconds} sekunder, til det som ble åpnet før, er ferdig …"
            )
        );
        await wait(cancel);
    }

    private static (Guid? Family, string? Municipality)? Read(IReadOnlyList<string> arguments)
    {
        if (arguments is not ["rotate", ..] || arguments.Count % 2 == 0)
        {
            return null;
        }
        Guid? family = null;
        string? municipality = null;
        for (var i = 1; i < arguments.Count; i += 2)
        {
            switch (arguments[i])
            {
                case "--family" when Guid.TryParse(arguments[i + 1], out var id):
                    family = id;
                    break;
                case "--municipality":
                    municipality = arguments[i + 1];
                    break;
                default:
                    return null;
            }
        }
        return (family, municipality);
    }

    /// <summary>How far it is with one municipality.</summary>
    private sealed class OfOne(KeyRotation rotation, List<Guid> families)
    {
        public KeyRotation Rotation { get; } = rotation;

        /// <summary>Those that are not done and have not failed.</summary>
        public List<Guid> Families { get; set; } = families;

        public int Owners { get; set; }

        public int Rows { get; set; }

        public int Done { get; set; }

        public int Failed { get; set; }
    }
}
