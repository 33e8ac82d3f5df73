namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>Fifteen, sixteen and eighteen: said otherwise to the youth than of her.</summary>
internal static partial class ComingTexts
{
    private static ComingText Fifteen { get; } =
        new(
            new("fyller 15 år", "fyller 15 år", "turns 15"),
            new(
                "Mer blir opp til ungdommen selv: utdanning, foreninger og sommerjobb.",
                "Meir blir opp til ungdommen sjølv: utdanning, foreiningar og sommarjobb.",
                "More is up to the young person: education, associations and summer jobs."
            ),
            new(
                "Hva blir annerledes, og hvem forteller ungdommen det?",
                "Kva blir annleis, og kven fortel ungdommen det?",
                "What changes, and who tells the young person?"
            ),
            new(
                "Hvilke brev kommer nå til ungdommen, og hvem hjelper til med å lese dem?",
                "Kva brev kjem no til ungdommen, og kven hjelper til med å lese dei?",
                "Which letters now come to the young person, and who helps to read them?"
            ),
            "turn 15"
        )
        {
            ToYou = (
                new(
                    "Mer blir opp til deg selv: utdanning, foreninger og sommerjobb.",
                    "Meir blir opp til deg sjølv: utdanning, foreiningar og sommarjobb.",
                    "More is up to you: education, associations and summer jobs."
                ),
                new("Hva blir annerledes for meg?", "Kva blir annleis for meg?", "What changes for me?"),
                new(
                    "Hvilke brev får jeg nå selv, og hvem hjelper meg å lese dem?",
                    "Kva brev får eg no sjølv, og kven hjelper meg å lese dei?",
                    "Which letters do I get myself now, and who helps me to read them?"
                )
            ),
        };

    private static ComingText Sixteen { get; } =
        new(
            new("fyller 16 år", "fyller 16 år", "turns 16"),
            new(
                "Som regel er det da ungdommen selv som sier ja til helsehjelp, og til hvem som får vite om helsen.",
                "Som regel er det då ungdommen sjølv som seier ja til helsehjelp, og til kven som får vite om helsa.",
                "As a rule it is then the young person who says yes to health care, and to who is told about it."
            ),
            new(
                "Hva er vi enige om at foreldrene fortsatt får vite?",
                "Kva er vi einige om at foreldra framleis får vite?",
                "What do we agree that the parents are still told?"
            ),
            new(
                "Hvem kan ungdommen snakke med alene?",
                "Kven kan ungdommen snakke med åleine?",
                "Whom can the young person talk to alone?"
            ),
            "turn 16"
        )
        {
            ToYou = (
                new(
                    "Som regel er det da du selv som sier ja til helsehjelp, og til hvem som får vite om helsen din.",
                    "Som regel er det då du sjølv som seier ja til helsehjelp, og til kven som får vite om helsa di.",
                    "As a rule it is then you who say yes to health care, and to who is told about your health."
                ),
                new(
                    "Hva vil jeg at foreldrene mine fortsatt skal få vite?",
                    "Kva vil eg at foreldra mine framleis skal få vite?",
                    "What do I want my parents to be told still?"
                ),
                new("Hvem kan jeg snakke med alene?", "Kven kan eg snakke med åleine?", "Whom can I talk to alone?")
            ),
        };

    private static ComingText Eighteen { get; } =
        new(
            new("fyller 18 år", "fyller 18 år", "turns 18"),
            new(
                "Tjenester for barn slutter, og tjenester for voksne begynner. Den unge er myndig.",
                "Tenester for barn sluttar, og tenester for vaksne byrjar. Den unge er myndig.",
                "Services for children end, and services for adults begin. The young person is of age."
            ),
            new(
                "Hva vil den unge ha hjelp til etter 18, og av hvem?",
                "Kva vil den unge ha hjelp til etter 18, og av kven?",
                "What does the young person want help with after 18, and from whom?"
            ),
            new(
                "Hvem følger opp etter 18, og når møter vi dem?",
                "Kven følgjer opp etter 18, og når møter vi dei?",
                "Who follows up after 18, and when do we meet them?"
            ),
            "turn 18"
        )
        {
            ToYou = (
                new(
                    "Tjenester for barn slutter, og tjenester for voksne begynner. Du er myndig.",
                    "Tenester for barn sluttar, og tenester for vaksne byrjar. Du er myndig.",
                    "Services for children end, and services for adults begin. You are of age."
                ),
                new(
                    "Hva vil jeg ha hjelp til etter 18, og av hvem?",
                    "Kva vil eg ha hjelp til etter 18, og av kven?",
                    "What do I want help with after 18, and from whom?"
                ),
                new(
                    "Hvem følger meg opp etter 18, og når møter jeg dem?",
                    "Kven følgjer meg opp etter 18, og når møter eg dei?",
                    "Who follows me up after 18, and when do I meet them?"
                )
            ),
        };
}
