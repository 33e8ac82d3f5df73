using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Flette.Demo.Minutes;
using Flette.Demo.Seed;

namespace Flette.Web.Tests.Seed;

public class DateShiftTests
{
    private static readonly DateOnly Written = new(2026, 11, 20);

    /// <summary>One line for each date: where, as written, and moved by 1, 26 and 53 weeks. Checked by eye when it changes.</summary>
    [Fact]
    public void Every_date_in_the_cases_and_documents_is_found_and_moved_as_listed()
    {
        var found = new StringBuilder();
        foreach (var (place, text, shift) in CaseTexts.All())
        {
            var moved = new[] { 1, 26, 53 }.Select(w => shift(w).Changes(text)).ToList();
            for (var i = 0; i < moved[0].Count; i++)
            {
                var mention = moved[0][i].Mention;
                var written = text[mention.Start..mention.End];
                found.Append(
                    CultureInfo.InvariantCulture,
                    $"{place} | {written} | {moved[0][i].Words} | {moved[1][i].Words} | {moved[2][i].Words}\n"
                );
            }
        }
        Assert.Equal(File.ReadAllText(Expected()), found.ToString());
    }

    [Fact]
    public void Moving_by_nothing_changes_nothing() =>
        Assert.All(CaseTexts.All(), t => Assert.Equal(t.Text, t.Shift(0).Text(t.Text)));

    [Theory]
    [InlineData("LOV-2025-06-20-81 § 7-2 a og FOR-2022-06-22-1110 § 9")]
    [InlineData("hol § 3-6 første ledd nr. 2, pbrl § 2-8, punkt 3.2")]
    [InlineData("Ring etter 14.30, helst kl. 10.11 eller klokka 07.20, 07.50 og 08.05.")]
    [InlineData("onsdager 10.10–11.12, tirsdag 10–12, kl 9-10.30")]
    [InlineData("tlf. 99 99 90 11, 2 400 kroner, 12.5 % og 1.5 km")]
    [InlineData("4. trinn, VG2, Strandgata 4, rom 114, A2, sats 3")]
    [InlineData("innen den 20. hver måned, i uka, 18 år, før jul og til påske")]
    [InlineData("August Mai og Mars Juni")]
    public void What_is_no_date_stays(string text) => Assert.Equal(text, new DateShift(26, Written).Text(text));

    [Theory]
    [InlineData(5, "18. august og 12. november 2026", "22. september og 17. desember 2026")]
    [InlineData(6, "26. november og 3. desember 2026", "7. januar og 14. januar 2027")]
    [InlineData(4, "27. november og 4. desember 2026", "25. desember 2026 og 1. januar 2027")]
    [InlineData(6, "12.–14. mars 2027", "23.–25. april 2027")]
    [InlineData(2, "14.–21. desember 2026", "28. desember 2026–4. januar 2027")]
    [InlineData(8, "fra 1. januar, senest 15.12", "fra 26. februar, senest 9.2")]
    [InlineData(7, "uke 51, 52 og 53", "uke 5, 6 og 7")]
    [InlineData(20, "uke 48", "uke 15")]
    [InlineData(53, "siden 2019, fra høsten 2027, ut mars 2027", "siden 2020, fra høsten 2028, ut mars 2028")]
    [InlineData(1, "tirsdag 29. september 2026, kl. 14.30–16.00", "tirsdag 6. oktober 2026, kl. 14.30–16.00")]
    [InlineData(-1, "Fylte 16 år 01.01.2027", "Fylte 16 år 25.12.2026")]
    [InlineData(67, "2026-11-20", "2028-03-03")]
    public void Dates_move_across_months_years_and_leap_days(int weeks, string text, string moved) =>
        Assert.Equal(moved, new DateShift(weeks, Written).Text(text));

    [Fact]
    public void Weeks_of_a_pregnancy_stay_where_they_are() =>
        Assert.Equal(
            "Kontroll uke 31, 15. januar",
            new DateShift(8, Written, weeksOfPregnancy: true).Text("Kontroll uke 31, 20. november")
        );

    [Theory]
    [InlineData(1)]
    [InlineData(26)]
    [InlineData(53)]
    public void A_document_reads_as_its_lines_moved(int weeks)
    {
        foreach (var document in DemoMinutes.All)
        {
            var shift = new DateShift(weeks, document.Written);
            Assert.Equal(CaseTexts.Lines(document).Select(shift.Text), CaseTexts.Lines(document, weeks));
            Assert.Equal(document.Moved(weeks), document.Moved(weeks));
        }
    }

    [Fact]
    public void A_date_split_across_runs_moves()
    {
        var docx = Docx.Of(
            "<w:r><w:t>Frist: 2</w:t></w:r><w:r><w:b/><w:t>7. nov</w:t></w:r><w:r><w:t>ember 2026, ring</w:t><w:tab/><w:t>4. desember</w:t></w:r>"
        );
        var moved = Docx.Words(DocxShift.Move(docx, new DateShift(5, Written)));
        Assert.Equal(["Frist: 1. januar 2027", "", ", ring", "8. januar"], moved);
    }

    private static string Expected([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "dates.txt");
}
