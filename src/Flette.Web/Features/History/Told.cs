using Flette.Core.Agreements;
using Flette.Core.Coordination;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Writing;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.WhichPlans;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Transitions.Registering;
using Flette.Web.Features.Unit;
using P = Flette.Web.Features.Plans.Words;

namespace Flette.Web.Features.History;

/// <summary>What a version of an item says, field by field, and what was done to make it. The words of the history page.</summary>
public static partial class Told
{
    private const string Registered = "Registrert";

    // The first version kept of what had been changed before versions were.
    private const string BeforeHistory = "Endret. Det som sto før, ble ikke tatt vare på";

    /// <summary>Said of someone who is named by an earlier version, and is neither in the family, the team nor its coordinator now.</summary>
    public const string NoLonger = "en som ikke er med lenger";

    /// <summary>What was done, in a word or two.</summary>
    public static string Change(string change) =>
        change switch
        {
            Core.Undo.Created => "Skrevet",
            Core.Undo.Undone => "Angret",
            Core.Undo.Moved => "Flyttet til planen",
            "state" => "Ny status",
            "ended" => "Avsluttet",
            "kept" => "Tatt vare på",
            Features.Minutes.MinutesBook.Discarded => "Kastet",
            "there" => "Hvem som er der",
            "held" => "Møtet er holdt",
            "moved" => "Møtet er endret",
            PlansBook.Changed => "Hvilke planer møtet gjelder, er endret",
            "off" => "Møtet blir ikke holdt",
            Features.Meetings.MeetingBook.TakenAway => "Tatt bort: det var satt opp ved en feil",
            "agreed" => "Ble en avtale",
            LineBook.Removed => "Tatt bort",
            "times" => "Foreslåtte tider er endret",
            InputBook.Said => "Svarte",
            AgendaBook.Dropped => "Tas ikke opp",
            AgendaBook.Raised => "Tas opp likevel",
            "guest" => "Noen er invitert bare til saken",
            PublishBook.Republished => "Publisert på nytt",
            PublishedMinutes.TakenBack => "Trukket tilbake",
            PublishedMinutes.Handled => "Sett på",
            GoalBook.Followed => "Fulgte med målet",
            // Answers to agreements have words of their own.
            _ => Agreements.Words.Change(change),
        };

    /// <summary>What was done to a member.</summary>
    public static string MemberChange(string change) =>
        change switch
        {
            MemberVersions.Registered => Registered,
            MemberVersions.Changed => "Endret",
            _ => BeforeHistory,
        };

    /// <summary>What was done to a legal position.</summary>
    public static string PositionChange(string change) =>
        change switch
        {
            GuardianshipVersions.Registered => Registered,
            GuardianshipVersions.Ended => "Avsluttet",
            GuardianshipVersions.Reopened => "Åpnet igjen",
            GuardianshipVersions.TakenAway => "Tatt bort: den var skrevet inn ved en feil",
            GuardianshipVersions.BroughtBack => "Satt tilbake",
            _ => BeforeHistory,
        };

    /// <summary>The versions of an appointment, told newest first.</summary>
    public static IReadOnlyList<ToldVersion> Of(IEnumerable<AppointmentVersion> oldestFirst) =>
        Telling.NewestFirst(
            oldestFirst.Select(v => new ToTell(AppointmentChange(v.Change), v.By ?? "", v.At, Fields(v)))
        );

    private static string AppointmentChange(string change) =>
        change switch
        {
            AppointmentVersions.Appointed => "Oppnevnt",
            AppointmentVersions.Ended => "Siste dag satt",
            AppointmentVersions.DeputyOpened => "Åpnet for stedfortreder",
            AppointmentVersions.DeputyClosed => "Stengt for stedfortreder",
            _ => BeforeHistory,
        };

