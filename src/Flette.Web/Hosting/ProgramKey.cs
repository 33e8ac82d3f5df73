using System.Security.Cryptography;
using System.Xml.Linq;
using Flette.Web.Vault;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Flette.Web.Hosting;

/// <summary>Seals the Data Protection ring under the program key, so that the folder alone opens no cookie or form.</summary>
public sealed class ProgramKeyEncryptor(MasterKey key) : IXmlEncryptor
{
    internal const int TagSize = 16;
    internal const int NonceSize = 12;

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Derive("ring"), TagSize);
        aes.Encrypt(
            box.AsSpan(0, NonceSize),
            plain,
            box.AsSpan(NonceSize, plain.Length),
            box.AsSpan(box.Length - TagSize)
        );
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(ProgramKeyDecryptor));
    }
}

/// <summary>Opens what <see cref="ProgramKeyEncryptor"/> sealed.</summary>
public sealed class ProgramKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var box = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[box.Length - ProgramKeyEncryptor.NonceSize - ProgramKeyEncryptor.TagSize];
        using var aes = new AesGcm(
            services.GetRequiredService<MasterKey>().Derive("ring"),
            ProgramKeyEncryptor.TagSize
        );
        aes.Decrypt(
            box.AsSpan(0, ProgramKeyEncryptor.NonceSize),
            box.AsSpan(ProgramKeyEncryptor.NonceSize, plain.Length),
            box.AsSpan(box.Length - ProgramKeyEncryptor.TagSize),
            plain
        );
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}
