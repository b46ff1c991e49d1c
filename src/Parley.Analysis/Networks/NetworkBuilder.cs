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
        var maker = new NetworkMaker(selection, settings, kernel: false);
        return maker.Make(selection.Kept, [], Interval.Between(selection.StartSecond, selection.StopSecond), cancellationToken);
    }
}
