using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.FagMeetings;

/// <summary>Fagmøter as the family reads them: what was said yes to, taken back in one step, and what each meeting agreed on.</summary>
public sealed class OwnModel : FamilyPage
{
    /// <summary>Where the page stands.</summary>
    public const string Path = Home + "/moter-uten-oss";

    public OwnFagWords Say { get; private set; } = null!;

    /// <summary>What was said yes to, as far as the reader may know, newest first.</summary>
    public IReadOnlyList<FagYes> Given { get; private set; } = [];

    /// <summary>The meetings, latest first, each with what was agreed as far as the reader may know.</summary>
    public IReadOnlyList<(Meeting Meeting, IReadOnlyList<Agreement> Agreed, bool HasMinutes)> Meetings
    {
        get;
        private set;
    } = [];

    /// <summary>Which yes is withdrawn.</summary>
    [BindProperty]
    public Guid Yes { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether the reader may take a yes back.</summary>
    public bool MayWithdraw(FagYes yes)
    {
        ArgumentNullException.ThrowIfNull(yes);
        return yes.State == FagYesState.Given
            && Pass.May(Act.WithdrawFagYes)
            && FagYesRules.MayWithdraw(yes.Facts, Pass.Family!, Me.Id, Today);
    }

    /// <summary>First name of a member the reader knows of.</summary>
    public string FirstName(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    [Does(Act.SeeOwnFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.WithdrawFagYes)]
    public Task<IActionResult> OnPostAsync() =>
        WriteAsync(
            async write =>
                await FagBook.WithdrawAsync(write, Yes, Version, by: null) is { } refusal ? refusal : Written.To(Path),
            async refusal =>
            {
                await LoadAsync();
                ModelState.Clear();
                ModelState.AddModelError("", refusal is ChangedMeanwhile ? Say.NotDone : Say.NotThere);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync()
    {
        Say = new OwnFagWords(Tongue);
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.FagYes,
            ItemKinds.Meeting,
            ItemKinds.Agreement,
            ItemKinds.PublishedLine
        );
        Given = FagBook.Among(items);
        var agreed = AgreementBook.InOrder(items).ToLookup(a => a.Parent);
        var read = items
            .Where(i => i.Row.Kind == ItemKinds.PublishedLine && i.Row.State == PublishedMinutes.Stands)
            .Select(i => i.Row.Parent)
            .ToHashSet();
        Meetings = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Where(m => m.Details.Kind == MinutesKind.Fag)
            .OrderByDescending(m => m.Day)
            .ThenBy(m => m.Id)
            .Select(m => (m, (IReadOnlyList<Agreement>)agreed[m.Id].ToList(), read.Contains(m.Id)))
            .ToList();
    }
}
