namespace Flette.Core.Meetings.Reading.Words;

/// <summary>What a label, a heading or a column head announces.</summary>
internal enum LabelKind
{
    None,

    // the meeting
    Date,
    Time,
    DateAndTime,
    TimeAndPlace,
    Place,
    Kind,
    About,
    Present,
    Absent,
    Invited,
    Officer,
    Written,
    Next,

    // the points
    Point,
    Number,
    Info,
    Agreement,
    Responsible,
    Due,
    ResponsibleAndDue,
    Status,
    Previous,

    // around the points
    Agenda,
    Formality,

    // columns of attendance tables
    Name,
    Role,
    Organisation,
    Attended,
    Contact,
}
