using System.Globalization;
using Flette.Core.Families;
using Flette.Core.Words;

namespace Flette.Web.Features.Families;

/// <summary>What is known of a birth.</summary>
public enum BirthState
{
    Born,
    Expected,
    Unknown,
}

/// <summary>Whether an interpreter is needed, as it is asked.</summary>
public enum InterpreterNeed
{
    NotAsked,
    No,
    Yes,
}

/// <summary>What is typed about a member. The order is that of the form.</summary>
public sealed class MemberInput
{
    /// <summary>Ways to reach someone that the form asks for: first, second and third.</summary>
    public const int ChannelPlaces = 3;

    public string? Name { get; set; }
    public FamilyRelation? Relation { get; set; }
    public string? RelationNote { get; set; }
    public BirthState Birth { get; set; }
    public DateOnly? Born { get; set; }
    public DateOnly? Due { get; set; }
    public Guid? CarriedBy { get; set; }
    public IList<Guid> Homes { get; set; } = [];
    public string? NewHome { get; set; }
    public string? Language { get; set; }
    public InterpreterNeed Interpreter { get; set; }
    public string? InterpreterLanguage { get; set; }
    public string? InterpreterMode { get; set; }
    public string? InterpreterNote { get; set; }
    public string? Reading { get; set; }
    public IList<Channel?> Channels { get; set; } = [];
    public string? ReachNote { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>When text messages begin to wait.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>When they go.</summary>
    public TimeOnly? QuietUntil { get; set; }
    public string? Arena { get; set; }
    public string? Function { get; set; }
    public string? AboutMe { get; set; }
    public int? SchoolStartYear { get; set; }

    /// <summary>What she signs in with, masked: told, and written elsewhere.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string? SignsInWith { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static MemberInput From(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var d = member.Details;
        return new MemberInput
        {
            Name = d.Name,
            Relation = d.Relation,
            RelationNote = d.RelationNote,
            Birth =
                member.Born is not null ? BirthState.Born
                : member.CarriedBy is not null || member.Due is not null ? BirthState.Expected
                : BirthState.Unknown,
            Born = member.Born,
            Due = member.Due,
            CarriedBy = member.CarriedBy,
            Homes = [.. member.Households],
            Language = d.Language,
            Interpreter = d.Interpreter switch
            {
                null => InterpreterNeed.NotAsked,
                { Needed: true } => InterpreterNeed.Yes,
                _ => InterpreterNeed.No,
            },
            InterpreterLanguage = d.Interpreter?.Language,
            InterpreterMode = d.Interpreter?.Mode,
            InterpreterNote = d.Interpreter?.Note,
            Reading = d.ReadingDifficulty,
            Channels = [.. d.Reach.Channels.Cast<Channel?>()],
            ReachNote = d.Reach.Note,
            Phone = d.Reach.Phone,
            Email = d.Reach.Email,
            QuietFrom = d.Reach.Quiet?.From,
            QuietUntil = d.Reach.Quiet?.Until,
            Arena = d.Arena,
            Function = d.Function,
            AboutMe = d.AboutMe,
            SchoolStartYear = d.SchoolStartYear,
            SignsInWith = d.IdentityNumber is { } number ? IdentityNumber.Mask(number) : null,
        };
    }

    /// <summary>The draft the rules look at. What is only asked of the unborn is left out for those who are born, and the reverse.</summary>
    /// <param name="newHome">The home written in the same form, or null.</param>
    public MemberDraft ToDraft(Guid? newHome)
    {
        var expected = Birth == BirthState.Expected;
        var interpreter = Interpreter switch
        {
            InterpreterNeed.Yes => new Interpreter(
                Needed: true,
                Given(InterpreterLanguage),
                Given(InterpreterMode),
                Given(InterpreterNote)
            ),
            InterpreterNeed.No => new Interpreter(Needed: false),
            _ => null,
        };
        var reach = new Reach(
            Channels.OfType<Channel>().Distinct().ToList(),
            Given(ReachNote),
            Given(Phone),
            Given(Email),
            QuietFrom is { } from && QuietUntil is { } until ? new QuietHours(from, until) : null
        );
        return new MemberDraft(
            new MemberDetails(
                Name ?? "",
                Relation ?? FamilyRelation.Other,
                reach,
                Given(RelationNote),
                Given(Language),
                interpreter,
                Given(Reading),
                Given(Arena),
                Given(Function),
                Given(AboutMe),
                SchoolStartYear
            ),
            Birth == BirthState.Born ? Born : null,
            expected ? Due : null,
            expected ? CarriedBy : null,
            newHome is { } home ? [.. Homes.Distinct(), home] : [.. Homes.Distinct()]
        );
    }

    /// <summary>Each field with its label and text, to lay two versions beside each other.</summary>
    public IEnumerable<(string Label, string Text)> Said(
        IReadOnlyList<Household> homes,
        IReadOnlyList<Member> members
    ) =>
        [
            ("Navn", Name ?? ""),
            ("Hvem er det", Relation is { } r ? Words.Of(r) : ""),
            ("Nærmere", RelationNote ?? ""),
            ("Født", Birth == BirthState.Born ? Day(Born) : ""),
            ("Termin", Birth == BirthState.Expected ? Day(Due) : ""),
            ("Bæres av", members.FirstOrDefault(m => m.Id == CarriedBy)?.Details.Name ?? ""),
            (
                "Bor",
                Listing.And(
                    homes
                        .Where(h => Homes.Contains(h.Id))
                        .Select(h => h.Label)
                        .Concat(string.IsNullOrWhiteSpace(NewHome) ? [] : [NewHome])
                )
            ),
            ("Språk", Language ?? ""),
            ("Tolk", Words.Interpreters.First(i => i.Value == Interpreter.ToString()).Text),
            ("Tolkespråk", InterpreterLanguage ?? ""),
            ("Hvordan tolken er med", InterpreterMode ?? ""),
            ("Om tolken", InterpreterNote ?? ""),
            ("Lesing", Reading ?? ""),
            ("Nås", string.Join(", ", Channels.OfType<Channel>().Select(Words.Of))),
            ("Verdt å vite", ReachNote ?? ""),
            ("Telefon", Phone ?? ""),
            ("E-post", Email ?? ""),
            ("Stille", QuietFrom is { } begins ? $"fra {begins:HH.mm} til {QuietUntil:HH.mm}" : ""),
            ("Skole, barnehage eller jobb", Arena ?? ""),
            ("Helse og funksjon", Function ?? ""),
            ("Om meg", AboutMe ?? ""),
            ("Begynte eller begynner på skolen", SchoolStartYear?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("Logger inn med", SignsInWith ?? ""),
        ];

    private static string Day(DateOnly? day) =>
        day?.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("nb-NO")) ?? "";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
