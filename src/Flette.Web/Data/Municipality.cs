using Flette.Web.Access;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Data;

/// <summary>One municipality as configured. Everything that goes out under its name comes from here, never from the Host header.</summary>
public sealed class MunicipalityOptions
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

    /// <summary>Where the answers of calendars come in; null when nobody reads them.</summary>
    public InboundOptions? Inbound { get; init; }

    /// <summary>Connection string of the role that serves (<c>flette_app</c>).</summary>
    public required string Connection { get; init; }

    /// <summary>File with the 32-byte master key, mode 0600.</summary>
    public required string KeyFile { get; init; }
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
        Inbound = options.Inbound;
        Master = master;
        Database = database;
    }

    public string Key { get; }

    public string Name { get; }

    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Links that go out begin with it.</summary>
    public Uri Address { get; }

    /// <summary>How its mail leaves the house.</summary>
    public MailOptions Mail { get; }

    /// <summary>Where the answers of calendars come in; null when nobody reads them.</summary>
    public InboundOptions? Inbound { get; }

    /// <summary>Where a write says that mail waits.</summary>
    public Wake Outgoing { get; } = new();

    public MasterKey Master { get; }

    public NpgsqlDataSource Database { get; }

    /// <summary>Whose turn it is to write in a family.</summary>
    internal FamilyTurns Turns { get; } = new();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
