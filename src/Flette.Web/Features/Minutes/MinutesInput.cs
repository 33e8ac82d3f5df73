using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Web.Features.Minutes;

/// <summary>What is typed when a reading is corrected.</summary>
public sealed class MinutesInput
{
    public string? What { get; set; }

    public string? Responsible { get; set; }

    public DateOnly? Due { get; set; }

    public string? DueText { get; set; }

    public List<Guid> About { get; set; } = [];

    public Topic? Topic { get; set; }

    public MinutesKind Kind { get; set; }

    public DateOnly? Date { get; set; }

    public string? Time { get; set; }

    public string? Place { get; set; }

    public DateOnly? NextDate { get; set; }

    public string? NextTime { get; set; }

    public string? NextPlace { get; set; }

    public List<PersonInput> People { get; set; } = [];
}

/// <summary>One row of the attendance list.</summary>
public sealed class PersonInput
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Organisation { get; set; }

    public bool Present { get; set; } = true;

    public Guid? Known { get; set; }

    /// <summary>As the draft has it.</summary>
    public DraftPerson ToDraft() => new(Name?.Trim() ?? "", Blank(Role), Blank(Organisation), Present, Known);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
