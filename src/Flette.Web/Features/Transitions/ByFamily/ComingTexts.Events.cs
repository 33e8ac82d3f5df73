namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>Those no age gives a day: they are ahead when somebody has said that they are.</summary>
internal static partial class ComingTexts
{
    private static ComingText OwnHome { get; } =
        new(
            new("flytter til eget hjem", "flyttar til eigen heim", "moves to another home"),
            new(
                "Hjemmet blir et nytt sted, og andre hjelper til der.",
                "Heimen blir ein ny stad, og andre hjelper til der.",
                "Home is a new place, and others help there."
            ),
            new(
                "Hvordan og med hvem er det best å bo?",
                "Korleis og med kven er det best å bu?",
                "How and with whom is it best to live?"
            ),
            new(
                "Hvilken hjelp må være på plass den første dagen?",
                "Kva hjelp må vere på plass den første dagen?",
                "What help must be there on the first day?"
            ),
            "move to a home of your own"
        );

    private static ComingText Respite { get; } =
        new(
            new("får ny avlastning", "får ny avlasting", "gets new respite care"),
            new(
                "Et nytt sted eller nye folk tar imot.",
                "Ein ny stad eller nye folk tek imot.",
                "A new place or new people take over for a while."
            ),
            new(
                "Hva gir trygghet der, og hvem forteller dem det?",
                "Kva gir tryggleik der, og kven fortel dei det?",
                "What makes one feel safe there, and who tells them?"
            ),
            new(
                "Når kan vi besøke stedet sammen?",
                "Når kan vi besøkje staden saman?",
                "When can we visit the place together?"
            ),
            "get new respite care"
        );

    private static ComingText HospitalHome { get; } =
        new(
            new("kommer hjem fra sykehuset", "kjem heim frå sjukehuset", "comes home from hospital"),
            new(
                "Hjelpen hjemme tar over for sykehuset.",
                "Hjelpa heime tek over for sjukehuset.",
                "Help at home takes over from the hospital."
            ),
            new(
                "Hva må være på plass hjemme før den første natten?",
                "Kva må vere på plass heime før den første natta?",
                "What must be in place at home before the first night?"
            ),
            new("Hvem ringer vi, dag og natt?", "Kven ringjer vi, dag og natt?", "Whom do we call, day and night?"),
            "come home from hospital"
        );

    private static ComingText Coordinator { get; } =
        new(
            new("får ny koordinator", "får ny koordinator", "gets a new coordinator"),
            new("En annen holder i trådene.", "Ein annan held i trådane.", "Somebody else holds the threads."),
            new(
                "Hva bør den nye vite, så vi slipper å fortelle alt igjen?",
                "Kva bør den nye vite, så vi slepp å fortelje alt igjen?",
                "What should the new one know, so that we need not tell it all again?"
            ),
            new("Kan de to møte oss sammen?", "Kan dei to møte oss saman?", "Can the two meet us together?"),
            "get a new coordinator"
        );

    private static ComingText Moving { get; } =
        new(
            new("flytter til en annen kommune", "flyttar til ein annan kommune", "moves to another municipality"),
            new(
                "En ny kommune tar over tjenestene.",
                "Ein ny kommune tek over tenestene.",
                "A new municipality takes over the services."
            ),
            new(
                "Hva skal den nye kommunen få vite?",
                "Kva skal den nye kommunen få vite?",
                "What is the new municipality to be told?"
            ),
            new(
                "Hva kan begynne fra første dag der?",
                "Kva kan byrje frå første dag der?",
                "What can begin there from the first day?"
            ),
            "move to another municipality"
        );
}
