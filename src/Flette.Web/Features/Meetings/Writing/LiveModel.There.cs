using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>Who is at the meeting, said in it.</summary>
public sealed partial class LiveModel
{
    /// <summary>Longest name of someone who comes.</summary>
    public const int LongestName = 200;

    /// <summary>Whom of the list the press is about, by <see cref="Attendance.Key"/>; null for everyone.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>Who has come. No argument of a handler: the framework can log those.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Everyone on the list by name, with whether she is here.</summary>
    public IReadOnlyList<(MeetingPerson Person, bool Here)> There =>
        Attendance.Of(Meeting.Details, Held).OrderBy(p => p.Person.Name, Norwegian.Sorting).ToList();

    /// <summary>Says of someone that she is here, or is not; of everyone when nobody is named.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostThereAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var details = Meeting.Details;
        return await ListAsync(Who is null ? Attendance.All(details, Held) : Attendance.Press(details, Held, Who));
    }

    /// <summary>Puts someone who has come on the list.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostComesAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var written = Name?.Trim() ?? "";
        if (written.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(
                nameof(Name),
                written.Length == 0 ? "Skriv hvem som kom." : $"Navnet er for langt. Høyst {LongestName} tegn."
            );
            return Page();
        }
        var fits = _around.People(Pass).Where(p => MeantNames.Equal(p.Name, written)).ToList();
        var person = fits is [var one] ? new MeetingPerson(one.Id, one.Name) : new MeetingPerson(Id: null, written);
        return await ListAsync(Attendance.Comes(Meeting.Details, Held, person));
    }

    private async Task<IActionResult> ListAsync(MeetingDetails details) =>
        Part(
            await WriteAsync(
                async write =>
                    await MeetingBook.ChangeAsync(write, Meeting.Id, Version, "there", details) is { } refusal
                        ? refusal
                        : Written.To(Here + "#til-stede"),
                Refuse
            )
        );
}
