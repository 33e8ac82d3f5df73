using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Family;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Rhythm.ByFamily;

/// <summary>What the reader has said of wanting a meeting.</summary>
/// <param name="Wish">Null when she has said nothing.</param>
public sealed record OwnWish(FamilyPage Page, OpenWish? Wish);

/// <summary>
/// When one meets, as the family sees it. A member asks for a meeting with one tap, as on the first page, or says that a time of the year
/// does not suit.
/// </summary>
public sealed class AskModel : FamilyPage
{
    /// <summary>Where the button posts.</summary>
    public const string Path = Home + "/onsker-mote";

    public OwnWish Mine { get; private set; } = null!;

    /// <summary>When the next meetings are thought to be.</summary>
    public IReadOnlyList<OwnSeason> Seasons { get; private set; } = [];

    /// <summary>The times the reader has said do not suit; null when she has said nothing.</summary>
    public OpenSeason? Season { get; private set; }

    /// <summary>Months that do not suit.</summary>
    [BindProperty]
    public List<int> Months { get; set; } = [];

    /// <summary>What she says besides.</summary>
    [BindProperty]
    public string? More { get; set; }

    /// <summary>It suits after all.</summary>
    [BindProperty]
    public bool Suits { get; set; }

    [BindProperty]
    public bool Wants { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What a member has said, among items that were loaded with others.</summary>
    public static OwnWish Of(FamilyPage page, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new OwnWish(page, WishBook.Among(items).FirstOrDefault(w => w.By == page.Me.Id));
    }

    /// <summary>The months to choose from.</summary>
    public IReadOnlyList<FieldOption> Choices(OwnYearWords words) =>
        Enumerable.Range(1, 12).Select(m => new FieldOption(m.ToString(Norwegian.Culture), words.Choice(m))).ToList();

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Season is { Is: not MeetingWish.TakenBack } said)
        {
            Months = [.. said.Details.Months];
            More = said.Details.More;
        }
    }

    /// <summary>A time of the year does not suit, or does after all.</summary>
    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostSeasonAsync() =>
        WriteAsync(
            async write =>
                await SeasonBook.SayAsync(write, Pass.Asker.Id, Suits, Months, More, Version, Gone) is { } refusal
                    ? refusal
                    : Written.To(Path + "#season"),
            async refusal =>
            {
                await LoadAsync();
                var words = new OwnYearWords(Words.Tongue);
                var (field, text) = refusal switch
                {
                    SeasonOfNoMonth => (nameof(Months), words.NoMonth),
                    SeasonTooLong longest => (nameof(More), words.TooLong(longest.Most)),
                    ChangedMeanwhile => ("", Words.NotSaid),
                    _ => ("", Words.NotThere),
                };
                ModelState.AddModelError(field, text);
                return (IActionResult)Page();
            }
        );

    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostAsync() =>
        WriteAsync(
            async write =>
                await WishBook.SayAsync(write, Pass.Asker.Id, Wants, Version, Gone) is { } refusal
                    ? refusal
                    : Written.To(Home + "#meeting"),
            async refusal =>
            {
                await LoadAsync();
                ModelState.Clear();
                ModelState.AddModelError("", refusal is ChangedMeanwhile ? Words.NotSaid : Words.NotThere);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync()
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.MeetingWish,
            ItemKinds.MeetingSeason
        );
        Mine = Of(this, items);
        Season = SeasonBook.Among(items).FirstOrDefault(s => s.By == Me.Id);
        Seasons = await OwnYear.LoadAsync(this, items, Gone);
    }
}
