using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Contacts;

/// <summary>The call log's words.</summary>
public static class Words
{
    /// <summary>Who reads what stands in the coordinator's working notes, said the same everywhere.</summary>
    public const string WorkingNotes =
        "Arbeidsnotat. Bare du leser det, og stedfortrederen når enheten har åpnet for det.";

    /// <summary>How a contact was made, to choose from.</summary>
    public static IReadOnlyList<FieldOption> Directions { get; } =
    [
        new(nameof(ContactDirection.Outgoing), "Jeg ringte"),
        new(nameof(ContactDirection.Incoming), "De ringte"),
        new(nameof(ContactDirection.Unanswered), "Fikk ikke svar"),
        new(nameof(ContactDirection.Met), "Vi møttes"),
    ];

    /// <summary>All topics.</summary>
    public static IReadOnlyList<FieldOption> Topics { get; } =
        Enum.GetValues<Topic>()
            .Select(t => new FieldOption(t.ToString(), NorwegianDates.Capital(Data.Topics.Words(t))))
            .ToList();

    /// <summary>All topics, and first the one that leaves it to the proposal.</summary>
    public static IReadOnlyList<FieldOption> ProposedTopics { get; } =
    [new("", "Etter hvem du snakket med"), .. Topics];

    /// <summary>What a line says happened: «Samtale med Rune Nordli».</summary>
    public static string Of(ContactNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Direction switch
        {
            ContactDirection.Outgoing => $"Ringte {note.With}",
            ContactDirection.Incoming => $"{note.With} ringte",
            ContactDirection.Unanswered => $"Ringte {note.With}, fikk ikke svar",
            ContactDirection.Met => $"Møtte {note.With}",
            _ => throw new ArgumentOutOfRangeException(nameof(note)),
        };
    }

    /// <summary>Whom a line is about and under which topic: «Om Oda, under skole/barnehage.»</summary>
    public static string Place(Contact contact, IEnumerable<Member> members)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var names = members.Where(m => contact.About.Contains(m.Id)).Select(m => m.FirstName).ToList();
        var about = names.Count == 0 ? "Felles for familien" : "Om " + Listing.And(names);
        return contact.Topic is { } topic ? $"{about}, under {Data.Topics.Words(topic)}." : about + ".";
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            WithMissing => ("Call.With", "Skriv hvem du snakket med."),
            WithTooLong => ("Call.With", $"Skriv bare hvem det var. Høyst {ContactLog.LongestWith} tegn."),
            TextMissing => ("Call.Text", "Skriv kort hva som ble sagt, eller velg «Fikk ikke svar»."),
            TextTooLong => ("Call.Text", $"Teksten er for lang. Høyst {ContactLog.Longest} tegn."),
            TopicMissing => ("Call.Topic", "Velg et tema."),
            DayImpossible => ("Call.Day", "Dagen kan ikke være fram i tid."),
            AboutUnknown => ("Call.About", "En av dem du valgte, er ikke i familien lenger. Velg på nytt."),
            NoSuchContact => ("", "Fant ikke samtalen. Den kan være tatt bort."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over begge tekstene og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
