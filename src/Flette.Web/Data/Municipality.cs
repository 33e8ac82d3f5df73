using Flette.Web.Access;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Flette.Web.SignIn;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Data;

/// <summary>One municipality as configured. Everything that goes out under its name comes from here, never from the Host header.</summary>
public sealed record MunicipalityOptions
{
    /// <summary>Short stable key, part of what is authenticated in every sealed text. Lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>The name people know, as <c>Fjellvik kommune</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Exact host names, without port.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Public address, as <c>https://fjellvik.flette.no</c>. Links that go out begin with it, never with the Host header.</summary>
    public required Uri Address { get; init; }

    /// <summary>How its mail leaves the house.</summary>
    public required MailOptions Mail { get; init; }

    /// <summary>How its text messages leave the house; null when it sends none.</summary>
    public SmsOptions? Sms { get; init; }

    /// <summary>Where the answers of calendars come in; null when nobody reads them.</summary>
    public InboundOptions? Inbound { get; init; }

    /// <summary>Where its people sign in: members and staff, several of each where it is so.</summary>
    public IReadOnlyList<IssuerOptions> SignIn { get; init; } = [];

    /// <summary>
    /// Connection string of the role that serves (<c>flette_app</c>). Left out, the program keeps a PostgreSQL of its own in the data
    /// folder. A password in it makes the configuration a secret file: mode 0600.
    /// </summary>
    public string Connection { get; init; } = "";

    /// <summary>Connection string of the role that owns the tables (<c>flette_owner</c>): for <c>flette migrate</c>, <c>backup</c>, <c>restore</c> and <c>keys</c>.</summary>
    public string? OwnerConnection { get; init; }

    /// <summary>File with the 32-byte master key, mode 0600. Left out, it is <c>{Key}.key</c> in the key folder.</summary>
    public string KeyFile { get; init; } = "";
}

/// <summary>A municipality in service: its database and its key.</summary>
public sealed class Municipality : IAsyncDisposable
{
    internal Municipality(MunicipalityOptions options, MasterKey master, NpgsqlDataSource database)
    {
        Key = options.Key;
        Name = options.Name;
        Hosts = options.Hosts;
        Address = options.Address;
        Mail = options.Mail;
        Sms = options.Sms;
        Inbound = options.Inbound;
        SignIn = options.SignIn;
        Master = master;
        Database = database;
    }

    public string Key { get; }

    public string Name { get; }

    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Links that go out begin with it.</summary>
    public Uri Address { get; }

    /// <summary>Whether its pages are served over encrypted connections only: everywhere but in the demo.</summary>
    public bool IsEncrypted => Address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Where its people sign in.</summary>
    public IReadOnlyList<IssuerOptions> SignIn { get; }

    /// <summary>How its mail leaves the house.</summary>
    public MailOptions Mail { get; }

    /// <summary>How its text messages leave the house; null when it sends none.</summary>
    public SmsOptions? Sms { get; }

    /// <summary>Where the answers of calendars come in; null when nobody reads them.</summary>
    public InboundOptions? Inbound { get; }

    /// <summary>Where a write says that mail waits.</summary>
    public Wake Outgoing { get; } = new();

    public MasterKey Master { get; }

    public NpgsqlDataSource Database { get; }

    /// <summary>Whether something was written to the log here since the sealer last looked. Only a hint: it looks now and then in any case.</summary>
    internal bool HasUnsealed
    {
        get => Volatile.Read(ref _hasUnsealed);
        set => Volatile.Write(ref _hasUnsealed, value);
    }

    private bool _hasUnsealed = true;

    /// <summary>Whose turn it is to write in a family.</summary>
    internal FamilyTurns Turns { get; } = new();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
