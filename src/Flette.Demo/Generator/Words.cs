using Flette.Core.Access;

namespace Flette.Demo.Generator;

/// <summary>The generator's own words. None of the names is found in the cases (a test says so), so that a search finds one family.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Girls { get; } =
    [
        "Agnes",
        "Aurora",
        "Dina",
        "Edda",
        "Embla",
        "Fatima",
        "Frida",
        "Gaia",
        "Hanna",
        "Hedda",
        "Ingeborg",
        "Iris",
        "Jorun",
        "Kaja",
        "Lilje",
        "Live",
        "Luna",
        "Malin",
        "Marwa",
        "Nadia",
        "Nora",
        "Othilie",
        "Pernille",
        "Saga",
        "Selma",
        "Sunniva",
        "Thea",
        "Vilma",
        "Ylva",
    ];

    public static IReadOnlyList<string> Boys { get; } =
    [
        "Adrian",
        "Aksel",
        "Birk",
        "Brage",
        "Casper",
        "Didrik",
        "Eskil",
        "Falk",
        "Gaute",
        "Hallvard",
        "Iver",
        "Jeppe",
        "Kasper",
        "Leon",
        "Levi",
        "Magne",
        "Milo",
        "Noah",
        "Odin",
        "Oskar",
        "Peder",
        "Samir",
        "Sigve",
        "Storm",
        "Tarik",
        "Tobias",
        "Ulrik",
        "Vetle",
        "Yusuf",
    ];

    public static IReadOnlyList<string> Women { get; } =
    [
        "Amina",
        "Benedikte",
        "Birgit",
        "Charlotte",
        "Dorthe",
        "Eirin",
        "Elise",
        "Gyda",
        "Gry",
        "Hege",
        "Helene",
        "Ida",
        "Ingvild",
        "Janne",
        "Julie",
        "Karoline",
        "Kjersti",
        "Leila",
        "Lisbeth",
        "Marte",
        "Monica",
        "Oddrun",
        "Rebekka",
        "Sanna",
        "Sidsel",
        "Stella",
        "Tone",
        "Wenche",
        "Yasmin",
    ];

    public static IReadOnlyList<string> Men { get; } =
    [
        "Ahmed",
        "Anders",
        "Aslak",
        "Bernt",
        "Dag",
        "Egil",
        "Fredrik",
        "Gunnar",
        "Halvor",
        "Hassan",
        "Ivan",
        "Jarle",
        "Joakim",
        "Kjetil",
        "Lasse",
        "Magnus",
        "Njål",
        "Olaf",
        "Omar",
        "Preben",
        "Reidar",
        "Sturla",
        "Severin",
        "Torgeir",
        "Torvald",
        "Vidar",
        "Yngve",
        "Øyvind",
    ];

    /// <summary>First halves of surnames.</summary>
    public static IReadOnlyList<string> Fore { get; } =
    [
        "Aspe",
        "Bjørke",
        "Blå",
        "Brenne",
        "Elve",
        "Fure",
        "Gran",
        "Grøn",
        "Hassel",
        "Hegge",
        "Kløver",
        "Kvit",
        "Lauv",
        "Lyng",
        "Mose",
        "Nøtte",
        "Orre",
        "Ospe",
        "Rogne",
        "Selje",
        "Skar",
        "Snø",
        "Sol",
        "Stein",
        "Storm",
        "Tind",
        "Trane",
        "Ulve",
        "Vass",
        "Villmark",
    ];

    /// <summary>Second halves of surnames.</summary>
    public static IReadOnlyList<string> Aft { get; } =
    [
        "bakken",
        "berget",
        "botn",
        "dalen",
        "eng",
        "fossen",
        "grenda",
        "haugen",
        "heim",
        "holmen",
        "kroken",
        "lia",
        "myra",
        "neset",
        "stua",
        "tun",
        "vollen",
        "åsen",
    ];

    /// <summary>A profession, its service, who owns it and what it is on, and whom it concerns.</summary>
    public static IReadOnlyList<Profession> Professions { get; } =
    [
        new("kontaktlærer", "Rognelia skole", "municipality", Topic.School, ForChild: true),
        new("sosiallærer", "Kløverbakken skole", "municipality", Topic.School, ForChild: true),
        new("pedagogisk leder", "Tranestua barnehage", "private", Topic.School, ForChild: true),
        new("rådgiver", "PPT Tindeland", "municipality", Topic.School, ForChild: true),
        new("helsesykepleier", "Elvegrenda helsestasjon", "municipality", Topic.Health, ForChild: true),
        new("fysioterapeut", "Ergo- og fysioterapi Tindeland", "municipality", Topic.Health, ForChild: true),
        new("vernepleier", "Habiliteringsteamet Orreneset", "health-trust", Topic.Health, ForChild: true),
        new("fastlege", "Steinvollen legekontor", "private", Topic.Health, ForChild: false),
        new("psykolog", "BUP Seljeheim", "health-trust", Topic.MentalHealth, ForChild: true),
        new("ruskonsulent", "Rus og psykisk helse Ulvedalen", "municipality", Topic.MentalHealth, ForChild: false),
        new("veileder", "NAV Tindeland", "state-and-municipality", Topic.Welfare, ForChild: false),
        new("gjeldsrådgiver", "Økonomirådgivningen Tindeland", "municipality", Topic.Welfare, ForChild: false),
        new("boligkonsulent", "Boligtjenesten Snøfossen", "municipality", Topic.Housing, ForChild: false),
        new("kontaktperson", "Barneverntjenesten Orreneset", "municipality", Topic.ChildWelfare, ForChild: true),
        new("avdelingsleder", "Lauvtun avlastning", "municipality", Topic.Health, ForChild: true),
        new("trener", "Skarberget idrettslag", "voluntary", Topic.Leisure, ForChild: true),
    ];

    public static IReadOnlyList<string> Places { get; } =
    [
        "Rognelia skole, møterom 2",
        "Rådhuset, møterom Lauv",
        "Elvegrenda helsestasjon",
        "På skjerm",
        "Hjemme hos familien",
        "Kløverbakken skole, biblioteket",
    ];

    public static IReadOnlyList<string> Summaries { get; } =
    [
        "Hvordan hverdagen går, og hvem som gjør hva fram til neste gang.",
        "Skoledagen er blitt kortere. Familien ønsker hele dager igjen.",
        "Avlastning og søvn. Søknaden skrives ferdig sammen.",
        "Overgang til ny skole. Besøk avtales før sommeren.",
        "Økonomi og bolig lagt ved siden av hverandre.",
        "Hva som virker, og hva som kan slutte.",
    ];

    public static IReadOnlyList<string> Calls { get; } =
    [
        "Fortalte at uka har vært rolig. Vil snakkes igjen neste uke.",
        "Lurer på når svaret på søknaden kommer. Jeg spør og ringer tilbake.",
        "Fraværet på skolen øker. Foreslo et kort møte.",
        "Trenger hjelp til å forstå et brev. Leste det sammen.",
        "Takket for sist. Avlastningshelgen gikk fint.",
        "Ønsker å flytte møtet en halv time. Det går for de andre.",
        "Sa at det er for mange som ringer. Alt går gjennom meg framover.",
        "Snakket om sommeren og hvem som kan være hjemme når.",
        "Nye timer hos fysioterapeuten er satt opp.",
        "Bekymret for økonomien denne måneden. Avtalte samtale med rådgiver.",
    ];

    public static IReadOnlyList<string> Grounds { get; } = ["hol § 7-2", "hol § 7-2 a", "Nye mønstre"];
}

/// <summary>Someone who works with families.</summary>
/// <param name="Role">What she is.</param>
/// <param name="Service">Where.</param>
/// <param name="Owner">Who owns the service, as the register has it.</param>
/// <param name="Topic">What the service is on.</param>
/// <param name="ForChild">Whether it is a child's or a grown-up's.</param>
internal sealed record Profession(string Role, string Service, string Owner, Topic Topic, bool ForChild);
