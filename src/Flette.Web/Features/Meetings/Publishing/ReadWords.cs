using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>Every text about published minutes, in the three languages of the family face side by side.</summary>
public sealed record ReadWords(Tongue Tongue)
{
    public string Title => Say("Det vi ble enige om", "Det vi vart samde om", "What we agreed");

    public string WhatThisIs =>
        Say(
            "Referatene fra møtene, med det du kan lese av dem. Bare koordinatoren kan endre dem, men du kan si fra om noe er feil.",
            "Referata frå møta, med det du kan lese av dei. Berre koordinatoren kan endre dei, men du kan seie frå om noko er feil.",
            "The minutes of the meetings, as far as they are for you to read. Only the coordinator can change them, but you can say if something is wrong."
        );

    public string None =>
        Say(
            "Ingen referater er publisert ennå. Etter neste møte står det dere ble enige om, her.",
            "Ingen referat er publiserte enno. Etter neste møte står det de vart samde om, her.",
            "No minutes are published yet. After the next meeting, what you agreed on is here."
        );

    public string Meeting(DateOnly day, DateOnly today) =>
        Say("Møtet ", "Møtet ", "The meeting on ") + NorwegianDates.DayAndMonth(day, today, Tongue);

    public string PublishedOn(DateOnly day, DateOnly today) =>
        Say("Publisert ", "Publisert ", "Published ") + NorwegianDates.DayAndMonth(day, today, Tongue);

    public string AgreedOn => Say("Vi er enige om", "Vi er samde om", "We agree on");

    public string Agreement => Say("Avtale", "Avtale", "Agreement");

    public string Nobody => Say("ingen har den ennå", "ingen har ho enno", "nobody has it yet");

    public string By => Say("frist", "frist", "by");

    public string LedBy(string name) =>
        Say($"Møteleder: {name}.", $"Møteleiar: {name}.", $"The meeting was led by {name}.");

    public string Present => Say("Til stede", "Til stades", "Present");

    public string Wrong => Say("Er noe feil?", "Er noko feil?", "Is something wrong?");

    public string WrongLabel =>
        Say("Hva er feil, og hva er riktig?", "Kva er feil, og kva er rett?", "What is wrong, and what is right?");

    public string WrongAbout =>
        Say(
            "Det du skriver, står ved linjen for alle som leser den. Koordinatoren får beskjed.",
            "Det du skriv, står ved linja for alle som les henne. Koordinatoren får beskjed.",
            "What you write stands beside the line for everyone who reads it. The coordinator is told."
        );

    public string Tell => Say("Si fra", "Sei frå", "Tell us");

    public string Told => Say("Takk, det er lagret.", "Takk, det er lagra.", "Thank you, it is saved.");

    public string SomeoneAtHome => Say("En i familien", "Ein i familien", "Someone in the family");

    public string Says(string name) => Say($"{name} sier:", $"{name} seier:", $"{name} says:");

    public string TimeIsOut =>
        Say(
            "Det er mer enn en uke siden. Ring koordinatoren, så blir det rettet.",
            "Det er meir enn ei veke sidan. Ring koordinatoren, så blir det retta.",
            "It is more than a week ago. Ring the coordinator, and it will be put right."
        );

    public string Empty => Say("Skriv hva som er feil.", "Skriv kva som er feil.", "Write what is wrong.");

    public string TooLong(int most) =>
        Say(
            $"Det er for langt. Høyst {most} tegn.",
            $"Det er for langt. Høgst {most} teikn.",
            $"That is too long. At most {most} characters."
        );

    public string Changed =>
        Say(
            "Linjen ble rettet samtidig. Se hva som står nå, og si fra igjen om det fortsatt er feil.",
            "Linja vart retta samtidig. Sjå kva som står no, og sei frå igjen om det framleis er feil.",
            "The line was put right at the same time. See what it says now, and tell us again if it is still wrong."
        );

    public string NotTakenBack =>
        Say(
            "Koordinatoren så på det samtidig, så det er ikke tatt tilbake. Ring hvis det var feil.",
            "Koordinatoren såg på det samtidig, så det er ikkje teke tilbake. Ring viss det var feil.",
            "The coordinator dealt with it at the same time, so it is not taken back. Ring if it was wrong."
        );

    public string Gone =>
        Say(
            "Linjen står ikke i referatet lenger. Det du skrev, er ikke lagret.",
            "Linja står ikkje i referatet lenger. Det du skreiv, er ikkje lagra.",
            "The line is no longer in the minutes. What you wrote is not saved."
        );

    public string Print => Say("Skriv ut", "Skriv ut", "Print");

    public string Only(string service) =>
        Say(
            $"Bare det som gjelder {service}. Andre får sine egne punkter.",
            $"Berre det som gjeld {service}. Andre får sine eigne punkt.",
            $"Only what concerns {service}. Others get points of their own."
        );

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
