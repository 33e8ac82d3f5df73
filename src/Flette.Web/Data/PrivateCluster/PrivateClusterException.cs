namespace Flette.Web.Data;

/// <summary>
/// The private cluster cannot be started or used. The message says in one or two sentences what to do; the
/// <see cref="Reference"/> is stable, so that it can be searched for.
/// </summary>
public sealed class PrivateClusterException : Exception
{
    private PrivateClusterException(string reference, string message)
        : base($"{message} ({reference})") => Reference = reference;

    /// <summary>For example <c>FLETTE-DB-04</c>.</summary>
    public string Reference { get; }

    internal static PrivateClusterException NoPostgres(string looked) =>
        new(
            "FLETTE-DB-01",
            $"PostgreSQL 15 or newer is not installed: no initdb in {looked}. Install the package postgresql-15."
        );

    internal static PrivateClusterException WrongVersion(
        string folder,
        string made,
        string found
    ) =>
        new(
            "FLETTE-DB-02",
            $"The database in {folder} was made by PostgreSQL {made}, and installed is {found}. Install postgresql-{made}, or choose another FLETTE_DATA."
        );

    internal static PrivateClusterException NotOurs(string folder, string why) =>
        new(
            "FLETTE-DB-03",
            $"{folder} is not ours to use: {why}. Choose another folder with FLETTE_DATA, or give it back to its owner."
        );

    internal static PrivateClusterException Unreachable(string folder, string user) =>
        new(
            "FLETTE-DB-04",
            $"The user {user} cannot write in {folder}: a folder above it is closed to others. Choose an open place with FLETTE_DATA, for example below /var/lib."
        );

    internal static PrivateClusterException DiskFull(string folder) =>
        new(
            "FLETTE-DB-05",
            $"The disk of {folder} is full. Make room and start again; nothing saved is lost."
        );

    internal static PrivateClusterException BadSocketFolder(string folder, string why) =>
        new(
            "FLETTE-DB-06",
            $"The socket folder {folder} is refused: {why}. Remove it, or choose another with FLETTE_SOCKET."
        );

    internal static PrivateClusterException NotReady(string folder, string why, string logFile) =>
        new(
            "FLETTE-DB-07",
            $"PostgreSQL in {folder} did not become ready: {why} More stands in {logFile}."
        );

    internal static PrivateClusterException Busy(string folder) =>
        new(
            "FLETTE-DB-08",
            $"Another program has been starting the database in {folder} for a long time. Is it stuck?"
        );

    internal static PrivateClusterException InitFailed(string folder, string why) =>
        new("FLETTE-DB-09", $"A new database could not be made in {folder}: {why}");

    internal static PrivateClusterException NoAccount(string why) =>
        new(
            "FLETTE-DB-10",
            $"The system user that is to own the database could not be found or made: {why}"
        );
}
