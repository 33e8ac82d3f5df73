using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Sending;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.FollowUp;

/// <summary>The next step of an agreement nobody has: ask another, take it up at the next meeting, or let it go with the family's word.</summary>
public sealed class NextModel : DeskPage
{
    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public int Version { get; set; }

    private Outgoing _outgoing = null!;

    public Agreement Now { get; private set; } = null!;

    public People People => _outgoing.People;

    /// <summary>Said instead of the forms when the plan is read-only; null when it may be written.</summary>
    public Closed? Closed => Closed.Of(Pass, Act.SendAgreements);

    /// <summary>Those who can be asked: the family and the team.</summary>
    public IReadOnlyList<FieldOption> Takers =>
        People
            .Members.Select(m => m.Id)
            .Concat(People.Team.Select(p => p.Id))
            .Select(id => new FieldOption(id.ToString(), People.Name(id)!))
            .ToList();

    private string Here => $"/f/{Pass.Family!.Id}/avtale/{Now.Id}/videre";

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        Version = Now.Version;
        Person = Suggestion();
        return Page();
    }

    /// <summary>Asks a person to take it, and sends her the link; who has no address stands on «I dag» to be rung.</summary>
    [Does(Act.SendAgreements)]
    public async Task<IActionResult> OnPostGiveAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (Person is not { } person || Takers.All(t => t.Value != person.ToString()))
        {
            ModelState.AddModelError(nameof(Person), "Velg hvem som skal spørres.");
            return Page();
        }
        var mail = _outgoing.MailTo(person, [(agreement, null)], Pass);
        IReadOnlyList<PersonalMail> mails = mail.To.SentTo is null ? [] : [mail];
        return await DoAsync(
            agreement,
            async write =>
            {
                var sent = await SendingBook.SendAsync(write, [(agreement, Version, person)], mails);
                return sent.Refusal is { } refusal ? refusal
                    : mails.Count > 0 ? Written.To($"/f/{Pass.Family!.Id}/send?sendt={sent.Value}")
                    : Written.To(Here);
            }
        );
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostRaiseAsync(Guid agreement) =>
        await LoadAsync(agreement)
            ? await DoAsync(
                agreement,
                async write =>
                    await AgreementAnswers.RaiseAsync(write, agreement, Version) is { } refusal
                        ? refusal
                        : Written.To(Here)
            )
            : NotFound();

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostLetGoAsync(Guid agreement) =>
        await LoadAsync(agreement)
            ? await DoAsync(
                agreement,
                async write =>
                    await AgreementAnswers.LetGoAsync(write, agreement, Version, Words) is { } refusal
                        ? refusal
                        : Written.To($"/f/{Pass.Family!.Id}/avtale/{agreement}")
            )
            : NotFound();

    private Task<IActionResult> DoAsync(Guid agreement, Func<Write, Task<Written>> work) =>
        WriteAsync(
            work,
            async refusal =>
            {
                if (!await LoadAsync(agreement))
                {
                    return NotFound();
                }
                var (field, text) = refusal switch
                {
                    ChangedMeanwhile => ("", "Noen andre endret avtalen samtidig. Se over og velg på nytt."),
                    TakenBack or NotHersToAnswer => ("", "Avtalen er trukket eller har noen som tar den."),
                    _ => FollowUp.Words.Of(refusal),
                };
                ModelState.Clear();
                ModelState.AddModelError(field, text);
                Version = Now.Version;
                return Page();
            }
        );

    private Guid? Suggestion() =>
        Suggested.Find(
            Now.Details.LastOfEach().Select(a => a.Instead).FirstOrDefault(i => i is not null),
            [.. People.Members.Select(m => (m.Id, m.Details.Name)), .. People.Team.Select(p => (p.Id, p.Details.Name))]
        );

    private async Task<bool> LoadAsync(Guid agreement)
    {
        _outgoing = await SendingBook.LoadAsync(Pass, Gone);
        if (_outgoing.Agreements.FirstOrDefault(a => a.Id == agreement) is not { } now)
        {
            return false;
        }
        Now = now;
        return true;
    }
}
