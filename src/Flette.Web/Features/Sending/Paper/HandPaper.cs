using Flette.Core.Agreements;
using Flette.Core.Words;
using Flette.Web.Features.Links;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Paper.Hand;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Sending.Paper;

/// <summary>What one person has, or is asked to take, on paper: for whoever answers by pen and not on a link.</summary>
public abstract class HandPaper(PaperHtml paper) : DeskPage
{
    /// <summary>The sheet, or nothing there when she has nothing that goes on.</summary>
    private protected async Task<IActionResult> AnswerAsync(Guid person, bool pdf)
    {
        var outgoing = await SendingBook.LoadAsync(Pass, Gone);
        var hers = outgoing
            .Plan.ByMail.Concat(outgoing.Plan.ByPhone)
            .Where(p => p.Person == person)
            .SelectMany(p => p.Agreements)
            .Select(outgoing.Agreement)
            .ToList();
        if (hers.Count == 0)
        {
            return NotFound();
        }
        var to = outgoing.Addressee(person);
        var tongue = Language.FromWords(to.Language) ?? Tongue.Bokmal;
        var (chrome, say, answers) = (
            ViewData.Chrome() with
            {
                Tongue = tongue,
            },
            new HandWords(tongue),
            Links.Words.Of(tongue)
        );
        var frame = new Features.Paper.Words(Tongue.Bokmal, OnPaper.Sheet);
        var back = $"/f/{Pass.Family!.Id}/send";
        var sheet = new HandSheet(
            say.Agreements,
            $"{say.For(to.Name)} {say.HowGoes}",
            hers.Select(a => new HandPart(
                    NorwegianDates.Capital(a.Details.What),
                    a.Due is { } due ? say.By(due) : say.NoDay,
                    a.Asked.Contains(person)
                        ? [answers.Accept, answers.Cannot]
                        : [answers.Done, answers.InProgress, answers.NeedsHelp, answers.Cannot],
                    Room: true
                ))
                .ToList(),
            say.Return(LinkBook.Coordinator(Pass).In(tongue)),
            "avtaler.pdf",
            chrome,
            new Features.Paper.Words(tongue, OnPaper.Sheet).Printed(Today, $"{chrome.PersonName}, {chrome.RoleWords}"),
            new SheetFrame(
                frame,
                back,
                $"{back}/{person}/utskrift",
                $"{back}/{person}/pdf",
                $"Bare det som står på {to.FirstName} er med. Svaret skriver du inn på avtalen.",
                []
            )
        );
        return await paper.AnswerAsync(PageContext, sheet, pdf, Gone);
    }
}
