using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Contacts;

/// <summary>One line of the call log, to be corrected or taken back. Earlier versions are kept.</summary>
public sealed class LineModel : DeskPage
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Callee> People { get; private set; } = [];

    public Contact? Line { get; private set; }

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [BindProperty]
    public CallInput Call { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid contact)
    {
        await LoadAsync(contact);
        if (Line is not { } line)
        {
            return NotFound();
        }
        Call = Typed(line);
        Version = line.Version;
        return Page();
    }

    [Does(Act.LogContact)]
    public async Task<IActionResult> OnPostAsync(Guid contact)
    {
        await LoadAsync(contact);
        if (Line is null)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var with = Calls.Find(People, Call.With);
        var note = new ContactNote(
            with?.Label ?? Call.With ?? "",
            Call.How,
            Call.Text ?? "",
            with?.Id,
            with?.InTeam ?? false
        );
        return await WriteAsync(
            async write =>
                await ContactLog.ChangeAsync(
                    write,
                    contact,
                    Version,
                    note,
                    Call.Topic,
                    Call.Chosen() ?? [],
                    Call.Day ?? Line.Day,
                    Gone
                )
                    is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/logg#s-{contact}"),
            RefuseAsync
        );
    }

    [Does(Act.LogContact)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid contact)
    {
        await LoadAsync(contact);
        return Line is null
            ? NotFound()
            : await WriteAsync(
                async write =>
                    await ContactLog.UndoAsync(write, contact, Version, Gone) is { } refusal
                        ? refusal
                        : Written.To($"/f/{Pass.Family!.Id}/logg?angret=true#h-call"),
                RefuseAsync
            );
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile)
        {
            // Saving once more is then a choice made with both texts in view.
            await LoadAsync(Line!.Id);
            Conflict = ConflictLine.Between(Said(Call), Said(Typed(Line)));
            Version = Line.Version;
        }
        return Page();
    }

    private async Task LoadAsync(Guid contact)
    {
        Name = Pass.FamilyName;
        Members = Families.Members.All(Pass);
        People = Contacts.People.Of(Members, await Participants.AllAsync(Pass, Gone));
        Line = (await ContactLog.AllAsync(Pass, Gone)).FirstOrDefault(c => c.Id == contact);
    }

    private static CallInput Typed(Contact line) =>
        new()
        {
            With = line.Note.With,
            How = line.Note.Direction,
            Text = line.Note.Text,
            Topic = line.Topic,
            About = line.About.Count == 0 ? [CallInput.Common] : line.About.Select(a => a.ToString()).ToList(),
            Day = line.Day,
        };

    private IEnumerable<(string Label, string Text)> Said(CallInput call) =>
        [
            ("Hvem", call.With ?? ""),
            ("Hvordan", Words.Directions.First(d => d.Value == call.How.ToString()).Text),
            ("Hva ble sagt", call.Text ?? ""),
            (
                "Gjelder",
                Listing.And(
                    Members
                        .Where(m => call.About.Contains(m.Id.ToString(), StringComparer.Ordinal))
                        .Select(m => m.FirstName)
                )
            ),
            ("Tema", call.Topic is { } topic ? NorwegianDates.Capital(Data.Topics.Words(topic)) : ""),
            ("Dag", Said(call.Day)),
        ];
}
