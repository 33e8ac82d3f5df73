using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Invitations;

/// <summary>
/// A program that reads a maildir, and calendars that answer it: their mail goes by SMTP over loopback to a server that delivers into
/// the maildir, as a municipality's does.
/// </summary>
internal sealed class CalendarWorld : IAsyncDisposable
{
    /// <summary>Where answers go.</summary>
    public const string Inbox = "svar@fjellvik.example.no";

    private readonly string _folder;
    private readonly SmtpReceiver _server;

    private CalendarWorld(FletteApp app, string folder, Dovecot? imap)
    {
        App = app;
        Imap = imap;
        _folder = folder;
        _server = new SmtpReceiver(new Deliverer(folder));
        _server.Start();
    }

    public FletteApp App { get; }

    /// <summary>The IMAP server the mailbox is read through; null where the maildir is.</summary>
    public Dovecot? Imap { get; }

    public InvitationWorld World { get; private set; } = null!;

    /// <summary>The invitation Tor got.</summary>
    public ReceivedMail Invitation { get; private set; } = null!;

    /// <param name="imap">Whether the program reads the mailbox through an IMAP server.</param>
    public static async Task<CalendarWorld> MakeAsync(bool imap = false)
    {
        var folder = Directory.CreateTempSubdirectory("flette-maildir-").FullName;
        foreach (var part in new[] { "new", "cur", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }
        var server = imap ? await Dovecot.StartAsync(folder) : null;
        var app = await FletteApp.StartAsync(
            adjust: b =>
            {
                // Nothing happens behind the test's back.
                b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(Sender)));
                b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(InboxWorker)));
            },
            inbound: server?.Options(Inbox) ?? new InboundOptions { Address = Inbox, Maildir = folder }
        );
        var world = new CalendarWorld(app, folder, server) { World = await InvitationWorld.MakeAsync(app) };
        await world.World.SendAsync();
        world.Invitation = await world.World.MailAsync();
        return world;
    }

    /// <summary>An answer as Tor's calendar makes it to an invitation.</summary>
    public string Answer(
        ReceivedMail to,
        string partstat = "ACCEPTED",
        int seconds = 0,
        string attendee = InvitationWorld.Address
    ) =>
        $"""
            BEGIN:VCALENDAR
            PRODID:-//Somebody//Calendar//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            UID:{to.CalendarLine("UID")}
            SEQUENCE:{to.CalendarLine("SEQUENCE")}
            DTSTAMP:{App.Clock.GetUtcNow().AddSeconds(seconds).UtcDateTime.ToString(
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture
            )}
            ORGANIZER:mailto:{Inbox}
            ATTENDEE;PARTSTAT={partstat}:mailto:{attendee}
            END:VEVENT
            END:VCALENDAR
            """.ReplaceLineEndings(
            "\r\n"
        ) + "\r\n";

    /// <summary>Sends a calendar's answer by SMTP, as a mail program does.</summary>
    public async Task MailAsync(string calendar, string from = InvitationWorld.Address, Encoding? charset = null)
    {
        using var mail = new MailMessage(from, Inbox, "Godtatt: Møte", "Tor har godtatt.");
        var encoding = charset ?? Encoding.UTF8;
        mail.AlternateViews.Add(
            new AlternateView(
                new MemoryStream(encoding.GetBytes(calendar)),
                new ContentType("text/calendar") { CharSet = encoding.WebName, Parameters = { ["method"] = "REPLY" } }
            )
            {
                TransferEncoding = TransferEncoding.Base64,
            }
        );
        using var client = new SmtpClient("127.0.0.1", _server.Port);
        await client.SendMailAsync(mail);
    }

    /// <summary>Lays a mail in the maildir as it is.</summary>
    public Task DropAsync(string source) => Deliverer.LayAsync(_folder, source);

    /// <summary>Looks in the mailbox.</summary>
    public Task SweepAsync() =>
        App.Services.GetRequiredService<Inbox>().SweepAsync(App.Fjellvik, TestContext.Current.CancellationToken);

    /// <summary>What lies in a part of the maildir, by its flags.</summary>
    public IReadOnlyList<string> In(string part) =>
        Directory
            .EnumerateFiles(Path.Combine(_folder, part))
            .Select(f => Path.GetFileName(f).Split(":2,") is [_, var flags] ? flags : "")
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>Codes of what changed nothing, in order.</summary>
    public IReadOnlyList<string> Codes() =>
        App
            .Log.Lines.Where(l => l.Contains("changed nothing: ", StringComparison.Ordinal))
            .Select(l => l.Split("changed nothing: ")[1].Trim())
            .ToList();

    public async ValueTask DisposeAsync()
    {
        World.Dispose();
        await _server.DisposeAsync();
        await App.DisposeAsync();
        if (Imap is not null)
        {
            await Imap.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Delivers as mail servers do: written whole in <c>tmp</c>, then renamed into <c>new</c>.</summary>
    private sealed class Deliverer(string folder) : IMailTaker
    {
        private static int _number;

        public string ToRecipient(string address) => "250 OK";

        public async Task<string> TakeAsync(Envelope mail)
        {
            await LayAsync(folder, mail.Source);
            return "250 OK";
        }

        public static async Task LayAsync(string folder, string source)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _number):D9}.test");
            var written = Path.Combine(folder, "tmp", name);
            await File.WriteAllTextAsync(written, source, new UTF8Encoding(false));
            File.Move(written, Path.Combine(folder, "new", name));
        }
    }
}
