using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;

namespace Flette.Web.Features.Invitations.ByLink;

/// <summary>What an invitation says on the link face, in its three languages. What all links say stands with links.</summary>
public sealed record CardWords
{
    public required string Title { get; init; }
    public required string DoYouCome { get; init; }
    public required string Coming { get; init; }
    public required string Cannot { get; init; }
    public required string Maybe { get; init; }
    public required string NoPlace { get; init; }
    public required string NewTime { get; init; }
    public required string Changed { get; init; }
    public required string NotNow { get; init; }
    public required string Off { get; init; }
    public required string OffAbout { get; init; }
    public required string Been { get; init; }
    public required string BeenAbout { get; init; }
    public required string WhatAbout { get; init; }
    public required string WhatAboutAnswer { get; init; }

    /// <summary>The words in a language.</summary>
    public static CardWords Of(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => Nynorsk,
            Tongue.English => English,
            _ => Bokmal,
        };

    /// <summary>What an answer is called; one that came another way than by this page by what it says of coming.</summary>
    public string Name(ReplyKind kind) =>
        kind switch
        {
            ReplyKind.Coming => Coming,
            ReplyKind.Declined => Cannot,
            _ => Maybe,
        };

    private static CardWords Bokmal { get; } =
        new()
        {
            Title = "Møte",
            DoYouCome = "Kommer du?",
            Coming = "Jeg kommer",
            Cannot = "Jeg kan ikke",
            Maybe = "Kanskje",
            NoPlace = "Sted får du av den som inviterte.",
            NewTime = "Møtet har fått ny tid. Svar på nytt.",
            Changed = "Møtet ble endret samtidig. Se når det er nå, og svar på nytt.",
            NotNow = "Dette kan ikke besvares her lenger.",
            Off = "Møtet blir ikke holdt",
            OffAbout = "Du trenger ikke gjøre noe. Blir det et nytt møte, får du en ny innkalling.",
            Been = "Møtet har vært",
            BeenAbout = "Det er ikke noe å svare på nå. Takk.",
            WhatAbout = "Vil du vite hva møtet gjelder?",
            WhatAboutAnswer = "Det får du på telefon, fordi vi må vite at det er deg. Ring {0}.",
        };

    private static CardWords Nynorsk { get; } =
        new()
        {
            Title = "Møte",
            DoYouCome = "Kjem du?",
            Coming = "Eg kjem",
            Cannot = "Eg kan ikkje",
            Maybe = "Kanskje",
            NoPlace = "Staden får du av den som inviterte.",
            NewTime = "Møtet har fått ny tid. Svar på nytt.",
            Changed = "Møtet blei endra samtidig. Sjå når det er no, og svar på nytt.",
            NotNow = "Dette kan ikkje svarast på her lenger.",
            Off = "Møtet blir ikkje halde",
            OffAbout = "Du treng ikkje gjere noko. Blir det eit nytt møte, får du ei ny innkalling.",
            Been = "Møtet har vore",
            BeenAbout = "Det er ikkje noko å svare på no. Takk.",
            WhatAbout = "Vil du vite kva møtet gjeld?",
            WhatAboutAnswer = "Det får du på telefon, fordi vi må vite at det er deg. Ring {0}.",
        };

    private static CardWords English { get; } =
        new()
        {
            Title = "Meeting",
            DoYouCome = "Are you coming?",
            Coming = "I am coming",
            Cannot = "I cannot come",
            Maybe = "Maybe",
            NoPlace = "Ask the one who invited you where it is.",
            NewTime = "The meeting has a new time. Please answer again.",
            Changed = "The meeting was changed at the same time. See when it is now, and answer again.",
            NotNow = "This can no longer be answered here.",
            Off = "The meeting will not be held",
            OffAbout = "You need not do anything. If there is a new meeting, you get a new invitation.",
            Been = "The meeting has been held",
            BeenAbout = "There is nothing to answer now. Thank you.",
            WhatAbout = "Do you want to know what the meeting is about?",
            WhatAboutAnswer = "You are told by telephone, because we must know that it is you. Call {0}.",
        };
}
