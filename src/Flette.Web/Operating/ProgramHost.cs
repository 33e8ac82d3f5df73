using System.Security.Cryptography.X509Certificates;
using Flette.Web.Hosting;

namespace Flette.Web.Operating;

/// <summary>The program as it listens in production.</summary>
public static class ProgramHost
{
    /// <summary>Builds it. Nothing but the configuration decides where it answers, neither variables nor files beside it.</summary>
    /// <param name="adjust">Called last before it is put together: services registered here win.</param>
    public static WebApplication Build(FletteOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(ProgramHost).Assembly.GetName().Name,
            }
        );
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var address in options.Listen.Select(l => ListenAddress.Read(l)!))
            {
                if (address.Socket is { } socket)
                {
                    kestrel.ListenUnixSocket(socket);
                }
                else if (address.IsEncrypted)
                {
                    var certificate = new ServedCertificate(
                        options.Certificate!,
                        options.CertificateKey!,
                        TimeProvider.System
                    );
                    kestrel.Listen(
                        address.Ip!,
                        address.Port,
                        l => l.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate.Now())
                    );
                }
                else
                {
                    kestrel.Listen(address.Ip!, address.Port);
                }
            }
        });
        adjust?.Invoke(builder);
        return FletteHost.Build(builder, options);
    }

    /// <summary>A certificate that is renewed while the program runs: its files are read anew each hour. A bad new one leaves the old in place.</summary>
    private sealed class ServedCertificate(string file, string key, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private X509Certificate2? _certificate;
        private DateTimeOffset _read;

        public X509Certificate2 Now()
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (_certificate is null || now - _read > TimeSpan.FromHours(1))
                {
                    try
                    {
                        _certificate = X509Certificate2.CreateFromPemFile(file, key);
                    }
                    catch (Exception) when (_certificate is not null)
                    {
                        // Half of a new one is written: the next hour finds it whole.
                    }
                    _read = now;
                }
                return _certificate;
            }
        }
    }
}
