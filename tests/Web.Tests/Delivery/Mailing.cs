using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Delivery;

/// <summary>A mail in the outbox, and the link it carries.</summary>
/// <param name="Sending">What it was sent with, and can be undone with.</param>
internal sealed record Posted(Guid Outbox, Guid Link, Guid Sending);

/// <summary>Puts mail in the outbox as the product does, and looks at the outbox when the test says so.</summary>
internal static class Mailing
{
    /// <summary>A name that must not be found in any header.</summary>
    public const string Child = "Kanarimor Fugleson";

    /// <summary>An address that must not be found in clear anywhere in the house.</summary>
    public const string Address = "kanari.tore@skolen.example.no";

    public static LinkMail Mail { get; } =
        new(Address, "Tore", "Avtale fra møtet 12. mars", 2, "Kari Koordinator, 99 99 90 00");

    /// <summary>A program whose outbox is looked at only by the test, so that nothing happens behind its back.</summary>
    public static Task<FletteApp> StartAsync(bool mailServer = true, MailOptions? mail = null) =>
        FletteApp.StartAsync(
            adjust: b => b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(Sender))),
            mailServer: mailServer,
            mail: mail
        );

    /// <summary>A family with a yes to a plan.</summary>
    public static async Task<FamilyInWorld> FamilyAsync(this FletteApp app, Municipality? municipality = null)
    {
        var family = await app.World(municipality ?? app.Fjellvik).FamilyAsync("Fugleson");
        var mother = await family.MemberAsync("Siri Fugleson", FamilyRelation.Mother, 40);
        var child = await family.MemberAsync(Child, FamilyRelation.Child, 8);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        await family.SayYesAsync(child, mother);
        return family;
    }

    /// <summary>A mail as it is sent from the screen: its link and itself in one write.</summary>
    public static async Task<Posted> PostAsync(this FamilyInWorld family, LinkMail? mail = null, int days = 60)
    {
        // Ids of the same instant have no order, and so mails would not.
        family.World.App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var (sending, link) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await family.DoAsync(
            Act.SendAgreements,
            async write =>
            {
                await write.ExecuteAsync(
                    """
                    insert into link (id, family, sending, person, items, created_at, created_by, expires_on, body)
                    values (@link, @Id, @sending, @link, '{}', @Now, @Coordinator, @until, '\x00')
                    """,
                    new
                    {
                        link,
                        family.Id,
                        sending,
                        write.Now,
                        family.Coordinator,
                        until = write.Pass.Today.AddDays(days),
                    }
                );
                await Outbox.PutAsync(
                    write,
                    Templates.Agreements,
                    sending,
                    link,
                    mail ?? Mail,
                    write.Now + Outbox.UndoWindow
                );
                return null;
            }
        );
        var outbox = await family.World.App.ScalarAsync<Guid>(
            family.World.Municipality,
            "select id from outbox where link = @link",
            new { link }
        );
        return new Posted(outbox, link, sending);
    }

    /// <summary>Looks at the outbox until nothing more is to be done now.</summary>
    public static async Task SweepAsync(this FletteApp app, Municipality? municipality = null)
    {
        var dispatch = app.Services.GetRequiredService<Dispatch>();
        while ((await dispatch.NextAsync(municipality ?? app.Fjellvik, CancellationToken.None)).More) { }
    }

    /// <summary>Moves the clock, and looks at the outbox then.</summary>
    public static async Task LaterAsync(this FletteApp app, TimeSpan by)
    {
        app.Clock.Advance(by);
        await app.SweepAsync();
    }

    /// <summary>State, number of tries and fault of a mail, as <c>failed 1 smtp-550</c>.</summary>
    public static async Task<string> HowAsync(this FletteApp app, Posted mail, Municipality? municipality = null) =>
        await app.ScalarAsync<string>(
            municipality ?? app.Fjellvik,
            "select concat_ws(' ', state, tries, fault) from outbox where id = @Outbox",
            mail
        ) ?? "";

    /// <summary>What the log says was done with a mail.</summary>
    public static Task<IReadOnlyList<string>> LogAsync(this FletteApp app, Posted mail) =>
        app.RowsAsync<string>(
            app.Fjellvik,
            "select concat_ws(' ', by_kind, act, outcome) from audit where act = 'deliver-mail' and items = array[@Outbox] order by id",
            mail
        );
}
