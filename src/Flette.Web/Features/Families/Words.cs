using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Families;

/// <summary>The words about families and members.</summary>
public static class Words
{
    /// <summary>Said while no yes to a plan is recorded (FOR-2022-06-22-1110 § 5).</summary>
    public const string NoPlan =
        "Det er ikke registrert ja til en plan ennå. Alt her er arbeidsnotat, og ingenting sendes.";

    /// <summary>Said when the yes is withdrawn.</summary>
    public const string PlanWithdrawn =
        "Ja-et til planen er trukket. Planen kan leses, men ikke endres, og ingenting sendes.";

    /// <summary>What a relation is called.</summary>
    public static string Of(FamilyRelation relation) =>
        relation switch
        {
            FamilyRelation.Child => "barn",
            FamilyRelation.Mother => "mor",
            FamilyRelation.Father => "far",
            FamilyRelation.StepMother => "stemor",
            FamilyRelation.StepFather => "stefar",
            FamilyRelation.Sibling => "søsken",
            FamilyRelation.HalfSibling => "halvsøsken",
            FamilyRelation.Grandparent => "besteforelder",
            FamilyRelation.FosterParent => "fosterforelder",
            FamilyRelation.Other => "annen",
            _ => throw new ArgumentOutOfRangeException(nameof(relation)),
        };

    /// <summary>A member's relation, as exactly as it is written: «farmor».</summary>
    public static string Of(MemberDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return string.IsNullOrWhiteSpace(details.RelationNote) ? Of(details.Relation) : details.RelationNote;
    }

    /// <summary>A way to reach someone.</summary>
    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Phone => "telefon",
            Channel.Sms => "sms",
            Channel.Email => "e-post",
            Channel.Paper => "papir",
            Channel.VoiceMessage => "lydmelding",
            Channel.InPerson => "når vi møtes",
            Channel.ThroughOther => "gjennom en annen",
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };

    /// <summary>Relations to choose from.</summary>
    public static IReadOnlyList<FieldOption> Relations { get; } =
        Enum.GetValues<FamilyRelation>()
            .Select(r => new FieldOption(r.ToString(), NorwegianDates.Capital(Of(r))))
            .ToList();

    /// <summary>Channels to choose from.</summary>
    public static IReadOnlyList<FieldOption> Channels { get; } =
        Enum.GetValues<Channel>().Select(c => new FieldOption(c.ToString(), NorwegianDates.Capital(Of(c)))).ToList();

    /// <summary>What stands before each channel in the form, in the person's own order.</summary>
    public static string Place(int channel) =>
        channel switch
        {
            0 => "Helst",
            1 => "Ellers",
            2 => "Til sist",
            _ => "Også",
        };

    /// <summary>Whether the child is born, to choose from.</summary>
    public static IReadOnlyList<FieldOption> Births { get; } =
    [
        new(nameof(BirthState.Born), "Født"),
        new(
            nameof(BirthState.Expected),
            "Ventes",
            "Et barn som ikke er født, trenger verken fødselsdag eller termin. Hvem som bærer det, skrives i «Et barn som ventes»."
        ),
        new(nameof(BirthState.Unknown), "Ikke skrevet ned ennå"),
    ];

    /// <summary>Whether an interpreter is needed, to choose from.</summary>
    public static IReadOnlyList<FieldOption> Interpreters { get; } =
    [
        new(nameof(InterpreterNeed.NotAsked), "Ikke spurt ennå"),
        new(nameof(InterpreterNeed.No), "Nei"),
        new(nameof(InterpreterNeed.Yes), "Ja"),
    ];

    /// <summary>«helst sms, ellers telefon», or null when nothing is known.</summary>
    public static string? Order(Reach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.Channels.Count switch
        {
            0 => null,
            1 => NorwegianDates.Capital(Of(reach.Channels[0])),
            _ => $"Helst {Of(reach.Channels[0])}, ellers {Listing.Or(reach.Channels.Skip(1).Select(Of))}",
        };
    }

    /// <summary>«Trenger tolk: tigrinja, på skjerm», or null when none is needed.</summary>
    public static string? Of(Interpreter? interpreter) =>
        interpreter is not { Needed: true }
            ? null
            : string.Join(
                ": ",
                new[]
                {
                    "Trenger tolk",
                    string.Join(
                        ", ",
                        new[] { interpreter.Language, interpreter.Mode }.Where(w => !string.IsNullOrWhiteSpace(w))
                    ),
                }.Where(w => w.Length > 0)
            );

    /// <summary>When one last spoke: «for 3 uker siden».</summary>
    public static string Since(Silence silence, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return silence.Last is { } last ? NorwegianDates.Relative(last.Day, today) : "ikke snakket ennå";
    }

    /// <summary>Who stands in, and what she may read now.</summary>
    public static string Deputy(string name, Period? active, DateOnly today)
    {
        if (active is null || active.Until < today)
        {
            return $"{name}, leser ingenting nå";
        }
        var until = active.Until is { } last ? $" til {NorwegianDates.DayAndMonth(last, today)}" : "";
        return active.From > today
            ? $"{name}, leser fra {NorwegianDates.DayAndMonth(active.From, today)}{until}"
            : $"{name}, leser{(until.Length == 0 ? " nå" : until)}";
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NameMissing => ("Input.Name", "Skriv et navn. Et barn som ventes, kan hete det familien kaller det."),
            NameTooLong => ("Input.Name", $"Navnet er for langt. Høyst {MemberRules.LongestName} tegn."),
            BirthImpossible => ("Input.Born", "Fødselsdagen kan ikke være fram i tid eller før 1900."),
            BornAndExpected => ("Input.Due", "Et barn som er født, har ingen termin. Velg ett av dem."),
            CarrierMissing => (
                "Input.CarriedBy",
                "Velg hvem som bærer barnet. Fram til fødselen er det som sies om barnet, sagt om henne."
            ),
            CarrierUnknown => ("Input.CarriedBy", "Velg en som er i familien."),
            SchoolYearUnborn => (
                "Input.SchoolStartYear",
                "Skriv fødselsdagen først, eller la skolestartåret stå tomt."
            ),
            SchoolYearOther y => (
                "Input.SchoolStartYear",
                $"Skolen begynner i {y.Earliest}, {y.Earliest + 1} eller {y.Latest} for den som er født da (opplæringslova § 2-4)."
            ),
            HouseholdUnknown => ("Input.Homes", "Et av hjemmene finnes ikke lenger. Velg på nytt."),
            EmailImpossible => ("Input.Email", "E-postadressen ser ikke riktig ut. Den skal være som navn@example.no."),
            PersonTextTooLong t => ($"Input.{t.Field}", $"Det er for langt. Høyst {t.Most} tegn."),
            NotElevenDigits => ("Number", "Skriv elleve sifre."),
            NoSuchBirthDay => ("Number", "De seks første sifrene er ingen dag. Se etter om to har byttet plass."),
            CheckDigitsWrong => (
                "Number",
                "Nummeret stemmer ikke. Se etter om et siffer er feil eller to har byttet plass."
            ),
            SyntheticNumber => (
                "Number",
                "Dette er et oppdiktet nummer, til prøver. Skriv det som står på legitimasjonen."
            ),
            RealNumber => (
                "Number",
                "Her er alle oppdiktet, så skriv ikke et ekte nummer. Et oppdiktet har 80 lagt til måneden, som 018190 for 1. januar 1990."
            ),
            OtherBirthDay => ("Number", "Fødselsdagen i nummeret er en annen enn den som er skrevet inn."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over begge tekstene og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
