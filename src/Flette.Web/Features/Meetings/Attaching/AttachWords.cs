using System.Globalization;
using Flette.Core;
using Flette.Core.Meetings.Attaching;
using Flette.Core.Words;
using Flette.Web.Access;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>The words about attachments.</summary>
public static class AttachWords
{
    /// <summary>Said where one is chosen.</summary>
    public const string Limits =
        "Høyst 25 MB, bilder høyst 10 MB. Et bilde kan fortelle hvor og når det er tatt; det blir ikke tatt bort.";

    /// <summary>How large something is: «1,2 MB».</summary>
    public static string Size(long bytes) =>
        bytes < 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes} byte")
        : bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 512) / 1024} kB")
        : (bytes / (1024m * 1024m)).ToString("0.#", Norwegian.Culture) + " MB";

    /// <summary>The same in the language of whoever reads; only the decimal sign differs.</summary>
    public static string Size(long bytes, Tongue tongue) =>
        tongue == Tongue.English ? Size(bytes).Replace(',', '.') : Size(bytes);

    /// <summary>What the documents of a meeting are called on the family's own page.</summary>
    public static string Heading(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => "Vedlegg",
            Tongue.English => "Attached documents",
            _ => "Vedlegg",
        };

    /// <summary>Why something is not done, and at which field it is said.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            FileMissing => ("Upload", "Velg et dokument. Er et valgt, er det tomt."),
            FileTooLarge f => (
                "Upload",
                $"{(f.IsPhoto ? "Bildet" : "Filen")} er for {(f.IsPhoto ? "stort" : "stor")}. Største {(f.IsPhoto ? "bilde" : "fil")} er {f.Most / (1024 * 1024)} MB. Velg en mindre."
            ),
            AttachmentAboutUnknown => ("Input.About", "Velg noen i familien."),
            SharedAboutNobody => ("Input.About", "Velg hvem det gjelder. Det avgjør hvem som kan lese det."),
            NothingToShareIn => (
                "Input.Shared",
                "Uten et ja til planen kan det ikke deles. La det stå i arbeidsnotatet."
            ),
            NoSuchAttachment => ("", "Vedlegget er tatt bort. Last siden på nytt."),
            NoSuchMeeting => ("", "Fant ikke møtet."),
            NothingToUndo => ("", "Det er ikke noe å angre."),
            ChangedMeanwhile => ("", "Noen andre endret vedlegget samtidig. Se hva som står nå, og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
