namespace Parley.Analysis.Networks;

/// <summary>From first to last second that a network covers, and the moment it stands for.</summary>
internal readonly record struct Interval(long Start, long Stop, long Middle)
{
    public static Interval Between(long start, long stop) => new(start, stop, start + ((stop - start) >> 1));
}

/// <summary>Makes networks of parts of one selection: the whole, a window, or a kernel's weighting.</summary>
internal sealed class NetworkMaker
{
    private readonly NetworkSettings settings;
    private readonly LevelScale scale;
    private readonly StatementVariable rowVariable;
    private readonly StatementVariable columnVariable;
    private readonly int[] rowCodes;
    private readonly int[] columnCodes;
    private readonly int[]? levelCodes;
    private readonly bool[]? allRows;
    private readonly bool[]? allColumns;

    public NetworkMaker(StatementSelection selection, NetworkSettings settings, bool kernel)
    {
        this.settings = settings;
        scale = LevelScale.Of(selection, settings, kernel);
        rowVariable = selection.Table.Variable(settings.Rows);
        columnVariable = selection.Table.Variable(settings.Columns);
        (rowCodes, columnCodes) = (rowVariable.Codes, columnVariable.Codes);
        levelCodes = settings.Qualifier is { } q ? selection.Table.Variable(q).Codes : null;
        if (!settings.Isolates)
            return;
        allRows = Used(selection.Original, rowVariable);
        allColumns = Used(selection.Original, columnVariable);
    }

    /// <param name="statements">The statements to count, as indexes into the table.</param>
    /// <param name="weights">A kernel's weight for each, or none to count each once.</param>
    /// <param name="times">How many statements each stands for, or none for one.</param>
    public Network Make(ReadOnlySpan<int> statements, ReadOnlySpan<double> weights, Interval interval, CancellationToken cancellationToken, int[]? times = null)
    {
        var rows = new NodeSet(rowVariable, allRows ?? Used(statements, rowVariable));
        var columns = new NodeSet(columnVariable, allColumns ?? Used(statements, columnVariable));
        var row = new int[statements.Length];
        var feature = new int[statements.Length];
        var worth = times is { Length: > 0 } ? Array.ConvertAll(times, static t => (double)t) : [];
        for (var i = 0; i < statements.Length; i++)
        {
            var s = statements[i];
            var level = levelCodes is null ? 0 : scale.LevelOfCode[levelCodes[s]];
            var column = columns.NodeOfCode[columnCodes[s]];
            row[i] = rows.NodeOfCode[rowCodes[s]];
            feature[i] = (column * scale.Count) + level;
            var count = worth.Length > 0 ? times![i] : 1;
            rows.Counts[row[i]] += count;
            columns.Counts[column] += count;
        }

        var oneMode = settings.Mode == NetworkMode.OneMode;
        UsageMatrix Count(ReadOnlySpan<double> worth) =>
            UsageMatrix.Count(row, feature, worth, rows.Labels.Length, columns.Labels.Length * scale.Count);
        var matrix = (oneMode, weights.IsEmpty) switch
        {
            (false, _) => new TwoModeWeights(settings, scale).Of(Count(weights.IsEmpty ? worth : weights), columns.Labels.Length),
            (true, true) => new OneModeWeights(settings, scale).Of(Count(worth), null, cancellationToken),
            _ => new KernelWeights(settings, scale).Of(Count(weights), Count(Roots(weights)), Count([]), cancellationToken),
        };
        return new(rows.Labels, oneMode ? rows.Labels : columns.Labels, matrix)
        {
            Mode = settings.Mode,
            Start = Seconds.ToTime(interval.Start),
            Middle = Seconds.ToTime(interval.Middle),
            Stop = Seconds.ToTime(interval.Stop),
            StatementCount = worth.Length > 0 ? times!.Sum() : statements.Length,
            WholeNumbers = weights.IsEmpty && settings.Normalisation == Normalisation.None
                && (!oneMode || settings.Aggregation == Aggregation.Ignore || scale.Boolean || scale.Nominal),
            Aggregation = settings.Aggregation,
            RowCounts = rows.Counts,
            ColumnCounts = oneMode ? rows.Counts : columns.Counts,
        };
    }

    private static double[] Roots(ReadOnlySpan<double> weights)
    {
        var roots = new double[weights.Length];
        for (var i = 0; i < roots.Length; i++)
            roots[i] = Math.Sqrt(weights[i]);
        return roots;
    }

    private static bool[] Used(ReadOnlySpan<int> statements, StatementVariable variable)
    {
        var used = new bool[variable.Levels.Count];
        var codes = variable.Codes;
        foreach (var s in statements)
            used[codes[s]] = true;
        if (variable.Levels is ["", ..])
            used[0] = false;
        return used;
    }

    private sealed class NodeSet
    {
        public NodeSet(StatementVariable variable, bool[] used)
        {
            var labels = new List<string>();
            NodeOfCode = new int[used.Length];
            for (var c = 0; c < used.Length; c++)
            {
                NodeOfCode[c] = used[c] ? labels.Count : -1;
                if (used[c])
                    labels.Add(variable.Levels[c]);
            }

            Labels = [.. labels];
            Counts = new int[Labels.Length];
        }

        public string[] Labels { get; }

        public int[] NodeOfCode { get; }

        public int[] Counts { get; }
    }
}
