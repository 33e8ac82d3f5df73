using Flette.Core.Law.Deciding;
using static Flette.Core.Law.Deciding.ConsentRule;
using static Flette.Core.Law.Deciding.Matter;

namespace Flette.Law.Tests;

/// <summary>The decided situations from 16, and those that do not follow from age: the care taken over, and a verge.</summary>
internal static class OlderSituations
{
    private const string Both = Situations.Both;
    private const string Taken = "ansvar:mor ansvar:far omsorg foster:fosterfar foster:fostermor";

    public static IReadOnlyList<Situation> All { get; } =
    [
        // 16 and 17.
        new("Seksten: eget ja til plan", "16", Both, Plan, Self, "hun", "hun", "hun", "§ 4-3", Necessary: "mor far"),
        new(
            "Seksten: egen helsehjelp",
            "16",
            Both,
            HealthCare,
            Self,
            "hun",
            "hun",
            "hun",
            "§ 3-4 fjerde ledd",
            Necessary: "mor far"
        ),
        new("Sytten: deling", "17", Both, Sharing, Self, "hun", "hun", "hun", "§ 22", Necessary: "mor far"),
        new(
            "Seksten, tungtveiende hensyn",
            "16",
            Both,
            Plan,
            Self,
            "hun",
            "hun",
            "",
            "§ 3-4 tredje ledd",
            "tungtveiende"
        ),
        new(
            "Sytten uten kompetanse: helsehjelp",
            "17",
            Both + " uten-kompetanse",
            HealthCare,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-5"
        ),
        new(
            "Sytten uten kompetanse: plan",
            "17",
            Both + " uten-kompetanse",
            Plan,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-5"
        ),
        new(
            "Sytten uten kompetanse: deling",
            "17",
            Both + " uten-kompetanse",
            Sharing,
            One,
            "mor far",
            "hun mor far",
            "",
            "§ 22 tredje ledd"
        ),
        new(
            "Uten kompetanse, pårørende er valgt",
            "17",
            Both + " uten-kompetanse pårørende:søster",
            Sharing,
            One,
            "søster",
            "hun mor far",
            "",
            "§ 22 tredje ledd"
        ),
        new(
            "Femten uten kompetanse: alderen avgjør",
            "15",
            Both + " uten-kompetanse",
            Plan,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-4 første ledd"
        ),
        new("Seksten: Nav er vergenes", "16", Both, Welfare, Each, "mor far", "hun mor far", "hun", "§§ 16 og 17"),
        new("Sytten: skolen er hennes, foreldre ser", "17", Both, School, Self, "hun", "hun mor far", "", "§ 24-5"),
        // Barnevern has the care.
        new(
            "Omsorg overtatt: plan",
            "9",
            Taken,
            Plan,
            ChildWelfareService,
            "",
            "hun fosterfar fostermor",
            "",
            "§ 4-4 fjerde ledd",
            Necessary: ""
        ),
        new(
            "Omsorg overtatt: helsehjelp",
            "9",
            Taken,
            HealthCare,
            ChildWelfareService,
            "fosterfar fostermor",
            "hun fosterfar fostermor",
            "",
            "§ 4-4 fjerde ledd"
        ),
        new(
            "Omsorg overtatt: skole",
            "9",
            Taken,
            School,
            ChildWelfareService,
            "fosterfar fostermor",
            "hun fosterfar fostermor",
            "",
            "§ 24-4"
        ),
        new(
            "Omsorg overtatt: barnevernets vedtak",
            "9",
            Taken,
            ChildWelfare,
            ChildWelfareService,
            "",
            "hun mor far fosterfar fostermor",
            "mor far",
            "§ 12-2"
        ),
        new(
            "Omsorg overtatt, femten: part selv",
            "15",
            Taken,
            ChildWelfare,
            ChildWelfareService,
            "hun",
            "hun mor far fosterfar fostermor",
            "mor far",
            "§ 12-3"
        ),
        new(
            "Omsorg overtatt: penger er vergens",
            "9",
            Taken,
            Welfare,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§§ 16 og 17"
        ),
        new(
            "Omsorg overtatt, seksten: eget ja",
            "16",
            Taken,
            Plan,
            Self,
            "hun",
            "hun",
            "hun",
            "§ 4-3",
            Necessary: "fosterfar fostermor"
        ),
        new(
            "Omsorg overtatt, sytten uten kompetanse",
            "17",
            Taken + " uten-kompetanse",
            HealthCare,
            ChildWelfareService,
            "fosterfar fostermor",
            "hun fosterfar fostermor",
            "",
            "§ 4-4 fjerde ledd"
        ),
        new(
            "Omsorg overtatt, fare for barnet",
            "9",
            Taken,
            ChildWelfare,
            ChildWelfareService,
            "",
            "hun",
            "",
            "§ 12-2",
            "tungtveiende"
        ),
        // Verge.
        new("Verge for et barn", "10", "verge:verge", Plan, Each, "verge", "hun verge", "", "§ 5"),
        new("Fullmektig er ikke verge", "10", "ansvar:mor fullmektig:far", Plan, Each, "mor", "hun mor", "", "§ 5"),
        // 18.
        new("Dagen før atten", "18-1d", Both, Welfare, Each, "mor far", "hun mor far", "hun", "§§ 16 og 17"),
        new("Atten: eget ja, ingen andre ser", "18", Both, Plan, Self, "hun", "hun", "", "§ 8"),
        new("Atten: Nav er hennes", "18", Both, Welfare, Self, "hun", "hun", "", "§ 8"),
        new("Atten: ettervern er hennes ja", "18", Both, ChildWelfare, Self, "hun", "hun", "", "§ 3-6"),
        new(
            "Voksen uten kompetanse: helsehjelp",
            "19",
            "uten-kompetanse pårørende:mor",
            HealthCare,
            Provider,
            "mor",
            "hun mor",
            "",
            "§ 4-6"
        ),
        new(
            "Voksen uten kompetanse: plan",
            "19",
            "uten-kompetanse pårørende:mor verge:verge",
            Plan,
            One,
            "mor verge",
            "hun mor verge",
            "",
            "§ 5"
        ),
        new(
            "Voksen uten kompetanse: deling",
            "19",
            "uten-kompetanse pårørende:mor verge:verge",
            Sharing,
            One,
            "mor",
            "hun mor verge",
            "",
            "§ 22 tredje ledd"
        ),
        new(
            "Voksen uten kompetanse, ingen er registrert",
            "19",
            "uten-kompetanse ansvar:mor",
            Plan,
            NotSettled,
            "",
            "hun",
            "",
            "§ 5"
        ),
        new(
            "Voksen uten kompetanse: Nav ved verge",
            "19",
            "uten-kompetanse verge:verge",
            Welfare,
            One,
            "verge",
            "hun verge",
            "",
            "§ 8"
        ),
        new(
            "Voksen uten kompetanse og uten verge: Nav",
            "19",
            "uten-kompetanse pårørende:mor",
            Welfare,
            Self,
            "hun",
            "hun",
            "",
            "§ 8"
        ),
        new("Voksen med verge for penger", "19", "verge:verge", Plan, Self, "hun", "hun", "", "§ 8"),
        new("Voksen med verge: Nav", "19", "verge:verge", Welfare, Self, "hun", "hun verge", "", "§ 8"),
    ];
}
