using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flette.Documents.Docx;
using Flette.Documents.Minutes;

namespace Flette.Documents.Tests.Minutes;

public sealed class ReadMinutesCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flette-read-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_document_gives_JSON_with_Norwegian_letters_as_they_are()
    {
        var (code, output, error) = Run("read-minutes", Corpus.PathOf("d_nynorsk_skuledagen"), "--today", "2026-11-20");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Tilvising til PPT", output, StringComparison.Ordinal);
        Assert.Contains("sjølv", output, StringComparison.Ordinal);
        Assert.Equal(
            ["meeting", "present", "absent", "items", "next"],
            JsonNode.Parse(output)!.AsObject().Select(p => p.Key)
        );
    }

    [Fact]
    public void Nothing_found_is_an_answer()
    {
        var (code, output, error) = Run(Write("Handleliste\nmelk\nbrød\n"u8));

        var json = JsonNode.Parse(output)!;
        Assert.Equal((0, ""), (code, error));
        Assert.Empty(json["present"]!.AsArray());
        Assert.Empty(json["items"]!.AsArray().SelectMany(i => i!["agreements"]!.AsArray()));
        Assert.Null(json["next"]);
    }

    [Theory]
    [InlineData]
    [InlineData("a.txt", "b.txt")]
    [InlineData("a.txt", "--today")]
    [InlineData("a.txt", "--today", "20.11.2026")]
    [InlineData("--what")]
    public void Wrong_usage_says_how(params string[] args)
    {
        var (code, output, error) = Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Bruk:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_told_in_one_line()
    {
        foreach (
            var file in new[]
            {
                Path.Combine(_folder.FullName, "nowhere.docx"),
                Write("%PDF-1.7"u8),
                Write([]),
                Write("PK\u0003\u0004ødelagt"u8),
            }
        )
        {
            var (code, output, error) = Run(file);

            Assert.Equal((2, ""), (code, output));
            Assert.Single(error.TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public void A_reading_that_takes_too_long_is_told_in_one_line_and_no_trace()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var file = Write("Kari ringer BUP."u8);

        var code = ReadMinutesCommand.Run(
            [file],
            output,
            error,
            (bytes, _) => DocumentImport.FromBytes(bytes, _ => throw new RegexMatchTimeoutException())
        );

        Assert.Equal(
            (2, "", $"{file}: Det tok for lang tid å lese filen. Prøv igjen, eller del den i flere.\n"),
            (code, output.ToString(), error.ToString())
        );
    }

    [Fact]
    public void Every_refusal_has_its_line() =>
        Assert.All(
            typeof(ImportRefusal).GetNestedTypes(),
            kind =>
                Assert.Single(
                    ReadMinutesCommand.Words((ImportRefusal)RuntimeHelpers.GetUninitializedObject(kind)).Split('\n')
                )
        );

    private string Write(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = ReadMinutesCommand.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
