using Flette.Core.Access;
using Flette.Core.Words;

namespace Flette.Web.Features.FagMeetings;

/// <summary>What the family face says of fagmøter, in its three languages. A text is changed in all three.</summary>
public sealed record OwnFagWords(Tongue Tongue)
{
    public string Title => Say("Møter uten oss", "Møte utan oss", "Meetings without us");

    public string About =>
        Say(
            "De som hjelper dere, kan møtes uten dere bare når dere har sagt ja. Dere får vite det samme dag. Ja-et kan trekkes når som helst, uten å si hvorfor.",
            "Dei som hjelper dykk, kan møtast utan dykk berre når de har sagt ja. De får vite det same dag. Ja-et kan trekkjast når som helst, utan å seie kvifor.",
            "Those who help you may meet without you only when you have said yes. You are told the same day. The yes can be withdrawn at any time, without giving a reason."
        );

    public string Briefly =>
        Say(
            "De som hjelper dere, har lov til å møtes uten dere om noe bestemt. Du ser hva, og kan trekke ja-et.",
            "Dei som hjelper dykk, har lov til å møtast utan dykk om noko bestemt. Du ser kva, og kan trekkje ja-et.",
            "Those who help you are allowed to meet without you about something specific. You see what, and can withdraw the yes."
        );

    public string Given => Say("Dette er det sagt ja til", "Dette er det sagt ja til", "What has been said yes to");

    public string NothingGiven =>
        Say(
            "Det er ikke sagt ja til noe møte uten dere.",
            "Det er ikkje sagt ja til noko møte utan dykk.",
            "No yes has been said to a meeting without you."
        );

    public string MayTalk(IEnumerable<Topic> topics, string name, string purpose)
    {
        var what = Listing.And(topics.Select(Of));
        return Say(
            $"De kan snakke om {what} for {name}, for å {purpose}.",
            $"Dei kan snakke om {what} for {name}, for å {purpose}.",
            $"They may talk about {what} concerning {name}. Purpose: {purpose}."
        );
    }

    public string Until(DateOnly until, DateOnly today)
    {
        var day = NorwegianDates.DayAndMonth(until, today, Tongue);
        return until < today
            ? Say($"Ja-et gjaldt til {day}.", $"Ja-et galdt til {day}.", $"The yes held until {day}.")
            : Say($"Ja-et gjelder til {day}.", $"Ja-et gjeld til {day}.", $"The yes holds until {day}.");
    }

    public string Withdrawn => Say("Ja-et er trukket.", "Ja-et er trekt.", "The yes has been withdrawn.");

    public string Withdraw => Say("Trekk ja-et", "Trekk ja-et", "Withdraw the yes");

    public string WithdrawMeans =>
        Say(
            "Da blir møter som er planlagt, ikke holdt. Det som alt er sagt, og det som står i tjenestenes egne journaler, blir stående.",
            "Då blir møte som er planlagde, ikkje haldne. Det som alt er sagt, og det som står i journalane til tenestene, blir ståande.",
            "Then meetings that are planned are not held. What has been said already, and what stands in the services' own records, stays there."
        );

    public string Meetings => Say("Møtene", "Møta", "The meetings");

    public string Planned(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.WithDay(day, today, Tongue);
        return Say($"Planlagt {when}", $"Planlagt {when}", $"Planned for {when}");
    }

    public string Held(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.WithDay(day, today, Tongue);
        return Say($"Holdt {when}", $"Halde {when}", $"Held on {when}");
    }

    public string Off(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.WithDay(day, today, Tongue);
        return Say(
            $"{NorwegianDates.Capital(when)}: ble ikke holdt",
            $"{NorwegianDates.Capital(when)}: blei ikkje halde",
            $"{NorwegianDates.Capital(when)}: was not held"
        );
    }

    public string NothingAgreed =>
        Say(
            "Ingen avtaler fra dette møtet som du kan se.",
            "Ingen avtalar frå dette møtet som du kan sjå.",
            "No agreements from this meeting that you can see."
        );

    public string ReadMinutes => Say("Les fra møtet", "Les frå møtet", "Read from the meeting");

    public string NotDone =>
        Say(
            "Det ble ikke lagret, for noe ble endret samtidig. Se over og prøv igjen.",
            "Det blei ikkje lagra, for noko blei endra samtidig. Sjå over og prøv igjen.",
            "It was not saved, since something was changed at the same time. Look it over and try again."
        );

    public string NotThere =>
        Say("Dette ja-et er trukket alt.", "Dette ja-et er trekt alt.", "This yes has been withdrawn already.");

    private string Of(Topic topic) =>
        topic switch
        {
            Topic.Health => Say("helse", "helse", "health"),
            Topic.MentalHealth => Say("psykisk helse/rus", "psykisk helse/rus", "mental health or substance use"),
            Topic.School => Say("skole/barnehage", "skule/barnehage", "school or kindergarten"),
            Topic.Welfare => Say("NAV/økonomi", "NAV/økonomi", "NAV or money"),
            Topic.Housing => Say("bolig", "bustad", "housing"),
            Topic.ChildWelfare => Say("barnevern", "barnevern", "child welfare"),
            Topic.Leisure => Say("fritid", "fritid", "leisure"),
            Topic.FamilyLife => Say("familieliv", "familieliv", "family life"),
            Topic.Siblings => Say("søsken", "sysken", "siblings"),
            _ => throw new ArgumentOutOfRangeException(nameof(topic)),
        };

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
