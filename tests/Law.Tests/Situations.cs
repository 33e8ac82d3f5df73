using Flette.Core.Law.Deciding;
using static Flette.Core.Law.Deciding.ConsentRule;
using static Flette.Core.Law.Deciding.Matter;

namespace Flette.Law.Tests;

/// <summary>The decided situations (trust.md, Ages and positions). Each was decided from the text of the section it names.</summary>
public static class Situations
{
    internal const string Both = "ansvar:mor ansvar:far bor:mor bor:far";

    public static IReadOnlyList<Situation> All { get; } =
    [
        // Expecting.
        new("Familien venter barn", "venter", "", Plan, Each, "gravid", "gravid", "", "§ 7-2 a"),
        new("Venter, og faren er kjent", "venter", "ansvar:far", Plan, Each, "gravid", "gravid", "", "§ 5"),
        new("Fødselsdag er ikke skrevet", "?", "ansvar:mor", Plan, NotSettled, "", "", "", ""),
        // Joint responsibility, one home and two.
        new("Felles ansvar, to hjem", "8", Both, Plan, Each, "mor far", "hun mor far", "", "§ 5"),
        new(
            "Felles ansvar, ett hjem",
            "3",
            "ansvar:mor ansvar:far",
            HealthCare,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-4 første ledd"
        ),
        new(
            "Én har ansvaret alene",
            "8",
            "ansvar:mor bor:mor",
            HealthCare,
            Each,
            "mor",
            "hun mor",
            "",
            "§ 4-4 første ledd"
        ),
        new("Stefar i hjemmet", "8", "ansvar:mor", School, Each, "mor", "hun mor", "", "§ 30"),
        new(
            "Bor fast hos far uten ansvar, hverdagshjelp",
            "8",
            "ansvar:mor bor:far",
            HealthCare,
            One,
            "mor far",
            "hun mor",
            "",
            "§ 4-4 annet ledd",
            "daglig"
        ),
        new(
            "Nødvendig hjelp, foreldre er uenige",
            "8",
            Both,
            HealthCare,
            One,
            "mor far",
            "hun mor far",
            "mor far",
            "§ 4-4 tredje ledd",
            "nødvendig"
        ),
        new(
            "Bor fast hos mor",
            "4",
            "ansvar:mor ansvar:far bor:mor",
            DailyLife,
            Each,
            "mor",
            "hun mor far",
            "",
            "§ 37"
        ),
        new(
            "Den hun også bor hos, har ikke ansvar",
            "4",
            "ansvar:mor ansvar:far bor:mor bor:stefar",
            DailyLife,
            Each,
            "mor",
            "hun mor far",
            "",
            "§ 37"
        ),
        new("Bor fast hos begge", "4", Both, DailyLife, Each, "mor far", "hun mor far", "", "§ 37"),
        new("Ingen er registrert", "8", "", Plan, NotSettled, "", "hun", "", "§ 5"),
        // 7 and 12.
        new(
            "Seks år: høres når hun kan danne seg et syn",
            "7-1d",
            Both,
            Plan,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 3-1"
        ),
        new("Syv år: skal høres", "7", Both, Plan, Each, "mor far", "hun mor far", "", "§ 4-4 femte ledd"),
        new(
            "Elleve år og vil ikke at foreldre vet",
            "12-1d",
            Both,
            HealthCare,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-4 første ledd",
            "vil-ikke"
        ),
        new(
            "Tolv år og vil ikke at foreldre vet",
            "12",
            Both,
            HealthCare,
            Self,
            "hun",
            "hun",
            "hun",
            "§§ 3-4 og 4-3",
            "vil-ikke",
            "mor far"
        ),
        new("Tolv år, foreldre er informert", "12", Both, HealthCare, Each, "mor far", "hun mor far", "", "§ 31"),
        new(
            "Under tolv, tungtveiende hensyn",
            "9",
            Both,
            HealthCare,
            Provider,
            "",
            "hun",
            "",
            "§ 4-3 sjette ledd",
            "tungtveiende"
        ),
        new(
            "Fjorten, tungtveiende hensyn",
            "14",
            Both,
            HealthCare,
            Self,
            "hun",
            "hun",
            "",
            "§ 3-4 tredje ledd",
            "tungtveiende"
        ),
        // 15.
        new(
            "Femten: part i barnevernet",
            "15",
            Both,
            ChildWelfare,
            SelfAndEach,
            "hun mor far",
            "hun mor far",
            "",
            "§ 12-3"
        ),
        new(
            "Fjorten: ikke part i barnevernet",
            "15-1d",
            Both,
            ChildWelfare,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 1-4"
        ),
        new("Femten: egen opplæring", "15", Both, Education, Self, "hun", "hun mor far", "", "§ 24-5"),
        new("Femten: tilrettelegging på skolen", "15", Both, School, Self, "hun", "hun mor far", "", "§ 24-5"),
        new("Fjorten: opplæring", "15-1d", Both, Education, Each, "mor far", "hun mor far", "", "§ 30"),
        new(
            "Femten: vedtak fra Nav",
            "15",
            Both,
            Welfare,
            Each,
            "mor far",
            "hun mor far",
            "hun",
            "§§ 16, 17, 18 og 27"
        ),
        new(
            "Femten: planen er foreldrenes ja",
            "16-1d",
            Both,
            Plan,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 4-4 første ledd"
        ),
        // Protected address.
        new(
            "Skjult adresse for faren",
            "8",
            Both,
            Plan,
            Each,
            "mor far",
            "hun mor far",
            "",
            "§ 5",
            "skjult:far",
            WithoutPlace: "far"
        ),
        new(
            "Skjult adresse, og fare",
            "8",
            Both,
            Plan,
            Each,
            "mor far",
            "hun",
            "",
            "§ 3-4 tredje ledd",
            "skjult:far tungtveiende"
        ),
        .. OlderSituations.All,
    ];
}
