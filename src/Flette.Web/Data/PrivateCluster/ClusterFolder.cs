namespace Flette.Web.Data;

/// <summary>
/// The cluster's files: <c>postgres/data</c> and <c>postgres/log</c> in the program's data folder. Everything inside
/// is made and written by the owning account itself, so that root never follows a link that account may have laid.
/// </summary>
internal sealed class ClusterFolder(PrivateClusterOptions options, ClusterAccount account)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataFolder));

    public string Home => Path.Combine(_root, "postgres");
    public string Data => Path.Combine(Home, "data");
    public string LogFile => Path.Combine(Home, "log");
    public string PidFile => Path.Combine(Data, "postmaster.pid");
    public string LockFile => Path.Combine(Home, "starting");
    public string DefaultSocketFolder => SocketFolder.DefaultFor(_root, account);

    /// <summary>Makes what is missing of the folders above the cluster and checks that they are ours.</summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-03, -04 and -05.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await EnsureAsync(_root, mayBelongToRoot: true, ct);
        await EnsureAsync(Home, mayBelongToRoot: false, ct);
        var writable = await account.ShellAsync("test -w \"$1\" && test -x \"$1\"", [Home], "", ct);
        if (writable.ExitCode != 0)
        {
            throw PrivateClusterException.Unreachable(Home, account.Name);
        }

        await CheckOwnerAsync(Data, mayBelongToRoot: false, ct);
    }

    /// <summary>PG_VERSION, or null when there is no cluster yet.</summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-03: something else lies in its place.</exception>
    public async Task<string?> VersionAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Data))
        {
            return null;
        }

        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file)
            ? (await File.ReadAllTextAsync(file, ct)).Trim()
            : throw PrivateClusterException.NotOurs(Data, "den inneholder noe som ikke er en PostgreSQL-database");
    }

    /// <summary>
    /// Makes a new cluster beside its place and moves it there complete: a start that is broken off half-way
    /// leaves nothing that looks like a cluster.
    /// </summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-05 and -09.</exception>
    public async Task InitAsync(PostgresTools tools, CancellationToken ct)
    {
        var fresh = Data + ".new";
        await MustAsync("rm -rf -- \"$1\"", [fresh], "", ct);
        List<string> command =
        [
            tools.InitDb,
            "--pgdata=" + fresh,
            "--username=" + PrivateCluster.AdminRole,
            "--auth=peer",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
        ];
        if (!options.Durable)
        {
            command.Add("--no-sync");
        }

        var made = await Commands.RunAsync(account.As(command), ct);
        if (made.ExitCode != 0)
        {
            throw Failed(made);
        }

        await MustAsync("mv -T -- \"$1\" \"$2\"", [fresh, Data], "", ct);
    }

    /// <summary>
    /// Writes the settings anew before every start: they belong to the program's version, not to the folder.
    /// </summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-05 and -09.</exception>
    public async Task ConfigureAsync(CancellationToken ct)
    {
        await WriteAsync("postgresql.conf", ClusterSettings.Server, ct);
        await WriteAsync("pg_hba.conf", ClusterSettings.Access, ct);
        await WriteAsync("pg_ident.conf", ClusterSettings.Identities(account.ConnectsAs), ct);
    }

    /// <summary>Removes a postmaster.pid of which the caller knows that no process of this folder is left.</summary>
    public Task RemovePidFileAsync(CancellationToken ct) => MustAsync("rm -f -- \"$1\"", [PidFile], "", ct);

    /// <summary>Keeps the log from growing for ever: one older part is kept.</summary>
    public async Task<long> TurnLogAsync(CancellationToken ct)
    {
        const long Largest = 4_000_000;
        var log = new FileInfo(LogFile);
        if (!log.Exists || log.Length < Largest)
        {
            return log.Exists ? log.Length : 0;
        }

        await MustAsync("mv -f -- \"$1\" \"$1.1\"", [LogFile], "", ct);
        return 0;
    }

    /// <summary>What the server has written since a place in its log.</summary>
    public async Task<string> LogSinceAsync(long place, CancellationToken ct)
    {
        try
        {
            await using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log.Seek(Math.Min(place, log.Length), SeekOrigin.Begin);
            using var reader = new StreamReader(log);
            return await reader.ReadToEndAsync(ct);
        }
        catch (IOException)
        {
            return "";
        }
    }

    public static bool IsDiskFull(string text) =>
        text.Contains("No space left on device", StringComparison.Ordinal)
        || text.Contains("Disk quota exceeded", StringComparison.Ordinal);

    private Task WriteAsync(string name, string text, CancellationToken ct) =>
        MustAsync("umask 077 && cat >\"$1.new\" && mv -f -- \"$1.new\" \"$1\"", [Path.Combine(Data, name)], text, ct);

    private async Task MustAsync(string script, string[] arguments, string stdin, CancellationToken ct)
    {
        var result = await account.ShellAsync(script, arguments, stdin, ct);
        if (result.ExitCode != 0)
        {
            throw Failed(result);
        }
    }

    private PrivateClusterException Failed(CommandResult result) =>
        IsDiskFull(result.Errors)
            ? PrivateClusterException.DiskFull(Home)
            : PrivateClusterException.InitFailed(Home, result.Reason);

    private async Task EnsureAsync(string folder, bool mayBelongToRoot, CancellationToken ct)
    {
        if (await FolderFacts.OfAsync(folder, ct) is null)
        {
            // Given to its owner before it gets its name: whoever starts at the same time never sees it half-made.
            const string Make = """
                mkdir -p -- "${1%/*}" && new=$(mktemp -d -- "$1.XXXXXX") && chown -- "$2" "$new" || exit 1
                mv -T -n -- "$new" "$1" 2>/dev/null
                [ ! -d "$new" ] || rmdir -- "$new"
                test -d "$1"
                """;
            var owner = Environment.IsPrivilegedProcess ? account.Name + ":" : account.Name;
            var made = await Commands.RunAsync(["sh", "-c", Make, "sh", folder, owner], ct);
            if (made.ExitCode != 0)
            {
                throw IsDiskFull(made.Errors)
                    ? PrivateClusterException.DiskFull(folder)
                    : PrivateClusterException.NotOurs(folder, "den kunne ikke lages. " + made.Reason);
            }
        }

        await CheckOwnerAsync(folder, mayBelongToRoot, ct);
    }

    // Root may have made its data folder beforehand and keep other things there; the cluster itself may not be root's.
    private async Task CheckOwnerAsync(string folder, bool mayBelongToRoot, CancellationToken ct)
    {
        var why = await FolderFacts.OfAsync(folder, ct) switch
        {
            null => null,
            { IsLink: true } => "den er en symbolsk lenke",
            { IsFolder: false } => "den er ikke en mappe",
            { Uid: "0" } when mayBelongToRoot && Environment.IsPrivilegedProcess => null,
            { Uid: var uid } when !string.Equals(uid, account.Uid, StringComparison.Ordinal) =>
                $"den eies av bruker nummer {uid}, ikke av {account.Name}",
            _ => null,
        };
        if (why is not null)
        {
            throw PrivateClusterException.NotOurs(folder, why);
        }
    }
}
