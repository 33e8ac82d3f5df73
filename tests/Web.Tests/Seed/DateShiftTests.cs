using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Flette.Demo.Minutes;
using Flette.Demo.Seed;

namespace Flette.Web.Tests.Seed;

public class DateShiftTests
{
    private static readonly DateOnly Written = new(2026, 11, 20);

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
                found.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{place} | {text[mention.Start..mention.End]} | {moved[0][i].Words} | {moved[1][i].Words} | {moved[2][i].Words}"
                );
            }
        }
        Assert.Equal(File.ReadAllText(Expected()), found.ToString());
    }

    private static string Expected([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "dates.txt");
}
