using Flette.Core.Families;
using Flette.Core.Law.Deciding;
using Flette.Web.Access;
using AgeRules = Flette.Core.Law.Deciding.AgeRules;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>What the law says of one as old as the reader, in her own words.</summary>
/// <param name="Section">«barnelova § 31».</param>
internal sealed record OwnPart(Told Says, string Section);

/// <summary>
/// What a child or youth has a say in, now and from the next age that changes it, from the table of ages. Where the law lets others
/// decide in her place, as for one who lacks beslutningskompetanse, it is not said that she does (pbrl §§ 4-3 to 4-5).
/// </summary>
/// <param name="Now">What holds today.</param>
/// <param name="Next">The next age and its day, with what comes with it; null when nothing does within two years.</param>
internal sealed record OwnSay(IReadOnlyList<OwnPart> Now, (int Age, DateOnly Day, IReadOnlyList<OwnPart> Comes)? Next)
{
    /// <summary>What is shown at once of what holds today.</summary>
    public const int AtOnce = 4;

    /// <summary>Who says nothing here: someone of age, or whose day of birth is not written.</summary>
    public static OwnSay Nothing { get; } = new([], null);

    /// <summary>Nothing to tell.</summary>
    public bool IsEmpty => Now.Count == 0 && Next is null;

    /// <summary>Of the reader.</summary>
    public static OwnSay Of(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var today = pass.Today;
        if (
            pass.Family?.Member(pass.Asker.Id) is not { Born: { } born }
            || Ages.On(born, today) is var age && age is < 0 or >= Ages.Adult
        )
        {
            return Nothing;
        }
        var next = AgeRules
            .On(today)
            .Select(r => r.Age)
            .Where(a => a > age)
            .Distinct()
            .Order()
            .Select(a => (Age: a, Day: Ages.Birthday(born, a)))
            .Where(n => n.Day <= today.AddMonths(ComingUp.MonthsAhead))
            .Select(n => (n.Age, n.Day, Comes: On(pass, n.Day, r => r.Age == n.Age)))
            .FirstOrDefault(n => n.Comes.Count > 0);
        return new OwnSay(On(pass, today, r => r.Holds(age)), next.Comes is null ? null : next);
    }

    private static List<OwnPart> On(Pass pass, DateOnly day, Func<AgeRule, bool> which) =>
        AgeRules
            .On(pass.Today)
            .Where(which)
            .OrderByDescending(r => r.Age)
            .Where(r => Words.TryGetValue(r.Id, out var said) && said.Matters.All(m => IsHers(pass, m, day)))
            .Select(r => new OwnPart(Words[r.Id].Says, r.Basis.Named))
            .ToList();

    // The one place that says whose yes it is.
    private static bool IsHers(Pass pass, Matter matter, DateOnly day) =>
        Standings.Consent(pass.Family!, pass.Asker.Id, matter, day).Rule == ConsentRule.Self;

    private static readonly Dictionary<string, (Told Says, Matter[] Matters)> Words = new(StringComparer.Ordinal)
    {
        ["hort-plan"] = (
            new(
                "Du er med når noen lager en plan for deg.",
                "Du er med når nokon lagar ein plan for deg.",
                "You take part when somebody makes a plan for you."
            ),
            []
        ),
        ["syv"] = (
            new(
                "Du får vite det og sier hva du mener, før andre avgjør noe om deg.",
                "Du får vite det og seier kva du meiner, før andre avgjer noko om deg.",
                "You are told and say what you think before others decide something about you."
            ),
            []
        ),
        ["tolv"] = (
            new(
                "Det legges stor vekt på hva du mener.",
                "Det blir lagt stor vekt på kva du meiner.",
                "Great weight is given to what you think."
            ),
            []
        ),
        ["tolv-helse"] = (
            new(
                "Du kan si at foreldrene dine ikke skal få vite noe om helsen din. De som hjelper deg, skal høre på grunnen.",
                "Du kan seie at foreldra dine ikkje skal få vite noko om helsa di. Dei som hjelper deg, skal høyre på grunnen.",
                "You can say that your parents are not to be told something about your health. Those who help you shall listen to the reason."
            ),
            []
        ),
        ["forening"] = (
            new(
                "Du velger selv utdanning, og hvilke foreninger du er med i.",
                "Du vel sjølv utdanning, og kva foreiningar du er med i.",
                "You choose your own education, and which associations you are in."
            ),
            [Matter.Education]
        ),
        ["seksten-helse"] = (
            new(
                "Du sier selv ja eller nei til helsehjelp.",
                "Du seier sjølv ja eller nei til helsehjelp.",
                "You say yes or no to health care yourself."
            ),
            [Matter.HealthCare]
        ),
        ["seksten-deling"] = (
            new(
                "Du bestemmer selv om de som gir deg helsehjelp, kan fortelle andre om den.",
                "Du bestemmer sjølv om dei som gir deg helsehjelp, kan fortelje andre om henne.",
                "You decide yourself whether those who give you health care may tell others about it."
            ),
            [Matter.Sharing]
        ),
        ["seksten-foreldre"] = (
            new(
                "Foreldrene dine får vite det de må vite om helsen din for å ta ansvar for deg. Du får vite at de får det.",
                "Foreldra dine får vite det dei må vite om helsa di for å ta ansvar for deg. Du får vite at dei får det.",
                "Your parents are told what they must know about your health to take responsibility for you. You are told that they are."
            ),
            [Matter.HealthCare]
        ),
        ["atten"] = (
            new(
                "Du er myndig og tar dine egne avgjørelser.",
                "Du er myndig og tek dine eigne avgjerder.",
                "You are of age and make your own decisions."
            ),
            [Matter.HealthCare, Matter.Welfare]
        ),
    };
}
