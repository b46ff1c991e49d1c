namespace Parley.Analysis.Networks;

/// <summary>Where a statement stands, for the order of statements: report, character offsets, and its own number.</summary>
public readonly record struct StatementPlace(int Document, int Start, int Stop, int Id);

/// <summary>
/// Statements of one kind as columns, ordered by (time, document, start, stop, id) whatever order they come in.
/// Times are seconds since 1970-01-01 UTC.
/// </summary>
public sealed class StatementTable
{
    private readonly Dictionary<string, StatementVariable> variables = new(StringComparer.Ordinal);

    /// <param name="times">Seconds since 1970-01-01 UTC, one for every statement.</param>
    /// <param name="places">Report and offsets, one for every statement.</param>
    /// <param name="variables">Columns of the same length.</param>
    /// <exception cref="NetworkException">A column of another length, or two of one name.</exception>
    public StatementTable(IReadOnlyList<long> times, IReadOnlyList<StatementPlace> places, IReadOnlyList<StatementVariable> variables)
    {
        if (places.Count != times.Count)
            throw new NetworkException($"{times.Count} times but {places.Count} places");
        SourceRows = Order(times, places);
        var sorted = IsIdentity(SourceRows);
        Times = new long[times.Count];
        Places = new StatementPlace[times.Count];
        for (var i = 0; i < Times.Length; i++)
        {
            Times[i] = times[SourceRows[i]];
            Places[i] = places[SourceRows[i]];
        }

        foreach (var variable in variables)
        {
            if (variable.Codes.Length != times.Count)
                throw new NetworkException($"'{variable.Name}' has {variable.Codes.Length} values for {times.Count} statements");
            if (!this.variables.TryAdd(variable.Name, sorted ? variable : variable.Reordered(SourceRows)))
                throw new NetworkException($"two variables are named '{variable.Name}'");
        }
    }

    public int Count => Times.Length;

    public IEnumerable<StatementVariable> Variables => variables.Values;

    /// <summary>For every statement in order, its index in the input.</summary>
    internal int[] SourceRows { get; }

    internal long[] Times { get; }

    internal StatementPlace[] Places { get; }

    public DateTime TimeOf(int statement) => DateTime.UnixEpoch.AddSeconds(Times[statement]);

    public StatementPlace PlaceOf(int statement) => Places[statement];

    /// <summary>The index that the statement had in the input.</summary>
    public int SourceRowOf(int statement) => SourceRows[statement];

    /// <exception cref="NetworkException">No such variable.</exception>
    public StatementVariable Variable(string name) => variables.TryGetValue(name, out var variable)
        ? variable
        : throw new NetworkException($"no variable '{name}'; there are {string.Join(", ", variables.Keys)}");

    private static int[] Order(IReadOnlyList<long> times, IReadOnlyList<StatementPlace> places)
    {
        int Compare(int a, int b)
        {
            var (x, y) = (places[a], places[b]);
            var order = times[a].CompareTo(times[b]);
            if (order == 0)
                order = x.Document.CompareTo(y.Document);
            if (order == 0)
                order = x.Start.CompareTo(y.Start);
            if (order == 0)
                order = x.Stop.CompareTo(y.Stop);
            if (order == 0)
                order = x.Id.CompareTo(y.Id);
            return order == 0 ? a.CompareTo(b) : order;
        }

        var rows = new int[times.Count];
        var ascending = true;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            ascending &= i == 0 || Compare(i - 1, i) < 0;
        }

        if (!ascending)
            Array.Sort(rows, Compare);
        return rows;
    }

    private static bool IsIdentity(int[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i)
                return false;
        }

        return true;
    }
}
