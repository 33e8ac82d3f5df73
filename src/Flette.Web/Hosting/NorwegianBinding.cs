using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Flette.Web.Hosting;

/// <summary>The framework's own messages about fields, in Norwegian.</summary>
public static class NorwegianBinding
{
    private const int Shown = 40;
    private const string NotUnderstood = "Dette forsto vi ikke.";

    /// <summary>Sets them all.</summary>
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => NotUnderstoodIs(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(NotUnderstoodIs);
        messages.SetValueIsInvalidAccessor(NotUnderstoodIs);
        messages.SetUnknownValueIsInvalidAccessor(_ => NotUnderstood);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotUnderstood);
        messages.SetValueMustBeANumberAccessor(_ => "Her må det stå et tall.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Her må det stå et tall.");
        messages.SetValueMustNotBeNullAccessor(_ => "Fyll ut dette feltet.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Fyll ut dette feltet.");
        messages.SetMissingKeyOrValueAccessor(() => "Fyll ut dette feltet.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Det kom ikke noe skjema.");
    }

    // What was typed stands in the field itself: of something long its beginning is enough here.
    private static string NotUnderstoodIs(string? value) =>
        value?.Length > Shown ? $"«{value[..Shown]}…» forsto vi ikke." : $"«{value}» forsto vi ikke.";
}
