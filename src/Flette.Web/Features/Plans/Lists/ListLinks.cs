using Flette.Core.Plans.Content;

namespace Flette.Web.Features.Plans.Lists;

/// <summary>The addresses and words of the screens where something that lacks in a plan is written.</summary>
/// <param name="Recipient">The one an individual plan is for.</param>
/// <param name="MayChange">Whether the asker may write in the plan: then there are links.</param>
/// <param name="YesUrl">Where the yes to this plan stands.</param>
/// <param name="Plan">What is put to an address of this plan, where there are several.</param>
public sealed record ListLinks(Guid Family, Guid? Recipient, bool MayChange, string YesUrl, string Plan)
{
    private const int Longest = 60;

    /// <summary>Where and in which words; null when the asker may not write there.</summary>
    public (string Url, string Text)? To(ToFill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var family = $"/f/{Family}";
        // The yes is written in where the plan itself is closed: that is what opens it.
        return !MayChange && fill.Screen is not (PlanScreen.Yes or PlanScreen.SharingYes)
            ? null
            : fill.Screen switch
            {
                PlanScreen.NewGoal => ($"{family}/mal/ny{Of('?')}", "Skriv et mål"),
                PlanScreen.NewResource => ($"{family}/ressurs/ny{Of('?')}", "Skriv en ressurs"),
                PlanScreen.NewNeed => ($"{family}/behov/ny{Of('?')}", "Skriv et behov"),
                PlanScreen.NewParticipant => ($"{family}/deltaker/ny", "Legg til en deltaker"),
                PlanScreen.Responsible => (Head("Responsible"), "Velg hvem som har hovedansvaret"),
                PlanScreen.OwnContribution => ($"{family}/bidrag/ny{Of('?')}", "Skriv hva dere selv bidrar med"),
                PlanScreen.Contribution when fill.Target is { } who => (
                    $"{family}/bidrag/ny?hvem={who}{Of('&')}",
                    $"Skriv hva {fill.Name} bidrar med"
                ),
                PlanScreen.Contribution => ($"{family}/bidrag/ny", "Skriv hva noen bidrar med"),
                PlanScreen.AskBeforeMeeting => (
                    $"{family}/mote/{fill.Target}/innspill",
                    $"Spør dem før møtet {fill.Name}"
                ),
                PlanScreen.NewMeasure => ($"{family}/tiltak/ny", "Skriv et tiltak"),
                PlanScreen.MeasureScope => (
                    $"{family}/tiltak/{fill.Target}#Input_Scope",
                    $"Skriv hvor mye: {Shortened(fill.Name)}"
                ),
                PlanScreen.MeasureWay => (
                    $"{family}/tiltak/{fill.Target}#Input_How",
                    $"Skriv hvordan: {Shortened(fill.Name)}"
                ),
                PlanScreen.NeedOwner => (
                    $"{family}/behov/{fill.Target}#Input_Owner",
                    $"Skriv hvem som har det: {Shortened(fill.Name)}"
                ),
                PlanScreen.PlanUntil => (Head("Until"), "Skriv hvor lenge planen gjelder"),
                PlanScreen.PlanRevision => (Head("Revision"), "Skriv når dere ser på planen"),
                PlanScreen.Yes => (YesUrl, "Skriv inn ja-et"),
                PlanScreen.SharingYes => ($"{family}/fagmote", "Ja til fagmøte"),
                PlanScreen.ChildsPart => (Head("ChildsPart"), $"Skriv hvordan {fill.Name} har vært med"),
                _ => throw new ArgumentOutOfRangeException(nameof(fill)),
            };
    }

    /// <summary>What a point is called, in plain words.</summary>
    /// <param name="children">First names of the children the plan is for.</param>
    public static string Title(PlanPoint point, string children = "") =>
        point switch
        {
            PlanPoint.GoalsResourcesNeeds => "Mål, ressurser og behov",
            PlanPoint.Participants => "Hvem som er med",
            PlanPoint.Responsible => "Hvem som har ansvar for planen",
            PlanPoint.Contributions => "Hva hver av dere bidrar med",
            PlanPoint.Measures => "Tjenester og tiltak, hvor mye, og hvem",
            PlanPoint.How => "Hvordan det skal gjøres",
            PlanPoint.Coordinator => "Koordinator",
            PlanPoint.Period => "Hvor lenge planen gjelder, og når vi ser på den",
            PlanPoint.Consent => "Ja til planen",
            PlanPoint.Cooperation => "Andre dere vil samarbeide med",
            PlanPoint.ChildsPart => $"Hvordan {(children.Length == 0 ? "barnet" : children)} har vært med",
            _ => throw new ArgumentOutOfRangeException(nameof(point)),
        };

    /// <summary>How much of it is there, for those who do not see the mark.</summary>
    public static string Said(PointState state) =>
        state switch
        {
            PointState.Filled => "Er på plass.",
            PointState.Partly => "Noe er på plass.",
            PointState.Missing => "Er ikke på plass ennå.",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Where it stands in the regulation, as short as it can be said: «§ 9 bokstav a».</summary>
    public static string Section(PlanPoint point) =>
        PlanLaw.Letter(point) is { } letter ? $"§ 9 bokstav {letter}" : "§ 9 fjerde ledd";

    /// <summary>As much of a text as tells it from others, cut at a space.</summary>
    public static string Shortened(string? text)
    {
        var flat = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= Longest)
        {
            return flat;
        }
        var end = flat.LastIndexOf(' ', Longest);
        return flat[..(end > 0 ? end : Longest)] + " …";
    }

    private string Of(char sign) => Recipient is { } one ? $"{sign}medlem={one}" : "";

    private string Head(string field) => $"/f/{Family}/plan/om{Plan}#Input_{field}";
}
