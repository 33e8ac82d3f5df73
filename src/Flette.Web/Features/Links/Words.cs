using Flette.Core.Agreements;
using Flette.Core.Words;

namespace Flette.Web.Features.Links;

/// <summary>The words of the link face, in its three languages.</summary>
public sealed record Words
{
    public required string Hello { get; init; }
    public required string WhatNow { get; init; }
    public required string NoLogin { get; init; }
    public required string Several { get; init; }
    public required string How { get; init; }
    public required string AskedHow { get; init; }
    public required string Accept { get; init; }
    public required string Done { get; init; }
    public required string InProgress { get; init; }
    public required string NeedsHelp { get; init; }
    public required string Cannot { get; init; }
    public required string MoreLabel { get; init; }
    public required string MoreAbout { get; init; }
    public required string Due { get; init; }
    public required string NoDue { get; init; }
    public required string FullText { get; init; }
    public required string FullTextRead { get; init; }
    public required string FullTextAbout { get; init; }
    public required string NotMeAbout { get; init; }
    public required string NotMe { get; init; }
    public required string Thanks { get; init; }
    public required string Saved { get; init; }
    public required string CanClose { get; init; }
    public required string UndoAnswer { get; init; }
    public required string AddMore { get; init; }
    public required string Added { get; init; }
    public required string ChangeMore { get; init; }
    public required string DayProposed { get; init; }
    public required string LineToSender { get; init; }
    public required string Why { get; init; }
    public required string Instead { get; init; }
    public required string OtherDay { get; init; }
    public required string OtherDayAbout { get; init; }
    public required string Send { get; init; }
    public required string Answered { get; init; }
    public required string Nothing { get; init; }
    public required string NothingAbout { get; init; }
    public required string Dead { get; init; }
    public required string DeadAbout { get; init; }
    public required string AskForNew { get; init; }
    public required string NewSent { get; init; }
    public required string NewSentAbout { get; init; }
    public required string NotMeDone { get; init; }
    public required string NotMeDoneAbout { get; init; }
    public required string LineTooLong { get; init; }
    public required string DayHasBeen { get; init; }
    public required string NotNow { get; init; }
    public required string BackToAll { get; init; }
    public required string RemarkAsk { get; init; }
    public required string RemarkLabel { get; init; }
    public required string RemarkAbout { get; init; }
    public required string RemarkEmpty { get; init; }
    public required string RemarkDone { get; init; }
    public required string RemarkTakeBack { get; init; }

    /// <summary>The words in a language.</summary>
    public static Words Of(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => Nynorsk,
            Tongue.English => English,
            _ => Bokmal,
        };

