using Flette.Core;
using Flette.Core.Families;
using Flette.Web.Features.Families;

namespace Flette.Demo.Generator;

/// <summary>Who lives where: parents together, apart or one alone, one to four children, and who may decide for them.</summary>
internal sealed class HomeMaker(Dice dice, DateOnly today, Func<string, Guid> id)
{
    private const int Together = 60;
    private const int Apart = 25;
    private const int Expecting = 5;

    private readonly List<Household> _homes = [];

    /// <summary>The homes, one or two.</summary>
    public IReadOnlyList<Household> Homes => _homes;

    /// <summary>The members, parents first, an unborn child last.</summary>
    public IReadOnlyList<GeneratedMember> Members(string surname)
    {
        var roll = dice.Between(1, 100);
        var mother = dice.Of(Words.Women);
        var father = roll <= Together + Apart ? dice.Of(Words.Men) : null;
        var first = Home("mor", mother);
        var second = father is null || roll <= Together ? first : Home("far", father);
        var children = dice.Between(1, 4);
        var eldest = today.AddDays(-dice.Between(300, (17 * 365) + 200));
        List<GeneratedMember> members = [Adult("mor", mother, surname, FamilyRelation.Mother, eldest, first)];
        if (father is not null)
        {
            members.Add(Adult("far", father, surname, FamilyRelation.Father, eldest, second));
        }
        Guid[] homes = first == second ? [first] : [first, second];
        var names = dice.Some([.. Words.Girls, .. Words.Boys], children);
        var born = eldest;
        for (var i = 0; i < children && born <= today; i++)
        {
            members.Add(Child(i, names[i], surname, born, homes));
            born = born.AddDays(dice.Between(320, 1500));
        }
        if (dice.Chance(Expecting))
        {
            var unborn = new MemberDetails("Barnet", FamilyRelation.Child, Reach.Unknown);
            members.Add(
                new(
                    id("unborn"),
                    new MemberDraft(unborn, null, today.AddDays(dice.Between(20, 200)), members[0].Id, [first])
                )
            );
        }
        return members;
    }

    /// <summary>Foreldreansvar for both parents until 18; where there are two homes the child lives fast with the mother.</summary>
    public IReadOnlyList<GeneratedPosition> Positions(IReadOnlyList<GeneratedMember> members)
    {
        var parents = members
            .Where(m => m.Draft.Details.Relation is FamilyRelation.Mother or FamilyRelation.Father)
            .ToList();
        var positions = new List<GeneratedPosition>();
        foreach (var child in members)
        {
            if (child.Draft is not { Born: { } born, Details.Relation: FamilyRelation.Child })
            {
                continue;
            }
            var minor = new Period(born, born.AddYears(Ages.Adult).AddDays(-1));
            positions.AddRange(
                parents.Select(p => new GeneratedPosition(
                    child.Id,
                    GuardianshipKind.ParentalResponsibility,
                    p.Id,
                    minor,
                    GuardianshipSource.PopulationRegister
                ))
            );
            if (_homes.Count > 1)
            {
                positions.Add(
                    new(child.Id, GuardianshipKind.LivesWith, parents[0].Id, minor, GuardianshipSource.Agreement)
                );
            }
        }
        return positions;
    }

    private Guid Home(string key, string who)
    {
        var home = new Household(id("home/" + key), "Hjemme hos " + who);
        _homes.Add(home);
        return home.Id;
    }

    private GeneratedMember Adult(
        string key,
        string first,
        string last,
        FamilyRelation relation,
        DateOnly eldest,
        Guid home
    )
    {
        var phone = FamilyGenerator.Phone(dice.Between(0, 999));
        var mail = dice.Chance(70) ? FamilyGenerator.Mail(first, last) : null;
        IReadOnlyList<Channel> channels =
            dice.Chance(50) ? [Channel.Sms, Channel.Phone]
            : mail is null ? [Channel.Phone, Channel.Paper]
            : [Channel.Email, Channel.Phone];
        var interpreter = dice.Chance(12)
            ? new Interpreter(Needed: true, dice.Of(["polsk", "somali", "ukrainsk", "arabisk", "tigrinja"]), "skjerm")
            : null;
        var details = new MemberDetails(
            $"{first} {last}",
            relation,
            new Reach(channels, Note: null, phone, mail),
            Language: interpreter?.Language ?? "norsk",
            Interpreter: interpreter,
            ReadingDifficulty: dice.Chance(8) ? "Les opp brev, eller ring." : null
        );
        var born = eldest.AddDays(-dice.Between(20 * 365, 36 * 365));
        return new(id(key), new MemberDraft(details, born, Due: null, CarriedBy: null, [home]));
    }

    private GeneratedMember Child(int number, string first, string last, DateOnly born, IReadOnlyList<Guid> homes)
    {
        var age = Ages.On(born, today);
        var grade = today.Year - born.Year - 5;
        var arena = grade switch
        {
            < -4 => null,
            <= 0 => "Tranestua barnehage",
            <= 10 => $"{grade}. trinn, Rognelia skole",
            _ => "Tindeland videregående skole",
        };
        var reach =
            age >= 13
                ? new Reach([Channel.Sms], Note: null, FamilyGenerator.Phone(dice.Between(0, 999)))
                : new Reach([Channel.ThroughOther], "Gjennom foreldrene.");
        var details = new MemberDetails(
            $"{first} {last}",
            FamilyRelation.Child,
            reach,
            Language: "norsk",
            Arena: arena
        );
        return new(id($"child/{number}"), new MemberDraft(details, born, Due: null, CarriedBy: null, homes));
    }
}
