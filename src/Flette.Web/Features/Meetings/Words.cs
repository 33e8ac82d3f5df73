using Flette.Core.Meetings;

namespace Flette.Web.Features.Meetings;

/// <summary>The words of meetings.</summary>
public static class Words
{
    /// <summary>Wall time as people write it: <c>09:00-10:30</c> is «09.00–10.30».</summary>
    public static string Clock(string time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.Replace("-", "–", StringComparison.Ordinal).Replace(':', '.');
    }

    /// <summary>Whether it has been.</summary>
    public static string Of(MeetingState state) =>
        state switch
        {
            MeetingState.Planned => "Planlagt",
            MeetingState.Held => "Holdt",
            MeetingState.Cancelled => "Ble ikke holdt",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>What the page of a meeting is for.</summary>
    public static string About(MeetingState state) =>
        state switch
        {
            MeetingState.Planned => "Når og hvor, og hvem som er invitert.",
            MeetingState.Held => "Hvem som var der, sakene, og det dere ble enige om.",
            MeetingState.Cancelled => "Møtet ble ikke holdt.",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
