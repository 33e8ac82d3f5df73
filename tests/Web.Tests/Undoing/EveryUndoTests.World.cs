using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Writing;
using Flette.Kit;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Tests.Undoing;

/// <summary>What the walk meets besides what every reader's family has: places where something is done that a few families come to.</summary>
public sealed partial class EveryUndoTests
{
    /// <summary>Makes them, and the addresses where they stand.</summary>
    private async Task<(IReadOnlyList<string> Paths, Browserless Link, string LinkPath)> FurtherAsync()
    {
        var (family, home) = (app.Family, $"/f/{app.Family.Id}");
        var (mother, tore, rita) = (Place("member"), Place("participant"), Place("person"));
        var child = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select about[1] from item where id = @agreement",
            new { agreement = Place("agreement") }
        );
        // Nobody has it.
        var nobodys = await family.AgreementAsync("Finne støttekontakt", [child]);
        // An agreement one of the team says yes to in the room, and a meeting with none after it.
        var meeting = await MeetingAsync(family.World.Today.AddDays(60), (tore, "Tore Lærer"), "! ringer legen");
        // Another that was published, and can be said to be wrong by its link.
        var published = await MeetingAsync(family.World.Today, (rita, "Rita Lærer"), "! ordner taxi");
        var link = await PublishAsync($"{home}/mote/{published}", rita);
        // What the family says, and the coordinator has not seen.
        await family.DoAsync(
            Act.AnswerOnBehalf,
            write => SaysBook.NothingAsync(write, Place("agreement"), child, said: true, null, CancellationToken.None)
        );
        // An answer that came by itself, and asks for something.
        await family.DoAsync(
            Act.AnswerOnBehalf,
            write =>
                ReplyBook.AnswerAsync(
                    write,
                    Place("planned"),
                    new ReplyDraft(rita, ReplyKind.Declined, ReplyWay.Link, "Kan ikke den dagen."),
                    version: null
                )
        );
        // Somebody who has come to another service, or is another of that name; and a name that two have.
        await family.ParticipantAsync("Kari Moe", Topic.School, false, child);
        await family.ParticipantAsync("Per Moe", Topic.School, false, child);
        await family.ParticipantAsync("Per Dahl", Topic.Health, false, child);
        var minutes = await ReadAsync(
            "Møte i ansvarsgruppen 03.09.2026\nTil stede: Kari Moe (kontaktlærer, Helsestasjonen), Siri Nordli\n\nAvtaler:\n- Per ringer fysioterapeuten innen 30.09.2026"
        );
        var (browser, card) = await app.App.LinkAsync(app.Fjellvik, link);
        return (
            [$"{home}/avtale/{nobodys}/videre", $"{home}/mote/{meeting}/les-opp", minutes, "/i-dag"],
            browser,
            card.Address.AbsolutePath
        );

        Guid Place(string name) => Guid.Parse(app.Places[name]);

        async Task<Guid> MeetingAsync(DateOnly day, (Guid Id, string Name) who, string line)
        {
            var id = await family.PlannedMeetingAsync(day, "12:00-13:00", "Rådhuset", child, (mother, "Siri"), who);
            await family.DoAsync(
                Act.WriteMinutes,
                async write =>
                {
                    var read = ShortLine.Read(line, [], chosen: [], write.Pass.Today).Value;
                    var whose = read with { Responsible = [new MeetingPerson(who.Id, who.Name)] };
                    await LineBook.AddAsync(write, id, whose);
                    return null;
                }
            );
            return id;
        }
    }

    /// <summary>Ends a meeting and publishes it. The link to whoever has what was agreed.</summary>
    private async Task<Guid> PublishAsync(string meeting, Guid holder)
    {
        var coordinator = app.Readers["coordinator"];
        await (await coordinator.OpenAsync(meeting + "/skriv")).Form("Alle er her").PressAsync();
        var live = await coordinator.OpenAsync(meeting + "/skriv");
        await live.Form(live.Document.QuerySelector("form[action*='handler=End'] button")!).PressAsync();
        await (await coordinator.OpenAsync(meeting + "/publiser")).Form("Publiser og send").PressAsync();
        return await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from link where person = @holder and purpose = 'agreements' order by id desc limit 1",
            new { holder }
        );
    }

    private async Task<string> ReadAsync(string text)
    {
        var page = await app.Readers["coordinator"].OpenAsync($"/f/{app.Family.Id}/referat/nytt");
        return (await page.Form("Les referatet").Set("Text", text).PressAsync()).Address.AbsolutePath;
    }
}
