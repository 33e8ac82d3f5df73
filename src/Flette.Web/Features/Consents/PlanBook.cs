using Dapper;
using Flette.Core;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Links;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Features.Consents;

/// <summary>A recorded yes, with who wrote it down.</summary>
/// <param name="Words">The words that were read out, as recorded.</param>
public sealed record RecordedYes(
    Guid Id,
    PlanConsent Consent,
    ConsentHow How,
    string Words,
    Guid RecordedBy,
    DateOnly? WithdrawnOn
);

/// <summary>The plan as far as it is one, and the yes it rests on.</summary>
/// <param name="Revision">The next day it is looked at together.</param>
/// <param name="Responsible">The participant who has the main responsibility; null is the coordinator.</param>
public sealed record PlanHead(
    Guid Id,
    PlanAsked Plan,
    PlanState State,
    DateOnly From,
    DateOnly? Until,
    DateOnly? Revision,
    Guid? Responsible,
    int Version
);

/// <summary>
/// The yes and what it does. With the last yes that is needed there is a plan (<see cref="PlanOpening"/>); with its withdrawal
/// the plan becomes read-only. Each in one transaction, under the family's lock.
/// </summary>
public static class PlanBook
{
    /// <summary>The family's plans, open and withdrawn, by when they were opened.</summary>
    public static IReadOnlyList<PlanHead> Heads(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var facts = pass.Family!.Plans.ToDictionary(p => p.Id);
        return pass.LoadedFamily!.Plans.Select(row => Head(row, facts[row.Id].State)).ToList();
    }

    /// <summary>
    /// One of the family's plans: the one that is named, or the first that is not withdrawn, else the first. Null when there is
    /// none, or none by that name.
    /// </summary>
    public static PlanHead? Head(Pass pass, Guid? plan = null) => Chosen(Heads(pass), plan);

    /// <summary>The same among some.</summary>
    public static PlanHead? Chosen(IReadOnlyList<PlanHead> heads, Guid? plan) =>
        plan is { } id
            ? heads.FirstOrDefault(h => h.Id == id)
            : heads.FirstOrDefault(h => h.State != PlanState.Withdrawn) ?? (heads is [var first, ..] ? first : null);

