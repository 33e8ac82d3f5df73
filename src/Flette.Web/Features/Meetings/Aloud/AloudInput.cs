namespace Flette.Web.Features.Meetings.Aloud;

/// <summary>What is typed about the next meeting.</summary>
public sealed class NextInput
{
    public DateOnly? Day { get; set; }
    public string? Time { get; set; }
    public string? Place { get; set; }
}

/// <summary>An agreement line as it was read aloud.</summary>
public sealed class ReadLine
{
    public Guid Id { get; set; }
    public int Version { get; set; }
}
