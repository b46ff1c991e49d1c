namespace Parley.Analysis.Networks;

/// <summary>Computes one network from all statements that the settings keep.</summary>
public sealed class NetworkBuilder
{
    /// <summary>
    /// Linear in the statements; a one-mode network then takes for each column the square of the rows that use it, and a cell for each
    /// pair of rows.
    /// </summary>
    /// <exception cref="NetworkException">Settings that contradict each other or the table.</exception>
    public Network Build(StatementTable table, NetworkSettings settings, CancellationToken cancellationToken = default)
    {
        settings.Check(table);
        var selection = new StatementSelector().Select(table, settings);
        return Make(selection, [], settings, cancellationToken);
    }

    /// <summary>The same network from a table whose rows each stand for several like statements: linear in the rows.</summary>
    /// <param name="times">How many statements each row of the input stands for.</param>
    /// <exception cref="NetworkException">Settings that contradict each other or the table, or another number of counts than of rows.</exception>
    public Network Build(StatementTable table, IReadOnlyList<int> times, NetworkSettings settings, CancellationToken cancellationToken = default)
    {
        settings.Check(table);
        if (times.Count != table.Count)
            throw new NetworkException($"{times.Count} counts but {table.Count} rows");
        var selection = new StatementSelector().Select(table, settings);
        return Make(selection, [.. selection.Kept.Select(s => times[table.SourceRowOf(s)])], settings, cancellationToken);
    }

    private static Network Make(StatementSelection selection, int[] times, NetworkSettings settings, CancellationToken cancellationToken) =>
        new NetworkMaker(selection, settings, kernel: false)
            .Make(selection.Kept, [], Interval.Between(selection.StartSecond, selection.StopSecond), cancellationToken, times);
}
