using System.Diagnostics;
using System.Globalization;
using Flette.Core.Meetings.Inviting;
using Flette.Documents.Ics;

namespace Flette.Documents.Tests.Ics;

/// <summary>What we write as others read it: <c>python3-icalendar</c> and <c>khal</c> of Debian.</summary>
public sealed class OtherReadersTests
{
    private const string Reader = """
        import sys, icalendar
        for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk():
            if event.name == 'VCALENDAR':
                print('method', event['METHOD'])
            if event.name == 'VEVENT':
                for name in ['UID', 'SEQUENCE', 'SUMMARY', 'LOCATION', 'ORGANIZER', 'STATUS']:
                    print(name.lower(), event.get(name, ''))
                for end in ['DTSTART', 'DTEND']:
                    at = event[end].dt
                    print(end.lower(), at.isoformat())
                print('attendee', event['ATTENDEE'], event['ATTENDEE'].params.get('RSVP', ''))
        """;

    private static readonly Guid Uid = Guid.Parse("0b6f2a52-6f0e-4f0c-9c2b-2f0f6f1d8a11");

    private static CalendarInvitation Invitation(
        DateOnly day,
        string? time,
        CalendarMethod method = CalendarMethod.Request
    ) =>
        new(
            method,
            Uid,
            3,
            new DateTimeOffset(2026, 9, 15, 8, 0, 0, TimeSpan.Zero),
            new MeetingMoment(day, time),
            "Čáhppesnjárga grendehus; rom 2, «Bjørka» – inngang fra parkeringsplassen på baksiden av bygget",
            "Fjellvik \"kommune\": enheten",
            "svar@fjellvik.example.no",
            "tor.berge@example.no",
            Answer: true
        );

    [Theory]
    [InlineData(2027, 5, 5, "09:00-10:30", "2027-05-05T09:00:00+02:00", "2027-05-05T10:30:00+02:00")]
    [InlineData(2027, 1, 5, "09:00", "2027-01-05T09:00:00+01:00", "2027-01-05T10:00:00+01:00")]
    // The clock goes from two to three, and from three to two.
    [InlineData(2027, 3, 28, "01:30-04:00", "2027-03-28T01:30:00+01:00", "2027-03-28T04:00:00+02:00")]
    [InlineData(2026, 10, 25, "01:30-04:00", "2026-10-25T01:30:00+02:00", "2026-10-25T04:00:00+01:00")]
    [InlineData(2027, 5, 5, null, "2027-05-05", "2027-05-06")]
    [InlineData(2027, 5, 5, "etter skolen", "2027-05-05", "2027-05-06")]
    public async Task Python_reads_day_and_hours_in_Norway(
        int year,
        int month,
        int day,
        string? time,
        string from,
        string to
    )
    {
        var read = await RunAsync(
            "/usr/bin/python3",
            ["-c", Reader],
            Invitation(new DateOnly(year, month, day), time).Write()
        );
        Assert.Equal(
            $"""
            method REQUEST
            uid {Uid}
            sequence 3
            summary Møte
            location Čáhppesnjárga grendehus; rom 2, «Bjørka» – inngang fra parkeringsplassen på baksiden av bygget
            organizer mailto:svar@fjellvik.example.no
            status CONFIRMED
            dtstart {from}
            dtend {to}
            attendee mailto:tor.berge@example.no TRUE
            """.ReplaceLineEndings("\n"),
            read.Trim()
        );
    }

    [Fact]
    public async Task Python_reads_that_it_is_off()
    {
        var read = await RunAsync(
            "/usr/bin/python3",
            ["-c", Reader],
            Invitation(new DateOnly(2027, 5, 5), "09:00-10:30", CalendarMethod.Cancel).Write()
        );
        Assert.Contains("method CANCEL", read, StringComparison.Ordinal);
        Assert.Contains("status CANCELLED", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:00-10:30", "05.05.2027 09:00 05.05.2027 10:30 Møte")]
    [InlineData(null, "05.05.2027 05.05.2027 Møte")]
    public async Task Khal_takes_it_into_a_calendar(string? time, string expected)
    {
        var home = Directory.CreateTempSubdirectory("flette-khal-");
        try
        {
            var calendar = home.CreateSubdirectory("calendar");
            var config = Path.Combine(home.FullName, "config");
            await File.WriteAllTextAsync(
                config,
                $"""
                [calendars]
                [[team]]
                path = {calendar.FullName}
                [locale]
                local_timezone = Europe/Oslo
                default_timezone = Europe/Oslo
                timeformat = %H:%M
                dateformat = %d.%m.
                longdateformat = %d.%m.%Y
                datetimeformat = %d.%m. %H:%M
                longdatetimeformat = %d.%m.%Y %H:%M
                [sqlite]
                path = {Path.Combine(home.FullName, "khal.db")}
                """,
                TestContext.Current.CancellationToken
            );
            var file = Path.Combine(home.FullName, "invitation.ics");
            await File.WriteAllTextAsync(
                file,
                Invitation(new DateOnly(2027, 5, 5), time).Write(),
                TestContext.Current.CancellationToken
            );
            await RunAsync("khal", ["-c", config, "import", "--batch", "-a", "team", file], "");
            var listed = await RunAsync(
                "khal",
                [
                    "-c",
                    config,
                    "list",
                    "--format",
                    "{start-long} {end-long} {title}",
                    "--day-format",
                    "",
                    "05.05.2027",
                    "1d",
                ],
                ""
            );
            Assert.Equal(expected, listed.Trim());
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8", ["PYTHONIOENCODING"] = "utf-8" },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == 0,
            string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}: {wrong}")
        );
        return (await said).ReplaceLineEndings("\n");
    }
}
