using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Core.Tests.Access;

/// <summary>What holds for any family, asker and item. The seed is fixed: the same cases in every run.</summary>
public class AccessPropertyTests
{
    private static readonly Guid[] People = Enumerable.Range(0, 5).Select(i => SmallWorld.Id("person " + i)).ToArray();
    private static readonly Guid[] Staff = Enumerable.Range(0, 3).Select(i => SmallWorld.Id("staff " + i)).ToArray();
    private static readonly Guid[] Homes = [SmallWorld.Id("home 0"), SmallWorld.Id("home 1")];
    private static readonly Guid Unrelated = SmallWorld.Id("unrelated");
    private static readonly string[] Codes =
    [
        "ok",
        "municipality",
        "ended",
        "level",
        "room",
        "position",
        "relation",
        "closed",
        "code",
        "plan",
        "link",
    ];

    private static readonly Gen<DateOnly> Day = Gen.Choose(-60, 60).Select(d => SmallWorld.Today.AddDays(d));

    private static readonly Gen<Period> Time =
        from a in Day
        from b in Day
        from open in Gen.Elements(true, false)
        select new Period(
            a < b ? a : b,
            open ? null
                : a < b ? b
                : a
        );

    private static readonly Gen<MemberFacts[]> Members =
        from ages in Gen.ArrayOf(Gen.Elements<int?>(null, 0, 7, 12, 15, 16, 17, 18, 40), People.Length)
        from homes in Gen.ArrayOf(Gen.SubListOf(Homes), People.Length)
        from carrier in Gen.Elements(People)
        select People
            .Select(
                (p, i) =>
                    new MemberFacts(
                        p,
                        ages[i] is { } age ? SmallWorld.Today.AddYears(-age) : null,
                        [.. homes[i]],
                        ages[i] is null && p != carrier ? carrier : null
                    )
            )
            .ToArray();

    private static readonly Gen<GuardianshipFacts> Position =
        from child in Gen.Elements(People)
        from kind in Gen.Elements(Enum.GetValues<GuardianshipKind>())
        from holder in Gen.Elements(People)
        from time in Time
        select new GuardianshipFacts(child, kind, kind.HasNoHolder() ? null : holder, time);

    private static readonly Gen<AppointmentFacts> Appointment =
        from coordinator in Gen.Elements(Staff)
        from deputy in Gen.Elements(Staff)
        from time in Time
        from active in Gen.OneOf(Time.Select(t => (Period?)t), Gen.Constant<Period?>(null))
        select new AppointmentFacts(SmallWorld.Id("appointment"), coordinator, time, deputy, active);

    private static readonly Guid[] PlanIds = [SmallWorld.Id("plan 0"), SmallWorld.Id("plan 1")];

    private static readonly Gen<PlanFacts> Plan =
        from id in Gen.Elements(PlanIds)
        from recipient in Gen.Elements(People)
        from state in Gen.Elements(PlanState.Open, PlanState.Paused, PlanState.Withdrawn)
        from within in Gen.SubListOf(People)
        select new PlanFacts(id, new PlanAsked(PlanKind.Individual, recipient), state, within.ToHashSet());

    private static readonly Gen<FamilyFacts> Family =
        from members in Members
        from positions in Gen.ListOf(Position)
        from appointments in Gen.ListOf(Appointment)
        from state in Gen.Elements(Enum.GetValues<FamilyState>())
        from plans in Gen.ListOf(Plan)
        select new FamilyFacts(SmallWorld.Id("family"), state, [.. plans], [.. appointments], members, [.. positions]);

    private static readonly Gen<Asker> Asker =
        from kind in Gen.Elements(Enum.GetValues<AskerKind>())
        from person in Gen.Elements(People)
        from staff in Gen.Elements(Staff)
        from roles in Gen.SubListOf(Enum.GetValues<StaffRole>())
        from level in Gen.Elements(Level.None, Level.Link, Level.High, Level.High, Level.High)
        from alive in Gen.Elements(true, true, true, false)
        from here in Gen.Elements(true, true, true, false)
        select new Asker(
            kind,
            kind == AskerKind.Staff ? staff : person,
            here ? SmallWorld.Here : "sundhavn",
            level,
            alive,
            kind == AskerKind.Staff ? roles.ToHashSet() : new HashSet<StaffRole>()
        );

    private static readonly Gen<ItemFacts> Item =
        from room in Gen.Elements(Room.Plan, Room.Plan, Room.Plan, Room.Home, Room.Own, Room.Work, Room.Appeal)
        from about in Gen.SubListOf(People)
        from holders in Gen.SubListOf(People)
        from secret in Gen.Elements(true, false)
        from shared in Gen.Elements(true, false)
        from owner in Gen.Elements(People)
        from plans in Gen.SubListOf(PlanIds)
        select new ItemFacts(
            room,
            [.. about],
            secret,
            shared,
            holders.Count < 2 ? [.. holders] : [],
            owner,
            Plans: [.. plans]
        );

    private static readonly Gen<Case> Cases =
        from family in Family
        from asker in Asker
        from item in Item
        from act in Gen.Elements(Enum.GetValues<Act>())
        select new Case(act, new Facts(SmallWorld.Here, asker, SmallWorld.Today, family, item));

