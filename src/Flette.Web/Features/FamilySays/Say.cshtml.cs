using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Family;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.FamilySays;

/// <summary>What a member says of how it goes: nothing has happened, this helps or not, remind me.</summary>
public sealed class SayModel : FamilyPage
{
    public const string Path = Home + "/si";

    public OwnFamily Family { get; private set; } = null!;

    [BindProperty]
    public Guid Agreement { get; set; }

    [BindProperty]
    public Guid Measure { get; set; }

    [BindProperty]
    public Helps Helps { get; set; }

    /// <summary>Her own words.</summary>
    [BindProperty]
    public string? Own { get; set; }

    [BindProperty]
    public bool Want { get; set; }

    /// <summary>The post came from the plan, and goes back there.</summary>
    [BindProperty]
    public bool FromPlan { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What she wants about reminders; null when she has said nothing.</summary>
    public Wish? Wish { get; private set; }

    public bool Wants => Wish is { Is: ReminderWish.On };

    /// <summary>The measures she sees, each with what she has said of it.</summary>
    public IReadOnlyList<(Entry<MeasureDetails> Measure, HelpsSaid? Mine)> Measures { get; private set; } = [];

    [Does(Act.SeeOwnFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostNothingAsync() =>
        DoAsync(
            write => SaysBook.NothingAsync(write, Agreement, Pass.Asker.Id, said: true, Version, Gone),
            FromPlan ? PlanPath : Home
        );

    /// <summary>Takes back that nothing has happened.</summary>
    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostUndoAsync() =>
        DoAsync(
            write => SaysBook.NothingAsync(write, Agreement, Pass.Asker.Id, said: false, Version, Gone),
            FromPlan ? PlanPath : Home
        );

    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostHelpsAsync() =>
        DoAsync(write => SaysBook.HelpsAsync(write, Measure, Pass.Asker.Id, Helps, Own, Version, Gone), Path);

    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostRemindAsync() =>
        DoAsync(
            write =>
                ReminderWishes.SetAsync(
                    write,
                    Pass.Asker.Id,
                    Want ? ReminderWish.On : ReminderWish.Off,
                    null,
                    Version,
                    Gone
                ),
            Path
        );

    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, string to) =>
        WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(to),
            async refusal =>
            {
                await LoadAsync();
                ModelState.Clear();
                ModelState.AddModelError(
                    "",
                    refusal switch
                    {
                        ChangedMeanwhile => Words.NotSaid,
                        WordsTooLong => Words.TooLong,
                        NoSuchAgreement or NoSuchEntry or NothingToSay or SayerUnknown => Words.NotThere,
                        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
                    }
                );
                return Page();
            }
        );

    private async Task LoadAsync()
    {
        Family = await OwnFamily.LoadAsync(this, Gone);
        Wish = Family.Wish(Me.Id);
        Measures = (Family.Contents?.Goals ?? [])
            .SelectMany(g => g.Measures)
            .Select(m => (m, Family.Helping.FirstOrDefault(h => h.Measure == m.Id && h.By == Me.Id)))
            .ToList();
    }
}
