using Flette.Core.Access;

namespace Flette.Core.Coordination.Duties;

/// <summary>
/// Which of the duties to inform and guide a talk with the family shows. The topic says it where it names a service; a talk of family
/// life does when its text speaks of informing or guiding, and of health and care when it names that. Pure.
/// </summary>
public static class Guidance
{
    /// <summary>How a line of guidance on health and care begins, when it is written from the list.</summary>
    public const string HealthOpening = "Informasjon og veiledning om helse- og omsorgstjenester: ";

    /// <summary>How one on other services and organisations begins.</summary>
    public const string OtherOpening = "Informasjon og veiledning om andre tjenester og organisasjoner: ";

    // Beginnings of words, in bokmål and nynorsk.
    private static readonly string[] Guiding =
    [
        "informa",
        "informer",
        "veiled",
        "rettlei",
        "forklar",
        "orienter",
        "henvis",
        "tilvis",
        "rettighet",
        "rettar",
        "brosjyre",
        "søknad",
        "søke",
    ];

    private static readonly string[] HealthAndCare =
    [
        "helse",
        "omsorg",
        "fastlege",
        "lege",
        "sykehus",
        "sjukehus",
        "habiliter",
        "fysio",
        "ergo",
        "logoped",
        "avlast",
        "bpa",
        "bup",
        "hjelpemid",
        "støttekontakt",
    ];

    /// <summary>The duty, or null when the line shows neither.</summary>
    public static Duty? Of(Talk talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (talk.With != TalkedWith.Family)
        {
            return null;
        }
        return talk.Topic switch
        {
            _ when Opens(talk, HealthOpening) => Duty.HealthGuidance,
            _ when Opens(talk, OtherOpening) => Duty.OtherGuidance,
            Topic.Health or Topic.MentalHealth => Duty.HealthGuidance,
            null or Topic.FamilyLife or Topic.Siblings => !Begins(talk.Text, Guiding) ? null
            : Begins(talk.Text, HealthAndCare) ? Duty.HealthGuidance
            : Duty.OtherGuidance,
            _ => Duty.OtherGuidance,
        };
    }

    /// <summary>Whether a topic is that of health and care services.</summary>
    public static bool IsHealth(Topic? topic) => topic is Topic.Health or Topic.MentalHealth;

    private static bool Opens(Talk talk, string opening) =>
        talk.Text.StartsWith(opening.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string text, string[] words) =>
        Words(text).Any(w => words.Any(b => w.StartsWith(b, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var within = i < text.Length && char.IsLetter(text[i]);
            if (within && start < 0)
            {
                start = i;
            }
            else if (!within && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
