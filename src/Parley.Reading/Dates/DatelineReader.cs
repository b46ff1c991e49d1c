using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>What the head of a report says about itself: place of writing and, where the report carries one, its date.</summary>
public sealed class DatelineReader
{
    /// <returns>The dateline, and the day the report says it was published; each null where not found.</returns>
    public (Dateline? Dateline, DateOnly? Published) Read(Document document) => (null, null);
}
