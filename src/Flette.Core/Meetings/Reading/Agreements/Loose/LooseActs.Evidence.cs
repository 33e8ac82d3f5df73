using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>How strongly a sentence says that somebody is to do something, and how strongly it must be said here.</summary>
internal static partial class LooseActs
{
    private static bool Firm(InlineAct act, string sentence, Line line, HouseStyle house, Cast cast) =>
        act.Responsible.Count > 0 && Strength(act, sentence, line.IsListed, cast) >= Needed(line, house, act, cast);

    private static int Needed(Line line, HouseStyle house, InlineAct act, Cast cast) =>
        line.IsListed || act.SetOff
            ? (house.MarksAgreements && line.IsListed) || IsStranger(act, cast)
                ? 3
                : 2
            : house.MarksAgreements
                ? 5
                : IsStranger(act, cast)
                    ? 4
                    : act.Responsible.All(r => Promises(r.Text, cast)) || (act.Verb is { } verb && Verbs.IsErrand(verb))
                        ? 2
                        : 3;

    /// <summary>The name is none of many known: «Iben faller ut i timen» tells of her.</summary>
    private static bool IsStranger(InlineAct act, Cast cast) =>
        cast.Members.Count > 2
        && !(act.SetOff && (act.Placed || act.Responsible.Any(r => Names.IsFullName(r.Text))))
        && !act.Responsible.Any(r => cast.IsActor(r.Text));

    /// <summary>In running text present tense is mostly a promise when a worker or the writer is the subject, and mostly a
    /// description when it is a parent or child.</summary>
    private static bool Promises(string name, Cast cast) =>
        Names.IsSelf(name)
        || cast.Named(name).Any(m => m.Organisation is not null || (m.Role is { } role && !Roles.IsKin(role)))
        || (Roles.IsRole(name) && !Roles.IsKin(name));

    private static int Strength(InlineAct act, string sentence, bool listed, Cast cast)
    {
        if (act.Duty)
        {
            return 5;
        }

        var agreed = Agreed().IsMatch(sentence);
        if (Verbs.TellsPast(sentence) && !agreed)
        {
            return 0;
        }

        var points = (act.Deadline.IsNone ? 0 : 1) + (agreed ? 3 : 0);
        if (act.Verb is { } verb)
        {
            return points + OfVerb(verb, act);
        }

        var told = act.What.Text.Split(' ').Take(8).Any(Verbs.IsState);
        points +=
            Verbs.StartsWithInfinitive(act.What.Text) && act.What.Text.Contains(' ', StringComparison.Ordinal) ? 2 : 0;
        points += act.Placed && (!act.Deadline.IsNone || Verbs.HasPassive(act.What.Text)) ? 1 : 0;
        points += act.SetOff && !told && Verbs.HasPassive(act.What.Text) ? 1 : 0;

        // «ny timeplan (Aud)», «Ivar: observasjon, uke 15»: names of people set off from a thing to be done.
        points +=
            listed && act.SetOff && !told && act.Responsible.All(r => cast.IsKnownName(r.Text) || !act.Deadline.IsNone)
                ? act.Placed
                    ? 2
                    : 1
                : 0;
        return points;
    }

    private static int OfVerb(string verb, InlineAct act)
    {
        var words = act.What.Text.Split(' ', 3);
        var second = words.Length > 1 ? words[1] : string.Empty;
        if (InlineActs.IsNeed(act))
        {
            return 0;
        }

        return Verbs.IsShall(verb)
            ? Whereto().IsMatch(second)
                ? 0
                : 3
            : Text.Fold(verb) is "må" && Verbs.IsErrandInfinitive(second)
                ? 3
                : !Verbs.IsState(verb) || Verbs.IsDoingAfterAll(act.What.Text)
                    ? 2
                    : Verbs.IsAmbiguous(verb) && !act.Deadline.IsNone
                        ? 1
                        : -3;
    }

    [GeneratedRegex(
        @"\b(?:avtalt|avtalte|avtala|enige om|einige om|samde om|semje om|enighet om|einighet om|bestemt at|lovet å|lova å|tar ansvar|tek ansvar|påtar seg|påtok seg|tok på seg|skulle)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Agreed();

    // «skal på leir», «skal til tannlegen»
    [GeneratedRegex(
        @"^(?:på|til|i|hjem|heim|opp|ut|inn|tilbake|ikke|ikkje)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Whereto();
}
