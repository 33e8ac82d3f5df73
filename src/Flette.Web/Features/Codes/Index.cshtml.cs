using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Links;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Codes;

/// <summary>
/// Behind a link, before what it leads to: a code is sent to the number on record, and whoever has that telephone goes on. The link and
/// the code together say who it is; neither does alone.
/// </summary>
public sealed class IndexModel(Issuers issuers, TimeProvider time) : LinkPage
{
    /// <summary>Where it stands, below the link's own address.</summary>
    public const string Under = "/kode";

    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether this browser is to need no code for a while.</summary>
    [BindProperty]
    public bool Remember { get; set; }

    public CodeWords Codes { get; private set; } = new(Core.Words.Tongue.Bokmal);

    public CoordinatorCard Coordinator { get; private set; } = new();

    /// <summary>Where the code goes; null when there is no number of her own on record.</summary>
    public SmsAddress? Number { get; private set; }

    /// <summary>Whether a code is on its way and can be tried.</summary>
    public bool Waiting { get; private set; }

    /// <summary>Why the code did not do.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Why none was sent.</summary>
    public string? Refused { get; private set; }

    /// <summary>What is behind it, said neutrally.</summary>
    public string Heading { get; private set; } = "";

    public string Here => Sessions.LinkPath(Pass.Asker.Link!.Id) + Under;

    /// <summary>Where her employer lets her in; null when none of the municipality's issuers vouches for her address.</summary>
    public (string Name, string Address)? Work { get; private set; }

    /// <summary>The employer's sign-in did not do.</summary>
    [BindProperty(SupportsGet = true, Name = "annen")]
    public bool NotByWork { get; set; }

    [Does(Act.SeeCode)]
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        // Nothing to press: whoever is signed in at work comes straight back.
        return Work is { } work && !NotByWork ? LocalRedirect(work.Address) : Page();
    }

    [Does(Act.AskForCode)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostSendAsync()
    {
        await LoadAsync();
        if (Number is not { } number)
        {
            return Page();
        }
        return await WriteAsync(
            async write =>
                await OneTimeCodes.SendAsync(write, number, Tongue) is { } tooMany ? tooMany : Written.To(Here),
            refusal =>
            {
                Refused = Said(refusal);
                return Page();
            }
        );
    }

    // No form key: a code that was tried was tried, and the same right one once more opens the same.
    [Does(Act.GiveCode)]
    [Limited(Limit.ByLink)]
    public async Task<IActionResult> OnPostAsync()
    {
        var now = time.GetUtcNow();
        await LoadAsync();
        var tried = await OneTimeCodes.TryAsync(Pass, Code, now, Gone);
        await CodeLog.WriteAsync(Pass, tried, now, Gone);
        if (tried.Right && Number is { } number)
        {
            if (Remember)
            {
                await KnownBrowsers.RememberAsync(HttpContext, Pass, number, now);
            }
            return LocalRedirect(await Behind.OpenAsync(HttpContext, Pass, now));
        }
        Waiting = tried.Left > 0;
        (Wrong, Refused) = tried.Left > 0 ? (Codes.NotRight(tried.Left), null) : ((string?)null, Codes.Over);
        return Page();
    }

    private string Said(Refusal refusal) =>
        refusal switch
        {
            TooManyCodes many => Codes.TooMany(Norway.Clock(many.Again), Coordinator.In(Tongue)),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private async Task LoadAsync()
    {
        var (body, coordinator) = await LinkBook.OpenAsync(Pass, Gone);
        Coordinator = coordinator;
        Frame(body.Language);
        Codes = new CodeWords(Tongue);
        Heading = Codes.Heading(body.FirstName, Pass.Asker.Link!.Purpose);
        var record = await OnRecord.FindAsync(Pass, Pass.Asker.Id, Gone);
        Number = record?.Code;
        Work = issuers.Of(Pass.Municipality).FirstOrDefault(i => i.Options.VouchesFor(record?.Reach.Email))
            is { } issuer
            ? (
                issuer.Options.Name,
                $"/inn/{issuer.Options.Key}?til={Uri.EscapeDataString(WorkModel.Path(Pass.Asker.Link!.Id))}"
            )
            : null;
        Waiting = await OneTimeCodes.IsWaitingAsync(Pass, time.GetUtcNow(), Gone);
    }
}
