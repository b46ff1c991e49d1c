using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>The nodes of a network in one list: rows, then the columns of a two-mode network.</summary>
internal sealed record NodeList(IReadOnlyList<(string Label, string Variable, int Count, bool IsRow)> Nodes, int ColumnOffset)
{
    public static NodeList Of(Network network, NetworkSettings settings)
    {
        var rows = network.Rows.Select((label, i) => (label, settings.Rows, network.RowCounts[i], true));
        return network.Mode == NetworkMode.OneMode
            ? new([.. rows], 0)
            : new([.. rows, .. network.Columns.Select((label, i) => (label, settings.Columns, network.ColumnCounts[i], false))], network.Rows.Count);
    }

    /// <summary>Green for agreement, red for conflict, blue for both; black where nothing is said of either.</summary>
    public static string Colour(double weight, Aggregation aggregation) => aggregation switch
    {
        Aggregation.Combine => weight switch { 1 => "#00ff00", 2 => "#ff0000", 3 => "#0000ff", _ => "#000000" },
        Aggregation.Subtract => weight > 0 ? "#00ff00" : "#ff0000",
        Aggregation.Congruence => "#00ff00",
        Aggregation.Conflict => "#ff0000",
        _ => "#000000",
    };
}
