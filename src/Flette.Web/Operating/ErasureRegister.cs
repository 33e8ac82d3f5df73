namespace Flette.Web.Operating;

/// <summary>
/// Whose keys have been destroyed, written outside the database so that a backup from before does not bring them back: a file beside the keys,
/// <c>erased-{municipality}.txt</c>, with an owner's id first in each line (trust.md, At rest).
/// </summary>
public static class ErasureRegister
{
    /// <summary>The owners. Throws <see cref="InvalidOperationException"/> for a line that names none: nobody is brought back by a slip.</summary>
    public static Guid[] Read(string keyFolder, string municipality)
    {
        var file = Path.Combine(keyFolder, $"erased-{municipality}.txt");
        return !File.Exists(file)
            ? []
            :
            [
                .. File.ReadLines(file)
                    .Where(l => !string.IsNullOrWhiteSpace(l))
                    .Select(l =>
                        Guid.TryParse(l.Split(' ')[0], out var id)
                            ? id
                            : throw new InvalidOperationException(
                                $"{file} har en linje som ikke kan leses. Ingenting er endret."
                            )
                    ),
            ];
    }
}
