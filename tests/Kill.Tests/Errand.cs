using Flette.Kit;

namespace Flette.Kill.Tests;

/// <summary>What a clerk writes, again and again: a form whose every post leaves one row and one text that can be read back.</summary>
/// <param name="Who">The persona whose desk it is done from.</param>
/// <param name="Path">The page with the form, where what was written is read back as well.</param>
/// <param name="Button">The form's button.</param>
/// <param name="Field">Name of the field with the text, as it is sent.</param>
/// <param name="Texts">Where the texts stand on the page.</param>
/// <param name="Answer">What the acknowledgement's address has before the id of what was written.</param>
internal sealed record Errand(string Who, string Path, string Button, string Field, string Texts, string Answer)
{
    /// <summary>A coordinator logs calls with one of her families. Those of another family wait for nobody here.</summary>
    public static Errand LogCalls(string coordinator, string family) =>
        new(coordinator, $"/f/{family}/logg", "Lagre", "Call.Text", "li.fl-contact .fl-as-written", "?logget=");

    /// <summary>The unit registers families.</summary>
    public static Errand RegisterFamilies(string officer) =>
        new(officer, "/enhet", "Registrer", "Input.Name", "tbody th", "/enhet/");

    /// <summary>The form with the text in it.</summary>
    public Form FillIn(Page page, string text)
    {
        var form = page.Form(Button);
        return Field == "Call.Text"
            ? form.Fill("Hvem?", "Bestemor").Fill("Hva ble sagt?", text)
            : form.Fill("Hva heter familien?", text);
    }

    /// <summary>The id of what was written, when the answer acknowledges it; else null.</summary>
    public Guid? Written(Page answer)
    {
        var location = (int)answer.Status is 302 or 303 ? answer.Header("Location") ?? "" : "";
        var at = location.IndexOf(Answer, StringComparison.Ordinal);
        return at >= 0 && Guid.TryParse(location[(at + Answer.Length)..].Split('#')[0], out var id) ? id : null;
    }

    /// <summary>All texts of the kind that stand on the page, each as often as it stands there.</summary>
    public IEnumerable<string> Read(Page page) =>
        page.Document.QuerySelectorAll(Texts).Select(t => t.TextContent.Trim());
}
