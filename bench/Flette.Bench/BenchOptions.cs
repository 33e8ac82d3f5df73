using System.Globalization;

namespace Flette.Bench;

/// <summary>What <c>./flette bench</c> was told.</summary>
/// <param name="Families">Families with a plan, which are read in random order.</param>
/// <param name="Seconds">How long each page is asked in each round; parts of a second too.</param>
/// <param name="Connections">How many ask at the same time.</param>
public sealed record BenchOptions(int Families = 1000, double Seconds = 5, int Connections = 16)
{
    /// <summary>Rounds that count; one before them warms up.</summary>
    public const int Rounds = 5;

    private const int MostFamilies = 100_000;
    private const double MostSeconds = 600;
    private const int MostConnections = 512;

    /// <summary>Reads the arguments. The error is one line in Norwegian.</summary>
    public static (BenchOptions? Options, string? Error) Parse(ReadOnlySpan<string> arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--families" when Number(value, MostFamilies) is { } families:
                    options = options with { Families = families };
                    break;
                case "--seconds" when Time(value) is { } seconds:
                    options = options with { Seconds = seconds };
                    break;
                case "--connections" when Number(value, MostConnections) is { } connections:
                    options = options with { Connections = connections };
                    break;
                default:
                    return (
                        null,
                        $"Forsto ikke «{arguments[i]}». Bruk: ./flette bench [--families N] [--seconds S] [--connections C]"
                    );
            }
        }
        return (options, null);
    }

    private static int? Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= most
            ? n
            : null;

    private static double? Time(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
        && n is > 0 and <= MostSeconds
            ? n
            : null;
}
