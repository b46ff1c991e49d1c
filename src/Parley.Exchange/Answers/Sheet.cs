using System.Collections.Immutable;

namespace Parley.Exchange.Answers;

/// <summary>An answer as a table: for the terminal, CSV and Markdown.</summary>
/// <param name="Empty">What to say where there are no rows.</param>
public sealed record Sheet(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Empty)
{
    /// <summary>A line above the table, such as what was counted; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Lines below the table, for what would fill it with empty cells.</summary>
    public ImmutableArray<string> Below { get; init; } = [];

    private static readonly ImmutableHashSet<string> Wide = ["Report", "Behind", "Copies", "Outlet", "Mode", "Since", "Entry before", "Other dates told"];

    /// <summary>Without the columns that only a program needs: for a terminal, where the words want the room.</summary>
    public Sheet Narrow()
    {
        var kept = Enumerable.Range(0, Columns.Length).Where(i => i == 0 || !Wide.Contains(Columns[i])).ToArray();
        return this with { Columns = [.. kept.Select(i => Columns[i])], Rows = [.. Rows.Select(r => (ImmutableArray<string>)[.. kept.Select(i => r[i])])] };
    }
}
