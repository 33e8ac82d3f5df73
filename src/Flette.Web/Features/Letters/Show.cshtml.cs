using Dapper;
using Flette.Core.Access;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Letters;

/// <summary>A letter that was sent: what it said, how it went, whose yes it rests on.</summary>
public sealed class ShowModel : DeskPage
{
    [BindProperty]
    public int Version { get; set; }

    public Letter Letter { get; private set; } = null!;

    public People People { get; private set; } = null!;

    public LetterSheet Sheet { get; private set; } = null!;

    /// <summary>How it stands with its mail; null on paper.</summary>
    public string? Mail { get; private set; }

    /// <summary>Whether it can be taken back now.</summary>
    public bool MayUndo => Pass.May(Act.SendLetter) && Mail is null or "waiting";

    [Does(Act.SeeSending)]
    public async Task<IActionResult> OnGetAsync(Guid letter) => await LoadAsync(letter) ? Page() : NotFound();

    [Does(Act.SendLetter)]
    public async Task<IActionResult> OnPostUndoAsync(Guid letter)
    {
        if (!await LoadAsync(letter))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await LetterBook.UndoAsync(write, letter, Version) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/brev/{letter}"),
            async refusal =>
            {
                await LoadAsync(letter);
                var (_, text) = Words.Of(refusal, _ => "", Today);
                ModelState.AddModelError("", text);
                return Page();
            }
        );
    }

    private async Task<bool> LoadAsync(Guid letter)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Participant, ItemKinds.Letter);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Letter && i.Row.Id == letter) is not { } seen)
        {
            return false;
        }
        Letter = LetterBook.Open(seen);
        People = People.Of(Pass, items);
        Sheet = LetterSheet.Of(Letter.Details, Letter.On, Pass, People, seen.Row.About);
        await using var reading = await Pass.ReadAsync(Gone);
        Mail = Letter.Details.Sending is { } sending
            ? await reading.Db.QuerySingleOrDefaultAsync<string>(
                new CommandDefinition(
                    "select state from outbox where family = @Id and sending = @sending",
                    new { Pass.Family!.Id, sending },
                    cancellationToken: Gone
                )
            )
            : null;
        return true;
    }
}
