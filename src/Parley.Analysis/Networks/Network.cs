namespace Parley.Analysis.Networks;

/// <summary>A weighted network: labels and a matrix, row by row. One-mode networks are symmetric with a zero diagonal.</summary>
public sealed class Network
{
    internal Network(IReadOnlyList<string> rows, IReadOnlyList<string> columns, double[] weights)
    {
        Rows = rows;
        Columns = columns;
        Weights = weights;
    }

    public required NetworkMode Mode { get; init; }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>First moment that the network covers, UTC.</summary>
    public required DateTime Start { get; init; }

    public required DateTime Middle { get; init; }

    /// <summary>Last moment that the network covers, UTC.</summary>
    public required DateTime Stop { get; init; }

    /// <summary>How many statements it counts.</summary>
    public required int StatementCount { get; init; }

    /// <summary>Whether all weights are whole numbers by construction.</summary>
    public required bool WholeNumbers { get; init; }

    public required Aggregation Aggregation { get; init; }

    /// <summary>How many of the statements name each row.</summary>
    public required IReadOnlyList<int> RowCounts { get; init; }

    /// <summary>How many of the statements name each column.</summary>
    public required IReadOnlyList<int> ColumnCounts { get; init; }

    internal double[] Weights { get; }

    public double this[int row, int column] => Weights[(row * Columns.Count) + column];

    public ReadOnlySpan<double> Row(int row) => Weights.AsSpan(row * Columns.Count, Columns.Count);

    /// <summary>The ties that are not zero; in a one-mode network each pair once, row before column.</summary>
    public IEnumerable<Tie> Ties()
    {
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = Mode == NetworkMode.OneMode ? row + 1 : 0; column < Columns.Count; column++)
            {
                var weight = this[row, column];
                if (weight != 0)
                    yield return new(row, column, weight);
            }
        }
    }

    /// <summary>The same network with its weights divided by their sum; unchanged where the sum is zero.</summary>
    public Network SummingToOne()
    {
        var sum = Weights.Sum();
        return sum == 0 ? this : With([.. Weights.Select(w => w / sum)]);
    }

    internal Network With(double[] weights) => new(Rows, Columns, weights)
    {
        Mode = Mode,
        Start = Start,
        Middle = Middle,
        Stop = Stop,
        StatementCount = StatementCount,
        WholeNumbers = false,
        Aggregation = Aggregation,
        RowCounts = RowCounts,
        ColumnCounts = ColumnCounts,
    };
}

/// <summary>A tie from a row to a column, by index.</summary>
public readonly record struct Tie(int Row, int Column, double Weight);
