using Flette.Demo.Seed;

namespace Flette.Demo.Minutes;

/// <summary>A document one can try in the demo: invented minutes, moved to now like the families they are about.</summary>
/// <param name="File">File name.</param>
/// <param name="Municipality">Key of the municipality whose family it is about.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Written">The day of the meeting: dates without a year are the nearest to it.</param>
public sealed record DemoMinutes(string File, string Municipality, string Title, DateOnly Written)
{
    /// <summary>Where they are found.</summary>
    public const string Path = "/demo/referat";

    // All cases and documents are told as of this day (the cases' asOf), so all move by the same number of weeks.
    private static readonly DateOnly AsOf = new(2026, 11, 20);

    /// <summary>The documents. The first one is where a newcomer begins.</summary>
    public static IReadOnlyList<DemoMinutes> All { get; } =
    [
        new(
            "a_epost_avlastning_klage.txt",
            "fjellvik",
            "Gammelt referat for familien Hauge: ansvarsgruppemøte om avlastning, som e-post",
            new(2026, 5, 6)
        ),
        new(
            "c_overskrifter_tre_skoler.docx",
            "fjellvik",
            "Referat for familien Nordli: møte om tre barn på tre skoler, som Word-fil",
            new(2026, 9, 29)
        ),
        new(
            "f_fellesmote_motstridende_krav.docx",
            "sundhavn",
            "Notat for familien Tekle: fellesmøte om krav som ikke går sammen, som Word-fil",
            new(2026, 11, 4)
        ),
    ];

    /// <summary>Whether it is plain text, that can be copied.</summary>
    public bool IsText => File.EndsWith(".txt", StringComparison.Ordinal);

    /// <summary>What kind of file it is, for the browser.</summary>
    public string Media =>
        IsText
            ? "text/plain; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file with its dates moved to <paramref name="today"/>.</summary>
    public byte[] On(DateOnly today) => Moved(DateShift.WeeksTo(AsOf, today));

    /// <summary>The file with its dates moved by so many weeks.</summary>
    public byte[] Moved(int weeks)
    {
        var shift = new DateShift(weeks, Written);
        using var stream = typeof(DemoMinutes).Assembly.GetManifestResourceStream("minutes/" + File)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return IsText
            ? System.Text.Encoding.UTF8.GetBytes(shift.Text(System.Text.Encoding.UTF8.GetString(bytes)))
            : DocxShift.Move(bytes, shift);
    }
}

/// <summary>The day the demo's families were moved to.</summary>
public sealed record SeedDay(DateOnly Day);
