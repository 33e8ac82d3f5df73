using System.Globalization;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Flette.Web.Features.Minutes;

/// <summary>What is typed when a reading is corrected.</summary>
public sealed class MinutesInput
{
    /// <summary>The topics to choose from.</summary>
    public static IReadOnlyList<FieldOption> Topics { get; } =
        Enum.GetValues<Topic>().Select(t => new FieldOption(t.ToString(), Data.Topics.Words(t))).ToList();

    public string? What { get; set; }

    /// <summary>Keys of those who shall have it.</summary>
    public List<string> Holders { get; set; } = [];

    /// <summary>Names and services besides them, by commas.</summary>
    public string? Others { get; set; }

    public DateOnly? Due { get; set; }

    public string? DueText { get; set; }

    public List<Guid> About { get; set; } = [];

    public Topic? Topic { get; set; }

    public MinutesKind Kind { get; set; }

    public DateOnly? Date { get; set; }

    public string? Time { get; set; }

    public string? Place { get; set; }

    public DateOnly? NextDate { get; set; }

    public string? NextTime { get; set; }

    public string? NextPlace { get; set; }

    public bool TakesNext { get; set; }

    public List<PersonInput> People { get; set; } = [];
}

/// <summary>
/// The form that corrects one agreement: as the draft has it, or as it was typed when it was turned away. All agreements have the
/// same fields on one page, so what was typed is kept with the one it belongs to.
/// </summary>
/// <param name="Holders">Keys of those who are ticked.</param>
/// <param name="Others">Names and services that stand for nobody of them.</param>
/// <param name="Errors">What is wrong with a field, by the field's name.</param>
/// <param name="TurnedAway">Shown open.</param>
public sealed record AgreementForm(
    string What,
    IReadOnlyCollection<string> Holders,
    string Others,
    string Due,
    string? DueText,
    IReadOnlyCollection<Guid> About,
    string Topic,
    IReadOnlyDictionary<string, string> Errors,
    bool TurnedAway
)
{
    private const string Prefix = nameof(ShowModel.Input) + ".";

    /// <summary>As the draft has it.</summary>
    public static AgreementForm Of(DraftAgreement agreement, IReadOnlyCollection<PlacedName> names)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new AgreementForm(
            agreement.What,
            names.SelectMany(n => n.Held).Select(h => h.Key).ToHashSet(StringComparer.Ordinal),
            string.Join(", ", names.Where(n => n.Held.IsEmpty).Select(n => n.Name)),
            FieldState.Text(agreement.Due) ?? "",
            agreement.DueText,
            agreement.About,
            agreement.Topic?.ToString() ?? "",
            new Dictionary<string, string>(StringComparer.Ordinal),
            TurnedAway: false
        );
    }

    /// <summary>
    /// As it was typed. Takes the fields out of <paramref name="state"/>, where they would stand on every agreement, and leaves what
    /// is wrong under the ids this agreement's fields have on the page, for the list of errors.
    /// </summary>
    public static AgreementForm Typed(ModelStateDictionary state, MinutesInput input, int agreement)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        var typed = state.Where(e => e.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, entry) in typed)
        {
            var field = key[Prefix.Length..];
            values[field] = entry!.AttemptedValue;
            var wrong = entry.Errors.FirstOrDefault()?.ErrorMessage;
            // Empties the entry too.
            state.Remove(key);
            if (wrong is not null)
            {
                errors[field] = wrong;
                state.AddModelError(Id(field, agreement), wrong);
            }
        }
        return new AgreementForm(
            values.GetValueOrDefault(nameof(input.What)) ?? "",
            input.Holders,
            values.GetValueOrDefault(nameof(input.Others)) ?? "",
            values.GetValueOrDefault(nameof(input.Due)) ?? "",
            values.GetValueOrDefault(nameof(input.DueText)),
            input.About,
            values.GetValueOrDefault(nameof(input.Topic)) ?? "",
            errors,
            TurnedAway: true
        );
    }

    /// <summary>The id of a field of an agreement's form.</summary>
    public static string Id(string field, int agreement) =>
        string.Create(CultureInfo.InvariantCulture, $"{field}-{agreement}");

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Wrong(string field) => Errors.GetValueOrDefault(field);
}

/// <summary>One row of the attendance list.</summary>
public sealed class PersonInput
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Organisation { get; set; }

    public bool Present { get; set; } = true;

    /// <summary>Who it is: an id, <see cref="None"/>, or nothing where the name decides.</summary>
    public string? Known { get; set; }

    /// <summary>None of those who are known.</summary>
    public const string None = "ny";

    /// <summary>Whether someone came.</summary>
    public static IReadOnlyList<FieldOption> ThereOrNot { get; } =
    [new("true", "Til stede"), new("false", "Ikke til stede")];

    /// <summary>As the draft has it.</summary>
    public DraftPerson ToDraft() =>
        new(
            Name?.Trim() ?? "",
            Blank(Role),
            Blank(Organisation),
            Present,
            Guid.TryParse(Known, out var known) ? known : null,
            Known == None
        );

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
