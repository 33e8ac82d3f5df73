using System.Globalization;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Audit.Sealing;

/// <summary><c>flette audit verify</c> and <c>flette audit head</c>: what an operator asks of the log.</summary>
public static class AuditCommand
{
    private const string Usage =
        "Bruk: flette audit verify [--head FIL] [--municipality NØKKEL] | flette audit head [--municipality NØKKEL]";

    /// <summary>0 when the log is whole, 1 with what is not on stdout, 2 for wrong use.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<MunicipalityOptions> municipalities,
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter errors,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipalities);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(time);
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
        IReadOnlyList<KnownHead> heads = [];
        if (asked.Head is { } file)
        {
            if (!File.Exists(file) || (heads = KnownHead.Read(await File.ReadAllLinesAsync(file, cancel))).Count == 0)
            {
                await errors.WriteLineAsync(
                    $"Fant ingen hoder i {file}. Det skal være linjer fra «flette audit head» eller driftsloggen."
                );
                return 2;
            }
        }
        // A head that is held against nothing would only seem to have been looked at.
        if (asked.Head is not null && chosen.Find(m => heads.All(h => h.Municipality != m.Key)) is { } without)
        {
            await errors.WriteLineAsync(
                $"{asked.Head} har ikke noe hode for {without.Key}. Velg kommunen med --municipality."
            );
            return 2;
        }
        await using var databases = new Databases(chosen);
        var whole = true;
        foreach (var municipality in databases.All)
        {
            await using var db = await municipality.Database.OpenConnectionAsync(cancel);
            if (!asked.Verify)
            {
                if (await Seals.HeadAsync(db, cancel) is { } head)
                {
                    await output.WriteLineAsync(Told(municipality.Key, head));
                }
                continue;
            }
            var known = heads.Where(h => h.Municipality == municipality.Key).ToList();
            whole &= await OneAsync(municipality, db, known, output, time.GetUtcNow(), cancel);
        }
        return whole ? 0 : 1;
    }

    /// <summary>A head as it is told: municipality, epoch, number, mac and when.</summary>
    public static string Told(string municipality, Seal head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{municipality} {head.Epoch} {head.No} {Convert.ToHexStringLower(head.Mac)} {DateTimeOffset.UnixEpoch.AddMicroseconds(head.At):yyyy-MM-ddTHH:mm:ssZ}"
        );
    }

    private static async Task<bool> OneAsync(
        Municipality municipality,
        NpgsqlConnection db,
        IReadOnlyList<KnownHead> heads,
        TextWriter output,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var key = new AuditKey(municipality.Key, municipality.Master);
        var found = await Verifying.RunAsync(db, key, heads, now, cancel);
        foreach (var broken in found.Broken)
        {
            await output.WriteLineAsync($"{municipality.Key}: {broken}");
        }
        var waits =
            found.Unsealed == 0
                ? "Alt er forseglet."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Unsealed} rader er ikke forseglet ennå, den eldste er {(long)found.Oldest.TotalSeconds} sekunder."
                );
        await output.WriteLineAsync(
            $"{municipality.Key}: {(found.Broken.Count == 0 ? "loggen er hel" : $"loggen er brutt, {found.Broken.Count} funn")}. {found.Rows} rader i {found.Seals} segl. {waits}"
        );
        return found.Broken.Count == 0;
    }

    private static (bool Verify, string? Head, string? Municipality)? Read(IReadOnlyList<string> arguments)
    {
        if (arguments is not [("verify" or "head") and var what, ..] || arguments.Count % 2 == 0)
        {
            return null;
        }
        string? head = null,
            municipality = null;
        for (var i = 1; i < arguments.Count; i += 2)
        {
            switch (arguments[i])
            {
                case "--head" when what == "verify":
                    head = arguments[i + 1];
                    break;
                case "--municipality":
                    municipality = arguments[i + 1];
                    break;
                default:
                    return null;
            }
        }
        return (what == "verify", head, municipality);
    }
}
