using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Flette.Kit;
using Flette.Web.Tests.Delivery;

[assembly: AssemblyFixture(typeof(TrustedAuthority))]

namespace Flette.Web.Tests.Delivery;

/// <summary>
/// An authority this machine trusts, as an operator makes it trust a municipality's own: by the file OpenSSL is told of. That is read
/// once in a process, so it is told of before the first test. Everything else about a certificate is checked as always.
/// </summary>
public sealed class TrustedAuthority : IDisposable
{
    private const string Variable = "SSL_CERT_FILE";

    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddYears(-1);

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _own;

    public TrustedAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Flette test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: false,
                pathLengthConstraint: 0,
                critical: true
            )
        );
        _own = request.CreateSelfSigned(Start, Start.AddYears(3));
        var file = _folder.In("authority.pem");
        File.WriteAllText(file, _own.ExportCertificatePem());
        // The runtime keeps its own copy of the environment, which OpenSSL does not see.
        Assert.Equal(0, SetVariable(Bytes(Variable), Bytes(file), 1));
    }

    /// <summary>A certificate it vouches for.</summary>
    /// <param name="host">The one name it is for.</param>
    /// <param name="expired">Whether its time is over.</param>
    public X509Certificate2 Issue(string host, bool expired = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(
            _own,
            Start,
            Start.AddMonths(expired ? 6 : 24),
            RandomNumberGenerator.GetBytes(8)
        );
        return issued.CopyWithPrivateKey(key);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\0");

    public void Dispose()
    {
        _own.Dispose();
        _folder.Dispose();
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(byte[] name, byte[] value, int overwrite);
}
