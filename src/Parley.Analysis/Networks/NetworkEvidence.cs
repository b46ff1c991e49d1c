using System.Collections.Concurrent;

namespace Parley.Analysis.Networks;

/// <summary>The statements behind the ties and nodes of networks made of one table with one choice of settings.</summary>
public sealed class NetworkEvidence
{
    private readonly StatementTable table;
    private readonly NetworkSettings settings;
    private readonly ILookup<string, int> byRow;
    private readonly ILookup<string, int> byColumn;
    private readonly ConcurrentDictionary<(Network Network, string Row), (List<int>, ILookup<string, int>)> rows = new();

    /// <summary>Selects once, in time linear in the statements.</summary>
    /// <exception cref="NetworkException">An unknown variable.</exception>
    public NetworkEvidence(StatementTable table, NetworkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        (this.table, this.settings) = (table, settings);
        var kept = new StatementSelector().Select(table, settings).Kept;
        var (rows, columns) = (table.Variable(settings.Rows), table.Variable(settings.Columns));
        byRow = kept.ToLookup(rows.ValueOf, StringComparer.Ordinal);
        byColumn = kept.ToLookup(columns.ValueOf, StringComparer.Ordinal);
    }

    /// <summary>
    /// The statements that a tie counts, in order. One-mode: of either party on what both speak of; with congruence or conflict only those
    /// that agree or disagree at least in part with one of the other.
    /// </summary>
    public IReadOnlyList<int> Behind(Network network, Tie tie)
    {
        ArgumentNullException.ThrowIfNull(network);
        var columns = table.Variable(settings.Columns);
        var (row, mine) = Of(network, network.Rows[tie.Row]);
        if (network.Mode == NetworkMode.TwoMode)
            return [.. row.Where(s => columns.ValueOf(s) == network.Columns[tie.Column])];
        var (other, theirs) = Of(network, network.Columns[tie.Column]);
        List<int> behind =
        [
            .. row.Where(s => theirs[columns.ValueOf(s)].Any(t => Counts(s, t))),
            .. other.Where(s => mine[columns.ValueOf(s)].Any(t => Counts(s, t))),
        ];
        behind.Sort();
        return behind;
    }

    /// <summary>The statements of a row, and those on each column: kept, as a row has many ties.</summary>
    private (List<int> All, ILookup<string, int> ByColumn) Of(Network network, string row) => rows.GetOrAdd((network, row), key =>
    {
        var all = Within(key.Network, byRow[key.Row]);
        return (all, all.ToLookup(table.Variable(settings.Columns).ValueOf, StringComparer.Ordinal));
    });

    /// <summary>The statements of a node: a row, or a column of a two-mode network.</summary>
    public IReadOnlyList<int> Of(Network network, string label, bool column = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Within(network, (column ? byColumn : byRow)[label]);
    }

    private static long Second(DateTime time) => Seconds.Of(time);

    private List<int> Within(Network network, IEnumerable<int> statements)
    {
        var (start, stop) = (Second(network.Start), Second(network.Stop));
        return [.. statements.Where(s => table.Times[s] >= start && table.Times[s] <= stop)];
    }

    private bool Counts(int a, int b)
    {
        if (settings.Qualifier is not { } name || settings.Aggregation is not (Aggregation.Congruence or Aggregation.Conflict))
            return true;
        var qualifier = table.Variable(name);
        var same = qualifier.ValueOf(a) == qualifier.ValueOf(b);
        if (qualifier.Type == VariableType.Text || qualifier.Numbers.Count < 2)
            return same == (settings.Aggregation == Aggregation.Congruence);
        var apart = Math.Abs(qualifier.Numbers[qualifier.Codes[a]] - qualifier.Numbers[qualifier.Codes[b]]);
        return settings.Aggregation == Aggregation.Conflict ? apart > 0 : apart < qualifier.Numbers[^1] - qualifier.Numbers[0];
    }
}
