using System.Collections.Immutable;
using Flette.Core.Law;

namespace Flette.Core.Transitions;

/// <summary>The day of birth, or of expected birth, is none that can be meant.</summary>
public sealed record BirthOutOfRange(DateOnly Day) : Refusal;

/// <summary>The day asked about is before the birth.</summary>
public sealed record AskedBeforeBirth(DateOnly Born, DateOnly Asked) : Refusal;

/// <summary>School is said to begin in the year of birth or before it.</summary>
public sealed record SchoolBeforeBirth(int Year) : Refusal;

/// <summary>School begins in the year of six, and of five or seven when the municipality has decided it.</summary>
public sealed record SchoolYearNotInLaw(int Year, int Earliest, int Latest, LegalBasis Basis) : Refusal;

/// <summary>A school year without anyone whose years it could be of.</summary>
public sealed record SchoolYearWithoutBirth : Refusal;

/// <summary>No transition has this id.</summary>
public sealed record NoSuchTransition(string Id, ImmutableArray<string> Known) : Refusal;

/// <summary>An event is registered for what the years give a day.</summary>
public sealed record TransitionHasItsDay(string Id, LegalBasis Basis) : Refusal;

/// <summary>The day of an event is not said, or none that can be meant.</summary>
public sealed record EventOutOfRange(DateOnly? Day) : Refusal;

/// <summary>A municipality sets the same transition twice.</summary>
public sealed record TransitionSetTwice(string Id) : Refusal;

/// <summary>A lead time outside what can be meant, in months.</summary>
public sealed record LeadOutOfRange(string Id, int Least, int Most) : Refusal;

/// <summary>A section says that the work begins in good time: it cannot begin later than this many months before.</summary>
public sealed record LeadFixedByLaw(string Id, int Months, LegalBasis Basis) : Refusal;

/// <summary>A section fixes the day.</summary>
public sealed record DayFixedByLaw(string Id, LegalBasis Basis) : Refusal;

/// <summary>The transition has no day by years at all.</summary>
public sealed record DayNotByYears(string Id) : Refusal;

/// <summary>Years outside what can be meant.</summary>
public sealed record YearsOutOfRange(string Id, int Least, int Most) : Refusal;

/// <summary>A step, owner or receiver without words, or with too many.</summary>
public sealed record OwnWordsMissing(string Id) : Refusal;
