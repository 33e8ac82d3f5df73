using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>One line of the minutes, to be corrected or taken away.</summary>
public sealed class CorrectModel : LinePage
{
    private AroundMinutes _around = null!;

    public WrittenLine Standing { get; private set; } = null!;

    /// <summary>The meeting it belongs to.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    /// <summary>Where the minutes are written.</summary>
    public string Back => $"/f/{Meeting.Family}/mote/{Meeting.Id}/skriv";

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid line)
    {
        if (!await LoadAsync(line))
        {
            return NotFound();
        }
        (Typed, Version) = (Standing.Line.Typed, Standing.Version);
        return Page();
    }

    /// <summary>Corrects it.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid line)
    {
        if (!await LoadAsync(line))
        {
            return NotFound();
        }
        var read = ShortLine.Read(Typed, _around.People(Pass), Chosen, Meeting.Day);
        return read.Refusal is { } refusal
            ? Refuse(refusal)
            : await WriteAsync(
                async write =>
                    await LineBook.ChangeAsync(write, line, Version, read.Value) is { } not
                        ? not
                        : Written.To($"{Back}#l-{Standing.Seq}"),
                not => RefuseAsync(line, not)
            );
    }

    /// <summary>Takes it away.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid line)
    {
        if (!await LoadAsync(line))
        {
            return NotFound();
        }
        Typed = Standing.Line.Typed;
        return await WriteAsync(
            async write => await LineBook.RemoveAsync(write, line, Version) is { } not ? not : Written.To(Back),
            not => RefuseAsync(line, not)
        );
    }

    private async Task<IActionResult> RefuseAsync(Guid line, Refusal refusal)
    {
        if (refusal is ChangedMeanwhile && await LoadAsync(line))
        {
            Conflict = ConflictLine.Between([("Linjen", Typed ?? "")], [("Linjen", Standing.Line.Typed)]);
            Version = Standing.Version;
        }
        return Refuse(refusal);
    }

    private async Task<bool> LoadAsync(Guid line)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Line, ItemKinds.Participant);
        if (
            items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Line && i.Row.Id == line)?.Row.Parent is not { } meeting
            || items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen
            || LineBook.Among(items, meeting).FirstOrDefault(l => l.Id == line) is not { Line.Agreement: null } standing
        )
        {
            return false;
        }
        (Meeting, Standing) = (MeetingBook.Open(seen), standing);
        _around = AroundMinutes.Of(Pass, items);
        return true;
    }
}
