using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Flette.Web.Vault;

namespace Flette.Web.Operating;

/// <summary>What a backup holds of one municipality.</summary>
/// <param name="Key">Of the municipality.</param>
/// <param name="Schema">Version of its schema.</param>
/// <param name="File">Name of the file beside the manifest.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">In hex.</param>
/// <param name="KeyMark">What only its master key gives: a restore with another key is stopped before anything is touched.</param>
/// <param name="Head">The last seal of its log, as <c>flette audit head</c> writes it; null when there was none.</param>
public sealed record BackedUp(
    string Key,
    int Schema,
    string File,
    long Bytes,
    string Sha256,
    string KeyMark,
    string? Head
);

/// <summary>A backup: a folder with this and a file for each municipality. Keys are never in it.</summary>
public sealed record BackupManifest(int Format, DateTimeOffset At, IReadOnlyList<BackedUp> Municipalities)
{
    /// <summary>The one that is written.</summary>
    public const int Newest = 1;

    private const string Name = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes it into a folder.</summary>
    public Task WriteAsync(string folder, CancellationToken cancel) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(folder, Name), JsonSerializer.Serialize(this, Json), cancel);

    /// <summary>Reads that of a folder. Throws <see cref="InvalidOperationException"/> with a line for the operator.</summary>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancel)
    {
        try
        {
            var read = JsonSerializer.Deserialize<BackupManifest>(
                await System.IO.File.ReadAllTextAsync(Path.Combine(folder, Name), cancel),
                Json
            );
            return read is { Format: Newest, Municipalities.Count: > 0 }
                ? read
                : throw new InvalidOperationException($"{folder} er en sikkerhetskopi dette programmet ikke kjenner.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{folder} er ingen hel sikkerhetskopi: {Name} kan ikke leses.", e);
        }
    }

    /// <summary>A mark of a key, which tells nothing of it.</summary>
    public static string Mark(string municipality, MasterKey master)
    {
        ArgumentNullException.ThrowIfNull(master);
        return Convert.ToHexStringLower(
            HMACSHA256.HashData(master.Derive("backup"), Encoding.UTF8.GetBytes(municipality))
        );
    }

    /// <summary>SHA-256 of a file, in hex.</summary>
    public static async Task<string> HashAsync(string file, CancellationToken cancel)
    {
        await using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}
