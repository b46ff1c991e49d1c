using System.Collections.Immutable;

namespace Parley.Exchange.Answers;

/// <summary>An answer as a table: for the terminal, CSV and Markdown.</summary>
/// <param name="Empty">What to say where there are no rows.</param>
public sealed record Sheet(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Empty)
{
    /// <summary>A line above the table, such as what was counted; null for none.</summary>
    public string? Note { get; init; }
}
