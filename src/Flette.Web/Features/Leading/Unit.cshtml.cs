using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Leading;

/// <summary>The unit answers who can lead a meeting: it sees the family's name and the day, and nothing else of it.</summary>
public sealed class UnitModel : DeskPage
{
    private IReadOnlyDictionary<Guid, string> _staff = new Dictionary<Guid, string>();

    /// <summary>Requests of this family.</summary>
    public IReadOnlyList<UnitLead> Leads { get; private set; } = [];

    /// <summary>Those who can lead.</summary>
    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    [BindProperty]
    public Guid Lead { get; set; }

    [BindProperty]
    public Guid? Leader { get; set; }

    /// <summary>Why not.</summary>
    [BindProperty]
    public string? Word { get; set; }

    [BindProperty]
    public int Version { get; set; }

    private string Here => $"/enhet/{Pass.Family!.Id}/moteleder";

    [Does(Act.SeeUnitFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.AnswerLeadRequest)]
    public async Task<IActionResult> OnPostAsync()
    {
        _staff = await Staff.OfUnitAsync(Pass, Gone);
        return await DoAsync(write => LeadBook.NameAsync(write, Lead, Version, Leader, _staff));
    }

    [Does(Act.AnswerLeadRequest)]
    public Task<IActionResult> OnPostNoAsync() => DoAsync(write => LeadBook.DeclineAsync(write, Lead, Version, Word));

    [Does(Act.AnswerLeadRequest)]
    public Task<IActionResult> OnPostAnewAsync() => DoAsync(write => LeadBook.AnewAsync(write, Lead, Version));

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work) =>
        WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(Here),
            async refusal =>
            {
                await LoadAsync();
                var (field, text) = LeadWords.Of(refusal);
                ModelState.AddModelError(field, text);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync()
    {
        _staff = await Staff.OfUnitAsync(Pass, Gone);
        var own = new SeenFamily(Pass.Family!, Pass.FamilyName, default);
        Leads = await LeadBook.OfUnitAsync(Pass, [own], _staff, Gone);
        var coordinates = Pass.Family!.Appointments.Where(a => a.Period.Covers(Today))
            .SelectMany(a => new[] { a.Coordinator, a.Deputy ?? a.Coordinator })
            .ToHashSet();
        Options = Staff.Options(
            _staff
                .Where(s => !coordinates.Contains(s.Key))
                .Select(s => (s.Key, s.Value))
                .OrderBy(s => s.Value, Norwegian.Sorting)
        );
    }
}
