namespace Flette.Core.Meetings.Reading;

/// <summary>The closed list of topics an item may have (trust.md, The shape of information).</summary>
public enum Topic
{
    Helse,
    PsykiskHelseRus,
    SkoleBarnehage,
    NavOkonomi,
    Bolig,
    Barnevern,
    Fritid,
    Familieliv,
    Sosken,
}
