using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Shared;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Unit;

/// <summary>An appointment with its names and ground.</summary>
public sealed record AppointmentLine(
    AppointmentFacts Facts,
    CoordinatorKind Kind,
    string Ground,
    bool Delegation,
    string By,
    string Coordinator,
    string? Deputy
);

/// <summary>One family at the unit: its appointments, and nothing of what is said in it.</summary>
public sealed class FamilyModel : DeskPage
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<AppointmentLine> Appointments { get; private set; } = [];

    public IReadOnlyList<FieldOption> Coordinators { get; private set; } = [];

    [BindProperty]
    public AppointmentInput Input { get; set; } = new();

    /// <summary>Whether a new appointment can begin today.</summary>
    public bool CanAppoint => !Appointments.Any(a => a.Facts.Period.Covers(Today));

    [Does(Act.SeeUnitFamily)]
    public async Task OnGetAsync()
    {
        Input = new AppointmentInput { From = Today };
        await LoadAsync();
    }

    [Does(Act.Appoint)]
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(write =>
            Register.AppointAsync(
                write,
                new AppointmentDraft(
                    Input.Coordinator ?? Guid.Empty,
                    Input.Kind ?? CoordinatorKind.Coordinator,
                    new Period(Input.From ?? Today, Input.Until),
                    Input.Ground ?? "",
                    Input.Delegation,
                    Input.Deputy
                )
            )
        );

    [Does(Act.Appoint)]
    public Task<IActionResult> OnPostEndAsync() =>
        DoAsync(write => Register.EndAsync(write, Input.Appointment, Input.Until ?? Today));

    [Does(Act.ActivateDeputy)]
    public Task<IActionResult> OnPostDeputyAsync() =>
        DoAsync(write =>
            Register.ActivateDeputyAsync(write, Input.Appointment, new Period(Input.From ?? Today, Input.Until))
        );

    [Does(Act.ActivateDeputy)]
    public Task<IActionResult> OnPostCloseDeputyAsync() =>
        DoAsync(write => Register.ActivateDeputyAsync(write, Input.Appointment, active: null));

    private async Task<IActionResult> DoAsync(Func<Write, Task<AppointingRefusal?>> work)
    {
        if (ModelState.IsValid)
        {
            var answer = await WriteAsync(
                async write => await work(write) is { } refusal ? refusal : Written.To($"/enhet/{Pass.Family!.Id}"),
                refusal =>
                {
                    var (field, text) = Words.Of(refusal);
                    ModelState.AddModelError(field, text);
                    return Page();
                }
            );
            if (ModelState.IsValid)
            {
                return answer;
            }
        }
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Name = Pass.FamilyName;
        var names = await Staff.NamesAsync(Pass, Gone);
        Coordinators = Staff.Options(await Staff.CoordinatorsAsync(Pass, Gone));
        await using var reading = await Pass.ReadAsync(Gone);
        var rows = await reading.Db.QueryAsync<(Guid Id, string Kind, bool Delegation, Guid By, Sealed Body)>(
            new CommandDefinition(
                "select id, kind, delegation, appointed_by, body from appointment where family = @Id",
                new { Pass.Family!.Id },
                cancellationToken: Gone
            )
        );
        var byId = rows.ToDictionary(r => r.Id);
        Appointments = Pass
            .Family.Appointments.OrderByDescending(a => a.Period.From)
            .Select(a =>
            {
                var row = byId[a.Id];
                return new AppointmentLine(
                    a,
                    Rows.FromCode<CoordinatorKind>(row.Kind),
                    Pass.Ring.Open<string>(row.Body, Pass.Family.Id, new Place("appointment", a.Id)),
                    row.Delegation,
                    names.GetValueOrDefault(row.By, ""),
                    names.GetValueOrDefault(a.Coordinator, ""),
                    a.Deputy is { } deputy ? names.GetValueOrDefault(deputy) : null
                );
            })
            .ToList();
    }
}

/// <summary>What is typed about an appointment.</summary>
public sealed class AppointmentInput
{
    public Guid Appointment { get; set; }

    public Guid? Coordinator { get; set; }

    public CoordinatorKind? Kind { get; set; } = CoordinatorKind.ChildrensCoordinator;

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string? Ground { get; set; }

    public bool Delegation { get; set; }

    public Guid? Deputy { get; set; }
}
