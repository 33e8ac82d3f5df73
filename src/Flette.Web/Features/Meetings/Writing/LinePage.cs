using Flette.Core;
using Flette.Core.Meetings.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>A page with a field for a line of minutes: a name in it that fits several is asked about.</summary>
public abstract class LinePage : DeskPage
{
    /// <summary>The version that was seen when the form was sent.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The line as typed.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>Whom names in it mean, where they fit several: each answer is sent along with the next.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Those a name fits, when the one who writes must say who it is.</summary>
    public WhoInLine? Asked { get; private set; }

    /// <summary>Why the line is not taken; null when nothing was refused.</summary>
    public Refusal? Why { get; private set; }

    /// <summary>The page again, with why it was not done.</summary>
    protected PageResult Refuse(Refusal refusal)
    {
        Say(refusal);
        return Page();
    }

    /// <summary>Says at its field why it was not done.</summary>
    protected void Say(Refusal refusal)
    {
        Why = refusal is InLine one ? one.Why : refusal;
        Asked = Why as WhoInLine;
        var (field, text) = Meetings.Words.Of(refusal);
        ModelState.AddModelError(field, text);
    }
}
