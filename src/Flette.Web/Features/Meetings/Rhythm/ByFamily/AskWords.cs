using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Rhythm.ByFamily;

/// <summary>What the family face says of asking for a meeting, in its three languages. A text is changed in all three.</summary>
public sealed record AskWords(Tongue Tongue)
{
    public string Want => Say("Vi ønsker et møte", "Vi ønskjer eit møte", "We want a meeting");

    public string TakeBack =>
        Say("Vi trenger det ikke likevel", "Vi treng det ikkje likevel", "We do not need it after all");

    public string OnlyCoordinator =>
        Say(
            "Koordinatoren får vite det og tar kontakt. Ingen andre ser det.",
            "Koordinatoren får vite det og tek kontakt. Ingen andre ser det.",
            "The coordinator is told and gets in touch. Nobody else sees it."
        );

    public string Said(DateOnly on, DateOnly today)
    {
        var day = NorwegianDates.DayAndMonth(on, today, Tongue);
        return Say(
            $"Du sa {day} at dere ønsker et møte. Koordinatoren ser det og tar kontakt.",
            $"Du sa {day} at de ønskjer eit møte. Koordinatoren ser det og tek kontakt.",
            $"On {day} you said that you want a meeting. The coordinator sees it and gets in touch."
        );
    }

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
