using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Flette.Web.Hosting;

/// <summary>The framework's own messages about fields, in Norwegian.</summary>
public static class NorwegianBinding
{
    private const string NotUnderstood = "Dette forsto vi ikke.";

    /// <summary>Sets them all.</summary>
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"«{value}» forsto vi ikke.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"«{value}» forsto vi ikke.");
        messages.SetValueIsInvalidAccessor(value => $"«{value}» forsto vi ikke.");
        messages.SetUnknownValueIsInvalidAccessor(_ => NotUnderstood);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotUnderstood);
        messages.SetValueMustBeANumberAccessor(_ => "Her må det stå et tall.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Her må det stå et tall.");
        messages.SetValueMustNotBeNullAccessor(_ => "Fyll ut dette feltet.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Fyll ut dette feltet.");
        messages.SetMissingKeyOrValueAccessor(() => "Fyll ut dette feltet.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Det kom ikke noe skjema.");
    }
}
