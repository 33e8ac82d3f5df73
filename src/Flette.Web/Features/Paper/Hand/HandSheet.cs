using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Paper.Hand;

/// <summary>
/// A sheet for one person who wants paper, to be filled in by pen and handed back (issue 3, 7): what others answer on a link. The
/// coordinator writes down what stands on it, marked as written for her.
/// </summary>
/// <param name="Lead">What it is about.</param>
/// <param name="Parts">What is asked.</param>
/// <param name="Return">Whom it is handed back to.</param>
/// <param name="File">What the file is called, without names.</param>
public sealed record HandSheet(
    string Title,
    string Lead,
    IReadOnlyList<HandPart> Parts,
    string Return,
    string File,
    Chrome Chrome,
    string Printed,
    SheetFrame Frame
) : PaperSheet(Chrome, Printed, Frame)
{
    /// <inheritdoc/>
    public override string Template => "/Features/Paper/Hand/_HandSheet.cshtml";

    /// <inheritdoc/>
    public override string FileName => File;
}

/// <summary>One thing on the sheet.</summary>
/// <param name="About">What is said of it; null for nothing.</param>
/// <param name="Boxes">Answers to tick; none for words alone.</param>
/// <param name="Room">Whether there is room to write.</param>
public sealed record HandPart(string Heading, string? About, IReadOnlyList<string> Boxes, bool Room);

/// <summary>The words a sheet to be handed back has of its own.</summary>
/// <param name="Tongue">The language of whoever gets it.</param>
public sealed record HandWords(Core.Words.Tongue Tongue)
{
    /// <param name="coordinator">Name and telephone of whom it is handed back to.</param>
    public string Return(string coordinator) =>
        Say(
            $"Gi arket til koordinatoren når du har fylt det ut, eller ring og si hva du mener. {coordinator}",
            $"Gje arket til koordinatoren når du har fylt det ut, eller ring og sei kva du meiner. {coordinator}",
            $"Give the sheet to the coordinator when you have filled it in, or call and say what you think. {coordinator}"
        );

    public string For(string name) => Say($"Til {name}.", $"Til {name}.", $"For {name}.");

    public string Agreements => Say("Dette står på deg", "Dette står på deg", "What you have agreed to");

    public string HowGoes =>
        Say(
            "Sett kryss for hvordan det går med hver av dem.",
            "Set kryss for korleis det går med kvar av dei.",
            "Tick how each of them is going."
        );

    public string By(DateOnly due) =>
        Say("Frist: ", "Frist: ", "By: ") + Core.Words.NorwegianDates.WithYear(due, Tongue);

    public string NoDay => Say("Uten frist", "Utan frist", "No day set");

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Core.Words.Tongue.Nynorsk => nynorsk,
            Core.Words.Tongue.English => english,
            _ => bokmal,
        };
}
