namespace Flette.Kill.Tests;

/// <summary>Each kind of fault is seen, and nothing where nothing is wrong.</summary>
public class ReckoningTests
{
    private static readonly Row Old = new(Guid.CreateVersion7(), Companions: 3, Logged: 2);
    private static readonly KeyRow OldKey = new(Guid.CreateVersion7(), "/f/x");
    private static readonly Found Before = new([Old], [OldKey], Orphans: 0, ["Fra før", "Fra før"]);
    private static readonly Acknowledged Kept = new(new Post(Guid.CreateVersion7(), "Ny"), Guid.CreateVersion7(), 1);
    private static readonly Row New = new(Kept.Id, Companions: 1, Logged: 1);
    private static readonly KeyRow NewKey = new(Kept.Post.Key, $"/f/x/logg?logget={Kept.Id}");
    private static readonly Found Right = new([Old, New], [OldKey, NewKey], Orphans: 0, ["Ny", "Fra før", "Fra før"]);

    public static TheoryData<string, Fault> Wrongs { get; } =
        new()
        {
            { "no row", Fault.Lost },
            { "no key", Fault.Lost },
            { "no text", Fault.Lost },
            { "an old text less", Fault.Lost },
            { "two texts", Fault.Repeated },
            { "two keys", Fault.Repeated },
            { "two versions", Fault.Repeated },
            { "two log rows", Fault.Repeated },
            { "no version", Fault.Torn },
            { "no log row", Fault.Torn },
            { "a log row alone", Fault.Torn },
            { "another's key", Fault.Torn },
            { "a row more", Fault.Unasked },
            { "a key more", Fault.Unasked },
            { "a text more", Fault.Unasked },
        };

    [Fact]
    public void What_was_told_is_there_once() => Assert.Empty(Reckoning.Differences([Kept], Before, Right));

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void Whatever_is_wrong_is_seen(string wrong, Fault fault)
    {
        var now = wrong switch
        {
            "no row" => Right with { Rows = [Old] },
            "no key" => Right with { Keys = [OldKey] },
            "no text" => Right with { Texts = Before.Texts },
            "an old text less" => Right with { Texts = ["Ny", "Fra før"] },
            "two texts" => Right with { Texts = [.. Right.Texts, "Ny"] },
            "two keys" => Right with { Keys = [.. Right.Keys, NewKey] },
            "two versions" => Right with { Rows = [Old, New with { Companions = 2 }] },
            "two log rows" => Right with { Rows = [Old, New with { Logged = 2 }] },
            "no version" => Right with { Rows = [Old, New with { Companions = 0 }] },
            "no log row" => Right with { Rows = [Old, New with { Logged = 0 }] },
            "a log row alone" => Right with { Orphans = 1 },
            "another's key" => Right with { Keys = [OldKey, NewKey with { Location = "/" }] },
            "a row more" => Right with { Rows = [.. Right.Rows, New with { Id = Guid.CreateVersion7() }] },
            "a key more" => Right with { Keys = [.. Right.Keys, NewKey with { Key = Guid.CreateVersion7() }] },
            "a text more" => Right with { Texts = [.. Right.Texts, "Ukjent"] },
            _ => throw new ArgumentOutOfRangeException(nameof(wrong)),
        };
        Assert.Equal(fault, Assert.Single(Reckoning.Differences([Kept], Before, now)).Fault);
    }
}
