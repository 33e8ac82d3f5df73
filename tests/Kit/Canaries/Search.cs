using System.Text;

namespace Flette.Kit.Canaries;

/// <summary>A canary where it should not be.</summary>
/// <param name="Place">As <c>WAL</c>.</param>
/// <param name="Where">File, line or name there.</param>
/// <param name="Form">How it lay.</param>
/// <param name="Around">What stands around it.</param>
public sealed record Finding(string Place, string Where, CanaryForm Form, string Around)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Where}: {Form.How}: …{Around}…";
}

/// <summary>Looks for one canary in place after place, and keeps what it finds.</summary>
public sealed class Search(Canary canary)
{
    private const int Context = 60;

    private readonly List<Finding> _found = [];
    private readonly Dictionary<string, long> _looked = new(StringComparer.Ordinal);

    /// <summary>What was found, a line for each.</summary>
    public IReadOnlyList<Finding> Found => _found;

    /// <summary>How many bytes were looked through, by place: a place with nothing in it proves nothing.</summary>
    public IReadOnlyDictionary<string, long> Looked => _looked;

    /// <summary>Looks through some bytes.</summary>
    public void Bytes(string place, string where, ReadOnlySpan<byte> bytes)
    {
        _looked[place] = _looked.GetValueOrDefault(place) + bytes.Length;
        foreach (var (form, at) in canary.In(bytes))
        {
            var from = Math.Max(0, at - Context);
            var until = Math.Min(bytes.Length, at + form.Bytes.Length + Context);
            var around = Encoding.Latin1.GetString(bytes[from..until]);
            var plain = string.Concat(around.Select(c => c is >= ' ' and < '\u007f' or >= '\u00a1' ? c : '·'));
            _found.Add(new Finding(place, where, form, plain));
        }
    }

    /// <summary>Looks through lines of text.</summary>
    public void Lines(string place, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        // In one go: thousands of short looks take longer than one long one.
        Bytes(place, "lines", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    /// <summary>Looks through a file, which may go away meanwhile.</summary>
    public void File(string place, string path)
    {
        try
        {
            // A pipe has no length, and would be waited for.
            if (new FileInfo(path).Length > 0)
            {
                Bytes(place, path, System.IO.File.ReadAllBytes(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone again, a socket, or closed to us.
        }
    }

    /// <summary>Looks through a folder and all in it.</summary>
    /// <param name="except">Files that belong to another place.</param>
    public void Folder(string place, string path, Func<string, bool>? except = null)
    {
        foreach (var file in Files(path).Where(f => except?.Invoke(f) != true))
        {
            File(place, file);
        }
    }

    private static IEnumerable<string> Files(string path) =>
        Directory
            .EnumerateFiles(
                path,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.None,
                    IgnoreInaccessible = true,
                }
            )
            .Where(f => new FileInfo(f).LinkTarget is null);
}
