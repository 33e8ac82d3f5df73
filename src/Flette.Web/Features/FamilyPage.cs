using Flette.Core.Words;
using Flette.Web.Features.Family;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features;

/// <summary>
/// A page of the family face, in the reader's own language. Its addresses carry no ids: the Guard finds the family of whoever
/// is signed in.
/// </summary>
public abstract class FamilyPage : FlettePage
{
    /// <summary>The family's own first page.</summary>
    public const string Home = "/min-familie";

    /// <summary>The plan as the family reads it.</summary>
    public const string PlanPath = Home + "/plan";

    /// <summary>The plan as it is printed.</summary>
    public const string PrintPath = PlanPath + "/utskrift";

    /// <summary>The plan as a file.</summary>
    public const string PdfPath = PlanPath + "/pdf";

    /// <summary>The day in Norway.</summary>
    public DateOnly Today => Pass.Today;

    public Tongue Tongue { get; private set; }

    /// <summary>The texts of the face.</summary>
    public Words Words { get; private set; } = Words.Of(Tongue.Bokmal);

    /// <summary>The members the reader may know of, herself among them.</summary>
    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>The reader.</summary>
    public Member Me => Members.First(m => m.Id == Pass.Asker.Id);

    /// <summary>The plan as far as it is the reader's to know of; null when there is none for her.</summary>
    public OwnPlan? Plan { get; private set; }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Members = Families.Members.All(Pass);
        Plan = OwnPlan.Of(Pass);
        Tongue = Language.Of(HttpContext, Me.Details.Language);
        Words = Words.Of(Tongue);
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Today,
                Tongue = Tongue,
                PersonName = Me.Details.Name,
                HomeUrl = Home,
                Nav =
                [
                    new(Words.FirstPage, Home),
                    .. Plan is null ? Array.Empty<NavItem>() : [new(Words.OurPlan, PlanPath)],
                ],
                CurrentPath = HttpContext.Request.Path,
                Languages = Language.All,
            }
        );
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
