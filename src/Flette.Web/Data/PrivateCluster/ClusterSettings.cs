namespace Flette.Web.Data;

/// <summary>What stands in the cluster's three configuration files.</summary>
internal static class ClusterSettings
{
    /// <summary>The ident map's name.</summary>
    private const string Map = "flette";

    /// <summary>
    /// Small memory, no network, nothing lost at a crash. The log leaves out failing statements and the details of
    /// errors, because both can hold words about people; the program sees every error anyway.
    /// </summary>
    public const string Server = """
        # Written by Flette before every start; changes here are lost. ALTER SYSTEM is kept.
        listen_addresses = ''
        unix_socket_permissions = 0700
        port = 5432
        max_connections = 100
        superuser_reserved_connections = 5

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        restart_after_crash = on
        checkpoint_timeout = 10min

        shared_buffers = 96MB
        work_mem = 4MB
        maintenance_work_mem = 48MB
        min_wal_size = 64MB
        max_wal_size = 512MB
        max_parallel_workers_per_gather = 0
        max_parallel_maintenance_workers = 0
        jit = off

        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'iso, ymd'
        lc_messages = 'C'
        lc_monetary = 'C.UTF-8'
        lc_numeric = 'C.UTF-8'
        lc_time = 'C.UTF-8'
        default_text_search_config = 'pg_catalog.simple'

        log_destination = 'stderr'
        logging_collector = off
        log_line_prefix = '%m [%p] '
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_statement = 'none'
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_min_duration_statement = -1
        log_autovacuum_min_duration = -1
        log_checkpoints = off

        """;

    /// <summary>Only our own account, only over the socket; never <c>trust</c>.</summary>
    public const string Access =
        "local all "
        + PrivateCluster.AdminRole
        + ","
        + PrivateCluster.OwnerRole
        + ","
        + PrivateCluster.AppRole
        + " peer map="
        + Map
        + "\n";

    /// <summary>The account this program runs as may be each of the three roles; no other account may be any.</summary>
    public static string Identities(string account) =>
        string.Concat(PrivateCluster.Roles.Select(role => $"{Map} \"{account}\" {role}\n"));
}
