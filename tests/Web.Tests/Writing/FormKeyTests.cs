using System.Net;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.Writing;

/// <summary>A repeated post is one effect; of two writers the later one sees both texts.</summary>
public sealed class FormKeyTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task The_same_post_twice_is_one_effect_and_the_same_answer()
    {
        var (browser, form) = await RegisterAsync("To ganger");
        using var _ = browser;
        var first = await form.PressAsync();
        var second = await form.PressAsync();
        Assert.Equal(first.Address, second.Address);
        Assert.Equal(1, await OfAsync(browser, "To ganger"));
    }

    [Fact]
    public async Task Ten_at_once_are_one_effect_and_the_same_answer()
    {
        var (browser, form) = await RegisterAsync("Ti på én gang");
        using var _ = browser;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(async i => await browser.SendAsync(form.Request()))
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Single(answers.Select(a => a.Header("Location")).Distinct());
        Assert.Equal(1, await OfAsync(browser, "Ti på én gang"));
    }

    [Fact]
    public async Task Another_ones_form_key_tells_nothing_and_what_was_typed_comes_back()
    {
        var (browser, form) = await RegisterAsync("Hennes");
        using var _ = browser;
        var first = await form.PressAsync();
        var (other, stolen) = await RegisterAsync("Hennes");
        using var __ = other;
        var answer = await stolen.Set("FormKey", form.Hidden("FormKey")).PressAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(first.Path, answer.Html, StringComparison.Ordinal);
        await ComesBackAsync(answer, form, "Hennes");
        Assert.Equal(2, await OfAsync(other, "Hennes"));
    }

    [Fact]
    public async Task Other_words_under_a_used_key_are_not_saved_and_the_one_who_wrote_them_is_told()
    {
        var (browser, form) = await RegisterAsync("Skrevet først");
        using var _ = browser;
        await form.PressAsync();
        var back = await form.Fill("Hva heter familien?", "Skrevet etterpå").PressAsync(HttpStatusCode.Forbidden);
        Assert.Equal(0, await OfAsync(browser, "Skrevet etterpå"));
        await ComesBackAsync(back, form, "Skrevet etterpå");
        Assert.Equal(1, await OfAsync(browser, "Skrevet først"));
        Assert.Equal(1, await OfAsync(browser, "Skrevet etterpå"));
    }

    [Fact]
    public async Task A_key_used_on_another_page_is_not_saved_either()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var mother = await family.MemberAsync("Siri Nordmann", FamilyRelation.Mother, 40);
        var aunt = await family.MemberAsync("Tone Nordmann", FamilyRelation.Other, 44);
        var first = Named(await browser.OpenAsync($"/f/{family.Id}/medlem/{mother}"), "Siri Ny");
        await first.PressAsync();
        var second = Named(await browser.OpenAsync($"/f/{family.Id}/medlem/{aunt}"), "Tone Ny");
        var back = await second.Set("FormKey", first.Hidden("FormKey")).PressAsync(HttpStatusCode.Forbidden);
        Assert.Equal((2, 1), (await VersionAsync(mother), await VersionAsync(aunt)));
        await back.Form("Send på nytt").PressAsync();
        Assert.Equal((2, 2), (await VersionAsync(mother), await VersionAsync(aunt)));
    }

    [Fact]
    public async Task What_is_kept_with_a_key_is_not_the_same_for_the_same_words_in_another_municipality()
    {
        var contents = new List<byte[]>();
        foreach (var municipality in new[] { app.Fjellvik, app.Sundhavn })
        {
            using var browser = await app.StaffAsync(municipality, await app.World(municipality).OfficerAsync());
            var form = (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Samme navn");
            await form.PressAsync();
            contents.Add(
                (
                    await app.App.ScalarAsync<byte[]>(
                        municipality,
                        "select content from form_key where key = @key",
                        new { key = Guid.Parse(form.Hidden("FormKey")!) }
                    )
                )!
            );
        }
        Assert.All(contents, c => Assert.Equal(32, c.Length));
        Assert.NotEqual(contents[0], contents[1]);
    }

    [Fact]
    public async Task A_refused_post_may_be_corrected_and_sent_with_the_same_key()
    {
        var (browser, form) = await RegisterAsync("");
        using var _ = browser;
        var refused = await form.PressAsync();
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(form.Hidden("FormKey"), refused.Form("Registrer").Hidden("FormKey"));
        Assert.Equal(
            "Rettet",
            (await refused.Form("Registrer").Fill("Hva heter familien?", "Rettet").PressAsync()).Heading
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("x")]
    public async Task A_form_without_its_key_writes_nothing_and_comes_back_with_one(string? key)
    {
        var name = $"Med nøkkelen «{key ?? "null"}»";
        var (browser, form) = await RegisterAsync(name);
        using var _ = browser;
        // Twice: the second is not taken for the first, nor lost as if it were.
        await form.Set("FormKey", key).PressAsync(HttpStatusCode.BadRequest);
        var refused = await form.PressAsync(HttpStatusCode.BadRequest);
        Assert.True(refused.Says("Ingenting er endret. Det du skrev, står her."), refused.Text);
        Assert.Equal(0, await OfAsync(browser, name));

        var again = refused.Form("Send på nytt");
        Assert.Equal(name, again.Hidden("Input.Name"));
        Assert.Equal(name, (await again.PressAsync()).Heading);
        await again.PressAsync();
        Assert.Equal(1, await OfAsync(browser, name));
    }

    [Fact]
    public async Task Of_two_writers_the_later_sees_both_texts_and_may_choose()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        var mother = await family.MemberAsync("Siri Nordmann", FamilyRelation.Mother, 40);
        using var one = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var two = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var path = $"/f/{family.Id}/medlem/{mother}";
        var first = Named(await one.OpenAsync(path), "Siri Først");
        var second = Named(await two.OpenAsync(path), "Siri Etterpå");
        var saved = await first.PressAsync();
        Assert.Equal($"/f/{family.Id}", saved.Address.AbsolutePath);
        var conflict = await second.PressAsync();
        Assert.NotEmpty(conflict.Errors);
        Assert.Contains("Siri Først", conflict.Html, StringComparison.Ordinal);
        Assert.Contains("Siri Etterpå", conflict.Html, StringComparison.Ordinal);
        Assert.Equal(2, await VersionAsync(mother));
        Assert.DoesNotContain("Siri Etterpå", (await one.OpenAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appointment_that_ends_between_get_and_post_stops_the_post()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        var mother = await family.MemberAsync("Siri Nordmann", FamilyRelation.Mother, 40);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = Named(await coordinator.OpenAsync($"/f/{family.Id}/medlem/{mother}"), "For sent");
        await family.EndAppointmentAsync(app.World(app.Fjellvik).Today.AddDays(-1));
        await form.PressAsync(HttpStatusCode.NotFound);
        Assert.Equal(1, await VersionAsync(mother));
        Assert.Contains("change-member relation", await app.App.LogAsync(app.Fjellvik, family.Id));
    }

    [Fact]
    public async Task An_appointment_that_ends_while_a_post_waits_for_the_lock_stops_the_post()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync();
        var mother = await family.MemberAsync("Siri Nordmann", FamilyRelation.Mother, 40);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = Named(await coordinator.OpenAsync($"/f/{family.Id}/medlem/{mother}"), "For sent");
        Task<Page> post;
        await using (var db = await app.App.ConnectAsync(app.Fjellvik))
        await using (var work = await db.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await Dapper.SqlMapper.ExecuteAsync(
                db,
                "select 1 from family where id = @Id for update",
                new { family.Id },
                work
            );
            post = coordinator.SendAsync(form.Request());
            await WaitsAsync(work, post);
            await Dapper.SqlMapper.ExecuteAsync(
                db,
                "update appointment set valid_until = @day where family = @Id",
                new { day = world.Today.AddDays(-1).ToDateTime(default), family.Id },
                work
            );
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await post).Status);
        Assert.Equal(1, await VersionAsync(mother));
        Assert.Contains("change-member relation", await app.App.LogAsync(app.Fjellvik, family.Id));
    }

    [Fact]
    public async Task A_session_that_ends_between_get_and_post_keeps_what_was_typed()
    {
        var (browser, form) = await RegisterAsync("Skrevet lenge");
        using var _ = browser;
        app.Clock.Advance(FactsLoader.Idle);
        var refused = await form.PressAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("Skrevet lenge", refused.Html, StringComparison.Ordinal);
        Assert.Equal(0, await OfAsync(await SignedInAgainAsync(), "Skrevet lenge"));
    }

    /// <summary>It was not saved, it says so, what was typed stands there, and sent again it is saved once.</summary>
    private static async Task ComesBackAsync(Page back, Form used, string typed)
    {
        Assert.True(back.Says("Det du skrev nå, er ikke lagret."), back.Text);
        var again = back.Form("Send på nytt");
        Assert.Equal(typed, again.Hidden("Input.Name"));
        Assert.NotEqual(used.Hidden("FormKey"), again.Hidden("FormKey"));
        var saved = await again.PressAsync();
        Assert.Equal(typed, saved.Heading);
        Assert.Equal(saved.Address, (await again.PressAsync()).Address);
    }

    private async Task<Browserless> SignedInAgainAsync() =>
        await app.StaffAsync(app.Fjellvik, await app.World(app.Fjellvik).OfficerAsync());

    private async Task<(Browserless Browser, Form Form)> RegisterAsync(string name)
    {
        var browser = await SignedInAgainAsync();
        return (browser, (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", name));
    }

    private static async Task<int> OfAsync(Browserless browser, string name) =>
        (await browser.OpenAsync("/enhet"))
            .Document.QuerySelectorAll("tbody th")
            .Count(th => th.TextContent.Trim() == name);

    private static Form Named(Page page, string name) => page.Form("Lagre").Fill("Navn", name);

    private Task<int> VersionAsync(Guid member) =>
        app.App.ScalarAsync<int>(app.Fjellvik, "select version from member where id = @member", new { member });

    /// <summary>Until somebody waits for what the transaction holds: asked of the database, not of the clock.</summary>
    private async Task WaitsAsync(Npgsql.NpgsqlTransaction work, Task post)
    {
        var holder = await Dapper.SqlMapper.ExecuteScalarAsync<int>(
            work.Connection!,
            "select pg_backend_pid()",
            transaction: work
        );
        while (
            !post.IsCompleted
            && await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from pg_stat_activity where @holder = any(pg_blocking_pids(pid))",
                new { holder }
            ) == 0
        )
        {
            await Task.Yield();
        }
        Assert.False(post.IsCompleted, "The post did not wait for the family's row.");
    }
}