    [Fact]
    public void A_decision_is_always_one_of_the_known_codes_and_the_cases_meet_them_all()
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        Always(c =>
        {
            var decision = AccessDecisions.Decide(c.Act, c.Facts);
            met.Add(decision.Code);
            return decision.Refusal is null || (decision.Refusal.Words.Length > 0 && decision.Refusal.Basis.Length > 0);
        });
        Assert.Equal(
            string.Join(' ', Codes.Order(StringComparer.Ordinal)),
            string.Join(' ', met.Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Always(c => AccessDecisions.Decide(c.Act, c.Facts) == AccessDecisions.Decide(c.Act, c.Facts));

    [Fact]
    public void Someone_more_in_the_family_changes_nothing_for_the_others() =>
        Always(c =>
        {
            var more = new MemberFacts(Unrelated, SmallWorld.Today.AddYears(-30), Homes);
            var wider = c.Facts with { Family = c.Facts.Family! with { Members = [more, .. c.Facts.Family.Members] } };
            return Code(c.Act, wider) == Code(c.Act, c.Facts);
        });

    [Fact]
    public void A_position_for_someone_else_changes_nothing() =>
        Always(c =>
        {
            var all = Enum.GetValues<GuardianshipKind>()
                .SelectMany(k =>
                    People.Select(p => new GuardianshipFacts(Unrelated, k, p, new Period(SmallWorld.Today, null)))
                );
            var wider = c.Facts with
            {
                Family = c.Facts.Family! with { Guardianships = [.. all, .. c.Facts.Family.Guardianships] },
            };
            return Code(c.Act, wider) == Code(c.Act, c.Facts);
        });

    [Fact]
    public void An_appointment_of_someone_else_opens_nothing() =>
        Always(c =>
        {
            var other = new AppointmentFacts(
                Unrelated,
                Unrelated,
                new Period(SmallWorld.Today, null),
                Unrelated,
                new Period(SmallWorld.Today, null)
            );
            var wider = c.Facts with
            {
                Family = c.Facts.Family! with { Appointments = [other, .. c.Facts.Family.Appointments] },
            };
            return Code(c.Act, wider) == Code(c.Act, c.Facts);
        });

    [Fact]
    public void Working_notes_are_only_for_those_who_hold_the_family() =>
        Always(c =>
            c.Facts.Item!.Room != Room.Work
            || Relation.HoldsFamily(c.Facts.Asker, c.Facts.Family!, SmallWorld.Today)
            || !AccessDecisions.Decide(c.Act, c.Facts).Allowed
        );

    [Fact]
    public void Staff_who_do_not_hold_the_family_see_no_item() =>
        Always(c =>
            c.Facts.Asker.Kind != AskerKind.Staff
            || Relation.HoldsFamily(c.Facts.Asker, c.Facts.Family!, SmallWorld.Today)
            || !AccessDecisions.Decide(c.Act, c.Facts).Allowed
        );

    [Fact]
    public void An_item_opens_nothing_that_was_closed_without_it() =>
        Always(c =>
            !AccessDecisions.Decide(c.Act, c.Facts).Allowed
            || AccessDecisions.Decide(c.Act, c.Facts with { Item = null }).Allowed
        );

    [Fact]
    public void To_mark_as_private_opens_nothing() =>
        Always(c => !Allowed(c, i => i with { Private = true }) || Allowed(c, i => i with { Private = false }));

    [Fact]
    public void To_take_away_shared_at_home_opens_nothing() =>
        Always(c =>
            !Allowed(c, i => i with { SharedAtHome = false }) || Allowed(c, i => i with { SharedAtHome = true })
        );

    [Fact]
    public void To_know_less_surely_who_asks_opens_nothing() =>
        Always(c =>
            !AccessDecisions.Decide(c.Act, c.Facts with { Asker = c.Facts.Asker with { Level = Level.Link } }).Allowed
            || AccessDecisions.Decide(c.Act, c.Facts with { Asker = c.Facts.Asker with { Level = Level.High } }).Allowed
        );

    [Fact]
    public void A_credential_of_elsewhere_or_one_that_has_ended_opens_nothing_about_anyone() =>
        Always(c =>
            (c.Facts.Asker.Alive && c.Facts.Asker.Municipality == SmallWorld.Here)
            || Acts.About(c.Act).Kind == ActKind.Open
            || !AccessDecisions.Decide(c.Act, c.Facts).Allowed
        );

    [Fact]
    public void Guardians_see_nothing_about_one_of_16_who_decides_and_does_not_name_them() =>
        Always(c =>
            c.Facts.Asker.Kind != AskerKind.Member
            || c.Facts.Item is not { Room: Room.Plan, About: [var one], SharedAtHome: false } item
            || one == c.Facts.Asker.Id
            || item.Holders!.Contains(c.Facts.Asker.Id)
            || c.Facts.Family!.Member(one)?.Age(SmallWorld.Today) is not >= AgeLimits.OwnHealth
            || c.Facts.Family.Guardianships.Any(g =>
                g.Child == one && g.Kind == GuardianshipKind.NoDecisionCapacity && g.Period.Covers(SmallWorld.Today)
            )
            || !AccessDecisions.Decide(c.Act, c.Facts).Allowed
            || Acts.About(c.Act).Kind == ActKind.Open
        );

    private static bool Allowed(Case c, Func<ItemFacts, ItemFacts> change) =>
        AccessDecisions.Decide(c.Act, c.Facts with { Item = change(c.Facts.Item!) }).Allowed;

    private static string Code(Act act, Facts facts) => AccessDecisions.Decide(act, facts).Code;

    private static void Always(Func<Case, bool> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(6000).WithQuietOnSuccess(true).WithReplay(20260915UL, 7UL),
            Prop.ForAll(Arb.From(Cases), holds)
        );

    private sealed record Case(Act Act, Facts Facts);
}
