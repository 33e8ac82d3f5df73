using Flette.Core.Access;
using Flette.Web.Access;

namespace Flette.Web.Features.Links;

/// <summary>What is said after a link was given up or a new one asked for. The same for everyone.</summary>
public sealed class ToldModel : LinkPage
{
    /// <summary>Where one comes after asking for a new link.</summary>
    public const string Renewed = "/l/ny";

    /// <summary>Where one comes after «Ikke meg».</summary>
    public const string NotMe = "/l/ikke-meg";

    private bool IsRenewed => HttpContext.Request.Path == Renewed;

    public string Heading => IsRenewed ? Say.NewSent : Say.NotMeDone;

    public string About => IsRenewed ? Say.NewSentAbout : Say.NotMeDoneAbout;

    [Does(Act.Open, Reason = "Says the same to everyone, and nothing about anyone.")]
    public void OnGet() => Frame();
}
