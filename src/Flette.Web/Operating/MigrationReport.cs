using Flette.Web.Data;

namespace Flette.Web.Operating;

/// <summary>Says what came of migrating.</summary>
public static class MigrationReport
{
    /// <summary>A line for each, and what failed on <paramref name="errors"/>. 0 when nothing did, else 1.</summary>
    public static int Write(IReadOnlyList<MigrationResult> results, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var result in results)
        {
            output.WriteLine(
                result switch
                {
                    { Error: not null, From: 0 } => $"{result.Key}: ikke løftet",
                    { Error: not null } => $"{result.Key}: står på versjon {result.From}, ikke løftet",
                    _ when result.From == result.To => $"{result.Key}: versjon {result.To} fra før",
                    _ => $"{result.Key}: fra versjon {result.From} til {result.To}",
                }
            );
        }
        var failed = results.Where(r => r.Error is not null).ToList();
        if (failed.Count == 0)
        {
            return 0;
        }
        errors.WriteLine($"Dette gikk ikke ({failed.Count} av {results.Count}):");
        foreach (var f in failed)
        {
            errors.WriteLine($"  {f.Key}: {f.Error!.ReplaceLineEndings(" ")}");
        }
        return 1;
    }
}
