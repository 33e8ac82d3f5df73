using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>Where one is signed in. Each place can be ended from here.</summary>
public sealed class SessionsModel(TimeProvider time) : SignInPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = "/innlogginger";

    /// <summary>The asker's own, the last seen first.</summary>
    public IReadOnlyList<OwnSession> All { get; private set; } = [];

    /// <summary>Browsers that need no code for her.</summary>
    public IReadOnlyList<KnownBrowser> Known { get; private set; } = [];

    /// <summary>The one to end.</summary>
    [BindProperty]
    public Guid Which { get; set; }

    /// <summary>Something was just ended.</summary>
    [BindProperty(SupportsGet = true, Name = "avsluttet")]
    public bool Done { get; set; }

    [Does(Act.SeeSessions)]
    public async Task OnGetAsync()
    {
        Frame();
        All = await OwnSessions.AllAsync(Pass, time.GetUtcNow(), Gone);
        if (Pass.Asker.Kind == AskerKind.Member)
        {
            Known = await KnownBrowsers.AllAsync(Pass, time.GetUtcNow(), Gone);
        }
    }

    [Does(Act.EndSessions)]
    public Task<IActionResult> OnPostOneAsync() => EndAsync(write => OwnSessions.EndAsync(write, Which));

    [Does(Act.EndSessions)]
    public Task<IActionResult> OnPostOthersAsync() => EndAsync(OwnSessions.EndOthersAsync);

    /// <summary>A browser needs a code again.</summary>
    [Does(Act.EndSessions)]
    public Task<IActionResult> OnPostForgetAsync() => EndAsync(write => KnownBrowsers.ForgetAsync(write, Which));

    /// <summary>A moment as it is said.</summary>
    public string Told(DateTimeOffset moment) => Say.Moment(moment, Pass.Today);

    private Task<IActionResult> EndAsync(Func<Write, Task> what) =>
        WriteAsync(
            async write =>
            {
                await what(write);
                return Written.To(Path + "?avsluttet=true");
            },
            _ => NotFound()
        );
}
