using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>What stands where agreements stand and is none: nothing, a note, the next meeting, the minutes themselves.</summary>
internal static partial class AgreementFilter
{
    /// <summary>True when the candidate is an agreement.</summary>
    /// <param name="candidate">The text as it stood.</param>
    /// <param name="agreement">What was read from it.</param>
    /// <param name="inList">It is one of a list that is announced as agreements.</param>
    public static bool Keeps(Candidate candidate, ReadAgreement agreement, bool inList)
    {
        var text = candidate.Text.Text;
        if (
            IsNothing(text)
            || ColumnNames().IsMatch(text)
            || AboutMinutes().IsMatch(text)
            || NextMeeting().IsMatch(text)
            || Consents().IsMatch(text)
        )
        {
            return false;
        }

        if (agreement.Responsible.Length > 0)
        {
            return candidate.Responsible is not null
                || (
                    !Verbs.TellsPast(text)
                    && !Waits().IsMatch(text)
                    && !(agreement.Due is null && Wishes().IsMatch(agreement.What))
                );
        }

        // Nobody is named: kept in a list of agreements when it says something to do, never after a lone label.
        return inList && !Verbs.TellsPast(text) && !Tells().IsMatch(text);
    }

    /// <summary>True for «Ingen», «–», «Tas til orientering».</summary>
    public static bool IsNothing(string text) => Nothing().IsMatch(text);

    /// <summary>True for lines about the minutes: corrections, copies, approval; and requests to their readers.</summary>
    public static bool IsAboutMinutes(string text) =>
        AboutMinutes().IsMatch(text) || NextMeeting().IsMatch(text) || Consents().IsMatch(text);

    /// <summary>True when a heading names a service or a role that can be responsible, and nothing more.</summary>
    public static bool IsServiceHeading(string heading, Cast cast) =>
        heading.Length is > 0 and < 50
        && !Roles.IsGroup(heading)
        && (
            Services.IsActor(heading)
            || (PersonWords.AfterService(heading) is > 0 and var after && Names.IsName(heading[after..].Trim()))
            || (Names.IsName(heading) && cast.IsKnownName(heading))
            || cast.Named(heading).Any(m => m.Organisation is not null || m.Role is { } role && !Roles.IsKin(role))
            || cast.Members.Any(m => m.Organisation is not null && Text.Fold(m.Organisation) == Text.Fold(heading))
            || (Roles.IsRole(heading) && !Roles.IsKin(heading))
        );

    [GeneratedRegex(
        @"^\W*(?:(?:nr|hva|kva|hvem|kven|når|ansvar(?:lig|leg)?|frist|tiltak|avtale|oppgave|innen)\W+){1,4}(?:nr|hva|kva|hvem|kven|når|ansvar(?:lig|leg)?|frist|tiltak|innen)\W*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex ColumnNames();

    [GeneratedRegex(
        @"^\W*(?:ingen(?:\s(?:saker|tiltak|avtaler|oppfølging|vedtak|konklusjon|spesielle|nye|ting|behov|merknader))*|ikke noe.*|ikkje noko.*|intet|n/?a|ta(?:s|tt|kast|ke)?\s?til (?:orientering|etterretning|vitende|etterretting).*|til orientering|orientering gitt|(?:ingenting|ingen oppgaver|ingen oppgåver)(?:\s(?:nå|no|denne gang\w*|denne gong\w*|å melde|meldt|nytt))*)?\W*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"^(?:skrevet|skrive|ført|godkjent|signert|utskrevet|journalført|sendt)\s(?:(?:og\s\p{L}+\s)?av\b|(?:den\s)?\d)|\bså her (?:kommer|kjem|er)\b|\b(?:referatet (?:er|blir|vert|sendes|godkjen|ble|skal|går|legges|anses|regnes)|(?:merknader|innvendinger|innvendingar|kommentarer|rettelser|feil|endringer|innsigelser) (?:til|i|ved) (?:dette )?referatet|si fra (?:til meg )?(?:hvis|om|dersom)|sei frå (?:til meg )?(?:om|viss|dersom)|regne[sr] (?:jeg )?(?:det|referatet) som godkjent|kopi av (?:dette )?referatet|referat sendes|får (?:(?:en )?kopi av )?(?:referat(?:et)?|denne (?:e-posten )?(?:til orientering|i kopi)|dette (?:til orientering|i kopi))|(?:møteboka|møteboken|møtereferatet|notatet|protokollen|referatet)\s(?:blir|vert|sendes|sendast|er|skal|går|ble|vart))\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex AboutMinutes();

    [GeneratedRegex(
        @"^(?:\S+\s){1,5}?(?:gir|gav|ga|gjev|har gitt|har gjeve)\s(?:sitt\s|skriftlig\s|skriftleg\s|muntlig\s)?samtykke\b|^(?:\S+\s){1,4}?(?:samtykker|samtykte|samtykkjer|sa ja|sier ja|seier ja)\stil\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Consents();

    [GeneratedRegex(
        @"^(?:neste|nytt|ny|nye)\s(?:\p{L}*møte\p{L}*|\p{L}*gruppe\p{L}*|samling|gang|gong)\b|^(?:vi|alle|ansvarsgruppa|ansvarsgruppen|gruppa|gruppen)\s(?:møtes|møtest|møtast|ses|sees)\b|\b(?:kaller|kallar|kalle|innkaller|innkallar)\s(?:inn\s)?til\s(?:neste|nytt|nye)\b|\bkaller inn\b.{0,20}\bmøte\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex NextMeeting();

    [GeneratedRegex(
        @"^(?:ønsker|ønskjer|ynskjer|mener|meiner|synes|synest|syns|håper|håpar|vonar|opplever|trives|trivest|føler|saknar|savner|sier at|seier at|forteller|fortel|trenger|treng|liker|likar|tror|trur|gruer|sover|søv)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Wishes();

    // «Vi venter med å søke»
    [GeneratedRegex(
        @"^(?:\S+\s){1,3}?(?:venter|ventar|avventer|avventar)\smed\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Waits();

    [GeneratedRegex(
        @"^(?:\S+\s){1,6}?(?:er|var|har|går|ønsker|ynskjer|vil|trenger|mener|opplever)\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Tells();
}
