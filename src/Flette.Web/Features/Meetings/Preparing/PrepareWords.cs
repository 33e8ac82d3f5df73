using Flette.Core;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Words;
using Flette.Web.Access;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>Every text of what the family says before a meeting, in its three languages side by side.</summary>
public sealed record PrepareWords(Tongue Tongue)
{
    public string Title => Say("Før møtet", "Før møtet", "Before the meeting");

    public string Lead(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.DayAndMonth(day, today, Tongue);
        return Say(
            $"Dere bestemmer hva møtet {when} skal handle om. Det dere skriver her, står først på sakslisten.",
            $"De bestemmer kva møtet {when} skal handle om. Det de skriv her, står først på sakslista.",
            $"You decide what the meeting on {when} is to be about. What you write here comes first on the agenda."
        );
    }

    public string None =>
        Say("Det er ikke planlagt noe møte.", "Det er ikkje planlagt noko møte.", "No meeting is planned.");

    public string Raised => Say("Dette skal tas opp", "Dette skal takast opp", "To be taken up");

    public string Services => Say("Skrevet før møtet", "Skrive før møtet", "Written before the meeting");

    public string NothingRaised =>
        Say("Ingen har skrevet noe ennå.", "Ingen har skrive noko enno.", "Nobody has written anything yet.");

    public string By(string name) => Say($"fra {name}", $"frå {name}", $"from {name}");

    public string NotTaken(string why) =>
        Say($"Tas ikke opp: {why}", $"Blir ikkje teke opp: {why}", $"Will not be taken up: {why}");

    public string OnlyCoordinator =>
        Say(
            "Bare du og koordinatoren ser dette",
            "Berre du og koordinatoren ser dette",
            "Only you and the coordinator see this"
        );

    public string What => Say("Hva vil du ta opp?", "Kva vil du ta opp?", "What do you want to take up?");

    public string WhatExample =>
        Say(
            "For eksempel: «Hvem gjør hva når skolen ringer?»",
            "Til dømes: «Kven gjer kva når skulen ringjer?»",
            "For example: “Who does what when the school calls?”"
        );

    public string WhoMayKnow => Say("Hvem skal få vite det?", "Kven skal få vite det?", "Who is to know?");

    public string Everyone => Say("Alle på møtet", "Alle på møtet", "Everyone at the meeting");

    public string Coordinator => Say("Bare koordinatoren", "Berre koordinatoren", "Only the coordinator");

    public string Raise => Say("Ta det opp", "Ta det opp", "Take it up");

    public string How => Say("Hvordan skal møtet være?", "Korleis skal møtet vere?", "How should the meeting be?");

    public string HowAbout =>
        Say("Bare koordinatoren ser dette.", "Berre koordinatoren ser dette.", "Only the coordinator sees this.");

    public string Whom =>
        Say(
            "Hvem vil du ha med, og hvem ikke?",
            "Kven vil du ha med, og kven ikkje?",
            "Whom do you want there, and whom not?"
        );

    public string Where => Say("Hvor eller hvordan?", "Kvar eller korleis?", "Where or how?");

    public string Of(MeetingWhere where) =>
        where switch
        {
            MeetingWhere.Anywhere => Say("Det er det samme", "Det er det same", "It does not matter"),
            MeetingWhere.Office => Say("På kontoret", "På kontoret", "At the office"),
            MeetingWhere.Home => Say("Hjemme hos oss", "Heime hos oss", "At our home"),
            MeetingWhere.School => Say(
                "På skolen eller i barnehagen",
                "På skulen eller i barnehagen",
                "At school or kindergarten"
            ),
            MeetingWhere.Screen => Say("På skjerm", "På skjerm", "On screen"),
            MeetingWhere.Phone => Say("På telefon", "På telefon", "By phone"),
            _ => throw new ArgumentOutOfRangeException(nameof(where)),
        };

    public string Interpreter => Say("Tolk: hvilket språk?", "Tolk: kva språk?", "Interpreter: which language?");

    public string Impossible => Say("Tider som er umulige", "Tider som er umoglege", "Times that are impossible");

    public string ImpossibleExample =>
        Say(
            "For eksempel: «Ikke før kl. 9, og aldri onsdager»",
            "Til dømes: «Ikkje før kl. 9, og aldri onsdagar»",
            "For example: “Not before 9, and never on Wednesdays”"
        );

    public string Save => Say("Lagre", "Lagre", "Save");

    public string TakeBackHow => Say("Ta tilbake det jeg lagret", "Ta tilbake det eg lagra", "Take back what I saved");

    public string NotTakenBack =>
        Say(
            "Koordinatoren har gjort noe med dette, så det er ikke tatt tilbake. Ring hvis det var feil.",
            "Koordinatoren har gjort noko med dette, så det er ikkje teke tilbake. Ring viss det var feil.",
            "The coordinator has done something about this, so it is not taken back. Ring if it was wrong."
        );

    public string Saved =>
        Say("Lagret. Koordinatoren ser det.", "Lagra. Koordinatoren ser det.", "Saved. The coordinator sees it.");

    public string Link => Say("Hva vil dere ta opp?", "Kva vil de ta opp?", "What do you want to take up?");

    /// <summary>Why it is not written, and at which field.</summary>
    public (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            PointEmpty => (
                "Text",
                Say("Skriv hva du vil ta opp.", "Skriv kva du vil ta opp.", "Write what you want to take up.")
            ),
            PointTooLong t => (
                "Text",
                Say(
                    $"Det er for langt. Høyst {t.Most} tegn.",
                    $"Det er for langt. Høgst {t.Most} teikn.",
                    $"That is too long. At most {t.Most} characters."
                )
            ),
            ChangedMeanwhile => (
                "",
                Say(
                    "Dette ble endret samtidig. Se hva som står nå, og lagre igjen.",
                    "Dette vart endra samtidig. Sjå kva som står no, og lagre igjen.",
                    "This was changed at the same time. See what it says now, and save again."
                )
            ),
            _ => (
                "",
                Say(
                    "Møtet er holdt eller flyttet. Det du skrev, er ikke lagret.",
                    "Møtet er halde eller flytta. Det du skreiv, er ikkje lagra.",
                    "The meeting has been held or moved. What you wrote is not saved."
                )
            ),
        };

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
