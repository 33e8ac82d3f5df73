using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Attaching;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Writing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Meetings.Attaching;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.History;

/// <summary>What a version of a meeting says, and of what is written in it.</summary>
public static partial class Told
{
    private static IReadOnlyList<(string Label, string Text)> OfMeeting(Seen version, ItemRow row, People people)
    {
        switch (row.Kind)
        {
            case ItemKinds.Meeting:
                var meeting = version.Open<MeetingDetails>();
                return
                [
                    ("Hva slags", Minutes.Words.Of(meeting.Kind)),
                    ("Dag", Day(row.Day)),
                    ("Tid", meeting.Time ?? ""),
                    ("Sted", meeting.Place ?? ""),
                    ("Foreslåtte tider", InputTold.Times(meeting.Slots)),
                    ("Planer", Listing.And(people.Plans(row.Meant ?? []))),
                    ("Hvem", Listing.And(meeting.Present.Select(x => x.Name))),
                    ("Ikke til stede", Listing.And(meeting.Absent.Select(x => x.Name))),
                    ("Status", Meetings.Words.Of(Rows.FromCode<MeetingState>(row.State))),
                ];
            case ItemKinds.Line:
                var line = version.Open<MinutesLine>();
                return
                [
                    ("Linjen", line.Typed),
                    ("Hvem har avtalen", Listing.And(line.Responsible.Select(p => p.Name))),
                    ("Frist", Day(line.Due)),
                    ("Status", row.State == LineBook.Removed ? "Tatt bort" : "Står i referatet"),
                ];
            case ItemKinds.AgendaPoint:
                var point = version.Open<AgendaPoint>();
                return
                [
                    ("Saken", point.Text),
                    ("Hvem tok det opp", point.By is { } by ? Names([by], people) : "koordinatoren"),
                    ("Hvorfor det ikke tas opp", point.Dropped ?? ""),
                    ("Kommer bare til denne", Names(point.Guests.Select(g => g.Person), people)),
                ];
            case ItemKinds.MeetingWishes:
                var wishes = version.Open<MeetingWishes>();
                var say = new PrepareWords(Tongue.Bokmal);
                return
                [
                    ("Umulige tider", wishes.Impossible ?? ""),
                    ("Hvor eller hvordan", say.Of(wishes.Where)),
                    ("Hvem med, og hvem ikke", wishes.Whom ?? ""),
                    ("Tolk", wishes.Interpreter ?? ""),
                ];
            case ItemKinds.Input:
                return InputTold.Fields(version, people);
            case ItemKinds.PublishedLine:
                var published = version.Open<PublishedLine>();
                return
                [
                    ("Linjen", published.Text),
                    ("Hvem har avtalen", Listing.And(published.Responsible.Select(p => p.Name))),
                    ("Frist", Day(published.Due)),
                    ("Tema", Topic(row)),
                    ("Status", row.State == PublishedMinutes.Stands ? "Publisert" : "Trukket tilbake"),
                ];
            case ItemKinds.Attachment:
                var file = version.Open<AttachmentDetails>();
                return
                [
                    ("Navn", file.Name),
                    ("Størrelse", AttachWords.Size(file.Size)),
                    ("Tema", Topic(row)),
                    ("Hvor det står", row.Room == Rows.Code(Room.Plan) ? "i planen" : "i arbeidsnotatet"),
                    ("Status", row.State == LineBook.Removed ? "Tatt bort" : "Kan lastes ned"),
                ];
            case ItemKinds.Remark:
                return [("Hva som er feil", version.Open<string>())];
            default:
                throw new ArgumentOutOfRangeException(nameof(row));
        }
    }

    private static string Topic(ItemRow row) => Topics.FromCode(row.Topic) is { } topic ? Topics.Words(topic) : "";
}
