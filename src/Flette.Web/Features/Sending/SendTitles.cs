using Flette.Core.Agreements;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Flette.Web.Features.Sending;

/// <summary>One agreement to one person, as it stands in the form.</summary>
public sealed class SendLine
{
    public Guid Agreement { get; set; }

    public Guid Person { get; set; }

    public bool Send { get; set; }

    /// <summary>The coordinator's own title; without one a neutral one is made.</summary>
    public string? Title { get; set; }
}

/// <summary>What one person gets, in a form where others get theirs.</summary>
/// <param name="Lines">All lines of the form: a line's place among them is its place in the form.</param>
public sealed record SendTo(Outgoing Outgoing, Guid Person, IReadOnlyList<SendLine> Lines, DateOnly Today);

/// <summary>A title as it stands in a form.</summary>
/// <param name="Counts">Whether its agreement is to be sent.</param>
public sealed record TitleField(string Field, Guid Agreement, string? Title, bool Counts);

/// <summary>The titles agreements are sent under: what others than the recipient may see.</summary>
public static class SendTitles
{
    /// <summary>The title a line goes under when none is written: numbered when she gets several.</summary>
    public static string Of(Outgoing outgoing, IEnumerable<SendLine> lines, SendLine line)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        ArgumentNullException.ThrowIfNull(line);
        var hers = lines.Where(l => l.Send && l.Person == line.Person).ToList();
        return line.Send
            ? outgoing.DefaultTitle(line.Agreement, hers.IndexOf(line) + 1, hers.Count)
            : outgoing.DefaultTitle(line.Agreement);
    }

    /// <summary>Says at each title what is wrong with it. True when one tells something: it is sent only when approved.</summary>
    public static bool Check(
        Outgoing outgoing,
        Pass pass,
        IEnumerable<TitleField> titles,
        bool approved,
        ModelStateDictionary state
    )
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        ArgumentNullException.ThrowIfNull(titles);
        ArgumentNullException.ThrowIfNull(state);
        var pointedOut = false;
        foreach (var (field, agreement, title, _) in titles.Where(t => t.Counts))
        {
            if (title?.Trim().Length > NeutralTitle.Longest)
            {
                state.AddModelError(field, $"Tittelen er for lang. Høyst {NeutralTitle.Longest} tegn.");
            }
            else if (outgoing.Findings(agreement, title, pass) is { Count: > 0 } findings)
            {
                pointedOut = true;
                if (!approved)
                {
                    state.AddModelError(field, Words.Of(findings));
                }
            }
        }
        return pointedOut;
    }

    /// <summary>One mail to each person who has an address, with what she gets.</summary>
    public static List<PersonalMail> Mails(
        Outgoing outgoing,
        Pass pass,
        IEnumerable<(Guid Person, Guid Agreement, string? Title)> lines
    )
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return lines
            .GroupBy(l => l.Person)
            .Select(g =>
                outgoing.MailTo(
                    g.Key,
                    g.DistinctBy(l => l.Agreement).Select(l => (l.Agreement, l.Title)).ToList(),
                    pass
                )
            )
            .Where(m => m.To.SentTo is not null)
            .ToList();
    }
}
