using System.Globalization;

namespace Flette.Web.Data;

/// <summary>An installed PostgreSQL server.</summary>
/// <param name="Folder">Where initdb and postgres are.</param>
/// <param name="Major">For example 15.</param>
internal sealed record PostgresTools(string Folder, int Major)
{
    private const int Oldest = 15;
    private const string Debian = "/usr/lib/postgresql";

    public string InitDb => Path.Combine(Folder, "initdb");
    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The server that can open a folder of this version; for a new folder (null) the newest.</summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-01 and -02.</exception>
    public static async Task<PostgresTools> FindAsync(
        string? binFolder,
        string cluster,
        string? made,
        CancellationToken ct
    )
    {
        var found = new List<PostgresTools>();
        foreach (var folder in binFolder is null ? DebianFolders() : [binFolder])
        {
            if (await MajorAsync(Path.Combine(folder, "postgres"), ct) is { } major && major >= Oldest)
            {
                found.Add(new PostgresTools(folder, major));
            }
        }

        var newest = found.MaxBy(tools => tools.Major) ?? throw PrivateClusterException.NoPostgres(binFolder ?? Debian);
        if (made is null)
        {
            return newest;
        }

        return found.Find(tools => string.Equals(Text(tools.Major), made, StringComparison.Ordinal))
            ?? throw PrivateClusterException.WrongVersion(cluster, made, Text(newest.Major));
    }

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian).Select(v => Path.Combine(v, "bin")) : [];

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    private static async Task<int?> MajorAsync(string postgres, CancellationToken ct)
    {
        if (!File.Exists(postgres) || !File.Exists(Path.Combine(Path.GetDirectoryName(postgres)!, "initdb")))
        {
            return null;
        }

        var answer = await Commands.RunAsync([postgres, "--version"], ct);
        var digits = answer.Output.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).ToArray();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    private static string Text(int major) => major.ToString(CultureInfo.InvariantCulture);
}
