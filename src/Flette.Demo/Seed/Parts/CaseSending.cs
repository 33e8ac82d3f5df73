using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Sending;

namespace Flette.Demo.Seed;

/// <summary>
/// What a coordinator has sent of late, and the answers that came: by the functions behind her page and behind the link, so that
/// her day has something in it from the start and the mailbox has links to try. The case files do not say; this does.
/// </summary>
public sealed class CaseSending(CaseFile file, Seeder seeder)
{
    private const int SentDaysAgo = 2;

    /// <summary>One that was sent long ago, and about which nobody has answered: its next step stands on the coordinator's day.</summary>
    private static readonly Dictionary<string, Unanswered> Silent = new(StringComparer.Ordinal)
    {
        ["nordli"] = new("sender romplanen for 8. trinn til Oda og foreldrene", "c-berit", "m-oda"),
    };

    /// <summary>Agreements that are sent, by the measure each follows, with the answer that came.</summary>
    private static readonly Dictionary<string, IReadOnlyList<Sent>> Cases = new(StringComparer.Ordinal)
    {
        ["nordli"] =
        [
            new("t-2", new Came(1, AnswerKind.Done, "Rommet er klart, og Oda bruker det hver dag.")),
            new("t-4", new Came(1, AnswerKind.InProgress, "Samtalen med Oda står igjen.", DaysLater: 14)),
            new("t-11", new Came(0, AnswerKind.NeedsHelp, "Jeg når ikke hjelpemiddelsentralen. Kan du ringe dem?")),
            new("t-10", null),
            new("t-12", null),
        ],
    };

    /// <summary>Sends and answers; does nothing in a case of which nothing is told.</summary>
    public async Task RunAsync(Guid family, Session coordinator)
    {
        if (!Cases.TryGetValue(file.Id, out var sent))
        {
            return;
        }
        var today = seeder.Today;
        var (sending, agreements) = (Guid.Empty, new Dictionary<string, Agreement>(StringComparer.Ordinal));
        await seeder
            .On(today.AddDays(-SentDaysAgo))
            .DoAsync(
                coordinator,
                Act.SendAgreements,
                family,
                async write =>
                {
                    var outgoing = await SendingBook.LoadAsync(write.Pass, CancellationToken.None);
                    agreements = sent.ToDictionary(
                        s => s.Measure,
                        s => outgoing.Agreements.Single(a => a.Parent == DemoIds.Of(file.Id, s.Measure)),
                        StringComparer.Ordinal
                    );
                    var made = await SendingBook.SendAsync(write, [], Mails(outgoing, agreements.Values, write.Pass));
                    sending = made.Refusal is null ? made.Value : Guid.Empty;
                    return made.Refusal;
                }
            );
        foreach (var (measure, answer) in sent.OrderByDescending(s => s.Answer?.DaysAgo))
        {
            if (answer is not null)
            {
                await AnswerAsync(family, sending, agreements[measure], answer, today);
            }
        }
        if (Silent.TryGetValue(file.Id, out var silent))
        {
            await SilentAsync(family, coordinator, silent, today);
        }
    }

    private async Task SilentAsync(Guid family, Session coordinator, Unanswered silent, DateOnly today)
    {
        var (person, about) = (DemoIds.Of(file.Id, silent.Person), DemoIds.Of(file.Id, silent.About));
        var then = seeder.On(today.AddDays(-SilentDaysAgo));
        var agreement = Guid.Empty;
        await then.DoAsync(
            coordinator,
            Act.ChangePlan,
            family,
            async write =>
            {
                var draft = new AgreementDraft(
                    silent.What,
                    [person],
                    [about],
                    Topic.School,
                    today.AddDays(-DueDaysAgo),
                    null,
                    AgreementState.Open
                );
                var made = await AgreementBook.AddAsync(write, draft, new HashSet<Guid> { person });
                agreement = made.Refusal is null ? made.Value : Guid.Empty;
                return made.Refusal;
            }
        );
        await then.DoAsync(
            coordinator,
            Act.SendAgreements,
            family,
            async write =>
            {
                var outgoing = await SendingBook.LoadAsync(write.Pass, CancellationToken.None);
                var mail = outgoing.MailTo(person, [(agreement, null)], write.Pass);
                return (await SendingBook.SendAsync(write, [], [mail])).Refusal;
            }
        );
    }

    private async Task AnswerAsync(Guid family, Guid sending, Agreement agreement, Came came, DateOnly today)
    {
        var holder = await seeder.HolderAsync(sending, agreement.Id);
        var draft = new AnswerDraft(
            came.Kind,
            came.Line,
            came.DaysLater is { } later ? agreement.Due!.Value.AddDays(later) : null
        );
        await seeder
            .On(today.AddDays(-came.DaysAgo))
            .DoAsync(
                holder,
                Act.AnswerAgreement,
                family,
                write => AgreementAnswers.AnswerAsync(write, agreement.Id, draft, write.Pass.Asker.Id, onBehalf: false)
            );
    }

    /// <summary>One mail for each person who has some of them. Stops the seed when one of them has no address.</summary>
    private List<PersonalMail> Mails(Outgoing outgoing, IReadOnlyCollection<Agreement> agreements, Pass pass)
    {
        var chosen = agreements.Select(a => a.Id).ToHashSet();
        var mails = outgoing
            .Plan.ByMail.Select(p => (p.Person, Agreements: p.Agreements.Where(chosen.Contains).ToList()))
            .Where(p => p.Agreements.Count > 0)
            .Select(p => outgoing.MailTo(p.Person, p.Agreements.ConvertAll(a => (a, (string?)null)), pass))
            .ToList();
        return mails.Sum(m => m.Agreements.Count) == chosen.Count
            ? mails
            : throw file.Root["measures"].Fault("has one that is to be sent, and whose responsible has no address");
    }

    /// <summary>Days before the seeding when the silent one was made and sent.</summary>
    private const int SilentDaysAgo = 45;

    /// <summary>Days before the seeding when it was due: the usual pace is run through since, holidays or not.</summary>
    private const int DueDaysAgo = 28;

    /// <summary>An agreement nobody has answered about.</summary>
    /// <param name="Person">Who has it, as the file calls her.</param>
    /// <param name="About">Whom it is about.</param>
    private sealed record Unanswered(string What, string Person, string About);

    /// <summary>An agreement that is sent.</summary>
    /// <param name="Measure">The measure it follows, as the file calls it.</param>
    /// <param name="Answer">Null while she has not answered.</param>
    private sealed record Sent(string Measure, Came? Answer);

    /// <summary>An answer that came.</summary>
    /// <param name="DaysAgo">Days before the seeding.</param>
    /// <param name="DaysLater">How much later than its day she proposes; null when she proposes none.</param>
    private sealed record Came(int DaysAgo, AnswerKind Kind, string Line, int? DaysLater = null);
}
