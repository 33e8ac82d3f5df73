using System.Text.Json;
using Flette.Core;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;

namespace Flette.Documents.Law;

/// <summary>
/// <c>clock --list</c>, or <c>clock --basis ID --from D [--at D] [--decided D] [--reasons-asked D [--reasons-arrived D]] [--enacted]</c>: the
/// clocks of the law as JSON, without a database.
/// </summary>
public static class ClockCommand
{
    private const int Wrong = 2;
    private const string Usage =
        "Bruk: clock --list, eller clock --basis ID --from ÅÅÅÅ-MM-DD [--at D] [--decided D] [--reasons-asked D [--reasons-arrived D]] [--own-weeks N] [--own-months N] [--enacted]";

    private static readonly string[] Values =
    [
        "--basis",
        "--from",
        "--at",
        "--decided",
        "--reasons-asked",
        "--reasons-arrived",
        "--own-weeks",
        "--own-months",
    ];

    /// <summary>Runs the command: 0, or 2 with one line on <paramref name="error"/>.</summary>
    /// <param name="args">A leading <c>clock</c> is skipped.</param>
    /// <param name="time">Gives today, in Norway, when <c>--at</c> is not given.</param>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var given = Arguments.Read(args, "clock", Usage, Values, ["--list", "--enacted"], time);
        var (json, problem) = given.Problem is { } wrong ? (null, wrong) : Answer(given);
        if (json is null)
        {
            error.WriteLine(problem);
            return Wrong;
        }
        output.Write(json);
        return 0;
    }

    private static (string? Json, string? Problem) Answer(Arguments given)
    {
        if (given.Has("--list"))
        {
            return Values.Any(given.Has) || given.Has("--enacted") ? (null, Usage) : (List(), null);
        }
        var (id, from, at) = (given.Text("--basis"), given.Day("--from"), given.At());
        var (decided, asked) = (given.Day("--decided"), given.Day("--reasons-asked"));
        var arrived = given.Day("--reasons-arrived");
        var length = new Span(given.Count("--own-weeks") ?? 0, given.Count("--own-months") ?? 0);
        if (given.Problem is { } problem)
        {
            return (null, problem);
        }
        // An id nobody knows is answered first: then the list helps.
        if (id is not null && !ClockRules.Ids.Contains(id, StringComparer.Ordinal))
        {
            return (null, Words(new UnknownClock(id, ClockRules.Ids)));
        }
        if (id is null || from is not { } start)
        {
            return (null, Usage);
        }
        var events = new ClockEvents(start, decided, asked, arrived);
        if (given.Has("--enacted") && ClockRules.EnactedOf(id) is null)
        {
            return (null, $"Det er ikke vedtatt noen ny regel for {id}.");
        }
        var own =
            given.Has("--own-weeks") || given.Has("--own-months")
                ? OwnClocks.Read([new OwnClock(id, length)], start)
                : OwnClocks.None;
        if (own.Refusal is { } refused)
        {
            return (null, Words(refused));
        }
        var reading = given.Has("--enacted")
            ? Clock.Read(ClockRules.EnactedOf(id)!, events, at, own.Value)
            : Clock.Read(id, events, at, own.Value);
        return reading.Refusal is { } refusal ? (null, Words(refusal)) : (One(reading.Value, own.Value), null);
    }

    /// <summary>Each refusal in one line.</summary>
    internal static string Words(Refusal refusal) =>
        refusal switch
        {
            UnknownClock u => $"Kjenner ikke «{u.Asked}». Disse finnes: {string.Join(", ", u.Known)}.",
            ClockNotInForce { Since: { } since } n when n.On < since =>
                $"Regelen {n.Id} er lagt inn slik den gjelder fra {Arguments.Said(since)}. {Arguments.Said(n.On)} er før det.",
            ClockNotInForce { Until: { } until } n =>
                $"Regelen {n.Id} gjaldt til {Arguments.Said(until)}. {Arguments.Said(n.On)} er etter det.",
            ClockNotInForce n => $"Regelen {n.Id} var ikke i kraft {Arguments.Said(n.On)}.",
            ClockDayNotMeant d =>
                $"{Arguments.Said(d.Day)} må ligge mellom {Arguments.Said(Days.Earliest)} og {Arguments.Said(Days.Latest)}.",
            ClockNotStarted s => $"{Arguments.Said(s.At)} er før klokken startet {Arguments.Said(s.From)}.",
            ClockDoesNotRestart r => $"Et krav om begrunnelse starter ikke {r.Id} på nytt ({r.Basis.Named}).",
            ReasonsAskedOutside o =>
                $"Begrunnelse kan kreves fra {Arguments.Said(o.From)} til {Arguments.Said(o.LastDay)}, og {Arguments.Said(o.Asked)} er utenfor.",
            ReasonsBeforeAsked =>
                "Begrunnelsen kan ikke komme før den er krevd: gi også --reasons-asked, og en dag før.",
            DecidedAfterArrival a =>
                $"Vedtaket {Arguments.Said(a.Decided)} kan ikke være truffet etter at det kom frem {Arguments.Said(a.From)}.",
            ShortensRight r =>
                $"Loven sier {r.Law.Words} ({r.Basis!.Named}). {r.Own.Length.Words} gir familien mindre, og er ikke lagt inn.",
            NotTheMunicipalitys n => $"{n.Id} avgjøres ikke av kommunen ({n.Basis!.Named}).",
            OwnClockMeaningless => "En egen frist må være minst en uke eller en måned.",
            OwnClockUnknown u => $"Regelen {u.Id} var ikke i kraft den dagen.",
            _ => throw new InvalidOperationException("A refusal without words."),
        };

    private static string List() =>
        LawJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (var rule in ClockRules.All)
            {
                json.WriteStartObject();
                Rule(json, rule);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private static string One(ClockReading reading, OwnClocks own) =>
        LawJson.Write(json =>
        {
            json.WriteStartObject();
            Rule(json, reading.Rule, own);
            json.Day("from", reading.From);
            json.Day("lastDay", reading.LastDay);
            json.WriteBoolean("moved", reading.Moved);
            json.Day("movedFrom", reading.Moved ? reading.Before : null);
            json.WriteString("movedBecause", reading.MovedFrom);
            json.WriteString("movedBy", reading.Moved ? reading.Rule.Moves?.Named : null);
            json.Day("at", reading.At);
            json.WriteString("state", State(reading.State));
            json.Number("daysLeft", reading.Left);
            json.WriteNumber("daysWaited", reading.Waited);
            json.Day("lateUntil", reading.LateUntil);
            json.WriteNumber("monthsLost", reading.MonthsLost);
            json.WritePropertyName("enacted");
            Enacted(json, ClockRules.EnactedOf(reading.Rule.Id));
            json.WriteEndObject();
        });

    // basis, statute, section, rule, starts, body, form and source are the names others read it by.
    private static void Rule(Utf8JsonWriter json, ClockRule rule, OwnClocks? own = null)
    {
        json.WriteString("basis", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("kind", Kind(rule.Kind));
        json.WriteString("statute", rule.Basis.Statute.Name);
        json.WriteString("statuteId", rule.Basis.Statute.Id);
        json.WriteString("section", rule.Basis.Section);
        json.WriteString("rule", rule.Explains);
        json.WriteString("starts", rule.Starts);
        json.WriteString("length", (own?.For(rule) ?? rule.Length)?.Words);
        json.WriteString("moves", rule.Moves?.Named);
        json.WriteString("body", rule.Body.Says);
        json.WriteString("bodySection", rule.Body.Basis.Named);
        json.WriteString("form", rule.Form?.Says);
        json.WriteString("formSection", rule.Form?.Basis.Named);
        json.WriteString("source", rule.Basis.Source.OriginalString);
        json.Day("read", rule.Basis.Read);
        json.Day("validFrom", rule.Valid.From);
        json.Day("validUntil", rule.Valid.Until);
        json.Clause("next", rule.Next);
        json.Clause("restarts", rule.Restarts);
        json.Clause("late", rule.Late);
        json.Clauses("exceptions", rule.Exceptions);
    }

    private static void Enacted(Utf8JsonWriter json, ClockRule? rule)
    {
        if (rule is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.Basis(rule.Basis);
        json.WriteString("rule", rule.Explains);
        json.Day("validFrom", rule.Valid.From);
        json.WriteEndObject();
    }

    private static string Kind(ClockKind kind) =>
        kind switch
        {
            ClockKind.Complaint => "complaint",
            ClockKind.Duty => "duty",
            ClockKind.Waiting => "waiting",
            _ => "claim",
        };

    private static string State(ClockState state) =>
        state switch
        {
            ClockState.Running => "running",
            ClockState.Over => "over",
            ClockState.Interrupted => "interrupted",
            _ => "waiting",
        };
}
