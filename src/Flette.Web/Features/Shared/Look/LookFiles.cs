using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Features.Shared;

/// <summary>
/// The style sheets, icons and scripts of the program, read from the assembly itself: no folder to find, and the same
/// bytes from the program, from the demo and from a test. Style sheets are served one bundle per face.
/// </summary>
public static class LookFiles
{
    private static readonly string[] Ground =
    [
        "css/theme.css",
        "lib/designsystemet/theme.css",
        "lib/designsystemet/components.css",
        "css/base.css",
        "css/parts.css",
        "css/parts-pictures.css",
        "css/forms.css",
    ];

    private static readonly string[] Plan = ["css/parts-dense.css", "css/desk/plan.css", "css/desk/plan-folds.css"];

    /// <summary>Path of each bundle and the files it is made of, in order. The first file states the order of the layers.</summary>
    public static IReadOnlyDictionary<string, string[]> Bundles { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["/css/link.css"] = [.. Ground, "css/link.css", "css/print.css"],
            ["/css/family.css"] = [.. Ground, "css/family.css", "css/print.css"],
            ["/css/family-plan.css"] = [.. Ground, .. Plan, "css/family.css", "css/print.css"],
            ["/css/desk.css"] =
            [
                .. Ground,
                .. Plan,
                "css/desk/desk.css",
                "css/desk/today.css",
                "css/desk/sending.css",
                "css/desk/invitations.css",
                "css/desk/reader.css",
                "css/desk/minutes.css",
                "css/desk/meeting.css",
                "css/desk/writing.css",
                "css/desk/publishing.css",
                "css/desk/agenda.css",
                "css/desk/families.css",
                "css/desk/transitions.css",
                "css/desk/narrow.css",
                "css/print.css",
            ],
            ["/css/projector.css"] = [.. Ground, "css/projector.css", "css/print.css"],
            ["/css/paper.css"] = [.. Ground, "css/parts-dense.css", "css/paper.css", "css/print.css"],
        };

    private static readonly string[] Single =
    [
        "/img/icons.svg",
        "/img/mark.svg",
        "/js/desk.js",
        "/js/call-log.js",
        "/js/minutes/lines.js",
        "/js/minutes/sending.js",
        "/js/minutes/following.js",
        "/js/minutes/field.js",
        "/js/minutes.js",
        "/js/projector.js",
        "/lib/htmx/htmx.min.js",
    ];

    private static readonly FrozenDictionary<string, LookFile> Files = Bundles
        .Select(bundle => new LookFile(
            bundle.Key,
            Encoding.UTF8.GetBytes(string.Join('\n', bundle.Value.Select(ReadText)))
        ))
        .Concat(Single.Select(path => new LookFile(path, Encoding.UTF8.GetBytes(ReadText(path[1..])))))
        .ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>Every path that is served.</summary>
    public static IEnumerable<string> Paths => Files.Keys;

    /// <summary>The file at a path such as "/css/desk.css", or null.</summary>
    public static LookFile? Find(string path) => Files.GetValueOrDefault(path);

    /// <summary>The address to write in a page: with the version, so that a browser may keep it for a year.</summary>
    /// <exception cref="ArgumentException">No such file is served: a page names something that does not exist.</exception>
    public static string Url(string path) =>
        Files.TryGetValue(path, out var file)
            ? file.Url
            : throw new ArgumentException($"No file is served at {path}.", nameof(path));

    /// <summary>The text of a served file, for a page that must stand alone (the PDF).</summary>
    public static string Text(string path) => Encoding.UTF8.GetString(Files[path].Plain);

    private static string ReadText(string name)
    {
        using var stream =
            typeof(LookFiles).Assembly.GetManifestResourceStream($"wwwroot/{name}")
            ?? throw new InvalidOperationException($"wwwroot/{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>One served file with its compressed forms, made the first time somebody asks.</summary>
public sealed class LookFile
{
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    internal LookFile(string path, byte[] plain)
    {
        Path = path;
        Plain = plain;
        Version = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        brotli = new(() => Compress(target => new BrotliStream(target, CompressionLevel.SmallestSize)));
        gzip = new(() => Compress(target => new GZipStream(target, CompressionLevel.SmallestSize)));
    }

    public string Path { get; }

    public byte[] Plain { get; }

    /// <summary>The first twelve hex digits of SHA-256 of the content.</summary>
    public string Version { get; }

    public string Url => $"{Path}?v={Version}";

    public byte[] Brotli => brotli.Value;

    public byte[] Gzip => gzip.Value;

    public string ContentType =>
        System.IO.Path.GetExtension(Path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target))
            stream.Write(Plain);
        return target.ToArray();
    }
}