    /// <summary>What an answer is called.</summary>
    public string Name(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Accept => Accept,
            AnswerKind.Done => Done,
            AnswerKind.InProgress => InProgress,
            AnswerKind.NeedsHelp => NeedsHelp,
            AnswerKind.Cannot => Cannot,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Words Bokmal { get; } =
        new()
        {
            Hello = "Hei, {0}",
            WhatNow = "Trykk på det som passer, så er svaret sendt.",
            NoLogin = "Du trenger ikke logge inn for å svare. Svaret går til den som sendte deg lenken.",
            Several = "Du har {0} avtaler",
            How = "Hvordan går det?",
            AskedHow = "Kan du ta denne?",
            Accept = "Ja, jeg tar den",
            Done = "Gjort",
            InProgress = "I gang",
            NeedsHelp = "Trenger hjelp",
            Cannot = "Kan ikke",
            MoreLabel = "Vil du si noe mer?",
            MoreAbout = "Skriv først, så følger linjen med svaret. Ikke skriv navn eller diagnose.",
            Due = "Frist",
            NoDue = "Uten frist",
            FullText = "Vil du vite hva avtalen gjelder?",
            FullTextRead = "Les hele avtalen",
            FullTextAbout =
                "Da må vi vite at det er deg: med innloggingen på jobben din, eller en kode på mobilen. Du kan også ringe {0}.",
            NotMeAbout = "Har du fått denne ved en feil? Lenken slutter å virke, og den som sendte den, får vite det.",
            NotMe = "Ikke meg",
            Thanks = "Takk, {0}. Svaret er lagret.",
            Saved = "Svaret er lagret",
            CanClose = "Du kan lukke siden nå.",
            UndoAnswer = "Angre og svar på nytt",
            AddMore = "Vil du legge til noe?",
            Added = "Lagt til",
            ChangeMore = "Vil du endre det?",
            DayProposed = "Foreslått frist:",
            LineToSender = "En linje til den som sendte lenken",
            Why = "Hvorfor ikke?",
            Instead = "Hvem kan i stedet?",
            OtherDay = "Trenger du mer tid? Foreslå en dato",
            OtherDayAbout = "Datoen gjelder når koordinatoren har sagt ja til den.",
            Send = "Send",
            Answered = "Du har svart",
            Nothing = "Det er ingenting å svare på nå",
            NothingAbout = "Avtalene er ferdige eller gitt til noen andre. Takk for hjelpen.",
            Dead = "Lenken virker ikke lenger",
            DeadAbout = "Den kan ha gått ut eller være stoppet. Du kan få en ny til den samme e-postadressen.",
            AskForNew = "Send meg en ny",
            NewSent = "Se etter ny e-post",
            NewSentAbout = "Hvis lenken var din, er en ny på vei til adressen vi har. Det tar et par minutter.",
            NotMeDone = "Takk for beskjeden",
            NotMeDoneAbout =
                "Lenken virker ikke lenger, og den som sendte den, har fått vite det. Du trenger ikke gjøre mer.",
            LineTooLong = "Linjen er for lang. Høyst {0} tegn.",
            DayHasBeen = "Velg en dag som ikke har vært.",
            NotNow = "Denne avtalen er endret, og kan ikke besvares her lenger.",
            BackToAll = "Se alle avtalene dine",
            RemarkAsk = "Stemmer ikke avtalen?",
            RemarkLabel = "Hva er feil?",
            RemarkAbout = "Det du skriver, står ved siden av linjen i referatet. De som leser linjen, ser det.",
            RemarkEmpty = "Skriv hva som er feil.",
            RemarkDone = "Sendt. Koordinatoren ser på det.",
            RemarkTakeBack = "Ta det tilbake",
        };

    private static Words Nynorsk { get; } =
        new()
        {
            Hello = "Hei, {0}",
            WhatNow = "Trykk på det som passar, så er svaret sendt.",
            NoLogin = "Du treng ikkje logge inn for å svare. Svaret går til den som sende deg lenkja.",
            Several = "Du har {0} avtalar",
            How = "Korleis går det?",
            AskedHow = "Kan du ta denne?",
            Accept = "Ja, eg tek ho",
            Done = "Gjort",
            InProgress = "I gang",
            NeedsHelp = "Treng hjelp",
            Cannot = "Kan ikkje",
            MoreLabel = "Vil du seie noko meir?",
            MoreAbout = "Skriv først, så følgjer linja med svaret. Ikkje skriv namn eller diagnose.",
            Due = "Frist",
            NoDue = "Utan frist",
            FullText = "Vil du vite kva avtalen gjeld?",
            FullTextRead = "Les heile avtalen",
            FullTextAbout =
                "Då må vi vite at det er deg: med innlogginga på jobben din, eller ein kode på mobilen. Du kan òg ringje {0}.",
            NotMeAbout = "Har du fått denne ved ein feil? Lenkja sluttar å verke, og den som sende ho, får vite det.",
            NotMe = "Ikkje meg",
            Thanks = "Takk, {0}. Svaret er lagra.",
            Saved = "Svaret er lagra",
            CanClose = "Du kan lukke sida no.",
            UndoAnswer = "Angre og svar på nytt",
            AddMore = "Vil du leggje til noko?",
            Added = "Lagt til",
            ChangeMore = "Vil du endre det?",
            DayProposed = "Føreslått frist:",
            LineToSender = "Ei linje til den som sende lenkja",
            Why = "Kvifor ikkje?",
            Instead = "Kven kan i staden?",
            OtherDay = "Treng du meir tid? Føreslå ein dato",
            OtherDayAbout = "Datoen gjeld når koordinatoren har sagt ja til han.",
            Send = "Send",
            Answered = "Du har svart",
            Nothing = "Det er ikkje noko å svare på no",
            NothingAbout = "Avtalane er ferdige eller gjevne til nokon andre. Takk for hjelpa.",
            Dead = "Lenkja verkar ikkje lenger",
            DeadAbout = "Ho kan ha gått ut eller vere stoppa. Du kan få ei ny til den same e-postadressa.",
            AskForNew = "Send meg ei ny",
            NewSent = "Sjå etter ny e-post",
            NewSentAbout = "Om lenkja var di, er ei ny på veg til adressa vi har. Det tek eit par minutt.",
            NotMeDone = "Takk for meldinga",
            NotMeDoneAbout =
                "Lenkja verkar ikkje lenger, og den som sende ho, har fått vite det. Du treng ikkje gjere meir.",
            LineTooLong = "Linja er for lang. Høgst {0} teikn.",
            DayHasBeen = "Vel ein dag som ikkje har vore.",
            NotNow = "Denne avtalen er endra, og kan ikkje svarast på her lenger.",
            BackToAll = "Sjå alle avtalane dine",
            RemarkAsk = "Stemmer ikkje avtalen?",
            RemarkLabel = "Kva er feil?",
            RemarkAbout = "Det du skriv, står ved sida av linja i referatet. Dei som les linja, ser det.",
            RemarkEmpty = "Skriv kva som er feil.",
            RemarkDone = "Sendt. Koordinatoren ser på det.",
            RemarkTakeBack = "Ta det tilbake",
        };

    private static Words English { get; } =
        new()
        {
            Hello = "Hello, {0}",
            WhatNow = "Press what fits, and your answer is sent.",
            NoLogin = "You need not sign in to answer. Your answer goes to the person who sent you the link.",
            Several = "You have {0} agreements",
            How = "How is it going?",
            AskedHow = "Can you take this on?",
            Accept = "Yes, I will",
            Done = "Done",
            InProgress = "Under way",
            NeedsHelp = "Need help",
            Cannot = "Cannot",
            MoreLabel = "Is there anything to add?",
            MoreAbout = "Write first, and the line goes with your answer. Do not write names or diagnoses.",
            Due = "Due",
            NoDue = "No deadline",
            FullText = "Do you want to know what it is about?",
            FullTextRead = "Read the whole agreement",
            FullTextAbout =
                "For that we must know that it is you: by your work sign-in, or by a code on your mobile phone. You can also call {0}.",
            NotMeAbout = "Did you get this by mistake? The link stops working, and the person who sent it is told.",
            NotMe = "Not me",
            Thanks = "Thank you, {0}. Your answer is saved.",
            Saved = "Your answer is saved",
            CanClose = "You can close this page now.",
            UndoAnswer = "Undo and answer again",
            AddMore = "Do you want to add anything?",
            Added = "Added",
            ChangeMore = "Do you want to change it?",
            DayProposed = "Proposed day:",
            LineToSender = "A line to the person who sent the link",
            Why = "Why not?",
            Instead = "Who could instead?",
            OtherDay = "Do you need more time? Propose a day",
            OtherDayAbout = "The day holds once the coordinator has said yes to it.",
            Send = "Send",
            Answered = "You have answered",
            Nothing = "There is nothing to answer now",
            NothingAbout = "The agreements are finished or given to someone else. Thank you for your help.",
            Dead = "The link no longer works",
            DeadAbout = "It may have run out or been stopped. You can get a new one at the same e-mail address.",
            AskForNew = "Send me a new one",
            NewSent = "Look for a new e-mail",
            NewSentAbout =
                "If the link was yours, a new one is on its way to the address we have. It takes a minute or two.",
            NotMeDone = "Thank you for telling us",
            NotMeDoneAbout =
                "The link no longer works, and the person who sent it has been told. You need not do more.",
            LineTooLong = "The line is too long. At most {0} characters.",
            DayHasBeen = "Choose a day that has not been.",
            NotNow = "This agreement has changed and can no longer be answered here.",
            BackToAll = "See all your agreements",
            RemarkAsk = "Is the agreement not right?",
            RemarkLabel = "What is wrong?",
            RemarkAbout = "What you write stands beside the line of the minutes. Those who read the line see it.",
            RemarkEmpty = "Write what is wrong.",
            RemarkDone = "Sent. The coordinator will look at it.",
            RemarkTakeBack = "Take it back",
        };
}
