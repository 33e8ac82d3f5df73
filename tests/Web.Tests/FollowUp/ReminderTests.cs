using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;
using Flette.Web.Tests.Delivery;
using Flette.Web.Vault;

namespace Flette.Web.Tests.FollowUp;

/// <summary>Reminders through the weeks: who gets them, when, with what, and what stops them.</summary>
public sealed class ReminderTests
{
    private static readonly DateOnly[] Usual = [new(2026, 9, 24), new(2026, 10, 2), new(2026, 10, 13)];
    private static readonly DateOnly Late = new(2026, 11, 20);

    [Fact]
    public async Task Who_has_an_agreement_is_reminded_before_and_after_with_a_fresh_link_each_time()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        var mails = await weeks.UntilAsync(Late);
        Assert.Equal(Usual, mails.Select(m => m.Day));
        var links = await weeks.App.RowsAsync<Guid>(
            weeks.App.Fjellvik,
            "select id from link where person = @Tor and reminder order by created_at",
            new { weeks.World.Tor }
        );
        Assert.Equal(3, links.Distinct().Count());
        foreach (var ((_, mail), link) in mails.Zip(links))
        {
            Assert.Equal("tor.berge@example.no", mail.To);
            Assert.Contains(LinkTokens.Of(weeks.App.Fjellvik.Master, link), mail.Text, StringComparison.Ordinal);
            Assert.StartsWith("Avtale fra", mail.Subject, StringComparison.Ordinal);
            foreach (var secret in new[] { "Oda", "Nordli", "krok", "Skolen" })
            {
                Assert.DoesNotContain(secret, mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
            }
        }
        Assert.Contains("Fristen er snart", mails[0].Mail.Text, StringComparison.Ordinal);
        Assert.Contains("spør igjen", mails[2].Mail.Text, StringComparison.Ordinal);
        Assert.Equal(3, await weeks.App.ScalarAsync<int>(weeks.App.Fjellvik, "select count(*) from reminder"));
    }

