using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How a legal position came to be: each version the asker may see, newest first.</summary>
public sealed class PositionModel : DeskPage
{
    public Guid Id { get; private set; }

    /// <summary>What the position is called.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid position)
    {
        var versions = await GuardianshipVersions.AllAsync(Pass, position, Gone);
        if (versions.Count == 0)
        {
            return NotFound();
        }
        var names = Members.All(Pass).ToDictionary(m => m.Id, m => m.FirstName);
        Id = position;
        Title = NorwegianDates.Capital(LegalPositions.Words.Of(versions[^1].Position.Kind));
        Versions = Telling.NewestFirst(
            versions.Select(v => new ToTell(
                Told.PositionChange(v.Change),
                v.By ?? "",
                v.At,
                Told.Fields(v.Position, names)
            ))
        );
        return Page();
    }
}
