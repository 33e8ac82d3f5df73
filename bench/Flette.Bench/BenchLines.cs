using System.Globalization;
using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Web;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>
/// Lines of live minutes: so many write at once, each in a meeting of her own, and all in one meeting. The meetings are begun and
/// the lines posted by the real forms, as the page's script sends them.
/// </summary>
internal static class BenchLines
{
    public const int Writers = 20;

    private const string Apart = "Lagret linje, hvert sitt møte";
    private const string Together = "Lagret linje, samme møte";
    private const string Line = "! ringer skolen om skyss og gir beskjed til foreldrene, i morgen";

    /// <summary>What the rows are called.</summary>
    public static readonly string[] Names = [Apart, Together];

    /// <summary>Begins the meetings and readies a request for each who writes.</summary>
    public static async Task<IReadOnlyList<LoadPage>> PagesAsync(
        string address,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var apart = new List<string>();
        foreach (var family in families.Take(Writers))
        {
            using var desk = await DeskAsync(address, municipality, family, cancel);
            apart.Add(await LineAsync(desk, await BeginAsync(desk, family.Family, cancel), cancel));
        }
        var together = new List<string>();
        var one = "";
        for (var i = 0; i < Writers; i++)
        {
            using var desk = await DeskAsync(address, municipality, families[0], cancel);
            one = one.Length == 0 ? await BeginAsync(desk, families[0].Family, cancel) : one;
            together.Add(await LineAsync(desk, one, cancel));
        }
        return
        [
            new LoadPage(Apart, Once: false, apart, Writers),
            new LoadPage(Together, Once: false, together, Writers),
        ];
    }

    private static Task<Visitor> DeskAsync(
        string address,
        Municipality municipality,
        BenchFamily family,
        CancellationToken cancel
    ) => Visitor.OpenAsync(address, municipality, AskerKind.Staff, family.Staff, cancel);

    /// <summary>Begins a meeting today; where its minutes are written.</summary>
    private static Task<string> BeginAsync(Visitor desk, Guid family, CancellationToken cancel) =>
        desk.PostAsync(
            $"/f/{family}/mote/nytt",
            new(StringComparer.Ordinal)
            {
                ["Input.Kind"] = "Ansvarsgruppe",
                ["Input.Day"] = TimeProvider.System.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            cancel
        );

    /// <summary>The request that writes a line, with a place for its key.</summary>
    private static Task<string> LineAsync(Visitor desk, string meeting, CancellationToken cancel) =>
        desk.RequestAsync(
            meeting,
            meeting,
            new(StringComparer.Ordinal) { ["Typed"] = Line },
            "Flette-Part: 1\r\n",
            cancel
        );
}
