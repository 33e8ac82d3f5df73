using Flette.Core;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Flette.Web.Hosting;

/// <summary>Reads days of forms. One that cannot be meant (<see cref="Days"/>) is not taken; what was typed stands in the form.</summary>
public sealed class DayBinding : IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(DateOnly)
            ? new Binder(
                new SimpleTypeModelBinder(
                    context.Metadata.ModelType,
                    context.Services.GetRequiredService<ILoggerFactory>()
                )
            )
            : null;
    }

    private sealed class Binder(SimpleTypeModelBinder usual) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await usual.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: DateOnly day } && !Days.CanBeMeant(day))
            {
                bindingContext.ModelState.TryAddModelError(
                    bindingContext.ModelName,
                    $"Skriv en dag mellom {Days.Earliest.Year} og {Days.Latest.Year}."
                );
                bindingContext.Result = ModelBindingResult.Failed();
            }
        }
    }
}
