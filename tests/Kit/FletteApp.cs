using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Flette.Web.Hosting;
using Flette.Web.Print;
using Flette.Web.SignIn;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flette.Kit;

/// <summary>
/// A whole program for a test: the demo's host on a free loopback port, both municipalities on fresh databases of its
/// own, and a clock the test moves.
/// </summary>
public sealed class FletteApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AppDatabases _databases;
    private readonly TemporaryFolder _folder;

    // A new connection takes the server more time than most of what is asked on it.
    private readonly ConcurrentDictionary<(string Municipality, string Role), NpgsqlDataSource> _past = new();

    private FletteApp(
        WebApplication app,
        AppDatabases databases,
        TemporaryFolder folder,
        TestClock clock,
        CapturedLog log,
        PostOffice post
    )
    {
        _app = app;
        _databases = databases;
        _folder = folder;
        Clock = clock;
        Log = log;
        Post = post;
        Port = new Uri(
            app.Services.GetRequiredService<IServer>()
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.First()
        ).Port;
        var all = app.Services.GetRequiredService<Databases>();
        Fjellvik = all.All.Single(m => m.Key == "fjellvik");
        Sundhavn = all.All.Single(m => m.Key == "sundhavn");
    }

    public TestClock Clock { get; }

    /// <summary>What the program would have written to its log.</summary>
    public CapturedLog Log { get; }

    /// <summary>Where its mail goes.</summary>
    public PostOffice Post { get; }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Answers on <c>localhost</c>.</summary>
    public Municipality Fjellvik { get; }

    /// <summary>Answers on <c>127.0.0.1</c>.</summary>
    public Municipality Sundhavn { get; }

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The name of a municipality's database.</summary>
    public string DatabaseOf(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return _databases.Name(municipality.Key);
    }

    /// <summary>Folder of keys and the Data Protection ring.</summary>
    public string KeyFolder => _databases.KeyFolder;

    /// <summary>Everything the program answers on, as routing knows it.</summary>
    public IEnumerable<EndpointDataSource> Endpoints => ((IEndpointRouteBuilder)_app).DataSources;

    /// <summary>Builds and starts it.</summary>
    /// <param name="adjust">Called last before the program is put together: services registered here win.</param>
    /// <param name="mailServer">Whether its mail server is up; if not, <see cref="PostOffice.OpenAsync"/> later.</param>
    /// <param name="connections">Most connections at a time to each database; the product's own number when nothing is said.</param>
    /// <param name="cluster">Where its databases are made; else in the cluster that all tests share.</param>
    /// <param name="mail">How mail leaves; else to <see cref="Post"/>.</param>
    /// <param name="signIn">Where people of a municipality, which answers at an address, sign in; else nowhere but at the personas.</param>
    /// <param name="inbound">Where Fjellvik's mail from calendars comes in; else nowhere.</param>
    public static async Task<FletteApp> StartAsync(
        Filling filling = Filling.Bare,
        Action<WebApplicationBuilder>? adjust = null,
        DateTimeOffset? now = null,
        bool mailServer = true,
        PrivateCluster? cluster = null,
        int? connections = null,
        MailOptions? mail = null,
        InboundOptions? inbound = null,
        Func<MunicipalityOptions, Uri, IReadOnlyList<IssuerOptions>>? signIn = null
    )
    {
        var folder = new TemporaryFolder();
        var databases = await AppDatabases.MakeAsync(filling, folder, cluster);
        var clock = new TestClock(now ?? TestClock.Usual);
        var log = new CapturedLog();
        var post = new PostOffice(clock);
        if (mailServer)
        {
            await post.OpenAsync();
        }
        // Bound here, so that the port is ours and known before the program is told its own address.
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        var app = DemoHost.Build(
            new FletteOptions
            {
                Municipalities = databases.Options(
                    new DemoPorts(port, post.Port, post.SmsPort),
                    connections,
                    mail,
                    inbound,
                    signIn
                ),
                KeyFolder = databases.KeyFolder,
                WayIn = Personas.Path,
                Demo = true,
            },
            port: 0,
            post.Mailbox,
            builder =>
            {
                builder.WebHost.UseSockets(o => o.CreateBoundListenSocket = _ => listener);
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IPdfPrinter, PagePrinter>();
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(log);
                adjust?.Invoke(builder);
            }
        );
        await app.StartAsync();
        return new FletteApp(app, databases, folder, clock, log, post);
    }

    /// <summary>
    /// Another node beside this one, on the same databases and keys, with the same clock; its port on 127.0.0.1 stands in its addresses.
    /// </summary>
    public async Task<WebApplication> AnotherNodeAsync()
    {
        var node = DemoHost.Build(
            Services.GetRequiredService<FletteOptions>(),
            port: 0,
            Post.Mailbox,
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton<IPdfPrinter, PagePrinter>();
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(Log);
            }
        );
        await node.StartAsync();
        return node;
    }

    /// <summary>The address of a municipality.</summary>
    public Uri Address(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return new Uri($"http://{municipality.Hosts[0]}:{Port}/");
    }

    /// <summary>A visitor to a municipality, not signed in.</summary>
    public Browserless Visit(Municipality municipality) => new(this, municipality);

    /// <summary>A visitor with a session of her own, made as the sign-in would.</summary>
    public async Task<Browserless> SignedInAsync(
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level = Level.High
    )
    {
        var visitor = Visit(municipality);
        var token = await Sessions.NewAsync(
            municipality,
            kind,
            subject,
            level,
            Clock.GetUtcNow(),
            CancellationToken.None
        );
        visitor.SetCookie(Sessions.Cookie(municipality), token);
        return visitor;
    }

    /// <summary>A member of staff at work.</summary>
    public Task<Browserless> StaffAsync(Municipality municipality, Guid staff) =>
        SignedInAsync(municipality, AskerKind.Staff, staff);

    /// <summary>A member of a family.</summary>
    public Task<Browserless> MemberAsync(Municipality municipality, Guid member) =>
        SignedInAsync(municipality, AskerKind.Member, member);

    /// <summary>Whoever opens a link from her mail, with the page it leads to.</summary>
    public async Task<(Browserless Browser, Page Page)> LinkAsync(Municipality municipality, Guid link)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var visitor = Visit(municipality);
        return (visitor, await visitor.OpenAsync("/l/" + LinkTokens.Of(municipality.Master, link)));
    }

    /// <summary>Makes families, people and items the way the product does.</summary>
    public World World(Municipality municipality) => new(this, municipality);

    /// <summary>A connection past the program, for looking at what it stored.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(Municipality municipality, string role = PrivateCluster.OwnerRole)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var past = _past.GetOrAdd(
            (municipality.Key, role),
            p => NpgsqlDataSource.Create(_databases.Direct(p.Municipality, p.Role))
        );
        return await past.OpenConnectionAsync();
    }

    /// <summary>Both municipalities as an operator's command reaches them: as the role that owns the tables.</summary>
    public IReadOnlyList<MunicipalityOptions> AsOwner =>
        [
            .. Services
                .GetRequiredService<FletteOptions>()
                .Municipalities.Select(m => m with { Connection = _databases.Direct(m.Key, PrivateCluster.OwnerRole) }),
        ];

    /// <summary>Takes both databases away from this program, as when the server is gone.</summary>
    public async Task TakeDatabasesAwayAsync()
    {
        await _databases.TakeAwayAsync();
        foreach (var past in _past.Values)
        {
            past.Clear();
        }
    }

    /// <summary>Gives them back, as they are some time later: without connections that died meanwhile.</summary>
    public void GiveDatabasesBack()
    {
        _databases.GiveBack();
        Fjellvik.Database.Clear();
        Sundhavn.Database.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Post.DisposeAsync();
        foreach (var past in _past.Values)
        {
            await past.DisposeAsync();
        }
        await _databases.DisposeAsync();
        _folder.Dispose();
    }
}
