using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>Where people sign in: one button for each issuer, and what to do without.</summary>
public sealed class IndexModel(Issuers issuers) : SignInPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = "/inn";

    /// <summary>Where to go afterwards: a local address.</summary>
    [BindProperty(SupportsGet = true, Name = "til")]
    public string? Back { get; set; }

    /// <summary>The municipality's issuers.</summary>
    public IReadOnlyList<Issuer> Issuers { get; private set; } = [];

    /// <summary>Whether the asker is signed in already.</summary>
    public bool IsKnown => Pass.Asker is { Alive: true, Kind: AskerKind.Staff or AskerKind.Member };

    /// <summary>The same address, handed on.</summary>
    public string Query => Url.IsLocalUrl(Back) && Back != "/" ? "?til=" + Uri.EscapeDataString(Back!) : "";

    /// <summary>Families first: they are the ones who come seldom.</summary>
    public IEnumerable<(string Heading, string About, List<Issuer> Issuers)> Groups =>
        new[]
        {
            (Say.ForFamilies, Say.ForFamiliesAbout, Of(IssuerFor.Members)),
            (Say.ForStaff, Say.ForStaffAbout, Of(IssuerFor.Staff)),
        }.Where(g => g.Item3.Count > 0);

    [Does(Act.Open, Reason = "Names the municipality's issuers, and nothing about anyone.")]
    public void OnGet()
    {
        Frame();
        Issuers = issuers.Of(Pass.Municipality);
    }

    private List<Issuer> Of(IssuerFor whom) => Issuers.Where(i => i.Options.For == whom).ToList();
}
