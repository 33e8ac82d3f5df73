using Flette.Core.Words;
using static Flette.Core.Plans.Content.PlanContentCheck;

namespace Flette.Core.Plans.Content;

/// <summary>What holds for the plan as a whole: § 9 letters h and i, and the child's part.</summary>
internal static class WholePoints
{
    /// <summary>h) The time of the plan and the next day it is looked at. A day that has been says neither any more.</summary>
    public static ContentPoint Period(PlanContentFacts f)
    {
        var (ended, looked) = (f.Until < f.Today, f.Revision < f.Today);
        string?[] parts =
        [
            f.From is { } from ? "Fra " + Day(from, f) : null,
            f.Until is not { } until ? "Hvor lenge er ikke skrevet ennå"
            : ended ? $"Den gjaldt til {Day(until, f)}"
            : "Til " + Day(until, f),
            f.Revision is not { } next ? "Når dere ser på den, er ikke skrevet ennå"
            : looked ? $"Dere skulle se på den {Day(next, f)}. Neste dag er ikke skrevet ennå"
            : "Vi ser på den " + Day(next, f),
        ];
        var by = string.Join(". ", parts.OfType<string>());
        ToFill[] fill =
        [
            .. f.Until is null || ended ? [new ToFill(PlanScreen.PlanUntil)] : (ToFill[])[],
            .. f.Revision is null || looked ? [new ToFill(PlanScreen.PlanRevision)] : (ToFill[])[],
        ];
        return f.From is not null && fill.Length == 0
            ? Filled(PlanPoint.Period, by)
            : Lacks(
                PlanPoint.Period,
                f.From is not null || f.Until is not null || f.Revision is not null,
                by,
                // The first day stands in the same form as the last.
                fill.Length > 0
                    ? fill
                    : [new ToFill(PlanScreen.PlanUntil)]
            );
    }

    /// <summary>i) The yes to the plan; and, «eventuelt», that those who take part get to know what is confidential.</summary>
    public static ContentPoint Consent(PlanContentFacts f)
    {
        var given = f.Yes.Count == 0 ? "" : $"Ja til planen {Day(f.Yes.Max(y => y.On), f)}{From(Givers(f))}";
        var point =
            f.NobodyMaySayYes
                ? Lacks(
                    PlanPoint.Consent,
                    f.Yes.Count > 0,
                    Joined(given, "Det er ikke ført opp hvem som kan si ja nå"),
                    new ToFill(PlanScreen.Yes)
                )
            : f.Yes.Count == 0
                ? Lacks(PlanPoint.Consent, false, "Ja til planen er ikke skrevet inn ennå", new ToFill(PlanScreen.Yes))
            : f.YesMissing.Count > 0
                ? Lacks(
                    PlanPoint.Consent,
                    true,
                    Joined(given, $"Ja fra {Names(f.YesMissing)} mangler"),
                    new ToFill(PlanScreen.Yes)
                )
            : Filled(
                PlanPoint.Consent,
                f.NotTakenIn.Count == 0
                    ? given
                    : $"{given}. Det som gjelder {Names(f.NotTakenIn)}, er ikke med uten et ja til det"
            );
        return f.SharingUntil is { } until
            ? point with
            {
                Also = $"Ja til fagmøter gjelder til {Day(until, f)}.",
            }
            : point with
            {
                Also =
                    "Dere kan også si ja til at de som er med, får vite taushetsbelagte opplysninger. Det er frivillig, og planen gjelder uten.",
                AlsoFill = new ToFill(PlanScreen.SharingYes),
            };
    }

    /// <summary>
    /// Fourth paragraph: a description of how the right was seen to, for each child. Its own words with how they were said describe it;
    /// words alone are half of it.
    /// </summary>
    public static ContentPoint ChildsPart(PlanContentFacts f)
    {
        bool Whole(ChildFacts c) =>
            (c.Described && f.ChildsPart is not null) || c is { Spoke: not null, How: not null };
        var lacking = f.Children.Where(c => !Whole(c)).Select(c => c.Name).ToList();
        string[] said =
        [
            .. f.Children.Any(c => c.Described) && f.ChildsPart is { } text ? [text] : (string[])[],
            .. f
                .Children.Where(c => c.Spoke is not null && !(c.Described && f.ChildsPart is not null))
                .Select(c =>
                    $"{c.Name} sa hva som er viktig, {Day(c.Spoke!.Value, f)}{(c.How is { } how ? $" ({how})" : "")}"
                ),
        ];
        var there = said.Aggregate("", Joined);
        if (lacking.Count == 0)
        {
            return Filled(PlanPoint.ChildsPart, there);
        }
        var lacks =
            there.Length == 0
                ? "Det er ikke skrevet ennå. Man kan tegne, fortelle eller peke"
                : $"Hvordan {Names(lacking)} har vært med, er ikke skrevet ennå";
        return Lacks(
            PlanPoint.ChildsPart,
            there.Length > 0,
            Joined(there, lacks),
            new ToFill(PlanScreen.ChildsPart, null, Names(lacking))
        );
    }

    private static List<string> Givers(PlanContentFacts f) =>
        f.Yes.Select(y => y.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();

    private static string From(List<string> names) => names.Count == 0 ? "" : $", fra {Names(names)}";

    // What people wrote may end with its own stop.
    private static string Joined(string first, string next) =>
        first.Length == 0 ? next
        : first.TrimEnd()[^1] is '.' or '!' or '?' ? $"{first} {next}"
        : $"{first}. {next}";
}
