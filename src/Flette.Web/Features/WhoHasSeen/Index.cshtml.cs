using System.Globalization;
using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.WhoHasSeen;

/// <summary>«Hvem har sett»: who has opened what is written about the reader, a month at a time.</summary>
public sealed class IndexModel : FamilyPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = Home + "/hvem-har-sett";

    private const string MonthForm = "yyyy-MM";

    /// <summary>The month, as <c>2026-11</c>; this one when nothing is said.</summary>
    [BindProperty(SupportsGet = true, Name = "maned")]
    public string? Asked { get; set; }

    public SeenWords Say { get; private set; } = new(Tongue.Bokmal);

    /// <summary>The first day of the month that is shown.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The month before it, while the family was here; else null.</summary>
    public DateOnly? Earlier { get; private set; }

    /// <summary>What is told, newest day first.</summary>
    public IReadOnlyList<SeenLine> Lines { get; private set; } = [];

    [Does(Act.SeeLog)]
    public async Task<IActionResult> OnGetAsync()
    {
        Say = new SeenWords(Tongue);
        var (now, first) = (First(Today), First(Norway.Day(Pass.LoadedFamily!.RegisteredAt)));
        if (Asked is null)
        {
            Month = now;
        }
        else if (
            DateOnly.TryParseExact(Asked, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked >= first
            && asked <= now
        )
        {
            Month = asked;
        }
        else
        {
            return NotFound();
        }
        Earlier = Month > first ? Month.AddMonths(-1) : null;
        Lines = await SeenLog.LoadAsync(Pass, Month, Gone);
        return Page();
    }

    /// <summary>«november 2026».</summary>
    public string Name(DateOnly month) => $"{NorwegianDates.MonthName(month, Tongue)} {month.Year}";

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
