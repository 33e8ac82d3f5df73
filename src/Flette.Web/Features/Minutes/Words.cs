using System.Globalization;
using Flette.Core;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Documents.Docx;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Minutes;

/// <summary>A document that was not taken in.</summary>
/// <param name="Pasted">Whether it was text in the field, not a file.</param>
public sealed record NotTakenIn(ImportRefusal Reason, bool Pasted) : MinutesRefusal;

/// <summary>The words of the minutes' screens.</summary>
public static class Words
{
    /// <summary>What a kind of meeting is called.</summary>
    public static string Of(MinutesKind kind) =>
        kind switch
        {
            MinutesKind.Ansvarsgruppe => "Ansvarsgruppemøte",
            MinutesKind.Samarbeid => "Samarbeidsmøte",
            MinutesKind.Fag => "Fagmøte",
            MinutesKind.Update => "Oppdatering uten møte",
            _ => "Møte",
        };

    /// <summary>The kinds to choose from.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
        new[]
        {
            MinutesKind.Ansvarsgruppe,
            MinutesKind.Samarbeid,
            MinutesKind.Fag,
            MinutesKind.Update,
            MinutesKind.Unknown,
        }
            .Select(k => new FieldOption(k.ToString(), k == MinutesKind.Unknown ? "Annet møte" : Of(k)))
            .ToList();

    /// <summary>Why a document was not taken in, what is safe and what to do.</summary>
    public static string Of(ImportRefusal refusal) =>
        refusal switch
        {
            ImportRefusal.Corrupt =>
                "Vi får ikke åpnet dokumentet. Det kan være skadet. Åpne det i Word, lagre det på nytt, eller lim inn teksten.",
            ImportRefusal.Encrypted =>
                "Dokumentet er låst med passord. Ta bort passordet i Word, eller lim inn teksten.",
            ImportRefusal.OldDoc =>
                "Dette er det gamle Word-formatet (.doc). Åpne det i Word og lagre som .docx, eller lim inn teksten.",
            ImportRefusal.Pdf => "Dette er en PDF. Åpne den, merk all teksten, kopier den og lim den inn.",
            ImportRefusal.Empty => "Det står ingen ord her. Lim inn teksten, eller velg et dokument med tekst.",
            ImportRefusal.TooLargePacked =>
                "Filen er for stor. Største fil er 25 MB. Ta bort bilder, eller lim inn teksten.",
            ImportRefusal.TooLargeUnpacked =>
                $"Dokumentet er for langt for ett møte. Grensen er {ImportLimits.Blocks:N0} linjer og {ImportLimits.TextCharacters:N0} tegn. Del det, eller lim inn ett møte om gangen.",
            ImportRefusal.PasteTooLong p =>
                $"Teksten er for lang: {p.Characters:N0} tegn. Grensen er {ImportLimits.TextCharacters:N0}. Lim inn ett møte om gangen.",
            ImportRefusal.TooManyAgreements t =>
                $"Vi fant {t.Count} avtaler. Det er mer enn ett møte. Lim inn ett møte om gangen.",
            ImportRefusal.TooManyPeople t =>
                $"Vi fant {t.Count} personer. Det er mer enn ett møte. Lim inn ett møte om gangen.",
            ImportRefusal.TooSlow =>
                "Det tok for lang tid å lese teksten. Ingenting er borte. Prøv igjen, eller lim inn en del om gangen.",
            ImportRefusal.NotText =>
                "Dette er verken tekst eller et Word-dokument. Velg en .docx- eller .txt-fil, eller lim inn teksten.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    /// <summary>A refusal as each place it is about and what is said there: a name leads to where it is asked about.</summary>
    public static IEnumerable<(string Field, string Text)> Each(Refusal refusal) =>
        refusal is WhoIsMeant who
            ? who.Names.Distinct().Select(n => (AskedAt(n), Of(new WhoIsMeant([n])).Text))
            : [Of(refusal)];

    /// <summary>The id of the place where a name is asked about.</summary>
    public static string AskedAt(AskedName name) =>
        name?.Agreement is { } agreement ? string.Create(CultureInfo.InvariantCulture, $"meant-{agreement}") : "who";

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NotTakenIn n => (n.Pasted ? "Text" : "Upload", Of(n.Reason)),
            Core.Consents.ConsentRefusal => (
                "",
                "Neste møte er et fagmøte, og det holdes bare når familien har sagt ja. Ta bort neste møte, eller skriv inn ja-et først."
            ),
            ChangedMeanwhile => (
                "",
                "Noen andre rettet i dette referatet samtidig. Se over det som står nå, og gjør rettelsen på nytt."
            ),
            AlreadyKept => ("", "Referatet er lagret. Avtalene rettes der de står nå."),
            NothingToUndo => ("", "Det er ikke mer å angre."),
            MeetingThere t => (
                "twin",
                $"Dette møtet ligger her fra før: {NorwegianDates.WithYear(t.Day)}. Gå til det, eller lagre likevel."
            ),
            UsedSince => (
                "",
                "Noe av det som kom fra referatet, er endret eller brukt siden. Da kan ikke alt angres under ett. Rett avtalene der de står."
            ),
            NoSuchLine => ("", "Fant ikke linjen. Last siden på nytt."),
            AlreadyAgreement => ("", "Linjen er en avtale allerede."),
            ReadingTooSlow => ("", "Det tok for lang tid å lese linjen. Ingenting er endret. Prøv igjen om litt."),
            WhatMissing => ("Input.What", "Skriv hva som skal gjøres."),
            MinutesTextTooLong { Field: MinutesText.People } t => (
                "",
                $"Noe på listen over hvem som var der, er for langt. Høyst {t.Most} tegn i hvert felt."
            ),
            MinutesTextTooLong t => ($"Input.{t.Field}", $"Det er for langt. Høyst {t.Most} tegn."),
            MemberUnknown => ("Input.About", "Velg noen i familien."),
            MeetingDayMissing => ("Input.Date", "Skriv hvilken dag møtet var. Den sto ikke i referatet."),
            WhoIsMeant w => (
                "",
                $"{Listing.And(w.Names.Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase))} kan være flere. Velg hvem det er."
            ),
            NoSuchMinutes => ("", "Fant ikke referatet."),
            NameMissing => ("", "En på listen over hvem som var der, mangler navn."),
            PersonTextTooLong t => (
                "",
                $"En rolle eller tjeneste på listen over hvem som var der, er for lang. Høyst {t.Most} tegn."
            ),
            NameTooLong => ("", "Et navn på listen over hvem som var der, er for langt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
