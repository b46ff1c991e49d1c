using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Finds TIMEX3 expressions and resolves them against the publication date.</summary>
public sealed class DateReader
{
    /// <param name="document">The report, analysed.</param>
    /// <param name="published">The day relative dates count from; without it they stay unresolved.</param>
    public ImmutableArray<DateExpression> Read(Document document, DateOnly? published) => [];
}
