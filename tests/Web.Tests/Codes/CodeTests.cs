using System.Net;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Codes;

/// <summary>One-time codes: who gets in by one, and everything that does not.</summary>
public sealed class CodeTests
{
    [Fact]
    public async Task A_mother_comes_from_a_text_message_to_what_is_written_to_her()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Kan vi flytte møtet til torsdag?");
        Assert.Equal("+4799999001", sms.To);
        Assert.DoesNotContain("Fugleson", sms.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("torsdag", sms.Text, StringComparison.Ordinal);

        using var phone = phones.App.Visit(phones.Here);
        var page = await phone.OpenAsync(Phones.PathIn(sms));
        Assert.EndsWith("/kode", page.Path, StringComparison.Ordinal);
        Assert.False(page.Says("torsdag"));
        Assert.True(page.Says("•• •• •• 01"), page.Text);
        var (asked, code) = await phones.AskAsync(page);
        Assert.Contains($"\n\n@localhost #{code}", phones.App.Post.Sms[^1].Text, StringComparison.Ordinal);

        var messages = await asked.Form("Les og svar").Fill("Koden", code).PressAsync();
        Assert.Equal("/min-familie/meldinger", messages.Path);
        Assert.True(messages.Says("Kan vi flytte møtet til torsdag?"));
        // A code is not a sign-in: the plan asks for more.
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/min-familie")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/min-familie/plan")).Status);
    }

    [Fact]
    public async Task Five_tries_and_it_is_over_and_no_code_lives_longer_than_ten_minutes()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Hei");
        using var phone = phones.App.Visit(phones.Here);
        var (page, code) = await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(sms)));
        for (var left = 4; left > 0; left--)
        {
            page = await page.Form("Les og svar").Fill("Koden", Phones.Other(code)).PressAsync();
            Assert.True(page.Says($"Du har {left} forsøk til"), page.Text);
        }
        var right = page.Form("Les og svar").Fill("Koden", code);
        page = await page.Form("Les og svar").Fill("Koden", Phones.Other(code)).PressAsync();
        Assert.True(page.Says("Koden virker ikke lenger"), page.Text);
        page = await right.PressAsync();
        Assert.True(page.Says("Koden virker ikke lenger"), page.Text);

        var (next, fresh) = await phones.AskAsync(page);
        phones.App.Clock.Advance(OneTimeCodes.Life);
        page = await next.Form("Les og svar").Fill("Koden", fresh).PressAsync();
        Assert.True(page.Says("Koden virker ikke lenger"), page.Text);
    }

    [Fact]
    public async Task Only_the_newest_code_works_and_only_in_the_browser_that_asked()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Hei");
        using var phone = phones.App.Visit(phones.Here);
        using var other = phones.App.Visit(phones.Here);
        var (page, first) = await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(sms)));
        var (again, second) = await phones.AskAsync(page);
        Assert.NotEqual(first, second);
        Assert.True((await again.Form("Les og svar").Fill("Koden", first).PressAsync()).Says("forsøk til"));

        var elsewhere = await other.OpenAsync(Phones.PathIn(sms));
        var (waiting, _) = await phones.AskAsync(elsewhere);
        Assert.True((await waiting.Form("Les og svar").Fill("Koden", second).PressAsync()).Says("forsøk til"));
        Assert.Equal(
            "/min-familie/meldinger",
            (await again.Form("Les og svar").Fill("Koden", second).PressAsync()).Path
        );
    }

    [Fact]
    public async Task Three_codes_an_hour_for_a_link_and_ten_a_day_for_a_number_and_then_it_says_when()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Hei");
        using var phone = phones.App.Visit(phones.Here);
        var page = await phone.OpenAsync(Phones.PathIn(sms));
        for (var i = 0; i < 3; i++)
        {
            (page, _) = await phones.AskAsync(page);
        }
        var before = phones.App.Post.Sms.Count;
        page = await page.Form("Send en ny kode").PressAsync();
        Assert.True(page.Says("Vi har sendt så mange koder som vi kan nå"), page.Text);
        // Another link to the same number: seven more the same day, and no eighth.
        var sent = 3;
        for (var link = 0; link < 3; link++)
        {
            phone.DropCookie(Sessions.LinkCookie);
            page = await phone.OpenAsync(Phones.PathIn(await phones.WriteAsync($"Hei igjen {link}")));
            for (var i = 0; i < 3 && sent < 10; i++, sent++)
            {
                (page, _) = await phones.AskAsync(page);
            }
        }
        page = await page.Form("Send en ny kode").PressAsync();
        Assert.True(page.Says("Vi har sendt så mange koder som vi kan nå"), page.Text);
        await phones.App.SweepAsync();
        // Three notices and seven codes.
        Assert.Equal(before + 3 + 7, phones.App.Post.Sms.Count);
    }

    [Fact]
    public async Task Two_nodes_count_the_same_tries_however_many_guess_at_once()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Hei");
        await using var node = await phones.App.AnotherNodeAsync();
        using var phone = phones.App.Visit(phones.Here);
        var (page, code) = await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(sms)));
        using var there = new Browserless(new Uri($"http://localhost:{new Uri(node.Urls.First()).Port}/"));
        foreach (var cookie in phone.Cookies)
        {
            there.SetCookie(cookie.Name, cookie.Value);
        }
        var path = page.Address.AbsolutePath;
        // The form of each node carries a token either takes.
        var guesses = Enumerable
            .Range(0, 40)
            .Where(n => n != int.Parse(code, System.Globalization.CultureInfo.InvariantCulture))
            .Select(n =>
                (n % 2 == 0 ? phone : there).PostAsync(
                    path,
                    page.Form("Les og svar")
                        .Fill("Koden", n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture))
                        .Sent()
                        .Select(f => KeyValuePair.Create(f.Name, f.Value))
                )
            )
            .ToList();
        await Task.WhenAll(guesses);
        Assert.Equal(
            OneTimeCodes.MostTries,
            await phones.App.ScalarAsync<int>(phones.Here, "select max(tries) from one_time_code", new { })
        );
        Assert.True((await page.Form("Les og svar").Fill("Koden", code).PressAsync()).Says("Koden virker ikke lenger"));
    }

    [Fact]
    public async Task Nothing_in_the_database_or_the_log_tells_a_code()
    {
        await using var phones = await Phones.StartAsync();
        var sms = await phones.WriteAsync("Hei");
        using var phone = phones.App.Visit(phones.Here);
        var (page, code) = await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(sms)));
        await page.Form("Les og svar").Fill("Koden", code).PressAsync();
        var rows = await phones.App.RowsAsync<string>(
            phones.Here,
            "select to_jsonb(c)::text from one_time_code c union all select to_jsonb(o)::text from outbox o union all select to_jsonb(a)::text from audit a",
            new { }
        );
        Assert.All(rows, r => Assert.DoesNotMatch($@"(?<![0-9a-f]){code}(?![0-9a-f])", r));
        Assert.DoesNotContain(phones.App.Log.Lines, l => l.Contains(code, StringComparison.Ordinal));
        Assert.Equal(
            ["link give-code ok"],
            await phones.App.RowsAsync<string>(
                phones.Here,
                "select concat_ws(' ', by_kind, act, outcome) from audit where act = 'give-code'",
                new { }
            )
        );
    }

    [Fact]
    public async Task A_number_that_is_both_a_childs_and_a_parents_gets_no_code_and_is_told_nothing()
    {
        await using var phones = await Phones.StartAsync();
        var told = await phones.Family.ReachedAsync(
            "Nora Fugleson",
            FamilyRelation.Child,
            12,
            Phones.Sms(Phones.Number)
        );
        var mailed = await phones.Family.ReachedAsync(
            "Olav Fugleson",
            FamilyRelation.Child,
            13,
            new Reach([Channel.Email], Phone: Phones.Number, Email: "olav@example.no")
        );
        using var desk = await phones.CoordinatorAsync();
        foreach (var child in new[] { told, mailed })
        {
            var page = await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={child}");
            Assert.Equal(child == told, page.Says("nummeret står på både et barn og en voksen"));
            await page.PostedForms().First(f => f.Labels.Contains("Melding")).Fill("Melding", "Hei").PressAsync();
        }
        await phones.App.LaterAsync(Web.Delivery.Outbox.UndoWindow);
        Assert.Empty(phones.App.Post.Sms);
        var link = phones.App.Post.Taken.Single().Text.Split('\n').Select(l => l.Trim()).Single(l => l.Contains("/l/"));
        using var phone = phones.App.Visit(phones.Here);
        var code = await phone.OpenAsync(new Uri(link).AbsolutePath);
        Assert.True(code.Says("ikke noe mobilnummer som bare er ditt"), code.Text);
        Assert.DoesNotContain(code.PostedForms(), f => f.Labels.Contains("Koden"));
    }

    [Fact]
    public async Task A_childs_own_number_opens_the_childs_own_messages_and_nobody_elses()
    {
        await using var phones = await Phones.StartAsync();
        var child = await phones.Family.ReachedAsync(
            "Nora Fugleson",
            FamilyRelation.Child,
            12,
            Phones.Sms("99 99 90 02")
        );
        await phones.WriteAsync("Til mor");
        var sms = await phones.WriteAsync("Til Nora", child);
        Assert.Equal("+4799999002", sms.To);
        using var phone = phones.App.Visit(phones.Here);
        var (page, code) = await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(sms)));
        var messages = await page.Form("Les og svar").Fill("Koden", code).PressAsync();
        Assert.True(messages.Says("Til Nora") && !messages.Says("Til mor"), messages.Text);
    }
}
