using System.Diagnostics;
using Flette.Kit;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Vault;

/// <summary>Keys and passwords lie where only the program, and root, can get at them.</summary>
public sealed class SecretFileTests
{
    [Fact]
    public void A_key_others_can_read_is_not_used()
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("a.key");
        _ = MasterKey.FromFile(file, create: true);
        Assert.Null(SecretFile.Problem(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var refused = Assert.Throws<VaultException>(() => MasterKey.FromFile(file, create: false));
        Assert.Contains($"chmod 600 '{file}'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.key")]
    public async Task As_root_a_key_or_folder_of_somebody_else_is_not_used(string whose)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give a file away.");
        using var folder = new TemporaryFolder();
        var file = folder.In("keys æ", "a.key");
        _ = MasterKey.FromFile(file, create: true);
        var given = Path.TrimEndingDirectorySeparator(folder.In("keys æ", whose));
        using var chown = Process.Start("chown", ["65534", given]);
        await chown.WaitForExitAsync(TestContext.Current.CancellationToken);
        var refused = Assert.Throws<VaultException>(() => MasterKey.FromFile(file, create: false));
        Assert.Contains($"{given} belongs to user number 65534", refused.Message, StringComparison.Ordinal);
    }
}
