using System.Collections.Concurrent;
using System.Security.Cryptography;
using Flette.Demo;
using Flette.Demo.Seed;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Flette.Web.SignIn;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Kit;

/// <summary>What stands in the databases when a program starts.</summary>
public enum Filling
{
    /// <summary>Schema and stamp, nobody and nothing: a <see cref="World"/> makes what the test needs.</summary>
    Bare,

    /// <summary>The demo's staff, personas and families, moved to <see cref="TestClock.Usual"/>.</summary>
    Demo,
}

/// <summary>
/// The databases of one program, copied from templates that are filled once per test program, each reached through a
/// socket folder of the program's own, so that a test can take the database away from one program only.
/// </summary>
internal sealed class AppDatabases : IAsyncDisposable
{
    private const string Socket = ".s.PGSQL.5432";

    private static readonly ConcurrentDictionary<string, byte[]> Keys = new(StringComparer.Ordinal);

    private readonly PrivateCluster _cluster;
    private readonly bool _shared;
    private readonly Dictionary<string, string> _names;
    private readonly string _sockets;

    private AppDatabases(PrivateCluster cluster, bool shared, Dictionary<string, string> names, TemporaryFolder folder)
    {
        _cluster = cluster;
        _shared = shared;
        _names = names;
        _sockets = folder.In("db");
        KeyFolder = folder.In("keys");
        Directory.CreateDirectory(_sockets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        GiveBack();
        foreach (var m in DemoMunicipality.All)
        {
            WriteKey(m.KeyFile(KeyFolder), Key(m));
        }
    }

    public string KeyFolder { get; }

    /// <param name="connections">How many the program may hold at a time; as many as the product takes when nothing is said.</param>
    /// <param name="mail">How mail leaves; else as the demo's does.</param>
    public IReadOnlyList<MunicipalityOptions> Options(
        DemoPorts ports,
        int? connections,
        MailOptions? mail,
        InboundOptions? inbound,
        Func<MunicipalityOptions, Uri, IReadOnlyList<IssuerOptions>>? signIn = null
    ) =>
        DemoMunicipality
            .All.Select(m => m.Options(Connection(m.Key, connections), KeyFolder, ports))
            .Select(m =>
                m with
                {
                    Mail = mail ?? m.Mail,
                    Inbound = m.Key == "fjellvik" ? inbound : null,
                    SignIn = signIn?.Invoke(m, new Uri($"http://{m.Hosts[0]}:{ports.Web}/")) ?? [],
                }
            )
            .ToList();

    /// <param name="own">A cluster to make them in, which ends with the test; else the one all tests share.</param>
    public static async Task<AppDatabases> MakeAsync(Filling filling, TemporaryFolder folder, PrivateCluster? own)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var m in DemoMunicipality.All)
        {
            names[m.Key] = own is null
                ? await TestCluster.CopyAsync(m.Key + filling, (c, database) => FillAsync(c, database, m, filling))
                : await MakeInAsync(own, m, filling);
        }
        return new AppDatabases(own ?? await TestCluster.GetAsync(), own is null, names, folder);
    }

    /// <summary>A municipality's database.</summary>
    public string Name(string municipality) => _names[municipality];

    /// <summary>Writes a key file as the vault wants it.</summary>
    public static void WriteKey(string path, byte[] key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, key);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Past the program: a connection string that works also while the database is taken away from it.</summary>
    public string Direct(string municipality, string role) => _cluster.ConnectionStringFor(_names[municipality], role);

    /// <summary>New connections fail as when the server is gone, and those there are end.</summary>
    public async Task TakeAwayAsync()
    {
        File.Delete(Path.Combine(_sockets, Socket));
        await using var db = new NpgsqlConnection(_cluster.MaintenanceConnectionString);
        await db.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = any($1)",
            db
        );
        command.Parameters.AddWithValue(_names.Values.ToArray());
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Undoes <see cref="TakeAwayAsync"/>.</summary>
    public void GiveBack() =>
        File.CreateSymbolicLink(Path.Combine(_sockets, Socket), Path.Combine(_cluster.SocketFolder, Socket));

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _names.Values.Where(_ => _shared))
        {
            await TestCluster.DropAsync(name);
        }
    }

    private static async Task<string> MakeInAsync(PrivateCluster cluster, DemoMunicipality m, Filling filling)
    {
        await using var db = new NpgsqlConnection(cluster.MaintenanceConnectionString);
        await db.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"create database \"{m.Key}\" owner {PrivateCluster.OwnerRole}",
            db
        );
        await command.ExecuteNonQueryAsync();
        await FillAsync(cluster, m.Key, m, filling);
        return m.Key;
    }

    private static byte[] Key(DemoMunicipality m) =>
        Keys.GetOrAdd(m.Key, _ => RandomNumberGenerator.GetBytes(MasterKey.Size));

    private static async Task FillAsync(PrivateCluster cluster, string database, DemoMunicipality m, Filling filling)
    {
        Rows.Set();
        var time = new TestClock(TestClock.Usual);
        var owner = cluster.ConnectionStringFor(database, PrivateCluster.OwnerRole);
        var migrated = await Migrator.RunAsync(
            m.Key,
            owner,
            new MasterKey(Key(m)),
            demo: true,
            time,
            CancellationToken.None
        );
        if (migrated.Error is { } error)
        {
            throw new InvalidOperationException(error);
        }
        if (filling == Filling.Bare)
        {
            return;
        }
        using var folder = new TemporaryFolder();
        WriteKey(m.KeyFile(folder.Path), Key(m));
        await using var databases = new Databases([
            m.Options(
                cluster.ConnectionStringFor(database, PrivateCluster.AppRole),
                folder.Path,
                new DemoPorts(Web: 1, Mail: 1, Sms: 1)
            ),
        ]);
        await Seeding.RunAsync(databases.All[0], new UpOptions(), time, _ => { }, CancellationToken.None);
    }

    private string Connection(string municipality, int? connections)
    {
        var text = new NpgsqlConnectionStringBuilder(Direct(municipality, PrivateCluster.AppRole)) { Host = _sockets };
        if (connections is { } most)
        {
            text.MaxPoolSize = most;
        }
        return text.ConnectionString;
    }
}
