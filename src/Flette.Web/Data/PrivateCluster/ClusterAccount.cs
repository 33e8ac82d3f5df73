namespace Flette.Web.Data;

/// <summary>The operating-system account PostgreSQL runs as, and who connects to it.</summary>
/// <param name="Name">Owner of cluster and socket.</param>
/// <param name="Uid">The owner's number.</param>
/// <param name="ConnectsAs">The account this program runs as; <c>peer</c> maps it to the roles.</param>
internal sealed record ClusterAccount(string Name, string Uid, string ConnectsAs)
{
    private bool DropsRights => !string.Equals(Name, ConnectsAs, StringComparison.Ordinal);

    /// <summary>The command as this account: as root only PostgreSQL's own processes drop rights.</summary>
    public IReadOnlyList<string> As(params IEnumerable<string> command) =>
        DropsRights
            ? ["setpriv", "--reuid", Name, "--regid", Name, "--init-groups", "--no-new-privs", "--", .. command]
            : [.. command];

    /// <summary>
    /// The same for Chromium, whose sandbox is a program that needs a right of its own to shut the page in and then gives it up.
    /// </summary>
    public IReadOnlyList<string> AsItself(params IEnumerable<string> command) =>
        DropsRights ? ["setpriv", "--reuid", Name, "--regid", Name, "--init-groups", "--", .. command] : [.. command];

    /// <summary>Runs a shell script as this account; the arguments are <c>$1</c>, <c>$2</c> …</summary>
    public Task<CommandResult> ShellAsync(
        string script,
        IEnumerable<string> arguments,
        string stdin,
        CancellationToken ct
    ) => Commands.RunAsync(As(["sh", "-c", script, "sh", .. arguments]), stdin, ct);

    /// <summary>
    /// The account to use: ourselves, or as root the system user, which is made when missing (no home, no shell).
    /// PostgreSQL refuses to run as root.
    /// </summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-10.</exception>
    public static async Task<ClusterAccount> ResolveAsync(string systemUser, CancellationToken ct)
    {
        var me = Environment.UserName;
        if (!Environment.IsPrivilegedProcess)
        {
            return new ClusterAccount(me, await UidAsync(me, ct) ?? throw NoName(), me);
        }

        var uid = await UidAsync(systemUser, ct);
        if (uid is null)
        {
            var made = await Commands.RunAsync(
                [
                    "useradd",
                    "--system",
                    "--user-group",
                    "--no-create-home",
                    "--home-dir",
                    "/nonexistent",
                    "--shell",
                    "/usr/sbin/nologin",
                    systemUser,
                ],
                ct
            );
            // Two programs may make the user at the same time; what counts is that it is there afterwards.
            uid = await UidAsync(systemUser, ct) ?? throw PrivateClusterException.NoAccount(made.Reason);
        }

        return new ClusterAccount(systemUser, uid, me);
    }

    private static async Task<string?> UidAsync(string name, CancellationToken ct)
    {
        var id = await Commands.RunAsync(["id", "-u", "--", name], ct);
        return id.ExitCode == 0 ? id.Output.Trim() : null;
    }

    private static PrivateClusterException NoName() =>
        PrivateClusterException.NoAccount("kontoen programmet kjører som, har ikke noe navn på denne maskinen.");
}
