namespace Flette.Web.Data;

/// <summary>
/// The private cluster cannot be started or used. The message is for the terminal and says in one or
/// two sentences what to do; the <see cref="Reference"/> is stable, so that it can be searched for.
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
            $"PostgreSQL 15 eller nyere er ikke installert: fant ikke initdb i {looked}. Installer pakken postgresql-15."
        );

    internal static PrivateClusterException WrongVersion(string folder, string made, string found) =>
        new(
            "FLETTE-DB-02",
            $"Databasen i {folder} er laget av PostgreSQL {made}, men installert er {found}. Installer postgresql-{made}, eller velg en annen FLETTE_DATA."
        );

    internal static PrivateClusterException NotOurs(string folder, string why) =>
        new(
            "FLETTE-DB-03",
            $"{folder} kan ikke brukes: {why.TrimEnd('.')}. Velg en annen mappe med FLETTE_DATA, eller gi den tilbake til eieren."
        );

    internal static PrivateClusterException Unreachable(string folder, string user) =>
        new(
            "FLETTE-DB-04",
            $"Brukeren {user} kan ikke skrive i {folder}: en mappe over den er stengt for andre. Velg et åpent sted med FLETTE_DATA, for eksempel under /var/lib."
        );

    internal static PrivateClusterException DiskFull(string folder) =>
        new(
            "FLETTE-DB-05",
            $"Disken med {folder} er full. Rydd plass og start igjen; ingenting som er lagret, er tapt."
        );

    internal static PrivateClusterException BadSocketFolder(string folder, string why) =>
        new(
            "FLETTE-DB-06",
            $"Mappen {folder}, der databasen skal svare, kan ikke brukes: {why}. Fjern den, eller velg en annen FLETTE_DATA."
        );

    internal static PrivateClusterException NotReady(string folder, string why, string logFile) =>
        new("FLETTE-DB-07", $"PostgreSQL i {folder} ble ikke klar: {why.Trim().TrimEnd('.')}. Mer står i {logFile}.");

    internal static PrivateClusterException Busy(string folder) =>
        new("FLETTE-DB-08", $"Et annet program har lenge holdt på med å starte databasen i {folder}. Henger det?");

    internal static PrivateClusterException InitFailed(string folder, string why) =>
        new("FLETTE-DB-09", $"Kunne ikke lage en ny database i {folder}: {why}");

    internal static PrivateClusterException NoAccount(string why) =>
        new("FLETTE-DB-10", $"Fant ikke brukeren som skal eie databasen, og kunne ikke lage den: {why}");
}