    [Fact]
    public async Task Being_under_way_begins_the_pace_anew()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(new(2026, 10, 5));
        await weeks.AnswerAsync("I gang");
        Assert.Equal([new(2026, 10, 8), new(2026, 10, 19)], await weeks.DaysUntilAsync(Late));
    }

    [Theory]
    [InlineData("Gjort")]
    [InlineData("Kan ikke")]
    [InlineData("Trenger hjelp")]
    [InlineData("Ikke meg")]
    public async Task An_answer_by_the_link_stops_them(string answer)
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(new(2026, 9, 25));
        await weeks.AnswerAsync(answer);
        Assert.Empty(await weeks.DaysUntilAsync(Late));
    }

    [Theory]
    [InlineData("the yes is withdrawn")]
    [InlineData("she takes part no longer")]
    [InlineData("somebody else has it")]
    [InlineData("it is taken back")]
    [InlineData("they are turned off")]
    [InlineData("it has no day any more")]
    public async Task What_the_coordinator_does_stops_them(string what)
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(new(2026, 9, 25));
        await DoAsync(weeks, what);
        Assert.Empty(await weeks.DaysUntilAsync(Late));
    }

    [Fact]
    public async Task Another_day_the_coordinator_says_yes_to_moves_them()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(new(2026, 9, 28));
        await weeks.Family.DueAsync(weeks.World.Agreement, new(2026, 10, 20));
        Assert.Equal([new(2026, 10, 15), new(2026, 10, 23), new(2026, 11, 3)], await weeks.DaysUntilAsync(Late));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_never_sent()
    {
        await using var weeks = await Weeks.StartAsync();
        Assert.Empty(await weeks.DaysUntilAsync(Late));
    }

    [Fact]
    public async Task Several_agreements_are_one_mail()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.Family.AgreementAsync("sender timeplanen", [weeks.World.Plan.Oda], weeks.World.Tor);
        await weeks.SendAsync();
        var mails = await weeks.UntilAsync(new(2026, 9, 30));
        Assert.Contains("2 avtaler", Assert.Single(mails).Mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, await weeks.App.ScalarAsync<int>(weeks.App.Fjellvik, "select count(*) from reminder"));
    }

    [Fact]
    public async Task Two_nodes_at_once_and_one_that_has_forgotten_remind_once()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        weeks.App.Clock.Advance(TimeSpan.FromDays(9));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => weeks.RemindAsync()));
        await using (var db = await weeks.App.ConnectAsync(weeks.App.Fjellvik))
        {
            // As when the day's mark was lost: the steps themselves are still there.
            await Dapper.SqlMapper.ExecuteAsync(db, "delete from reminder_day");
        }
        await weeks.RemindAsync();
        await weeks.App.SweepAsync();
        Assert.Equal(2, weeks.App.Post.Taken.Count);
    }

    [Fact]
    public async Task What_cannot_be_written_whole_leaves_nothing_and_goes_later()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        weeks.App.Clock.Advance(TimeSpan.FromDays(9));
        await using var db = await weeks.App.ConnectAsync(weeks.App.Fjellvik);
        await Dapper.SqlMapper.ExecuteAsync(db, "revoke insert on reminder from flette_app");
        await Assert.ThrowsAsync<AggregateException>(weeks.RemindAsync);
        Assert.Equal(
            "0 1 0",
            await weeks.App.ScalarAsync<string>(
                weeks.App.Fjellvik,
                "select concat_ws(' ', (select count(*) from reminder), (select count(*) from outbox), (select count(*) from reminder_day where day = '2026-09-24'))"
            )
        );
        await Dapper.SqlMapper.ExecuteAsync(db, "grant insert on reminder to flette_app");
        await weeks.RemindAsync();
        await weeks.App.SweepAsync();
        Assert.Equal(2, weeks.App.Post.Taken.Count);
    }

    [Fact]
    public async Task A_reminder_waits_for_the_mail_server_and_leaves_once()
    {
        await using var weeks = await Weeks.StartAsync(mailServer: false);
        await weeks.App.Post.OpenAsync();
        await weeks.SendAsync();
        weeks.App.Post.Recipient = _ => "451 try later";
        Assert.Empty(await weeks.UntilAsync(new(2026, 9, 24)));
        weeks.App.Post.Recipient = _ => "250 OK";
        await weeks.App.LaterAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, weeks.App.Post.Taken.Count);
        Assert.Empty(await weeks.UntilAsync(new(2026, 9, 28)));
    }

    [Fact]
    public async Task One_that_still_waits_when_she_answers_never_leaves()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        weeks.App.Post.Recipient = _ => "451 try later";
        await weeks.UntilAsync(new(2026, 9, 24));
        await weeks.AnswerAsync("Gjort");
        weeks.App.Post.Recipient = _ => "250 OK";
        await weeks.App.LaterAsync(TimeSpan.FromHours(2));
        Assert.Single(weeks.App.Post.Taken);
        Assert.Equal(
            "undone",
            await weeks.App.ScalarAsync<string>(
                weeks.App.Fjellvik,
                "select state from outbox where template like 'reminder%'"
            )
        );
    }

    [Fact]
    public async Task Not_at_night_nor_on_a_sunday()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        weeks.App.Clock.Advance(TimeSpan.FromDays(9) - TimeSpan.FromHours(3));
        await weeks.RemindAsync();
        Assert.Equal(0, await weeks.App.ScalarAsync<int>(weeks.App.Fjellvik, "select count(*) from reminder"));
        Assert.False(Reminding.MayGo(new DateTimeOffset(2026, 9, 27, 8, 0, 0, TimeSpan.Zero)));
        Assert.False(Reminding.MayGo(new DateTimeOffset(2026, 12, 25, 10, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task The_pace_is_shown_when_sending_and_chosen_on_the_agreements_page()
    {
        await using var weeks = await Weeks.StartAsync();
        using var coordinator = await weeks.CoordinatorAsync();
        var sending = await coordinator.OpenAsync(weeks.World.Send);
        Assert.True(sending.Says("minnes på det 24. september, 2. oktober og 13. oktober"), sending.Text);
        var agreement = $"/f/{weeks.Family.Id}/avtale/{weeks.World.Agreement}";
        var page = await coordinator.OpenAsync(agreement);
        var chosen = await page.Form("Lagre påminnelser").Choose("Hvor tett?", "Tett").PressAsync();
        Assert.StartsWith(agreement, chosen.Path, StringComparison.Ordinal);
        await weeks.SendAsync();
        using var again = await weeks.CoordinatorAsync();
        var shown = await again.OpenAsync(agreement);
        Assert.True(shown.Says("får påminnelse 22. september, 28. september"), shown.Text);
        Assert.True(shown.Says("Nytt om påminnelser"), shown.Text);
        Assert.Equal(
            [new(2026, 9, 22), new(2026, 9, 28), new(2026, 9, 30), new(2026, 10, 5), new(2026, 10, 9)],
            await weeks.DaysUntilAsync(Late)
        );
    }

    [Fact]
    public async Task Who_has_no_address_is_to_be_rung_on_that_day()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.Family.AgreementAsync("ringer Linn", [weeks.World.Plan.Oda], weeks.World.Siv);
        await weeks.UntilAsync(new(2026, 9, 23));
        Assert.False((await TodayAsync(weeks)).Says("påminnelse nå"));
        await weeks.UntilAsync(new(2026, 9, 24));
        Assert.True((await TodayAsync(weeks)).Says("påminnelse nå: får ingen e-post"));
        Assert.Empty(weeks.App.Post.Taken);
    }

    private static async Task<Page> TodayAsync(Weeks weeks)
    {
        using var coordinator = await weeks.CoordinatorAsync();
        return await coordinator.OpenAsync("/i-dag");
    }

    private static async Task DoAsync(Weeks weeks, string what)
    {
        var (family, plan, agreement) = (weeks.Family, weeks.World.Plan, weeks.World.Agreement);
        switch (what)
        {
            case "the yes is withdrawn":
                await plan.WithdrawAsync();
                break;
            case "she takes part no longer":
                await family.DoAsync(
                    Act.ChangeParticipant,
                    write => Participants.EndAsync(write, weeks.World.Tor, 2, write.Pass.Today, CancellationToken.None)
                );
                break;
            case "somebody else has it":
                await ChangeAsync(d => d with { Holders = [weeks.World.Siv], Agreed = true });
                break;
            case "it is taken back":
                await ChangeAsync(d => d with { State = AgreementState.Withdrawn });
                break;
            case "it has no day any more":
                await ChangeAsync(d => d with { Due = null, DueText = "før jul" });
                break;
            case "they are turned off":
                await family.DoAsync(
                    Act.ChangePlan,
                    write => AgreementBook.FollowAsync(write, agreement, 1, ReminderPace.None)
                );
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what));
        }

        Task ChangeAsync(Func<AgreementDraft, AgreementDraft> how) =>
            family.DoAsync(
                Act.ChangePlan,
                write =>
                    AgreementBook.ChangeAsync(
                        write,
                        agreement,
                        1,
                        how(
                            new AgreementDraft(
                                Links.LinkWorld.What,
                                [weeks.World.Tor],
                                [plan.Oda],
                                Topic.School,
                                new(2026, 9, 29),
                                null,
                                AgreementState.Open
                            )
                        ),
                        new HashSet<Guid> { weeks.World.Tor, weeks.World.Siv },
                        CancellationToken.None
                    )
            );
    }
}
