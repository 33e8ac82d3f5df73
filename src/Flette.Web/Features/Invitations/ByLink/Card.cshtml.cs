using System.Globalization;
using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Invitations.ByLink;

/// <summary>
/// One's own invitation by link: when it is, and one press to answer. It says as little as the mail of whom and what it is about,
/// since nobody has proved who she is.
/// </summary>
public sealed class CardModel : LinkPage
{
    private static readonly Dictionary<string, ReplyKind> Codes = new(StringComparer.Ordinal)
    {
        ["coming"] = ReplyKind.Coming,
        ["cannot"] = ReplyKind.Declined,
        ["maybe"] = ReplyKind.Tentative,
    };

    public string FirstName { get; private set; } = "";

    public CoordinatorCard Coordinator { get; private set; } = new();

    /// <summary>The meeting as it stands now; null when it is not hers to see any more.</summary>
    public Meeting? Meeting { get; private set; }

    /// <summary>The place, when it is told and is still the one that was told.</summary>
    public string? Place { get; private set; }

    /// <summary>Her answer to the time it has now.</summary>
    public Reply? Mine { get; private set; }

    /// <summary>Whether she has answered to another time than it has now.</summary>
    public bool Older { get; private set; }

    /// <summary>Words of invitations, in the language chosen.</summary>
    public CardWords Card => CardWords.Of(Tongue);

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Line { get; set; }

    /// <summary>The version of the meeting that was answered.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>She has just answered.</summary>
    [BindProperty(SupportsGet = true, Name = "svart")]
    public bool Just { get; set; }

    /// <summary>What is wrong with the line, or null.</summary>
    public string? WrongLine { get; private set; }

    /// <summary>Whether it can be answered.</summary>
    public bool Open => Meeting is { State: MeetingState.Planned } m && m.Day >= Pass.Today;

    /// <summary>The words she wrote, when she wrote them since she opened the link: whoever else it comes to does not read them.</summary>
    public string? Said => Mine?.At >= Pass.Session.StartedAt ? Mine.Details.Line : null;

    /// <summary>What an answer is in the form.</summary>
    public static string Code(ReplyKind? kind) => Codes.FirstOrDefault(c => c.Value == kind).Key ?? "";

    [Does(Act.SeeInvitation)]
    public async Task<IActionResult> OnGetAsync(Guid invitation)
    {
        if (invitation != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        await LoadAsync();
        Line = Said;
        return Page();
    }

    [Does(Act.AnswerInvitation)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostAsync(Guid invitation)
    {
        if (invitation != Pass.Asker.Link!.Id || Answer is null || !Codes.TryGetValue(Answer, out var kind))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
            {
                var meeting = await MeetingOfAsync(write);
                var draft = new ReplyDraft(Pass.Asker.Id, kind, ReplyWay.Link, Line);
                return await ReplyBook.AnswerAsync(write, meeting, draft, Version) is { } refusal
                    ? refusal
                    : Written.To($"{Sessions.LinkPage(invitation, LinkPurpose.Meeting)}?svart=true");
            },
            RefusedAsync
        );
    }

    [Does(Act.AnswerInvitation)]
    [Limited(Limit.ByLink)]
    public Task<IActionResult> OnPostUndoAsync(Guid invitation) =>
        WriteAsync(
            async write =>
                await ReplyBook.TakeBackAsync(write, await MeetingOfAsync(write), Pass.Asker.Id, Version) is { } refusal
                    ? refusal
                    : Written.To(Sessions.LinkPage(invitation, LinkPurpose.Meeting)),
            RefusedAsync
        );

    [Does(Act.RefuseLink)]
    [Limited(Limit.ByLink)]
    public Task<IActionResult> OnPostNotMeAsync(Guid invitation) =>
        WriteAsync(
            async write =>
            {
                await LinkBook.RevokeAsync(write, Pass.Asker.Link!.Id, Revoked.NotMe);
                return Written.To(ToldModel.NotMe);
            },
            RefusedAsync
        );

    private async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        await LoadAsync();
        ModelState.Clear();
        if (refusal is ReplyLineTooLong)
        {
            WrongLine = string.Format(CultureInfo.InvariantCulture, Say.LineTooLong, Replies.LongestLine);
        }
        else
        {
            ModelState.AddModelError("", refusal is ChangedMeanwhile ? Card.Changed : Card.NotNow);
        }
        Version = Meeting?.Version ?? 0;
        return Page();
    }

    // A link to a meeting was made for the meeting and for the answer to it.
    private static async Task<Guid> MeetingOfAsync(Write write) =>
        await write.Db.ExecuteScalarAsync<Guid?>(
            "select id from item where family = @Id and kind = @kind and id = any(@items)",
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.Meeting,
                items = write.Pass.Asker.Link!.Items.ToArray(),
            },
            write.Work
        ) ?? Guid.Empty;

    private async Task LoadAsync()
    {
        var link = Pass.Asker.Link!;
        await using (var reading = await Pass.ReadAsync(Gone))
        {
            var row = await reading.Db.QuerySingleAsync<Sealed>(
                "select body from link where id = @Id",
                new { link.Id }
            );
            var body = Pass.Ring.Open<MeetingLinkBody>(row, link.Family, new Vault.Place("link", link.Id));
            Frame(body.Language);
            FirstName = body.FirstName;
            Place = body.Place;
        }
        Coordinator = LinkBook.Coordinator(Pass);
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Reply);
        Meeting = items.Where(i => i.Row.Kind == ItemKinds.Meeting).Select(MeetingBook.Open).FirstOrDefault();
        if (Meeting is not { } meeting)
        {
            return;
        }
        // Another place than the one that was looked over is not told before it has been.
        Place = Place is not null && Place == meeting.Details.Place ? Place : null;
        Version = meeting.Version;
        var mine = Standing
            .Of(meeting, ReplyBook.Among(items, meeting.Id))
            .FirstOrDefault(s => s.Person.Id == Pass.Asker.Id);
        Mine = mine is { Older: false } ? mine.Reply : null;
        Older = mine?.Older == true;
    }
}
