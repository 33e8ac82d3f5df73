using System.Text;
using Flette.Core.Meetings.Attaching;

namespace Flette.Core.Tests.Meetings;

public class AttachingTests
{
    [Theory]
    [InlineData("Kart til skolen.pdf", "Kart til skolen.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\kari\Kart.pdf", "Kart.pdf")]
    [InlineData("kart\u202efdp.exe", "kartfdp.exe")]
    [InlineData("k\u200bart\r\nX: y.pdf", "kart X- y.pdf")]
    [InlineData("a<b>\"c\"|d?.pdf", "a-b--c--d-.pdf")]
    [InlineData(".hidden", "hidden")]
    [InlineData("Čáhcesuolu 🌲.odt", "Čáhcesuolu 🌲.odt")]
    [InlineData("\ud83c.pdf", "pdf")]
    [InlineData("..", "dokument")]
    [InlineData("  ", "dokument")]
    [InlineData(null, "dokument")]
    [InlineData("folder/", "dokument")]
    public void A_name_is_what_can_be_seen_of_it_and_no_place(string? sent, string expected) =>
        Assert.Equal(expected, FileName.Of(sent));

    [Fact]
    public void A_long_name_keeps_its_ending_and_is_cut_between_signs()
    {
        Assert.Equal(new string('a', FileName.Longest - 4) + ".pdf", FileName.Of(new string('a', 300) + ".pdf"));
        var trees = FileName.Of(string.Concat(Enumerable.Repeat("🌲", 150)) + "x.pdf");
        Assert.True(trees.Length <= FileName.Longest && trees.EndsWith("🌲.pdf", StringComparison.Ordinal), trees);
        Assert.Equal(FileName.Longest, FileName.Of("a." + new string('b', 300)).Length);
    }

    [Fact]
    public void A_name_that_was_made_once_stays_as_it_is()
    {
        var random = new Random(17);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([
                .. Enumerable.Range(0, random.Next(0, 200)).Select(_ => (char)random.Next(0, 0x10000)),
            ]);
            var name = FileName.Of(text);
            Assert.Equal(name, FileName.Of(name));
            Assert.InRange(name.Length, 1, FileName.Longest);
            Assert.DoesNotContain(name, c => c is '/' or '\\' || char.IsControl(c));
        }
    }

    [Theory]
    [InlineData("%PDF-1.7 …", "exe.txt", "application/pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n", "a.pdf", "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "a", "image/jpeg")]
    [InlineData("\0\0\0\u0018ftypheic", "a.jpg", "image/heic")]
    [InlineData("RIFF....WEBPVP8 ", "a", "image/webp")]
    [InlineData("PK\u0003\u0004", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("PK\u0003\u0004", "a.html", "application/zip")]
    [InlineData("<script>alert(1)</script>", "a.html", "text/plain; charset=utf-8")]
    [InlineData("MZ\u0090\0", "a.pdf", MediaType.Unknown)]
    public void The_type_is_what_the_bytes_say(string begins, string name, string expected) =>
        Assert.Equal(expected, MediaType.Of(Encoding.Latin1.GetBytes(begins), name));

    [Fact]
    public void Text_that_is_cut_in_a_letter_is_text()
    {
        var text = Encoding.UTF8.GetBytes("Følg stien 🌲");
        for (var end = text.Length; end > text.Length - 4; end--)
        {
            Assert.Equal("text/plain; charset=utf-8", MediaType.Of(text.AsSpan(0, end), "a"));
        }
        Assert.Equal(MediaType.Unknown, MediaType.Of(Encoding.Latin1.GetBytes("Følg stien"), "a.txt"));
    }

    [Theory]
    [InlineData(0, "text/plain", "FileMissing")]
    [InlineData(1, "text/plain", null)]
    [InlineData(25 * 1024 * 1024, "application/pdf", null)]
    [InlineData(25 * 1024 * 1024 + 1, "application/pdf", "FileTooLarge")]
    [InlineData(10 * 1024 * 1024, "image/png", null)]
    [InlineData(10 * 1024 * 1024 + 1, "image/png", "FileTooLarge")]
    public void A_file_has_a_size(long size, string media, string? refusal) =>
        Assert.Equal(refusal, AttachmentDraft.CheckFile(size, media)?.GetType().Name);
}
