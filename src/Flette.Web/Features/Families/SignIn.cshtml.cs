using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Hosting;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Families;

/// <summary>What a member signs in with. Written here, shown nowhere in full.</summary>
public sealed class SignInModel(FletteOptions options) : DeskPage
{
    public Member Standing { get; private set; } = null!;

    /// <summary>What stands, as far as it is shown; null when there is nothing.</summary>
    public string? Masked => Standing.Details.IdentityNumber is { } number ? IdentityNumber.Mask(number) : null;

    /// <summary>What was typed; given back to be corrected when it was refused, and shown nowhere once it is stored.</summary>
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeeFamily)]
    public IActionResult OnGet(Guid member)
    {
        if (!Load(member))
        {
            return NotFound();
        }
        Version = Standing.Version;
        return Page();
    }

    [Does(Act.ChangeMember)]
    public async Task<IActionResult> OnPostAsync(Guid member)
    {
        if (!Load(member))
        {
            return NotFound();
        }
        return await SaveAsync(() =>
        {
            var read = IdentityNumber.Read(Number, synthetic: options.Demo);
            return read.Refusal is null && Standing.Born is { } born && !read.Value.Fits(born)
                ? new OtherBirthDay()
                : read;
        });
    }

    [Does(Act.ChangeMember)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid member) =>
        Load(member) ? await SaveAsync(null) : NotFound();

    /// <param name="number">The number to write; null takes away what stands.</param>
    private Task<IActionResult> SaveAsync(Func<Result<IdentityNumber>>? number) =>
        WriteAsync(
            async write =>
            {
                if (Standing.Version != Version)
                {
                    return new ChangedMeanwhile();
                }
                var read = number?.Invoke();
                if (read?.Refusal is { } unreadable)
                {
                    return unreadable;
                }
                var draft = new MemberDraft(
                    Standing.Details with
                    {
                        IdentityNumber = read?.Value.Digits,
                    },
                    Standing.Born,
                    Standing.Due,
                    Standing.CarriedBy,
                    Standing.Households
                );
                if (await Members.ChangeAsync(write, Standing.Id, Version, draft) is { } refusal)
                {
                    return refusal;
                }
                // Whoever was signed in by another number is not her.
                await OwnSessions.EndOfMemberAsync(write, Standing.Id);
                return Written.To($"/f/{Pass.Family!.Id}/medlem/{Standing.Id}/innlogging");
            },
            refusal =>
            {
                var (field, text) = Words.Of(refusal);
                ModelState.Clear();
                ModelState.AddModelError(field, text);
                Version = Standing.Version;
                return Page();
            }
        );

    private bool Load(Guid member)
    {
        Standing = Members.All(Pass).FirstOrDefault(m => m.Id == member)!;
        return Standing is not null;
    }
}
