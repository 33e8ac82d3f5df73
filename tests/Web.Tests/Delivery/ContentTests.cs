using System.Text;
using Flette.Kit;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Delivery;

/// <summary>What a mail says, and what it never says.</summary>
public sealed class ContentTests
{
    private const string Canary = "Kanarisetning";

    [Fact]
    public async Task A_mail_has_the_approved_subject_the_link_and_whom_to_call()
    {
        await using var app = await Mailing.StartAsync();
        var (mail, posted) = await SentAsync(
            app,
            Mailing.Mail with
            {
                FirstName = "Ánne-Bjørg",
                From = "Kjærsti Šuvvá, 99 99 90 00",
                Subject =
                    "Avtale fra møtet 12. mars, på Čáhppesnjárga: «blåbærsyltetøy» og alt annet som skal være med i en lang tittel",
            }
        );
        Assert.Equal(
            "Avtale fra møtet 12. mars, på Čáhppesnjárga: «blåbærsyltetøy» og alt annet som skal være med i en lang tittel",
            mail.Subject
        );
        Assert.Equal([Mailing.Address], mail.Envelope.To);
        Assert.Equal(Mailing.Address, mail.Header("To"));
        Assert.Equal("\"Fjellvik kommune\" <flette@fjellvik.example.no>", mail.Header("From"));
        Assert.Equal($"<{posted.Outbox}@localhost>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("text/plain; charset=utf-8", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(
            $"""
            Hei Ánne-Bjørg!

            Fjellvik kommune spør deg om 2 avtaler som står på deg. Åpne lenken, så ser du dem og kan svare:

            http://localhost:{app.Port}/l/{LinkTokens.Of(app.Fjellvik.Master, posted.Link)}

            Du trenger ikke logge inn. Lenken virker til og med lørdag 14. november 2026. Den er bare til deg, så ikke send den videre.

            Vil du heller ringe? Kjærsti Šuvvá, 99 99 90 00

            Har du fått dette ved en feil, åpne lenken og velg «Ikke meg».

            Vennlig hilsen
            Fjellvik kommune

            E-posten er sendt automatisk. Svar med lenken, ikke på e-posten.
            """,
            mail.Text.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Trim()
        );
    }

    [Fact]
    public async Task A_mail_speaks_the_language_of_its_reader()
    {
        await using var app = await Mailing.StartAsync();
        const string bokmal = "spør deg om én avtale som står på deg. Åpne lenken, så ser du den";
        const string nynorsk = "spør deg om éin avtale som står på deg. Opne lenkja, så ser du henne";
        const string english = "asks you about one agreement that you have. Open the link to see it";
        foreach (
            var (asked, language, asks, notMe) in new[]
            {
                ("nb", "nb", bokmal, "«Ikke meg»"),
                ("so", "nb", bokmal, "«Ikke meg»"),
                ("nn", "nn", nynorsk, "«Ikkje meg»"),
                ("en", "en", english, "“Not me”"),
            }
        )
        {
            var (mail, _) = await SentAsync(app, Mailing.Mail with { Language = asked, Count = 1 });
            Assert.Contains(asks, mail.Text, StringComparison.Ordinal);
            Assert.Contains(notMe, mail.Text, StringComparison.Ordinal);
            Assert.Equal(language, mail.Header("Content-Language"));
        }
    }

    [Fact]
    public async Task Nothing_about_the_family_is_in_a_mail()
    {
        await using var app = await Mailing.StartAsync();
        var (mail, _) = await SentAsync(app, Mailing.Mail);
        var all = string.Join('\n', mail.Headers.Select(h => $"{h.Key}: {h.Value}")) + mail.Text;
        foreach (var word in new[] { "Kanarimor", "Fugleson", "Siri", "skole", "plan" })
        {
            Assert.DoesNotContain(
                word,
                all.Replace(Mailing.Address, "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase
            );
        }
        Assert.DoesNotContain(mail.Headers, h => h.Key.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(mail.Headers, h => h.Key is "Cc" or "Bcc");
    }

    [Fact]
    public async Task A_municipality_sends_its_own_address_and_a_token_only_it_takes()
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync(app.Sundhavn)).PostAsync();
        app.Clock.Advance(Outbox.UndoWindow);
        await app.SweepAsync(app.Fjellvik);
        Assert.Empty(app.Post.Taken);
        await app.SweepAsync(app.Sundhavn);
        var mail = Assert.Single(app.Post.Taken);
        Assert.Equal("flette@sundhavn.example.no", mail.Envelope.From);
        Assert.Equal($"<{posted.Outbox}@127.0.0.1>", mail.Header("Message-ID"));
        var line = mail
            .Text.ReplaceLineEndings("\n")
            .Split('\n')
            .Single(l => l.Contains("/l/", StringComparison.Ordinal));
        Assert.StartsWith($"http://127.0.0.1:{app.Port}/l/", line, StringComparison.Ordinal);
        var token = line.Split('/')[^1];
        Assert.Equal(posted.Link, LinkTokens.Read(app.Sundhavn.Master, token));
        Assert.Null(LinkTokens.Read(app.Fjellvik.Master, token));
    }

