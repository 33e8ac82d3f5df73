using Flette.Core.Words;

namespace Flette.Web.Features.Shared;

/// <summary>The words that layouts and tag helpers say themselves, in each language of the face they stand on.</summary>
public static class LookWords
{
    public static string SkipLink(Tongue tongue) =>
        Say(tongue, "Hopp til innholdet", "Hopp til innhaldet", "Skip to content");

    public static string Menu(Tongue tongue) => Say(tongue, "Meny", "Meny", "Menu");

    public static string MainMenu(Tongue tongue) => Say(tongue, "Hovedmeny", "Hovudmeny", "Main menu");

    public static string More(Tongue tongue) => Say(tongue, "Mer", "Meir", "More");

    public static string Languages(Tongue tongue) => Say(tongue, "Språk", "Språk", "Language");

    public static string AlwaysHere(Tongue tongue) => Say(tongue, "Alltid her", "Alltid her", "Always here");

    public static string Urgent(Tongue tongue) => Say(tongue, "Haster det?", "Hastar det?", "Is it urgent?");

    public static string UrgentLife(Tongue tongue) => Say(tongue, "Fare for liv", "Fare for liv", "Danger to life");

    public static string UrgentDoctor(Tongue tongue) => Say(tongue, "Legevakt", "Legevakt", "Emergency doctor");

    public static string UrgentChild(Tongue tongue) =>
        Say(
            tongue,
            "Alarmtelefonen for barn og unge. Voksne kan også ringe",
            "Alarmtelefonen for barn og unge. Vaksne kan òg ringe",
            "Helpline for children and young people. Adults can call too"
        );

    public static string SignOut(Tongue tongue) => Say(tongue, "Logg ut", "Logg ut", "Sign out");

    public static string Undo(Tongue tongue) => Say(tongue, "Angre", "Angre", "Undo");

    public static string Optional(Tongue tongue) => Say(tongue, "(valgfritt)", "(valfritt)", "(optional)");

    public static string Choose(Tongue tongue) => Say(tongue, "Velg", "Vel", "Choose");

    public static string Chosen(Tongue tongue) => Say(tongue, "Valgt", "Valt", "Chosen");

    public static string ErrorSummary(Tongue tongue) =>
        Say(
            tongue,
            "Se over dette, så kan det lagres",
            "Sjå over dette, så kan det lagrast",
            "Look at this, then it can be saved"
        );

    public static string HasIt(Tongue tongue) => Say(tongue, "Har den:", "Har ho:", "Has it:");

    public static string HolderHasIt(Tongue tongue) => Say(tongue, "har den", "har ho", "has it");

    public static string NobodyHasIt(Tongue tongue) =>
        Say(tongue, "Ingen har den ennå", "Ingen har ho enno", "Nobody has it yet");

    public static string WaitsFor(Tongue tongue) => Say(tongue, "Venter på:", "Ventar på:", "Waits for:");

    public static string WaitsForName(Tongue tongue) => Say(tongue, "Venter på", "Ventar på", "Waiting for");

    public static string Next(Tongue tongue) => Say(tongue, "Neste:", "Neste:", "Next:");

    /// <summary>«Avtalt»: the word for a state. A page may say something closer, beside the same icon.</summary>
    public static string Status(StatusWord state, Tongue tongue) =>
        state switch
        {
            StatusWord.Proposed => Say(tongue, "Forslag", "Framlegg", "Proposal"),
            StatusWord.Open => Say(tongue, "Avtalt", "Avtalt", "Agreed"),
            StatusWord.InProgress => Say(tongue, "I gang", "I gang", "Under way"),
            StatusWord.NeedsHelp => Say(tongue, "Trenger hjelp", "Treng hjelp", "Needs help"),
            StatusWord.Done => Say(tongue, "Gjort", "Gjort", "Done"),
            StatusWord.Declined => Say(tongue, "Kan ikke", "Kan ikkje", "Cannot"),
            StatusWord.Withdrawn => Say(tongue, "Trukket tilbake", "Trekt tilbake", "Withdrawn"),
            StatusWord.Waiting => Say(tongue, "Venter på svar", "Ventar på svar", "Waiting for an answer"),
            StatusWord.Unowned => Say(tongue, "Ingen har den", "Ingen har ho", "Nobody has it"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No word for this state."),
        };

    private static string Say(Tongue tongue, string bokmal, string nynorsk, string english) =>
        tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}

/// <summary>What the status tag can say. The names of the first seven are those of an agreement's state.</summary>
public enum StatusWord
{
    Proposed,
    Open,
    InProgress,
    NeedsHelp,
    Done,
    Declined,
    Withdrawn,
    Waiting,
    Unowned,
}
