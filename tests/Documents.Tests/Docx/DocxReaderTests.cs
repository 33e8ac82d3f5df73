using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Tests.Docx;

public sealed class DocxReaderTests
{
    [Fact]
    public void Insertions_are_words_of_the_document_and_deletions_are_not()
    {
        var file = Word.File(
            "<w:p><w:r><w:t xml:space=\"preserve\">Kari </w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>mailer</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>ringer</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> BUP</w:t></w:r></w:p>"
                + "<w:p><w:moveFrom w:id=\"3\" w:author=\"x\"><w:r><w:t>flyttet fra</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\" w:author=\"x\"><w:r><w:t>flyttet til</w:t></w:r></w:moveTo></w:p>"
        );

        Assert.Equal(["Kari ringer BUP", "flyttet til"], Word.Lines(file));
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_the_paragraphs_and_a_deleted_row_is_gone()
    {
        var file = Word.File(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"x\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Kari ringer </w:t></w:r></w:p>"
                + Word.P("BUP")
                + "<w:tbl><w:tr><w:trPr><w:del w:id=\"2\" w:author=\"x\"/></w:trPr>"
                + Word.Cell(Word.P("borte"))
                + "</w:tr>"
                + Word.Row(Word.Cell(Word.P("igjen")))
                + "</w:tbl>"
        );

        Assert.Equal(["Kari ringer BUP", "igjen"], Word.Lines(file));
    }

    [Fact]
    public void Text_boxes_come_once_after_their_paragraph_though_Word_stores_them_twice()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>i boksen</w:t></w:r></w:p></w:txbxContent>";
        var file = Word.File(
            "<w:p><w:r><w:t>før</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData uri=\"x\"><wps:wsp><wps:txbx>"
                + Box
                + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
                + Box
                + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                + Word.P("etter")
        );

        Assert.Equal(["før", "i boksen", "etter"], Word.Lines(file));
    }

    [Fact]
    public void Page_headers_come_first_notes_and_footers_last()
    {
        var file = Word.File(
            Word.P("kropp"),
            header: Word.P("topp"),
            footer: Word.P("bunn"),
            footnote: Word.P("fotnote")
        );

        Assert.Equal(["topp", "kropp", "fotnote", "bunn"], Word.Lines(file));
        Assert.Equal(
            [SourcePart.Header, SourcePart.Body, SourcePart.Note, SourcePart.Note],
            Word.Import(file).Document.Lines.Where(l => !l.IsBlank).Select(l => l.Part)
        );
    }

    [Fact]
    public void Tables_in_tables_keep_all_their_words_and_are_read()
    {
        var inner =
            "<w:tbl>"
            + Word.Row(Word.Cell(Word.P("Tiltak")), Word.Cell(Word.P("Hvem")), Word.Cell(Word.P("Når")))
            + Word.Row(
                Word.Cell(Word.P("Bestille time")),
                Word.Cell(Word.P("Åse O'Brien")),
                Word.Cell(Word.P("12. mai"))
            )
            + "</w:tbl>";
        var file = Word.File(
            Word.P("Referat fra samarbeidsmøte 4. mai 2026")
                + Word.P("Til stede: Åse O'Brien, Per Đinđić, Máret Ŋoarju")
                + "<w:tbl>"
                + Word.Row(Word.Cell(Word.P("Utenfor"), inner, "<w:p/>"))
                + "</w:tbl>"
        );

        var (document, reading) = Word.Import(file);

        var agreement = Assert.Single(reading.Agreements);
        Assert.Equal("Bestille time", agreement.What);
        Assert.Equal("Åse O'Brien", Assert.Single(agreement.Responsible).Name);
        Assert.Equal(new DateOnly(2026, 5, 12), agreement.Due);
        Assert.Equal(["Åse O'Brien", "Per Đinđić", "Máret Ŋoarju"], reading.Present.Select(p => p.Name));
        Assert.Contains(document.Lines, l => l.Text == "Utenfor");
    }

    [Fact]
    public void Headings_are_known_by_inherited_style_and_outline_level()
    {
        var file = Word.File(
            Word.P("A", "<w:pStyle w:val=\"Egen\"/>") + Word.P("B", "<w:outlineLvl w:val=\"0\"/>") + Word.P("C")
        );

        Assert.Equal([2, 1, null], Word.Import(file).Document.Lines.Select(l => l.HeadingLevel));
    }

    [Fact]
    public void Fields_tabs_breaks_and_content_controls_keep_their_words()
    {
        var file = Word.File(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>i</w:t><w:tab/><w:t>felt</w:t><w:br/><w:t>ny</w:t><w:noBreakHyphen/><w:t>linje</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1. mai</w:t></w:r></w:p>"
        );

        Assert.Equal(["i\tfelt", "ny-linje", "1. mai"], Word.Lines(file));
    }
}
