using Flette.Core.Words;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>A text in the languages of the family face.</summary>
internal sealed record Told(string Bokmal, string Nynorsk, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => Nynorsk,
            Tongue.English => English,
            _ => Bokmal,
        };
}
