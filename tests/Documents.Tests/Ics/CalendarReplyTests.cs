using Flette.Documents.Ics;

namespace Flette.Documents.Tests.Ics;

/// <summary>Answers as calendars send them, and what is no answer.</summary>
public sealed class CalendarReplyTests
{
    private const string Uid = "0b6f2a52-6f0e-4f0c-9c2b-2f0f6f1d8a11";

    private const string Outlook = """
        BEGIN:VCALENDAR
        METHOD:REPLY
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT=ACCEPTED;CN="Berge; Tor: skolen":mailto:tor.berge@exam
         ple.no
        COMMENT;LANGUAGE=nb-NO:Kommer\, men\nsent
        UID:0b6f2a52-6f0e-4f0c-9c2b-2f0f6f1d8a11
        SUMMARY;LANGUAGE=nb-NO:Godtatt: Møte
        DTSTART;TZID=W. Europe Standard Time:20270505T090000
        DTSTAMP:20270401T101112Z
        SEQUENCE:2
        X-MICROSOFT-CDO-APPT-SEQUENCE:0
        BEGIN:VALARM
        UID:something-else
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """;

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void An_answer_is_read_whatever_ends_its_lines(string end)
    {
        var reply = CalendarReply.Read(Outlook.ReplaceLineEndings(end)).Value;
        Assert.Equal(Guid.Parse(Uid), reply.Uid);
        Assert.Equal(2, reply.Sequence);
        Assert.Equal(new DateTimeOffset(2027, 4, 1, 10, 11, 12, TimeSpan.Zero), reply.Stamp);
        Assert.Equal("tor.berge@example.no", reply.Attendee);
        Assert.Equal(PartStat.Accepted, reply.Answer);
        Assert.Equal("Kommer, men\nsent", reply.Comment);
    }

    [Theory]
    [InlineData("PARTSTAT=ACCEPTED", "partstat=tentative", PartStat.Tentative)]
    [InlineData("PARTSTAT=ACCEPTED", "PARTSTAT=\"DECLINED\"", PartStat.Declined)]
    [InlineData("PARTSTAT=ACCEPTED", "PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:x@example.no\"", PartStat.Delegated)]
    [InlineData("METHOD:REPLY", "method:reply", PartStat.Accepted)]
    [InlineData("UID:0b6f", "uid:0B6F", PartStat.Accepted)]
    [InlineData("mailto:", "MAILTO:", PartStat.Accepted)]
    public void Case_and_quotes_do_not_matter(string what, string with, PartStat expected) =>
        Assert.Equal(expected, CalendarReply.Read(Outlook.Replace(what, with, StringComparison.Ordinal)).Value.Answer);

    [Theory]
    [InlineData("METHOD:REPLY", "METHOD:COUNTER", "counter")]
    [InlineData("METHOD:REPLY", "METHOD:REQUEST", "not-a-reply")]
    [InlineData("METHOD:REPLY\n", "", "not-a-reply")]
    [InlineData("PARTSTAT=ACCEPTED;", "", "no-answer")]
    [InlineData("PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION", "no-answer")]
    [InlineData("PARTSTAT=ACCEPTED", "PARTSTAT=X-SOMETHING", "no-answer")]
    [InlineData("UID:0b6f2a52-6f0e-4f0c-9c2b-2f0f6f1d8a11", "UID:040000008200E00074C5B7101A82E008", "unknown-uid")]
    [InlineData("UID:0b6f2a52-6f0e-4f0c-9c2b-2f0f6f1d8a11\n", "", "unknown-uid")]
    [InlineData("SEQUENCE:2", "SEQUENCE:-2", "sequence")]
    [InlineData("SEQUENCE:2", "SEQUENCE:99999999999", "sequence")]
    [InlineData("SEQUENCE:2", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.no", "attendees")]
    [InlineData("SEQUENCE:2", "UID:5e2cfcd5-6d2c-4b78-b19e-3f9b0e3e7a10", "several")]
    [InlineData("BEGIN:VEVENT", "BEGIN:VTODO", "no-event")]
    [InlineData("BEGIN:VCALENDAR", "BEGIN:VCARD", "no-calendar")]
    public void What_is_no_answer_gives_a_code(string what, string with, string code) =>
        Assert.Equal(
            new NoReply(code),
            CalendarReply.Read(Outlook.ReplaceLineEndings("\n").Replace(what, with, StringComparison.Ordinal)).Refusal
        );

    [Fact]
    public void Garbage_and_what_is_cut_off_are_no_answer()
    {
        var chance = new Random(7);
        for (var i = 0; i < Outlook.Length; i++)
        {
            // Cut off anywhere, and with one character turned into another: never a fault.
            _ = CalendarReply.Read(Outlook[..i]);
            var turned = Outlook.ToCharArray();
            turned[chance.Next(turned.Length)] = (char)chance.Next(1, 300);
            _ = CalendarReply.Read(new string(turned));
        }
        Assert.Equal(new NoReply("no-calendar"), CalendarReply.Read("").Refusal);
        Assert.Equal(new NoReply("no-calendar"), CalendarReply.Read(new string('\n', 1000)).Refusal);
        Assert.Equal(new NoReply("too-long"), CalendarReply.Read(new string('x', 10_000_000)).Refusal);
    }
}
