using Flette.Core.Access;

namespace Flette.Web.Data;

/// <summary>Topic codes of the database and the words people read.</summary>
public static class Topics
{
    /// <summary>The words (trust.md, The shape of information).</summary>
    public static string Words(Topic topic) =>
        topic switch
        {
            Topic.Health => "helse",
            Topic.MentalHealth => "psykisk helse/rus",
            Topic.School => "skole/barnehage",
            Topic.Welfare => "NAV/økonomi",
            Topic.Housing => "bolig",
            Topic.ChildWelfare => "barnevern",
            Topic.Leisure => "fritid",
            Topic.FamilyLife => "familieliv",
            Topic.Siblings => "søsken",
            _ => throw new ArgumentOutOfRangeException(nameof(topic)),
        };

    /// <summary>The topic of a code, or null.</summary>
    public static Topic? FromCode(string? code) => code is null ? null : Rows.FromCode<Topic>(code);
}
