using Flette.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Flette.Web.Hosting;

/// <summary>Binds antiforgery tokens to the municipality, so that a form of one cannot be posted to another.</summary>
public sealed class MunicipalityInForms : IAntiforgeryAdditionalDataProvider
{
    /// <inheritdoc/>
    public string GetAdditionalData(HttpContext context) => context.Here().Key;

    /// <inheritdoc/>
    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        string.Equals(context.Here().Key, additionalData, StringComparison.Ordinal);
}
