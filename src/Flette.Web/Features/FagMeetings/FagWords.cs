using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.FagMeetings;

/// <summary>The words of the yes to fagmøter, on the desk.</summary>
public static class FagWords
{
    /// <summary>The topics to choose from.</summary>
    public static IReadOnlyList<FieldOption> TopicOptions { get; } =
        Enum.GetValues<Topic>()
            .Select(t => new FieldOption(t.ToString(), NorwegianDates.Capital(Topics.Words(t))))
            .ToList();

    /// <summary>«helse og skole/barnehage».</summary>
    public static string Of(IEnumerable<Topic> topics) => Listing.And(topics.Select(Topics.Words));

    /// <summary>What is said yes to, word for word: this is what is read aloud and what is stored.</summary>
    /// <param name="name">First name of the one who is talked of.</param>
    public static string Sentence(FagYesDraft draft, string name)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Sentence(
            Of(draft.Topics.Order()),
            name,
            draft.Purpose?.Trim() ?? "",
            draft.Until is { } until ? NorwegianDates.WithYear(until) : ""
        );
    }

    /// <summary>The same with what is not filled in yet left open.</summary>
    public static string Open { get; } = Sentence("[temaene]", "[hvem]", "[formålet]", "[dagen]");

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    /// <param name="name">First name of a member.</param>
    public static (string Field, string Text) Of(Refusal refusal, Func<Guid, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return refusal switch
        {
            FagYesIncomplete i => ("Input.Givers", $"Vi mangler ja fra {Listing.And(i.Of.Select(name))}."),
            NotHersToGive n => (
                "Input.Givers",
                $"Det er ikke {name(n.Member)} som sier ja for den dere skal snakke om."
            ),
            FagNotAllowed n => ("Input.About", $"{NotAllowed}: {name(n.About)}."),
            FagYesRunsOut r => ("Input.Day", RunsOut(r.Until)),
            _ => Of(refusal),
        };
    }

    /// <summary>The same where no names are at hand.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            FagAboutMissing => ("Input.About", "Velg hvem det skal snakkes om."),
            NobodyMayConsent => (
                "Input.Givers",
                "Ingen i familien er registrert med rett til å si ja for henne eller ham. Registrer foreldreansvar eller verge først. Har barnevernet omsorgen, er det de som svarer."
            ),
            GiverMissing => ("Input.Givers", "Velg hvem som sa ja."),
            FagYesIncomplete => ("Input.Givers", "Alle som må si ja, har ikke gjort det."),
            NotHersToGive => ("Input.Givers", "Velg dem som sier ja for den dere skal snakke om."),
            InTheFuture => ("Input.On", "Et ja skrives inn når det er sagt, ikke før."),
            FagYesDay => ("Input.On", "Skriv hvilken dag ja-et ble sagt. Det kan ikke være mer enn et år siden."),
            FagYesHow => ("Input.How", "Velg hvordan ja-et ble sagt."),
            FagTopicsMissing => ("Input.Topics", "Velg minst ett tema det kan snakkes om."),
            FagPurposeMissing => ("Input.Purpose", "Skriv hva møtet er til for."),
            FagPurposeTooLong => ("Input.Purpose", $"Det er for langt. Høyst {FagYesRules.LongestPurpose} tegn."),
            FagUntilImpossible => (
                "Input.Until",
                "Skriv siste dag ja-et gjelder: tidligst i dag, og høyst ett år etter at det ble sagt."
            ),
            FagNotAllowed => ("Input.About", NotAllowed + "."),
            FagYesRunsOut r => ("Input.Day", RunsOut(r.Until)),
            FagSetUpByItself => (
                "Input.Kind",
                "Et fagmøte settes opp for seg, så det er klart hvem det gjelder. Velg Nytt møte."
            ),
            NoSuchFagYes => ("", "Ja-et er trukket, eller gjelder ikke deg. Se hva som står nå."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private const string NotAllowed =
        "Et fagmøte holdes bare når familien har sagt ja. Det mangler for den dere skal snakke om";

    private static string RunsOut(DateOnly until) =>
        $"Ja-et gjelder bare til {NorwegianDates.WithYear(until)}. Velg en dag før det, eller be om et nytt ja.";

    private static string Sentence(string topics, string name, string purpose, string until) =>
        $"Jeg sier ja til at de som er i teamet, kan møtes uten oss og snakke om {topics} for {name}. Det er for å {purpose}. Ja-et gjelder til og med {until}. Jeg får vite samme dag at de har møttes og hva de ble enige om, og kan trekke ja-et når jeg vil, uten å si hvorfor.";
}
