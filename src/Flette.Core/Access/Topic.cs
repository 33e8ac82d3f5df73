namespace Flette.Core.Access;

/// <summary>What an item is on (trust.md, The shape of information). That a service takes part is itself information of its topic.</summary>
public enum Topic
{
    Health,
    MentalHealth,
    School,
    Welfare,
    Housing,
    ChildWelfare,
    Leisure,
    FamilyLife,
    Siblings,
}
