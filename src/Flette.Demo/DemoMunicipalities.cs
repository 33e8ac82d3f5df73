using Flette.Web.Data;
using Flette.Web.Delivery;

namespace Flette.Demo;

/// <summary>The two invented municipalities of the demo.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Host">The one host it answers on.</param>
public sealed record DemoMunicipality(string Key, string Name, string Host)
{
    /// <summary>Fjellvik on localhost, Sundhavn on 127.0.0.1: two databases, two keys, one program.</summary>
    public static IReadOnlyList<DemoMunicipality> All { get; } =
    [new("fjellvik", "Fjellvik kommune", "localhost"), new("sundhavn", "Sundhavn kommune", "127.0.0.1")];

    /// <summary>Name of its database.</summary>
    public string Database => "flette_" + Key;

    /// <summary>As the program is told of it.</summary>
    public MunicipalityOptions Options(string connection, string keyFolder, DemoPorts ports) =>
        new()
        {
            Key = Key,
            Name = Name,
            Hosts = [Host],
            Address = new Uri($"http://{Host}:{ports.Web}"),
            Mail = new MailOptions
            {
                Host = "127.0.0.1",
                Port = ports.Mail,
                StartTls = false,
                From = $"flette@{Key}.example.no",
            },
            Sms = new SmsOptions
            {
                Address = new Uri($"http://127.0.0.1:{ports.Sms}/{Key}"),
                From = Name.Split(' ')[0],
            },
            Connection = connection,
            KeyFile = KeyFile(keyFolder),
        };

    /// <summary>Its key file.</summary>
    public string KeyFile(string keyFolder) => Path.Combine(keyFolder, Key + ".key");
}

/// <summary>Where the demo answers on loopback.</summary>
/// <param name="Web">Its pages; links in mail lead there.</param>
/// <param name="Mail">Its mailbox.</param>
/// <param name="Sms">Its gateway of text messages.</param>
public sealed record DemoPorts(int Web, int Mail, int Sms);
