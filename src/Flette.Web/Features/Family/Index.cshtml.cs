using System.Globalization;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Meetings.Rhythm.ByFamily;
using Flette.Web.Features.Transitions.ByFamily;

namespace Flette.Web.Features.Family;

/// <summary>The family's own first page: who coordinates, when one meets, what happens now and who does it.</summary>
public sealed class IndexModel : FamilyPage
{
    /// <summary>What is shown at once of what others do; the rest is one tap away. Few things at a time.</summary>
    public const int AtOnce = 5;

    public OwnFamily Family { get; private set; } = null!;

    /// <summary>What others do.</summary>
    public IReadOnlyList<Doing> Others { get; private set; } = [];

    /// <summary>What members do.</summary>
    public IReadOnlyList<Doing> Ours { get; private set; } = [];

    /// <summary>When one is thought to meet, where no meeting is set up.</summary>
    public IReadOnlyList<OwnSeason> Seasons { get; private set; } = [];

    /// <summary>What changes with the years, of those she may see it of.</summary>
    public ComingUp Coming { get; private set; } = null!;

    /// <summary>Whether there is something near to tell of the time ahead, or of what she has a say in herself.</summary>
    public bool HasAhead { get; private set; }

    /// <summary>When the next meeting begins and ends, where its hours are written.</summary>
    public (TimeOnly From, TimeOnly? To)? Hours { get; private set; }

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        Family = await OwnFamily.LoadAsync(this, Gone);
        // Nobody goes on with what stands in a plan whose yes is withdrawn.
        var doings = Family.Doings(this, a => OwnFamily.IsLive(a) && !IsStopped(a));
        Others = doings.Where(d => !d.Ours).ToList();
        Ours = doings.Where(d => d.Ours).ToList();
        if (Family.Next is null && Plan is { Stopped: false })
        {
            Seasons = await OwnYear.LoadAsync(this, Family.Meetings, Gone);
        }
        Coming = await ComingUp.LoadAsync(Pass, Members, Plans, Family.Registered, Gone);
        HasAhead = Coming.Near.Count > 0 || !OwnSay.Of(Pass).IsEmpty;
        Hours = Family.Next is { Details.Time: { } time } ? HoursOf(time) : null;
    }

    private bool IsStopped(Agreements.Agreement agreement) => OwnFamily.IsStopped(Pass, agreement);

    /// <summary>Hours from how they are written on a meeting; null when they cannot be read.</summary>
    internal static (TimeOnly From, TimeOnly? To)? HoursOf(string time)
    {
        var parts = time.Split('-', 2);
        return Parse(parts[0]) is { } from ? (from, parts.Length == 2 ? Parse(parts[1]) : null) : null;

        static TimeOnly? Parse(string text) =>
            TimeOnly.TryParseExact(text, "HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at
                : null;
    }
}
