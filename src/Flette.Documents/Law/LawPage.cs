using System.Globalization;
using System.Text;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;
using Flette.Core.Law.Deciding;
using Flette.Core.Transitions;

namespace Flette.Documents.Law;

/// <summary>
/// <c>docs/law.md</c>: every rule of law in the program, from the data the program itself counts by. Written by <c>./flette law</c>; a test
/// fails when the file and the data differ.
/// </summary>
public static class LawPage
{
    private static readonly int[] ShownAges = [5, 8, 12, 15, 16, 18];

    /// <summary>The page, in Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        Head(page);
        Clocks(page);
        Ages(page);
        Decided(page);
        Transitions(page);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void Head(StringBuilder page) =>
        page.AppendLine(
            """
            # Loven i Flette

            Denne siden er laget av dataene programmet selv regner med: `./flette law > docs/law.md`. Den forteller hva loven sier i alminnelighet, og trekker ingen slutning om noen familie. Hver regel har paragraf, kilde, dagen teksten ble lest, og dagen den gjelder fra.

            ## Kommandoer

            Alle svarer med JSON på stdout, og trenger ingen database. Noe galt gir én linje på stderr og kode 2. En dag er `ÅÅÅÅ-MM-DD`, eller et tidspunkt (`2026-03-01T23:30Z`), som er den dagen det da er i Norge.

            | kommando | svar |
            |---|---|
            | `./flette clock --list` | alle regler for frister |
            | `./flette clock --basis ID --from D [--at D]` | `{basis, statute, section, rule, starts, lastDay, moved, body, form, source, …}`: siste dag, om den er flyttet og hvorfor, hvor mange dager som er igjen eller har gått |
            | … `--decided D` | også siste dag en klage som kommer for sent, kan behandles |
            | … `--reasons-asked D [--reasons-arrived D]` | fristen avbrytes, og begynner på nytt når begrunnelsen kommer |
            | … `--own-weeks N`, `--own-months N` | med en lengde kommunen selv har bestemt; avvises med paragrafen når den gir familien mindre |
            | … `--enacted` | etter loven som er vedtatt og ikke i kraft |
            | `./flette transitions --born D [--at D] [--school-start-year Å]` | overgangene, når det er tid for å begynne, og hva som skal gjøres av hvem |
            | `./flette transitions --expecting [--due D]` | det samme før fødselen |
            | `./flette ages --born D [--at D] [--without-capacity] [--care-taken-over]` | hva loven knytter til alderen, og hvem som samtykker, ser og får vite, sak for sak |
            | `./flette law` | denne siden |

            Den regelen som var i kraft den dagen klokken startet, er den det regnes med. Er regelen ikke lagt inn så langt tilbake, sies det, og det gjettes ikke.

            En kommune kan gi familier mer enn loven: lengre frist for å klage på egne vedtak, kortere frist for egne svar, en dag der loven ikke nevner noen. Det som forkorter en rett, avvises med paragrafen, og det som et annet organ avgjør, er ikke kommunens å endre.
            """
        );

