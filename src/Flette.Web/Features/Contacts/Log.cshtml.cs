using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Coordination.Duties;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Contacts;

/// <summary>The family's call log, and the form to write in it.</summary>
public sealed class LogModel : DeskPage
{
    /// <summary>In an address, which must not say what it is about: guidance on health and care (hol § 7-2 a letter c).</summary>
    public const string AboutHealth = "c";

    /// <summary>The same, on other services and organisations (letter d).</summary>
    public const string AboutOthers = "d";

    private IReadOnlyList<Callee> _people = [];

    public string Name { get; private set; } = "";

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>Names of staff, to say who wrote a line.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    [BindProperty]
    public CallInput Call { get; set; } = new();

    /// <summary>A line just written.</summary>
    [BindProperty(SupportsGet = true, Name = "logget")]
    public Guid? Logged { get; set; }

    /// <summary>A line was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    /// <summary>The form, for the partial.</summary>
    public CallLogForm Form =>
        new()
        {
            FormKey = FormKey,
            Action = CallLogForm.Address(CallLogPlace.Log, Pass.Family!.Id),
            People = _people,
            Members = CallLogForm.About(Members),
            Call = Call,
            Logged = CallLogForm.Find(Logged, Contacts, Members),
            TakenBack = TakenBack,
        };

    /// <param name="hvem">Member or participant one is about to log a call with.</param>
    /// <param name="veiledning">What guidance is about to be written down, <see cref="AboutHealth"/> or <see cref="AboutOthers"/>.</param>
    [Does(Act.SeeFamily)]
    public async Task OnGetAsync(Guid? hvem, string? veiledning)
    {
        await LoadAsync();
        if (_people.FirstOrDefault(p => p.Id == hvem) is { } chosen)
        {
            Call.With = chosen.Label;
            Call.Topic = Calls.ProposeTopic(chosen);
            Call.About = chosen.Concerns.Select(c => c.ToString()).ToList();
        }
        Call.Text = veiledning switch
        {
            AboutHealth => Guidance.HealthOpening,
            AboutOthers => Guidance.OtherOpening,
            _ => Call.Text,
        };
        if (veiledning == AboutHealth)
        {
            Call.Topic = Topic.Health;
        }
    }

    [Does(Act.LogContact)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var typed = People.WithoutFamily(Call.With ?? "", Name);
        var with = Calls.Find(_people, typed);
        var text = Call.Text ?? "";
        var about =
            Call.Chosen()
            ?? Calls.ProposeAbout(with, text, Members.Select(m => new PlacementMember(m.Id, m.Details.Name)).ToList());
        var note = new ContactNote(with?.Label ?? typed, Call.How, text, with?.Id, with?.InTeam ?? false);
        return await WriteAsync(
            async write =>
            {
                var line = await ContactLog.AddAsync(
                    write,
                    note,
                    Call.Topic ?? Calls.ProposeTopic(with),
                    about,
                    Call.Day
                );
                return line.Refusal is { } refusal
                    ? refusal
                    : Written.To(CallLogForm.Address(Call.Back, Pass.Family!.Id, $"?logget={line.Value}#h-call"));
            },
            Refuse
        );
    }

    [Does(Act.LogContact)]
    public async Task<IActionResult> OnPostUndoAsync(Guid contact, int version)
    {
        await LoadAsync();
        return await WriteAsync(
            async write =>
                await ContactLog.UndoAsync(write, contact, version, Gone) is { } refusal
                    ? refusal
                    : Written.To(CallLogForm.Address(Call.Back, Pass.Family!.Id, "?angret=true#h-call")),
            Refuse
        );
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task LoadAsync()
    {
        Name = Pass.FamilyName;
        Members = Families.Members.All(Pass);
        _people = People.Of(Members, await Participants.AllAsync(Pass, Gone));
        Contacts = await ContactLog.AllAsync(Pass, Gone);
        Staff = await Unit.Staff.NamesAsync(Pass, Gone);
    }
}
