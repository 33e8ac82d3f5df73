using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Families;

/// <summary>Something found in a family.</summary>
/// <param name="What">What it is: «Medlem», «I teamet», «Samtale 3. mai».</param>
/// <param name="Text">The words it was found in.</param>
/// <param name="Url">Where it stands.</param>
public sealed record Hit(string What, string Text, string Url);

/// <summary>Search in what the coordinator has opened, in memory: people first, then what is in the plan, meetings and calls.</summary>
public sealed class FamilySearch(Own own, IReadOnlyList<string> words, DateOnly today)
{
    private readonly ILookup<Guid, Seen> _items = own.Items.ToLookup(i => i.Row.Family);

    /// <summary>What is found in a family.</summary>
    public IEnumerable<Hit> In(Guid family)
    {
        var url = $"/f/{family}";
        return Members(family, url).Concat(Team(family, url)).Concat(Items(family, url)).Concat(Calls(family, url));
    }

    private IEnumerable<Hit> Members(Guid family, string url) =>
        own
            .Members.Where(m => m.Family == family && IsFound(m.Details.Name, m.Details.Reach.Phone))
            .Select(m => new Hit(
                "I familien",
                WithPhone($"{m.Details.Name}, {Words.Of(m.Details)}", m.Details.Reach.Phone),
                $"{url}#m-{m.Id}"
            ));

    private IEnumerable<Hit> Team(Guid family, string url) =>
        own
            .Team.Where(p => p.Family == family)
            .Select(p =>
                (Person: p, Text: string.Join(", ", Written(p.Details.Name, p.Details.Role, p.Details.Organisation)))
            )
            .Where(p => IsFound(p.Text, p.Person.Details.Reach.Phone))
            .Select(p => new Hit(
                "I teamet",
                WithPhone(p.Text, p.Person.Details.Reach.Phone),
                $"{url}#d-{p.Person.Id}"
            ));

    private IEnumerable<Hit> Calls(Guid family, string url) =>
        own
            .Contacts.Where(c => c.Family == family)
            .Select(c => (Call: c, Text: $"{Contacts.Words.Of(c.Note)}. {c.Note.Text}"))
            .Where(c => Finding.In(c.Text, words))
            .Select(c => new Hit(
                $"Samtale {NorwegianDates.DayAndMonth(c.Call.Day, today)}",
                Finding.Snippet(c.Text, words),
                $"{url}/logg#s-{c.Call.Id}"
            ));

    private IEnumerable<Hit> Items(Guid family, string url) =>
        _items[family]
            .Select(i => Read(i, url))
            .OfType<(int Order, Hit Hit)>()
            .Where(h => Finding.In(h.Hit.Text, words))
            .OrderBy(h => h.Order)
            .Select(h => h.Hit with { Text = Finding.Snippet(h.Hit.Text, words) });

    /// <summary>An item as it can be found; null for what has no words of its own.</summary>
    private (int Order, Hit Hit)? Read(Seen item, string url)
    {
        var (id, plan) = (item.Row.Id, $"{url}/plan#e-{item.Row.Id}");
        return item.Row.Kind switch
        {
            ItemKinds.Agreement => (0, new("Avtale", Agreement(item), $"{url}/avtale/{id}")),
            ItemKinds.Goal => (1, new("Mål", item.Open<GoalDetails>().Words, plan)),
            ItemKinds.Measure => (2, new("Tiltak", Measure(item.Open<MeasureDetails>()), plan)),
            ItemKinds.Need => (3, new("Behov", item.Open<NeedDetails>().Text, plan)),
            ItemKinds.WhatMatters => (4, new("Viktig", item.Open<WhatMattersDetails>().Words, plan)),
            ItemKinds.Resource => (5, new("God på", item.Open<ResourceDetails>().Text, plan)),
            ItemKinds.Contribution => (6, new("Bidrag", item.Open<ContributionDetails>().Text, plan)),
            ItemKinds.Minutes when item.Row.State != MinutesBook.Discarded => (
                7,
                new("Referat", MinutesTitle(item), $"{url}/referat/{id}")
            ),
            ItemKinds.Meeting when MeetingBook.Open(item) is { Details.Minutes: null } meeting => (
                8,
                new("Møte", Title(meeting.Details, meeting.Day), $"{url}#h-minutes")
            ),
            _ => null,
        };
    }

    private static string Agreement(Seen item)
    {
        var details = item.Open<AgreementDetails>();
        var answer = details.Answer is { Line: { } line } ? $"«{line}»" : null;
        return string.Join(". ", Written(NorwegianDates.Capital(details.What), answer));
    }

    private static string Measure(MeasureDetails details) =>
        string.Join(". ", Written(details.What, details.Scope, details.How).Select(NorwegianDates.Capital));

    private string MinutesTitle(Seen minutes)
    {
        var meeting = _items[minutes.Row.Family]
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .FirstOrDefault(m => m.Details.Minutes == minutes.Row.Id);
        return meeting is not null ? Title(meeting.Details, meeting.Day)
            : minutes.Row.Day is { } day ? $"Referat {NorwegianDates.WithDay(day, today)}"
            : "Referat uten dato";
    }

    private string Title(MeetingDetails meeting, DateOnly day) =>
        string.Join(
            ", ",
            Written(
                $"{Features.Minutes.Words.Of(meeting.Kind)} {NorwegianDates.WithDay(day, today)}",
                meeting.Place,
                meeting.Summary
            )
        );

    private bool IsFound(string text, string? phone) => Finding.In(text, words) || Finding.InPhone(phone, words);

    private static string WithPhone(string text, string? phone) =>
        string.IsNullOrWhiteSpace(phone) ? text : $"{text}, {phone}";

    private static IEnumerable<string> Written(params string?[] texts) =>
        texts.OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t));
}
