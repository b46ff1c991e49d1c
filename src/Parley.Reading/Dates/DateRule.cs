namespace Parley.Reading.Dates;

/// <summary>What an expression means where it stands; null where the words are no date there.</summary>
internal delegate Timex? Meaning(Match match, Calendar calendar);

/// <summary>A TIMEX3 type and value.</summary>
internal readonly record struct Timex(TimexType Type, string? Value);

/// <summary>A line of a rule table.</summary>
/// <param name="Example">Words that the rule reads, in brackets where it needs others beside them; a test holds it to that.</param>
/// <param name="Pattern">See <see cref="Dates.Pattern"/>.</param>
/// <param name="Read">Meaning of the first, or only, expression.</param>
/// <param name="ReadSecond">Meaning of the second where the pattern marks two.</param>
internal sealed record DateRule(string Example, string Pattern, Meaning Read, Meaning? ReadSecond = null)
{
    /// <summary>Says how long or how often: in a report read only where it is tied to something ("within 48 hours", "a 30-day truce").</summary>
    public bool Loose { get; init; }

    /// <summary>Points nowhere in the calendar ("now", "several years"): read in histories only.</summary>
    public bool Vague { get; init; }
}