    [Fact]
    public async Task What_is_typed_adds_no_header_and_no_line()
    {
        await using var app = await Mailing.StartAsync();
        var (usual, _) = await SentAsync(app, Mailing.Mail);
        foreach (var end in new[] { "\r\n", "\n", "\r", "\u2028", "\0" })
        {
            var typed = $"Tore{end}Bcc: evil@example.no{end}{end}Hei{end}.{end}";
            var (mail, _) = await SentAsync(
                app,
                Mailing.Mail with
                {
                    FirstName = typed,
                    Subject = typed,
                    From = typed,
                }
            );
            Assert.Equal("Tore Bcc: evil@example.no Hei .", mail.Subject);
            Assert.Equal(usual.Headers.Select(h => h.Key), mail.Headers.Select(h => h.Key));
            Assert.Equal([Mailing.Address], mail.Envelope.To);
            Assert.StartsWith("Hei Tore Bcc: evil@example.no Hei .!", mail.Text, StringComparison.Ordinal);
            Assert.Equal(Lines(usual), Lines(mail));
        }

        static int Lines(Demo.Mailbox.ReceivedMail mail) => mail.Text.ReplaceLineEndings("\n").Split('\n').Length;
    }

    [Fact]
    public async Task What_turns_or_hides_letters_is_in_no_header()
    {
        await using var app = await Mailing.StartAsync();
        var (mail, _) = await SentAsync(
            app,
            Mailing.Mail with
            {
                Subject = "Av\u202etale\u200b fra\u00ad møtet\ufeff",
            }
        );
        Assert.Equal("Avtale fra møtet", mail.Subject);
    }

    [Fact]
    public async Task What_is_no_plain_address_gets_no_mail()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        foreach (
            var address in new[]
            {
                "tore@example.no\r\nRCPT TO:<evil@example.no>",
                "tore@example.no, evil@example.no",
                "Tore <tore@example.no>",
                "tore",
                "",
                "tøre@example.no",
                "tore@ex\u0430mple.no",
                "tore@example..no",
                "tore\u202e@example.no",
            }
        )
        {
            var posted = await family.PostAsync(Mailing.Mail with { Address = address });
            await app.LaterAsync(Outbox.UndoWindow);
            Assert.Equal("failed 1 address", await app.HowAsync(posted));
        }
        Assert.Empty(app.Post.Taken);
    }

    [Fact]
    public async Task Neither_log_nor_database_says_who_got_what()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var content = Mailing.Mail with { FirstName = Canary + "A", Subject = Canary + "B", From = Canary + "C" };
        var sent = await family.PostAsync(content);
        var refused = await family.PostAsync(content with { Address = "refused." + Mailing.Address });
        var later = await family.PostAsync(content with { Address = "later." + Mailing.Address });
        var wrong = await family.PostAsync(content with { Address = "no address" + Canary });
        app.Post.Recipient = a =>
            a.StartsWith("refused", StringComparison.Ordinal) ? $"550 <{a}> {Canary} is unknown"
            : a.StartsWith("later", StringComparison.Ordinal) ? $"450 <{a}> {Canary} is busy"
            : "250 OK";
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal("sent 1", await app.HowAsync(sent));
        Assert.Equal("failed 1 smtp-550", await app.HowAsync(refused));
        Assert.Equal("waiting 1 smtp-450", await app.HowAsync(later));
        Assert.Equal("failed 1 address", await app.HowAsync(wrong));
        var log = string.Join('\n', app.Log.Lines);
        Assert.Contains(refused.Outbox.ToString(), log, StringComparison.Ordinal);
        var stored = string.Join('\n', (await app.SnapshotAsync(app.Fjellvik, everything: true)).Values);
        foreach (var place in new[] { log, stored })
        {
            foreach (var secret in new[] { Canary, Mailing.Address })
            {
                Assert.DoesNotContain(secret, place, StringComparison.OrdinalIgnoreCase);
                // Bytes are shown in hex.
                Assert.DoesNotContain(
                    Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
                    place,
                    StringComparison.OrdinalIgnoreCase
                );
            }
            Assert.DoesNotContain(LinkTokens.Of(app.Fjellvik.Master, sent.Link), place, StringComparison.Ordinal);
        }
    }

    private static async Task<(Demo.Mailbox.ReceivedMail Mail, Posted Posted)> SentAsync(FletteApp app, LinkMail mail)
    {
        var posted = await (await app.FamilyAsync()).PostAsync(mail);
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal("sent 1", await app.HowAsync(posted));
        return (app.Post.Taken[^1], posted);
    }
}
