using System.Globalization;
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
    string? Deputy,
    int Version
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

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    /// <summary>The appointment that is changed.</summary>
    [BindProperty]
    public Guid Appointment { get; set; }

    /// <summary>The version of it the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Its last day.</summary>
    [BindProperty]
    public DateOnly? Last { get; set; }

    /// <summary>The first day the deputy reads.</summary>
    [BindProperty]
    public DateOnly? DeputyFrom { get; set; }

    /// <summary>The last; null when none is set.</summary>
    [BindProperty]
    public DateOnly? DeputyUntil { get; set; }

    /// <summary>A day as a date field holds it.</summary>
    public string? Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Does(Act.SeeUnitFamily)]
    public async Task OnGetAsync()
    {
        Input = new AppointmentInput { From = Today };
        await LoadAsync();
    }

    [Does(Act.Appoint)]
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async write =>
            await Register.AppointAsync(
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
    public Task<IActionResult> OnPostEndAsync()
    {
        if (Last is null)
        {
            ModelState.AddModelError(nameof(Last), "Skriv siste dag.");
        }
        return DoAsync(
            write => Register.EndAsync(write, Appointment, Version, Last!.Value),
            now => ConflictLine.Between([("Siste dag", Said(Last))], [("Siste dag", Said(now.Period.Until))]),
            nameof(Last),
            nameof(Last)
        );
    }

    [Does(Act.ActivateDeputy)]
    public Task<IActionResult> OnPostDeputyAsync()
    {
        if (DeputyFrom is null)
        {
            ModelState.AddModelError(nameof(DeputyFrom), "Skriv første dag.");
        }
        return DoAsync(
            write =>
                Register.ActivateDeputyAsync(write, Appointment, Version, new Period(DeputyFrom!.Value, DeputyUntil)),
            now =>
                ConflictLine.Between(
                    [("Stedfortreder leser fra", Said(DeputyFrom)), ("Til og med", Said(DeputyUntil))],
                    [
                        ("Stedfortreder leser fra", Said(now.DeputyActive?.From)),
                        ("Til og med", Said(now.DeputyActive?.Until)),
                    ]
                ),
            nameof(DeputyFrom),
            nameof(DeputyUntil)
        );
    }

    [Does(Act.ActivateDeputy)]
    public Task<IActionResult> OnPostCloseDeputyAsync() =>
        DoAsync(write => Register.ActivateDeputyAsync(write, Appointment, Version, active: null));

    /// <summary>Does the write and shows the family again.</summary>
    /// <param name="conflict">Lays what was typed beside the appointment as it stands now.</param>
    /// <param name="first">The form's field for the first day.</param>
    /// <param name="last">The form's field for the last day.</param>
    private async Task<IActionResult> DoAsync(
        Func<Write, Task<Refusal?>> work,
        Func<AppointmentFacts, IReadOnlyList<ConflictLine>>? conflict = null,
        string first = "Input.From",
        string last = "Input.Until"
    )
    {
        if (ModelState.IsValid)
        {
            var answer = await WriteAsync(
                async write => await work(write) is { } refusal ? refusal : Written.To($"/enhet/{Pass.Family!.Id}"),
                refusal =>
                {
                    var (field, text) = Words.Of(refusal, first, last);
                    ModelState.AddModelError(field, text);
                    if (
                        refusal is ChangedMeanwhile
                        && Pass.Family!.Appointments.First(a => a.Id == Appointment) is var now
                    )
                    {
                        // Saving once more is then a choice made with both in view.
                        Conflict = conflict?.Invoke(now) ?? [];
                    }
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
        var rows = await reading.Db.QueryAsync<(
            Guid Id,
            string Kind,
            bool Delegation,
            Guid By,
            int Version,
            Sealed Body
        )>(
            new CommandDefinition(
                "select id, kind, delegation, appointed_by, version, body from appointment where family = @Id",
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
                    a.Deputy is { } deputy ? names.GetValueOrDefault(deputy) : null,
                    row.Version
                );
            })
            .ToList();
    }
}

/// <summary>What is typed about an appointment.</summary>
public sealed class AppointmentInput
{
    public Guid? Coordinator { get; set; }

    public CoordinatorKind? Kind { get; set; } = CoordinatorKind.ChildrensCoordinator;

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string? Ground { get; set; }

    public bool Delegation { get; set; }

    public Guid? Deputy { get; set; }
}
