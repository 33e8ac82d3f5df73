using System.Globalization;
using Flette.Documents.Docx;

namespace Flette.Documents.Minutes;

/// <summary><c>read-minutes FILE [--today D]</c>: the reading of a file as JSON on the output, without a database.</summary>
public static class ReadMinutesCommand
{
    private const int Unreadable = 2;

    /// <summary>
    /// Runs the command. 0 when the file could be read, also when nothing was found in it; 2 with one line on
    /// <paramref name="error"/> when it could not, or the arguments are wrong.
    /// </summary>
    /// <param name="args">The file, and optionally <c>--today YYYY-MM-DD</c>. A leading <c>read-minutes</c> is skipped.</param>
    /// <param name="output">Receives the JSON.</param>
    /// <param name="error">Receives the one line about what is wrong.</param>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error) =>
        Run(args, output, error, DocumentImport.FromBytes);

    internal static int Run(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        Func<ReadOnlyMemory<byte>, DateOnly, ImportOutcome> import
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (Parse(args) is not { } asked)
        {
            error.WriteLine("Bruk: read-minutes FIL [--today ÅÅÅÅ-MM-DD]");
            return Unreadable;
        }

        var (outcome, problem) = Import(asked.File, bytes => import(bytes, asked.Today));
        switch (outcome)
        {
            case ImportOutcome.Imported imported:
                output.Write(MinutesJson.Write(imported.Reading));
                return 0;
            case ImportOutcome.Refused refused:
                error.WriteLine($"{asked.File}: {Words(refused.Reason)}");
                return Unreadable;
            default:
                error.WriteLine($"{asked.File}: {problem}");
                return Unreadable;
        }
    }

    private static (ImportOutcome? Outcome, string? Problem) Import(
        string file,
        Func<ReadOnlyMemory<byte>, ImportOutcome> import
    )
    {
        try
        {
            var info = new FileInfo(file);
            return !info.Exists ? (null, "Finner ikke filen.")
                : info.Length > ImportLimits.PackedBytes
                    ? (new ImportOutcome.Refused(new ImportRefusal.TooLargePacked(info.Length)), null)
                : (import(File.ReadAllBytes(file)), null);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, "Filen kan ikke åpnes.");
        }
    }

    /// <summary>Each refusal in one line.</summary>
    internal static string Words(ImportRefusal reason) =>
        reason switch
        {
            ImportRefusal.Corrupt => "Filen er skadet og kan ikke leses.",
            ImportRefusal.Encrypted => "Filen er beskyttet med passord.",
            ImportRefusal.OldDoc => "Filen er i det gamle Word-formatet (.doc). Lagre den som .docx og prøv igjen.",
            ImportRefusal.Pdf => "Filen er en PDF. Bruk Word-filen, eller lim inn teksten.",
            ImportRefusal.Empty => "Filen har ingen tekst.",
            ImportRefusal.TooLargePacked => "Filen er større enn 25 MB.",
            ImportRefusal.TooLargeUnpacked =>
                "Dokumentet er for stort (over 100 MB, 5000 avsnitt eller linjer, eller 200 000 tegn).",
            ImportRefusal.PasteTooLong => "Teksten er lengre enn 200 000 tegn.",
            ImportRefusal.TooManyAgreements => "Dokumentet har mer enn 200 avtaler. Del det i ett dokument per møte.",
            ImportRefusal.TooManyPeople =>
                $"Dokumentet har mer enn {ImportLimits.People} personer. Del det i ett dokument per møte.",
            ImportRefusal.TooSlow => "Det tok for lang tid å lese filen. Prøv igjen, eller del den i flere.",
            ImportRefusal.NotText => "Filen er verken tekst eller et Word-dokument.",
            _ => throw new InvalidOperationException("A refusal without words."),
        };

    private static (string File, DateOnly Today)? Parse(IReadOnlyList<string> args)
    {
        string? file = null;
        DateOnly? today = null;
        for (
            var i = args.Count > 0 && string.Equals(args[0], "read-minutes", StringComparison.Ordinal) ? 1 : 0;
            i < args.Count;
            i++
        )
        {
            if (string.Equals(args[i], "--today", StringComparison.Ordinal))
            {
                if (
                    ++i >= args.Count
                    || !DateOnly.TryParseExact(
                        args[i],
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return null;
                }

                today = day;
            }
            else if (file is null && args[i].Length > 0 && !args[i].StartsWith("--", StringComparison.Ordinal))
            {
                file = args[i];
            }
            else
            {
                return null;
            }
        }

        return file is null ? null : (file, today ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
    }
}
