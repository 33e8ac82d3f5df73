using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings.Asking.ByLink;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Paper.Hand;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Asking.Paper;

/// <summary>
/// What one person is asked before a meeting, on paper, with the questions of her own link: a service's three lines, what a member wants
/// taken up and how, a child's own point with who will learn of it said first.
/// </summary>
public abstract class AskPaper(PaperHtml paper) : DeskPage
{
    /// <summary>The sheet, or nothing there.</summary>
    private protected async Task<IActionResult> AnswerAsync(Guid meeting, Guid person, bool pdf)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Participant);
        var people = People.Of(Pass, items);
        if (
            items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen
            || Addressees.Of(people, person) is not { FirstName.Length: > 0 } to
        )
        {
            return NotFound();
        }
        var planned = MeetingBook.Open(seen);
        var update = planned.Details.Kind == MinutesKind.Update;
        var tongue = Language.FromWords(to.Language) ?? Tongue.Bokmal;
        var (chrome, words, hand) = (
            ViewData.Chrome() with
            {
                Tongue = tongue,
            },
            new InputWords(tongue),
            new HandWords(tongue)
        );
        var face = InputModel.FaceOf(Pass.Family!, person, Today);
        var coordinator = LinkBook.Coordinator(Pass);
        var back = $"/f/{planned.Family}/mote/{meeting}/innspill";
        var lead =
            face == Face.Child ? words.ChildLead(planned.Day, Today, update) : words.Lead(update, planned.Day, Today);
        var sheet = new HandSheet(
            words.Title(planned.Day, Today, update, poll: false),
            $"{hand.For(to.Name)} {lead}",
            face switch
            {
                Face.Child => Child(words, coordinator.Name, update),
                Face.Member when !update => [.. Times(planned, words), .. Member(words)],
                _ => [.. Times(planned, words), .. Lines(words)],
            },
            (face == Face.Child ? words.ChildUrgent + " " : "") + hand.Return(coordinator.In(tongue)),
            "sporsmal.pdf",
            chrome,
            new Features.Paper.Words(tongue, OnPaper.Sheet).Printed(Today, $"{chrome.PersonName}, {chrome.RoleWords}"),
            new SheetFrame(
                new Features.Paper.Words(Tongue.Bokmal, OnPaper.Sheet),
                back,
                $"{back}/{person}/utskrift",
                $"{back}/{person}/pdf",
                $"De samme spørsmålene som på lenken, på språket {to.FirstName} leser. Svaret skriver du ned under «Innspill og tid».",
                []
            )
        );
        return await paper.AnswerAsync(PageContext, sheet, pdf, Gone);
    }

    private IEnumerable<HandPart> Times(Meeting planned, InputWords words) =>
        (planned.Details.Slots ?? [])
            .Where(s => s.Day >= Today)
            .Select(s => new HandPart(
                NorwegianDates.Capital(NorwegianDates.WithDay(s.Day, Today, words.Tongue)),
                MeetingHours.Read(s.Time) is { } hours
                    ? NorwegianDates.ClockRange(hours.From, hours.To, words.Tongue)
                    : s.Time,
                [.. Enum.GetValues<TimeAnswer>().Select(words.Of)],
                Room: false
            ));

    private static HandPart[] Lines(InputWords words) =>
        [Written(words.Now), Written(words.Works), Written(words.Needs)];

    private static HandPart[] Member(InputWords words) =>
        [
            new(words.Prepare.What, words.Prepare.WhatExample, [], Room: true),
            new(words.Prepare.WhoMayKnow, null, [words.Prepare.Everyone, words.Prepare.Coordinator], Room: false),
            Written(words.Prepare.Whom),
            new(words.Prepare.Where, null, [.. Enum.GetValues<MeetingWhere>().Select(words.Prepare.Of)], Room: false),
            new(words.Prepare.Impossible, words.Prepare.ImpossibleExample, [], Room: true),
            Written(words.Prepare.Interpreter),
        ];

    // Who may learn of it is said before anything is asked.
    private static HandPart[] Child(InputWords words, string coordinator, bool update) =>
        [
            new(
                words.ChildWho,
                words.ChildSafe(coordinator),
                [words.Prepare.Everyone, words.ChildOnly(coordinator)],
                Room: false
            ),
            Written(words.ChildWhat),
            .. update
                ? []
                : new HandPart[]
                {
                    new(words.ChildPart, null, [.. Enum.GetValues<TakesPart>().Select(words.Of)], Room: false),
                },
        ];

    private static HandPart Written(string heading) => new(heading, null, [], Room: true);
}
