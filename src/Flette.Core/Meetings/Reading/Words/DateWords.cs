namespace Flette.Core.Meetings.Reading.Words;

/// <summary>The names of months and days as patterns of alternatives, in one place.</summary>
internal static class DateWords
{
    public const string MonthNames =
        "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember";

    /// <summary>Whole and shortened.</summary>
    public const string Months = MonthNames + "|jan|febr|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|des";

    /// <summary>In front of «dag», bokmål and nynorsk.</summary>
    public const string WeekdayStems = "man|måan|mån|tirs|tys|ons|tors|fre|laur|lør|søn|sun";
}
