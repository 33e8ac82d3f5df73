using Flette.Core.Words;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Family;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Member = Flette.Web.Features.Families.Member;
using Words = Flette.Web.Features.Family.Words;

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

    /// <summary>The plans as far as they are the reader's to know of.</summary>
    public IReadOnlyList<OwnPlan> Plans { get; private set; } = [];

    /// <summary>The one that is shown: the one the address names, else the first; null when there is none for her.</summary>
    public OwnPlan? Plan { get; private set; }

    /// <summary>The plans to choose between; none when she knows of one only.</summary>
    /// <param name="path">The page that shows one.</param>
    public IReadOnlyList<PlanLink> PlanChoice(string path = PlanPath) =>
        PlanLink.Between(
            Plans.Select(p => p.Head).ToList(),
            Plan?.Head,
            path,
            p =>
                p.Recipient == Me.Id ? Words.MyPlan
                : p.Recipient is { } one ? Words.PlanOf(Members.FirstOrDefault(m => m.Id == one)?.FirstName ?? "")
                : Words.FamilysPlan
        );

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Members = Families.Members.All(Pass);
        Plans = OwnPlan.All(Pass);
        var asked = PlanLink.Asked(HttpContext.Request);
        Plan = Plans.FirstOrDefault(p => p.Head.Id == PlanBook.Chosen(Plans.Select(a => a.Head).ToList(), asked)?.Id);
        if (asked is not null && Plan is null)
        {
            ArgumentNullException.ThrowIfNull(context);
            context.Result = NotFound();
            return;
        }
        Tongue = Language.Of(HttpContext, Me.Details.Language);
        Words = Words.Of(Tongue);
        var seesAll = Pass.May(Core.Access.Act.SeeOwnFamily);
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Today,
                Tongue = Tongue,
                PersonName = Me.Details.Name,
                HomeUrl = seesAll ? Home : Messages.OwnModel.Path,
                Nav =
                [
                    // Whoever came by a code is not led where a code does not reach.
                    .. seesAll ? [new(Words.FirstPage, Home)] : Array.Empty<NavItem>(),
                    .. seesAll && Plan is not null ? [new(Words.OurPlan, PlanPath)] : Array.Empty<NavItem>(),
                    new(new Messages.OwnWords(Tongue).Title, Messages.OwnModel.Path),
                    new(new WhoHasSeen.SeenWords(Tongue).Title, WhoHasSeen.IndexModel.Path),
                    new(LookWords.SignOut(Tongue), Flette.Web.Features.SignIn.OutModel.Path),
                ],
                CurrentPath = HttpContext.Request.Path,
                Languages = Language.All,
            }
        );
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
