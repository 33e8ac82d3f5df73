using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Family;
using Flette.Web.Features.Meetings.Attaching;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>Published minutes as a member reads them, each line with a way to say that it is wrong.</summary>
public sealed class ReadModel : FamilyPage
{
    /// <summary>Address of the page.</summary>
    public const string Path = Home + "/referat";

    /// <summary>The line she says is wrong.</summary>
    [BindProperty]
    public Guid Line { get; set; }

    /// <summary>What she takes back.</summary>
    [BindProperty]
    public Guid Remark { get; set; }

    /// <summary>The version of the line she read, or of what she takes back.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What she says.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>She has just said something.</summary>
    [BindProperty(SupportsGet = true, Name = "takk")]
    public bool Thanked { get; set; }

    public ReadWords Say { get; private set; } = null!;

    public IReadOnlyList<MeetingMinutes> Minutes { get; private set; } = [];

    /// <summary>The documents of meetings she may open.</summary>
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>Meetings she has documents of and no line, the newest first.</summary>
    public IEnumerable<IGrouping<Guid, Attachment>> OnlyFiles =>
        Attachments
            .Where(a => Minutes.All(m => m.Meeting != a.Meeting))
            .GroupBy(a => a.Meeting)
            .OrderByDescending(g => g.First().Day)
            .ThenBy(g => g.Key);

    public Names Names { get; private set; } = null!;

    [Does(Act.ReadMinutes)]
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Says that a line is wrong.</summary>
    [Does(Act.RemarkOnMinutes)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await WriteAsync(
            async write =>
                await RemarkBook.AddAsync(write, Line, Text, Version) is { } refusal
                    ? refusal
                    : Written.To($"{Path}?takk=true#l-{Line}"),
            Refuse
        );
    }

    /// <summary>Takes back what she said herself.</summary>
    [Does(Act.RemarkOnMinutes)]
    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        return await WriteAsync(
            async write =>
                await RemarkBook.TakeBackAsync(write, Remark, Version) is { } refusal ? refusal : Written.To(Path),
            _ =>
            {
                ModelState.AddModelError("", Say.NotTakenBack);
                return Page();
            }
        );
    }

    /// <summary>What is wrong with what she typed at a line, or null.</summary>
    public string? Fault(Guid line) =>
        line == Line && ModelState.TryGetValue(Field(line), out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    /// <summary>Id of the field of a line: the summary of errors leads to it.</summary>
    public static string Field(Guid line) => $"wrong-{line}";

    private IActionResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError(
            Field(Line),
            refusal switch
            {
                RemarkEmpty => Say.Empty,
                RemarkTooLong t => Say.TooLong(t.Most),
                RemarkTooLate => Say.TimeIsOut,
                ChangedMeanwhile => Say.Changed,
                _ => Say.Gone,
            }
        );
        return Page();
    }

    private async Task LoadAsync()
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.PublishedLine,
            ItemKinds.Remark,
            ItemKinds.Participant,
            ItemKinds.Attachment
        );
        Attachments = Attachment.Among(items);
        Say = new ReadWords(Tongue);
        Minutes = PublishedMinutes.Of(Pass, items);
        Names = new Names(Words, Members, Participants.Among(items), Coordination.Of(Pass));
    }
}