    /// <summary>The same as this write has left them; their states as they were recorded, whatever the day has changed since.</summary>
    public static async Task<IReadOnlyList<PlanHead>> HeadsAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return (await RowsAsync(write)).Select(row => Head(row, Rows.FromCode<PlanState>(row.State))).ToList();
    }

    /// <summary>One of them, as <see cref="Head(Pass, Guid?)"/> has it.</summary>
    public static async Task<PlanHead?> HeadAsync(Write write, Guid? plan = null) =>
        Chosen(await HeadsAsync(write), plan);

    /// <summary>Where what is written now belongs.</summary>
    public static async Task<PlanScope> ScopeAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var rows = await RowsAsync(write);
        if (rows.Count == 0)
        {
            return new PlanScope([]);
        }
        var consents = await ConsentRowsAsync(write);
        var (family, today) = (write.Pass.Family!, write.Pass.Today);
        return new PlanScope(rows.Select(r => r.ToFacts(family, consents, today)).ToList());
    }

    /// <summary>Those the plan takes in; after a withdrawal those it took in.</summary>
    public static IReadOnlySet<Guid> Within(Pass pass, PlanHead head)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(head);
        return pass.Family!.Plans.First(p => p.Id == head.Id).Within;
    }

    /// <summary>All that was said, newest first, withdrawn too.</summary>
    public static IReadOnlyList<RecordedYes> Consents(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Opened(pass, pass.LoadedFamily!.Consents);
    }

    /// <summary>Records a yes from each of <paramref name="givers"/>, and opens the plan when none is missing any more.</summary>
    /// <param name="words">What they said yes to, word for word.</param>
    public static async Task<ConsentRefusal?> RecordAsync(
        Write write,
        PlanAsked plan,
        IReadOnlyCollection<Guid> givers,
        DateOnly on,
        ConsentHow how,
        string words
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var (pass, family) = (write.Pass, write.Pass.Family!);
        if (PlanYes.Check(family, plan, givers, on, pass.Today) is { } refusal)
        {
            return refusal;
        }
        var before = (await ConsentsAsync(write)).Where(c => c.WithdrawnOn is null && c.Consent.To == plan);
        foreach (var giver in givers.Distinct().Except(before.Select(c => c.Consent.GivenBy)))
        {
            var id = write.NewId();
            await write.ExecuteAsync(
                """
                insert into consent (id, family, kind, plan_kind, recipient, given_by, given_on, how, recorded_by, recorded_at, body)
                values (@id, @family, 'plan', @kind, @Recipient, @giver, @on, @how, @by, @Now, @body)
                """,
                new
                {
                    id,
                    family = family.Id,
                    kind = Rows.Code(plan.Kind),
                    plan.Recipient,
                    giver,
                    on,
                    how = Rows.Code(how),
                    by = pass.Asker.Id,
                    write.Now,
                    body = pass.Ring.Seal(words, giver, new Place("consent", id)),
                }
            );
            write.Touched(id);
        }
        var given = (await ConsentsAsync(write)).Where(c => c.WithdrawnOn is null).Select(c => c.Consent).ToList();
        if (PlanYes.Missing(family, plan, given, pass.Today).Count == 0)
        {
            await PlanOpening.OpenAsync(write, plan, (await HeadsAsync(write)).FirstOrDefault(h => h.Plan == plan));
        }
        return null;
    }

    /// <summary>
    /// Withdraws one member's yes, without a reason. When what is left is not enough the plan is read-only from now on; the family's
    /// other plans go on.
    /// </summary>
    /// <param name="yes">The yes the asker saw: one given since is not withdrawn. Null: all of hers that stand.</param>
    public static async Task<ConsentRefusal?> WithdrawAsync(Write write, Guid giver, Guid? yes = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (pass, family) = (write.Pass, write.Pass.Family!);
        var withdrawn = (
            await write.Db.QueryAsync<ConsentRow>(
                """
                update consent set withdrawn_on = @Today, withdrawn_by = @by
                 where family = @family and given_by = @giver and kind = 'plan' and withdrawn_on is null and (@yes::uuid is null or id = @yes)
                returning plan_kind, recipient, given_by, given_on
                """,
                new
                {
                    yes,
                    pass.Today,
                    by = pass.Asker.Id,
                    family = family.Id,
                    giver,
                },
                write.Work
            )
        ).Select(c => c.Given.To).ToList();
        if (withdrawn.Count == 0)
        {
            return new NoYesToWithdraw();
        }
        var left = (await ConsentsAsync(write)).Where(c => c.WithdrawnOn is null).Select(c => c.Consent).ToList();
        foreach (
            var head in (await HeadsAsync(write)).Where(h => h.State == PlanState.Open && withdrawn.Contains(h.Plan))
        )
        {
            if (PlanYes.Missing(family, head.Plan, left, pass.Today).Count > 0)
            {
                await CloseAsync(write, head);
            }
            else
            {
                // Her own part leaves a plan that others have said yes to; what is agreed hangs on the family.
                await PlanOpening.MoveAsync(write, notes: true);
                await LinkBook.RevokeMovedOutAsync(write);
            }
        }
        return null;
    }

    private static async Task CloseAsync(Write write, PlanHead head)
    {
        await write.ExecuteAsync(
            "update plan set state = 'withdrawn', withdrawn_at = @Now, version = version + 1 where id = @Id",
            new { write.Now, head.Id }
        );
        await PlanVersions.KeepAsync(write, head.Id, PlanVersions.Withdrawn);
        if ((await HeadsAsync(write)).All(h => h.State == PlanState.Withdrawn))
        {
            await LinkBook.RevokeAllAsync(write);
            return;
        }
        // What another plan has too is that plan's from now on. The rest stays to be read, and nobody is asked about it.
        await PlanOpening.MoveAsync(write, notes: false);
        await PlanLinks.RevokeOfPlanAsync(write, head.Id);
    }

    private static PlanHead Head(PlanRow row, PlanState state) =>
        new(row.Id, row.Asked, state, row.ValidFrom, row.ValidUntil, row.Revision, row.Responsible, row.Version);

    private static async Task<IReadOnlyList<PlanRow>> RowsAsync(Write write) =>
        (
            await write.Db.QueryAsync<PlanRow>(
                """
                select family, id, kind, recipient, state, valid_from, valid_until, revision, responsible, version from plan
                 where family = @Id order by opened_at, id
                """,
                new { write.Pass.Family!.Id },
                write.Work
            )
        ).ToList();

    // What was said, as this write has left it.
    private static async Task<IReadOnlyList<RecordedYes>> ConsentsAsync(Write write) =>
        Opened(write.Pass, await ConsentRowsAsync(write));

    private static async Task<IReadOnlyList<ConsentRow>> ConsentRowsAsync(Write write) =>
        (
            await write.Db.QueryAsync<ConsentRow>(
                """
                select id, plan_kind, recipient, given_by, given_on, how, recorded_by, withdrawn_on, body
                  from consent where family = @Id and kind = 'plan' order by recorded_at desc, id
                """,
                new { write.Pass.Family!.Id },
                write.Work
            )
        ).ToList();

    private static List<RecordedYes> Opened(Pass pass, IEnumerable<ConsentRow> rows) =>
        rows.Select(r => new RecordedYes(
                r.Id,
                r.Given,
                Rows.FromCode<ConsentHow>(r.How),
                pass.Ring.Open<string>(r.Body, r.GivenBy, new Place("consent", r.Id)),
                r.RecordedBy,
                r.WithdrawnOn
            ))
            .ToList();
}
