using System.Security.Cryptography;
using Flette.Kit;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Vault;

/// <summary>A sealed text opens with its owner's key, in its own row, in its own municipality, unchanged. Else not.</summary>
public class SealedTests
{
    private static readonly MasterKey Master = new(RandomNumberGenerator.GetBytes(MasterKey.Size));
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly Place Here = new("item", Guid.NewGuid());

    [Fact]
    public void It_opens_where_it_was_sealed()
    {
        var (ring, box, keys) = Sealed();
        Assert.Equal("Siri Ødegård", ring.Open<string>(box, Owner, Here));
        using var later = new KeyRing("fjellvik", Master, keys);
        Assert.Equal("Siri Ødegård", later.Open<string>(box, Owner, Here));
        Assert.Equal(1, box.KeyNumber);
    }

    [Fact]
    public void Two_sealings_of_the_same_text_differ_and_say_nothing()
    {
        var (ring, box, _) = Sealed();
        var again = ring.Seal("Siri Ødegård", Owner, Here);
        Assert.False(box.Bytes.Span.SequenceEqual(again.Bytes.Span));
        Assert.Equal(-1, box.Bytes.Span.IndexOf("Siri"u8));
    }

    [Fact]
    public void A_flipped_bit_anywhere_does_not_open()
    {
        var (ring, box, _) = Sealed();
        for (var at = 0; at < box.Bytes.Length; at++)
        {
            var bytes = box.Bytes.ToArray();
            bytes[at] ^= 1;
            Assert.Throws<VaultException>(() => ring.Open<string>(new Sealed(bytes), Owner, Here));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    public void A_cut_one_does_not_open(int length)
    {
        var (ring, box, _) = Sealed();
        Assert.Throws<VaultException>(() => ring.Open<string>(new Sealed(box.Bytes[..length]), Owner, Here));
    }

    [Fact]
    public void It_does_not_open_in_another_row_or_table_or_for_another_owner()
    {
        var (ring, box, _) = Sealed();
        Assert.Throws<VaultException>(() => ring.Open<string>(box, Owner, new Place("item", Guid.NewGuid())));
        Assert.Throws<VaultException>(() => ring.Open<string>(box, Owner, Here with { Table = "member" }));
        Assert.Throws<VaultException>(() => ring.Open<string>(box, Other, Here));
    }

    [Fact]
    public void It_does_not_open_with_another_master_key_or_in_another_municipality()
    {
        var (_, box, keys) = Sealed();
        using var wrong = new KeyRing("fjellvik", new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Size)), keys);
        using var elsewhere = new KeyRing("sundhavn", Master, keys);
        Assert.Throws<VaultException>(() => wrong.Open<string>(box, Owner, Here));
        Assert.Throws<VaultException>(() => elsewhere.Open<string>(box, Owner, Here));
    }

    [Fact]
    public void A_wrapped_key_swapped_with_anothers_does_not_open()
    {
        var (_, box, keys) = Sealed();
        var swapped = keys.Select(k => k with { Owner = k.Owner == Owner ? Other : Owner });
        using var ring = new KeyRing("fjellvik", Master, swapped);
        Assert.Throws<VaultException>(() => ring.Open<string>(box, Owner, Here));
    }

    [Fact]
    public void A_destroyed_key_opens_nothing_and_seals_nothing()
    {
        var (_, box, keys) = Sealed();
        using var ring = new KeyRing("fjellvik", Master, keys.Select(k => k with { Wrapped = null }));
        Assert.Throws<VaultException>(() => ring.Open<string>(box, Owner, Here));
        Assert.Throws<VaultException>(() => ring.Seal("x", Owner, Here));
    }

    [Fact]
    public void The_newest_key_seals_and_the_older_ones_still_open()
    {
        var (ring, box, _) = Sealed();
        ring.NewKey(Owner);
        var newer = ring.Seal("nytt", Owner, Here);
        Assert.Equal(2, newer.KeyNumber);
        Assert.Equal("nytt", ring.Open<string>(newer, Owner, Here));
        Assert.Equal("Siri Ødegård", ring.Open<string>(box, Owner, Here));
    }

    [Fact]
    public void What_went_wrong_never_says_what_it_was()
    {
        var (ring, box, _) = Sealed();
        var failure = Assert.Throws<VaultException>(() => ring.Open<string>(box, Other, Here));
        Assert.DoesNotContain("Siri", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void A_key_file_of_another_size_is_refused(int size)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            $"has {size} bytes",
            Read(folder, RandomNumberGenerator.GetBytes(size), UnixFileMode.UserRead | UnixFileMode.UserWrite),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_key_file_others_may_touch_is_refused_with_what_to_do(UnixFileMode more)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "chmod 600",
            Read(folder, RandomNumberGenerator.GetBytes(32), UnixFileMode.UserRead | UnixFileMode.UserWrite | more),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_key_file_is_refused_or_made_for_its_owner_only()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("sub", "a.key");
        Assert.Contains(
            "missing",
            Assert.Throws<VaultException>(() => MasterKey.FromFile(path, create: false)).Message,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(path));
        var made = MasterKey.FromFile(path, create: true);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(made.Derive("kek"), MasterKey.FromFile(path, create: true).Derive("kek"));
    }

    [Fact]
    public void Each_use_has_a_key_of_its_own()
    {
        var keys = new[] { "kek", "audit", "link", "ident", "search", "code" }
            .Select(u => Convert.ToHexString(Master.Derive(u)))
            .ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(64, k.Length));
    }

    private static string Read(TemporaryFolder folder, byte[] bytes, UnixFileMode mode)
    {
        var path = folder.In("a.key");
        File.WriteAllBytes(path, bytes);
        File.SetUnixFileMode(path, mode);
        return Assert.Throws<VaultException>(() => MasterKey.FromFile(path, create: false)).Message;
    }

    private static (KeyRing Ring, Sealed Box, List<WrappedKey> Keys) Sealed()
    {
        var ring = new KeyRing("fjellvik", Master, []);
        var keys = new List<WrappedKey> { ring.NewKey(Owner), ring.NewKey(Other) };
        return (ring, ring.Seal("Siri Ødegård", Owner, Here), keys);
    }
}