    private static void Clocks(StringBuilder page)
    {
        page.AppendLine().AppendLine("## Klokker").AppendLine();
        page.AppendLine("| id | hva | lengde | paragraf | gjelder fra | siste dag flyttes etter |");
        page.AppendLine("|---|---|---|---|---|---|");
        foreach (var r in ClockRules.All)
        {
            Row(
                page,
                $"`{r.Id}`",
                r.Title,
                r.Length?.Words ?? "ingen dag i loven",
                Link(r.Basis),
                From(r.Valid),
                r.Moves is { } moves ? Link(moves) : "flyttes ikke"
            );
        }
        foreach (var r in ClockRules.All)
        {
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {r.Id}: {r.Title}").AppendLine();
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"{r.Explains} {Link(r.Basis)}, lest {Arguments.Said(r.Basis.Read)}, {From(r.Valid)}."
            );
            page.AppendLine();
            page.AppendLine(CultureInfo.InvariantCulture, $"- Starter: {r.Starts}");
            Line(page, r.Kind == ClockKind.Complaint ? "Avgjøres av" : "Hvem", r.Body);
            Line(page, "Form", r.Form);
            Line(page, "Deretter", r.Next);
            Line(page, "På nytt", r.Restarts);
            Line(page, "For sent", r.Late);
            foreach (var exception in r.Exceptions)
            {
                Line(page, "Særlig", exception);
            }
        }
    }

    private static void Ages(StringBuilder page)
    {
        page.AppendLine().AppendLine("## Aldre").AppendLine();
        page.AppendLine("| fra | til | loven sier | paragraf | lest | gjelder |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var r in AgeRules.All)
        {
            Row(
                page,
                r.Age == 0 ? "alle" : $"{r.Age} år",
                r.Until is { } until ? $"{until} år" : "",
                r.Says,
                Link(r.Basis),
                Arguments.Said(r.Basis.Read),
                From(r.Valid)
            );
        }
    }

    // To foreldre med felles foreldreansvar; the situations of the tests have the rest.
    private static void Decided(StringBuilder page)
    {
        page.AppendLine().AppendLine("## Hvem samtykker, ser og får vite").AppendLine();
        page.AppendLine(
            "Ved felles foreldreansvar, og uten noe særlig i spørsmålet. «bare det nødvendige» er det foreldreansvaret krever (pasient- og brukerrettighetsloven § 3-4 fjerde ledd). Over seksti avgjorte situasjoner, også omsorg overtatt, verge, uten beslutningskompetanse, ventet barn og skjult adresse, står i `tests/Law.Tests/Situations.cs`."
        );
        var at = new DateOnly(2026, 12, 1);
        foreach (var matter in Enum.GetValues<Matter>())
        {
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {LawWords.Title(matter)}").AppendLine();
            page.AppendLine("| alder | ja fra | ser | får vite | hviler på |").AppendLine("|---|---|---|---|---|");
            foreach (var age in ShownAges)
            {
                var s = Standings.Of(AgesCommand.Family(at.AddYears(-age), false, false), AgesCommand.Her, matter, at);
                Row(
                    page,
                    $"{age} år",
                    People(s.Consents),
                    People(s.Sees) + (s.Necessary.Count > 0 ? $"; {People(s.Necessary)} bare det nødvendige" : ""),
                    People(s.Told),
                    string.Join(", ", s.Why.Select(w => w.Basis.Named).Distinct(StringComparer.Ordinal))
                );
            }
        }
    }

    private static void Transitions(StringBuilder page)
    {
        page.AppendLine().AppendLine("## Overganger").AppendLine();
        page.AppendLine("| id | overgang | begynner | har den | tar imot | paragraf |");
        page.AppendLine("|---|---|---|---|---|---|");
        foreach (var r in TransitionRules.All)
        {
            Row(page, $"`{r.Id}`", r.Title, $"{r.Months} mnd. før", r.Owner, r.Receiver, Link(r.Law.Basis));
        }
        foreach (var r in TransitionRules.All)
        {
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {r.Title}").AppendLine();
            page.AppendLine(CultureInfo.InvariantCulture, $"{r.Law.Text} Lest {Arguments.Said(r.Law.Basis.Read)}.");
            page.AppendLine()
                .AppendLine("| når | hva | hvem | gis videre | loven |")
                .AppendLine("|---|---|---|---|---|");
            foreach (var step in r.Steps)
            {
                Row(
                    page,
                    When(step.By),
                    step.What,
                    step.Who,
                    step.HandOver ?? "",
                    step.Law is { } law ? Link(law.Basis) : ""
                );
            }
        }
    }

    private static string When(Lead by) =>
        (by.Months, by.Weeks) switch
        {
            (0, 0) => "samme dag",
            (< 0, 0) => $"{-by.Months} mnd. etter",
            (0, < 0) => $"{-by.Weeks} uker etter",
            (0, _) => $"{by.Weeks} uker før",
            (_, 0) => $"{by.Months} mnd. før",
            _ => $"{by.Months} mnd. og {by.Weeks} uker før",
        };

    private static string People(IReadOnlyList<Guid> members) =>
        members.Count == 0 ? "ingen" : string.Join(", ", members.Select(AgesCommand.Name));

    private static string From(Validity valid) =>
        valid switch
        {
            { From: null } => "vedtatt, ikke i kraft",
            { Until: { } until } => $"{Arguments.Said(valid.From.Value)} til {Arguments.Said(until)}",
            _ => $"fra {Arguments.Said(valid.From.Value)}",
        };

    private static string Link(LegalBasis basis) => $"[{basis.Named}]({basis.Source.OriginalString})";

    private static void Line(StringBuilder page, string name, Clause? clause)
    {
        if (clause is not null)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {clause.Says} {Link(clause.Basis)}");
        }
    }

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        page.Append('|');
        foreach (var cell in cells)
        {
            page.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
        }
        page.AppendLine();
    }
}
