using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Team;

/// <summary>A participant of the team: new, changed, or no longer with us.</summary>
public sealed class EditModel : DeskPage
{
    private const string New = "ny";

    public string Name { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>Organisations of the register, with their topics.</summary>
    public IReadOnlyList<(string Name, Topic Topic)> Organisations { get; private set; } = [];

    /// <summary>The participant as she stands; null when new.</summary>
    public Participant? Standing { get; private set; }

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [BindProperty]
    public ParticipantInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Last day, when the participation ends.</summary>
    [BindProperty]
    public DateOnly? Last { get; set; }

    /// <summary>Those it can concern.</summary>
    public IReadOnlyList<FieldOption> Concerned =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)).ToList();

    /// <summary>How many ways to reach her the form asks for.</summary>
    public int Places => Math.Max(MemberInput.ChannelPlaces, Input.Channels.Count);

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string participant)
    {
        if (!await LoadAsync(participant))
        {
            return NotFound();
        }
        Fill();
        return Page();
    }

    [Does(Act.ChangeParticipant)]
    public async Task<IActionResult> OnPostAsync(string participant)
    {
        if (!await LoadAsync(participant))
        {
            return NotFound();
        }
        if (Input.Concerns.Count == 0 && Members.Count > 0)
        {
            ModelState.AddModelError("Input.Concerns", "Velg hvem deltakeren er med for.");
        }
        return ModelState.IsValid ? await WriteAsync(SaveAsync, refusal => RefuseAsync(refusal, participant)) : Page();
    }

    [Does(Act.ChangeParticipant)]
    public async Task<IActionResult> OnPostEndAsync(string participant)
    {
        if (!await LoadAsync(participant) || Standing is not { } standing)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Fill();
            return Page();
        }
        return await WriteAsync(
            async write =>
                await Participants.EndAsync(write, standing.Id, Version, Last ?? Today, Gone) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}?avsluttet={standing.Id}#h-team"),
            async refusal =>
            {
                var answer = await RefuseFilledAsync(refusal, participant);
                if (refusal is ChangedMeanwhile && Standing is { Details.Until: { } until })
                {
                    Conflict = ConflictLine.Between([("Siste dag", Said(Last))], [("Siste dag", Said(until))]);
                }
                return answer;
            }
        );
    }

    [Does(Act.ChangeParticipant)]
    public async Task<IActionResult> OnPostResumeAsync(string participant)
    {
        if (!await LoadAsync(participant) || Standing is not { } standing)
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await Participants.ResumeAsync(write, standing.Id, Version, Gone) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}#d-{standing.Id}"),
            refusal => RefuseFilledAsync(refusal, participant)
        );
    }

    private async Task<Written> SaveAsync(Write write)
    {
        var details = Input.ToDetails(Standing?.Details.Until);
        var topic =
            Input.Topic
            ?? Organisations
                .Where(o => string.Equals(o.Name, details.Organisation, StringComparison.OrdinalIgnoreCase))
                .Select(o => (Topic?)o.Topic)
                .FirstOrDefault();
        if (Standing is { } standing)
        {
            return
                await Participants.ChangeAsync(write, standing.Id, Version, details, topic, [.. Input.Concerns], Gone)
                    is { } refusal
                ? refusal
                : Written.To($"/f/{Pass.Family!.Id}#d-{standing.Id}");
        }
        var added = await Participants.AddAsync(write, details, topic, [.. Input.Concerns]);
        return added.Refusal is { } no ? no : Written.To($"/f/{Pass.Family!.Id}#d-{added.Value}");
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, string participant)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile && await LoadAsync(participant) && Standing is { } now)
        {
            // Saving once more is then a choice made with both texts in view.
            Conflict = ConflictLine.Between(Input.Said(Members), ParticipantInput.From(now).Said(Members));
            Version = now.Version;
        }
        return Page();
    }

    /// <summary>Where nothing about her was typed, the form shows what stands.</summary>
    private async Task<IActionResult> RefuseFilledAsync(Refusal refusal, string participant)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        if (!await LoadAsync(participant))
        {
            return NotFound();
        }
        Fill();
        return Page();
    }

    private void Fill()
    {
        if (Standing is { } standing)
        {
            Input = ParticipantInput.From(standing);
            Version = standing.Version;
        }
    }

    private async Task<bool> LoadAsync(string participant)
    {
        Name = Pass.FamilyName;
        Members = Families.Members.All(Pass);
        Standing = Guid.TryParse(participant, out var id)
            ? (await Participants.EverAsync(Pass, Gone)).FirstOrDefault(p => p.Id == id)
            : null;
        if (Standing is null && participant != New)
        {
            return false;
        }
        await using var reading = await Pass.ReadAsync(Gone);
        var rows = await reading.Db.QueryAsync<(string Name, string Topic)>(
            new CommandDefinition("select name, topic from organisation", cancellationToken: Gone)
        );
        Organisations = rows.Select(r => (r.Name, Topics.FromCode(r.Topic)!.Value))
            .OrderBy(o => o.Name, Norwegian.Sorting)
            .ToList();
        return true;
    }
}
