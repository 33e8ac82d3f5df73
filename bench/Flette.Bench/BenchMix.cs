using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>
/// A town's whole day at once: links opened and answered, plans read, families and coordinators on their first pages, at a rate that is
/// held whatever the answers take.
/// </summary>
internal static class BenchMix
{
    public const string Name = "Blandet, 250 i sekundet";
    public const string AnswersName = "Svar på en avtale";

    private const int Rate = 250;

    // Of a hundred requests: most are links, as in life.
    private const int Links = 55;
    private const int Plans = 20;
    private const int Families = 10;
    private const int Todays = 5;
    private const int Answers = 10;

    /// <summary>Requests that answer agreements by link: the page was opened, the form is sent.</summary>
    public static async Task<IReadOnlyList<string>> AnswersAsync(
        string address,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var requests = new List<string>();
        foreach (var family in families)
        {
            using var visitor = await Visitor.OpenAsync(address, municipality, AskerKind.Link, family.Link, cancel);
            var page = Sessions.LinkPath(family.Link);
            requests.Add(
                await visitor.RequestAsync(
                    page,
                    page,
                    new(StringComparer.Ordinal)
                    {
                        ["Agreement"] = family.Agreement.ToString(),
                        ["answer"] = "under-way",
                    },
                    "",
                    cancel
                )
            );
        }
        return requests;
    }

    /// <summary>The mixture, of the requests of each kind.</summary>
    public static LoadPage Of(
        IReadOnlyList<string> links,
        IReadOnlyList<string> plans,
        IReadOnlyList<string> families,
        IReadOnlyList<string> todays,
        IReadOnlyList<string> answers
    )
    {
        (IReadOnlyList<string> Of, int Share)[] parts =
        [
            (links, Links),
            (plans, Plans),
            (families, Families),
            (todays, Todays),
            (answers, Answers),
        ];
        // A hundred for each family there is, so that every family is met.
        var hundreds = Math.Max(1, links.Count / Links);
        return new LoadPage(
            Name,
            Once: false,
            parts
                .Where(p => p.Of.Count > 0)
                .SelectMany(p => Enumerable.Range(0, hundreds * p.Share).Select(i => p.Of[i % p.Of.Count]))
                .ToList(),
            Rate: Rate
        );
    }
}
