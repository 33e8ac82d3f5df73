using Flette.Web.Data;

namespace Flette.Web.Features.History;

/// <summary>What each kind of item is called.</summary>
public static partial class Told
{
    /// <summary>What a kind of item is called.</summary>
    public static string Kind(string kind) =>
        kind switch
        {
            ItemKinds.Meeting => "Møte",
            ItemKinds.Minutes => "Referat",
            ItemKinds.Line => "Linje i referatet",
            ItemKinds.AgendaPoint => "Sak til møtet",
            ItemKinds.MeetingWishes => "Hvordan møtet skal være",
            ItemKinds.PublishedLine => "Linje i publisert referat",
            ItemKinds.Publication => "Publisering",
            ItemKinds.Remark => "Noen sier at noe er feil",
            ItemKinds.Agreement => "Avtale",
            ItemKinds.Participant => "Deltaker",
            ItemKinds.ContactLog => "Samtale",
            ItemKinds.WhatMatters => "Dette er viktig",
            ItemKinds.Resource => "Ressurs",
            ItemKinds.Need => "Behov",
            ItemKinds.Contribution => "Bidrag",
            ItemKinds.Goal => "Mål",
            ItemKinds.GoalScore => "Fra 0 til 10",
            ItemKinds.Measure => "Tiltak",
            ItemKinds.Letter => "Brev til lederen",
            ItemKinds.Helps => "Hjelper det?",
            ItemKinds.NothingYet => "Ingenting har skjedd",
            ItemKinds.Attachment => "Vedlegg",
            ItemKinds.ChildsPart => "Slik har barnet vært med",
            ItemKinds.Transition => "Overgang",
            ItemKinds.Reply => "Svar på en innkalling",
            ItemKinds.Input => "Innspill før møtet",
            _ => ToldRhythm.Kind(kind),
        };
}
