using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Sending;

/// <summary>An agreement nobody has, and whom it is given to.</summary>
public sealed class GiveLine
{
    public Guid Agreement { get; set; }

    /// <summary>The version of it the form was made from.</summary>
    public int Version { get; set; }

    public Guid? Person { get; set; }

    public string? Title { get; set; }
}

/// <summary>Who gets what, before it is sent: one mail for each person, under titles that say nothing to others.</summary>
public sealed class IndexModel : DeskPage
{
    [BindProperty]
    public List<SendLine> Lines { get; set; } = [];

    [BindProperty]
    public List<GiveLine> Give { get; set; } = [];

    /// <summary>The titles that were pointed out are to be sent all the same.</summary>
    [BindProperty]
    public bool Approved { get; set; }

    /// <summary>A sending to take back.</summary>
    [BindProperty]
    public Guid Sending { get; set; }

    /// <summary>What was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public Guid? Sent { get; set; }

    /// <summary>A sending was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    public Outgoing Outgoing { get; private set; } = null!;

    /// <summary>Whether there is a living yes: else nothing is sent.</summary>
    public bool MaySend => Pass.May(Act.SendAgreements);

    public bool HasPlan => Pass.Family!.Plan != PlanState.None;

    /// <summary>Whether something was pointed out in a title.</summary>
    public bool PointedOut { get; private set; }

    /// <summary>What was just sent and may still be taken back.</summary>
    public IReadOnlyList<SentLink> JustSent => Sent is { } s ? Outgoing.Links.Where(l => l.Sending == s).ToList() : [];

    /// <summary>What was sent before that, and stands.</summary>
    public IReadOnlyList<SentLink> Earlier =>
        Outgoing.Links.Where(l => l.Sending != Sent && l.Revoked != Revoked.Undone).ToList();

    /// <summary>What was taken back before it left.</summary>
    public IReadOnlyList<SentLink> Undone =>
        Outgoing.Links.Where(l => l.Sending != Sent && l.Revoked == Revoked.Undone).ToList();

    /// <summary>Whether the form stands behind «Send flere»: something was just sent, or all have theirs.</summary>
    public bool Folded =>
        ModelState.IsValid
        && !PointedOut
        && (JustSent.Count > 0 || (Give.Count == 0 && Lines.Count > 0 && !Lines.Exists(l => l.Send)));

    /// <summary>Persons an agreement can be given to: those who take part now. The coordinator takes one on its own page.</summary>
    public IReadOnlyList<FieldOption> GiveOptions =>
        Outgoing
            .People.Members.Select(m => m.Id)
            .Concat(Outgoing.People.Team.Select(p => p.Id))
            .Select(id => new FieldOption(id.ToString(), Outgoing.People.Name(id)!))
            .ToList();

    private string Here => $"/f/{Pass.Family!.Id}/send";

    [Does(Act.SeeSending)]
    public async Task OnGetAsync()
    {
        Outgoing = await SendingBook.LoadAsync(Pass, Gone);
        Lines = Outgoing
            .Plan.ByMail.SelectMany(p =>
                p.Agreements.Select(a => new SendLine
                {
                    Agreement = a,
                    Person = p.Person,
                    Send = !Outgoing.IsSent(p.Person, a),
                })
            )
            .ToList();
        Give = Outgoing.Plan.Nobody.Select(a => new GiveLine { Agreement = a }).ToList();
    }

    [Does(Act.SendAgreements)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LostAsync())
        {
            return Refuse(new ChangedMeanwhile());
        }
        var takers = GiveOptions.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        var given = Give.Where(g => g.Person is { } p && takers.Contains(p.ToString())).ToList();
        CheckTitles(given);
        if (!ModelState.IsValid || (PointedOut && !Approved))
        {
            return Page();
        }
        var mails = Mails(given);
        return await WriteAsync(
            async write =>
            {
                var sent = await SendingBook.SendAsync(
                    write,
                    given.Select(g => (g.Agreement, g.Version, g.Person!.Value)).ToList(),
                    mails
                );
                return sent.Refusal is { } refusal ? refusal : Written.To($"{Here}?sendt={sent.Value}");
            },
            async refusal =>
            {
                await LostAsync();
                return Refuse(refusal);
            }
        );
    }

    [Does(Act.SendAgreements)]
    public async Task<IActionResult> OnPostUndoAsync()
    {
        Outgoing = await SendingBook.LoadAsync(Pass, Gone);
        return await WriteAsync(
            async write =>
                await SendingBook.UndoAsync(write, Sending) is { } refusal
                    ? refusal
                    : Written.To($"{Here}?angret=true"),
            Refuse
        );
    }

    /// <summary>
    /// Loads what there is to send now and takes what is not there any more out of what was chosen: the lists of the page are made
    /// from what is there.
    /// </summary>
    /// <returns>Whether something that was chosen is gone.</returns>
    private async Task<bool> LostAsync()
    {
        Outgoing = await SendingBook.LoadAsync(Pass, Gone);
        var lines = Lines
            .Where(l => !Outgoing.Plan.ByMail.Any(p => p.Person == l.Person && p.Agreements.Contains(l.Agreement)))
            .ToList();
        var given = Give.Where(g => !Outgoing.Plan.Nobody.Contains(g.Agreement)).ToList();
        if (lines.Count + given.Count > 0)
        {
            Lines.RemoveAll(lines.Contains);
            Give.RemoveAll(given.Contains);
            // What was typed stands by number, and the numbers have moved.
            ModelState.Clear();
        }
        return lines.Exists(l => l.Send) || given.Exists(g => g.Person is not null);
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    /// <summary>What a link shows and what each of it is about, in the order of the link: for when its recipient rings.</summary>
    public IReadOnlyList<(string Title, Agreement Agreement)> Told(SentLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var titles = LinkBook.Titles(Pass, link);
        var seen = Outgoing.Agreements.ToDictionary(a => a.Id);
        return link
            .Items.Where(i => seen.ContainsKey(i) && titles.ContainsKey(i))
            .Select(i => (titles[i], seen[i]))
            .ToList();
    }

    private void CheckTitles(IReadOnlyList<GiveLine> given)
    {
        var titles = Lines
            .Select((l, i) => new TitleField($"Lines[{i}].Title", l.Agreement, l.Title, l.Send))
            .Concat(Give.Select((g, i) => new TitleField($"Give[{i}].Title", g.Agreement, g.Title, given.Contains(g))));
        PointedOut = SendTitles.Check(Outgoing, Pass, titles, Approved, ModelState);
    }

    private List<PersonalMail> Mails(IReadOnlyList<GiveLine> given) =>
        SendTitles.Mails(
            Outgoing,
            Pass,
            Lines
                .Where(l => l.Send)
                .Select(l => (l.Person, l.Agreement, l.Title))
                .Concat(given.Select(g => (g.Person!.Value, g.Agreement, g.Title)))
        );
}