    private static IReadOnlyList<(string Label, string Text)> Fields(AppointmentVersion version)
    {
        var (appointment, active) = (version.Appointment, version.Appointment.DeputyActive);
        return
        [
            ("Koordinator", version.Coordinator),
            ("Hva slags", Unit.Words.Of(version.Kind)),
            ("Første dag", Day(appointment.Period.From)),
            ("Siste dag", appointment.Period.Until is { } until ? Day(until) : "ingen"),
            ("Grunn", version.Ground),
            ("Delegeringsvedtak", version.Delegation ? "ja" : "nei"),
            ("Stedfortreder", version.Deputy ?? "ingen"),
            ("Stedfortreder leser fra", active is null ? "" : Day(active.From)),
            (
                "Stedfortreder leser til",
                active is null ? ""
                : active.Until is { } last ? Day(last)
                : "uten slutt"
            ),
        ];
    }

    /// <summary>The fields of a legal position.</summary>
    /// <param name="names">First names of those the asker may see.</param>
    public static IReadOnlyList<(string Label, string Text)> Fields(
        Guardianship position,
        IReadOnlyDictionary<Guid, string> names
    )
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(names);
        return
        [
            ("Stilling", LegalPositions.Words.Of(position.Kind)),
            ("Gjelder", names.GetValueOrDefault(position.Child, "")),
            ("Hvem har den", position.Holder is { } holder ? names.GetValueOrDefault(holder, "") : "barnevernet"),
            ("Første dag", Day(position.Period.From)),
            ("Siste dag", position.Period.Until is { } until ? Day(until) : "ingen"),
            ("Kilde", LegalPositions.Words.Of(position.Source)),
        ];
    }

    /// <summary>The fields of a version, in the order of its form.</summary>
    public static IReadOnlyList<(string Label, string Text)> Fields(Seen version, People people)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(people);
        var row = version.Row;
        var sharing =
            row.Private ? Sharing.Private
            : row.SharedHome ? Sharing.AtHome
            : Sharing.Usual;
        return [("Gjelder", people.FirstNames(row.About)), .. Own(version, people), ("Hvem kan se det", P.Of(sharing))];
    }

    private static IEnumerable<(string Label, string Text)> Own(Seen version, People people)
    {
        var row = version.Row;
        switch (row.Kind)
        {
            case ItemKinds.WhatMatters:
                var said = version.Open<WhatMattersDetails>();
                return [("Egne ord", said.Words), ("Når", Day(row.Day)), ("Hvordan", said.How ?? "")];
            case ItemKinds.Resource:
                return [("Ressurs", version.Open<ResourceDetails>().Text)];
            case ItemKinds.ChildsPart:
                return [("Slik har barnet vært med", version.Open<ChildsPartDetails>().Text)];
            case ItemKinds.Need:
                var need = version.Open<NeedDetails>();
                return
                [
                    ("Behov", need.Text),
                    ("Hvem har det", need.Owner ?? "ingen"),
                    ("Siden", Day(row.Day)),
                    ("Status", P.Of(Rows.FromCode<NeedState>(row.State))),
                ];
            case ItemKinds.Transition:
                return
                [
                    ("Hva endrer seg", TransitionRules.Of(version.Open<TransitionDetails>().Kind).Title),
                    ("Hvem", people.FirstNames(row.About)),
                    ("Når", Day(row.Day)),
                    ("Status", TransitionWords.Of(Rows.FromCode<RegisteredState>(row.State))),
                ];
            case ItemKinds.Contribution:
                var brings = version.Open<ContributionDetails>();
                return [("Hvem", brings.WhoName ?? people.FirstNames(row.About)), ("Bidrag", brings.Text)];
            case ItemKinds.Goal:
                var goal = version.Open<GoalDetails>();
                return
                [
                    ("Målet", goal.Words),
                    ("Livsområde", P.Of(goal.Area)),
                    ("Status", P.Of(Rows.FromCode<GoalState>(row.State))),
                ];
            case ItemKinds.GoalScore:
                var score = version.Open<GoalScoreDetails>();
                return
                [
                    ("Fra 0 til 10", score.Value.ToString(Norwegian.Culture)),
                    ("Hvem sa det", people.FirstNames([score.By])),
                    ("Dag", Day(row.Day)),
                ];
            case ItemKinds.Measure:
                return Of(version.Open<MeasureDetails>(), row);
            case ItemKinds.Agreement:
                var a = version.Open<AgreementDetails>();
                return
                [
                    ("Hva skal gjøres", a.What),
                    ("Hvem har den", Names(row.Holders, people) is { Length: > 0 } held ? held : "ingen har den ennå"),
                    ("Hvem er spurt", Names(Answering.Awaited(row.Asked, a), people)),
                    ("Tema", Topic(row)),
                    ("Frist", row.Day is null ? a.DueText ?? "" : Day(row.Day)),
                    ("Status", Agreements.Words.Of(Rows.FromCode<AgreementState>(row.State))),
                    ("Svar", Answer(a.Answer)),
                    ("Påminnelser", a.Pace is { } pace ? FollowUp.Words.Of(pace) : ""),
                ];
            case ItemKinds.Participant:
                var p = version.Open<ParticipantDetails>();
                return
                [
                    ("Navn", p.Name),
                    ("Rolle", p.Role ?? ""),
                    ("Tjeneste", p.Organisation ?? ""),
                    ("Tema", Topic(row)),
                    ("Nås", string.Join(", ", p.Reach.Channels.Select(Families.Words.Of))),
                    ("Telefon", p.Reach.Phone ?? ""),
                    ("E-post", p.Reach.Email ?? ""),
                    ("Verdt å vite", p.Reach.Note ?? ""),
                    ("Svarer når hun eller han er borte", p.StandIn ?? ""),
                    ("Med fra", Day(p.Since)),
                    ("Med til", Day(p.Until)),
                    ("Uker før et møte", p.MinimumNoticeWeeks?.ToString(Norwegian.Culture) ?? ""),
                ];
            case ItemKinds.Reply:
                return ReplyTold.Fields(version, people);
            case ItemKinds.Meeting
            or ItemKinds.Line
            or ItemKinds.AgendaPoint
            or ItemKinds.MeetingWishes
            or ItemKinds.PublishedLine
            or ItemKinds.Attachment
            or ItemKinds.Remark:
                return OfMeeting(version, row, people);
            case ItemKinds.ContactLog:
                var call = version.Open<ContactNote>();
                return
                [
                    ("Hvem", call.With),
                    ("Hvordan", Contacts.Words.Directions.First(d => d.Value == call.Direction.ToString()).Text),
                    ("Hva ble sagt", call.Text),
                    ("Tema", Topic(row)),
                    ("Dag", Day(row.Day)),
                ];
            case ItemKinds.Letter or ItemKinds.Helps or ItemKinds.NothingYet:
                return ToldFollowUp.Fields(version, people);
            default:
                // Minutes have a page of their own, where each correction is seen beside the document.
                return ToldRhythm.Fields(version);
        }
    }

    private static IEnumerable<(string Label, string Text)> Of(MeasureDetails measure, ItemRow row) =>
        [
            ("Hva skal gjøres", measure.What),
            ("Ansvarlig", measure.Responsible.Name),
            ("Sammen med", Listing.And(measure.With.Select(w => w.Name))),
            ("Andre", measure.WithText ?? ""),
            ("Hvor mye", measure.Scope ?? ""),
            ("Hvordan", measure.How ?? ""),
            ("Frist", row.Day is null ? measure.DueText ?? "" : Day(row.Day)),
            ("Pass på", measure.MayHarm ?? ""),
            ("Status", P.Of(Rows.FromCode<MeasureState>(row.State))),
        ];

    private static string Answer(AgreementAnswer? answer) =>
        answer is null ? "" : $"{Agreements.Words.Of(answer.Kind)}{(answer.Line is { } line ? $": «{line}»" : "")}";

    private static string Names(IEnumerable<Guid> who, People people) =>
        Listing.And(who.Select(p => people.Name(p) ?? NoLonger));

    private static string Day(DateOnly? day) => day is { } d ? NorwegianDates.WithYear(d) : "";
}
