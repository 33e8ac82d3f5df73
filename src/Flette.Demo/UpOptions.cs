using System.Globalization;

namespace Flette.Demo;

/// <summary>What <c>./flette up</c> was told.</summary>
/// <param name="Port">Port on loopback.</param>
/// <param name="Empty">Staff only, no families.</param>
/// <param name="Families">How many generated families more.</param>
/// <param name="Fresh">Throw away what was stored.</param>
/// <param name="Connection">Maintenance connection of another PostgreSQL, or null for the private cluster.</param>
public sealed record UpOptions(
    int Port = 5080,
    bool Empty = false,
    int Families = 0,
    bool Fresh = false,
    string? Connection = null
)
{
    private const int MostFamilies = 100_000;

    /// <summary>Reads the arguments after <c>up</c>. The error is one line in Norwegian.</summary>
    public static (UpOptions? Options, string? Error) Parse(ReadOnlySpan<string> arguments)
    {
        var options = new UpOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--empty":
                    options = options with { Empty = true };
                    break;
                case "--fresh":
                    options = options with { Fresh = true };
                    break;
                case "--port" when Number(next, 1, 65535) is { } port:
                    options = options with { Port = port };
                    i++;
                    break;
                case "--families" when Number(next, 0, MostFamilies) is { } families:
                    options = options with { Families = families };
                    i++;
                    break;
                case "--connection" when !string.IsNullOrWhiteSpace(next):
                    if (DemoServer.Read(next) is null)
                    {
                        return (null, DemoServer.NotUnderstood);
                    }
                    options = options with { Connection = next };
                    i++;
                    break;
                default:
                    return (
                        null,
                        $"Forsto ikke «{arguments[i]}». Bruk: ./flette up [--port N] [--empty] [--families N] [--fresh] [--connection S]"
                    );
            }
        }
        return (options, null);
    }

    private static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : null;
}
