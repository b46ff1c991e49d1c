namespace Parley.Analysis.Networks;

/// <summary>How often each value of a variable occurs at each level of the qualifier.</summary>
public sealed record BarCounts(IReadOnlyList<string> Labels, IReadOnlyList<string> Levels, IReadOnlyList<IReadOnlyList<int>> Counts);

/// <summary>Counts statements for a bar chart. Repetitions are judged by value and level alone, whoever says them.</summary>
public sealed class BarCounter
{
    /// <param name="settings">Rows and qualifier say what to count; dates, exclusions and duplicates what to leave out.</param>
    /// <exception cref="NetworkException">An unknown variable.</exception>
    public BarCounts Count(StatementTable table, NetworkSettings settings)
    {
        var rows = table.Variable(settings.Rows);
        var qualified = settings.Qualifier is null ? Aggregation.Ignore : Aggregation.Congruence;
        var selection = new StatementSelector().Select(table, settings with { Columns = settings.Rows, Aggregation = qualified });
        var scale = LevelScale.Of(selection, settings, kernel: false);
        var qualifier = settings.Qualifier is { } q ? table.Variable(q) : null;
        var counts = new int[rows.Levels.Count][];
        foreach (var s in settings.Isolates ? selection.Original : selection.Kept)
            counts[rows.Codes[s]] ??= new int[scale.Count];
        foreach (var s in selection.Kept)
            counts[rows.Codes[s]][qualifier is null ? 0 : scale.LevelOfCode[qualifier.Codes[s]]]++;
        int[] used = [.. Enumerable.Range(0, counts.Length).Where(c => counts[c] is not null && rows.Levels[c].Length > 0)];
        var levels = qualifier is null ? ["statements"] : qualifier.Levels.Where((_, c) => scale.LevelOfCode[c] >= 0).ToArray();
        return new([.. used.Select(c => rows.Levels[c])], levels, [.. used.Select(c => counts[c])]);
    }
}
