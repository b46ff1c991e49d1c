namespace Parley.Analysis.Networks;

/// <summary>
/// How alike two levels of a qualifier are, from 0 to 1. Numbers are alike by their distance within the range in use, names only if the same.
/// </summary>
internal sealed class LevelScale
{
    private readonly IReadOnlyList<int> numbers;
    private readonly double range;
    private readonly bool byIndex;

    private LevelScale(int count, IReadOnlyList<int> numbers, int[] codes, VariableType type, double range, bool byIndex)
    {
        Count = count;
        this.numbers = numbers;
        LevelOfCode = codes;
        Nominal = type == VariableType.Text;
        Boolean = type == VariableType.Boolean;
        this.range = range;
        this.byIndex = byIndex;
    }

    /// <summary>How many levels are in use (always 2 for a boolean qualifier, 1 without one).</summary>
    public int Count { get; }

    /// <summary>For each level of the variable its index among those in use, or −1.</summary>
    public int[] LevelOfCode { get; }

    /// <summary>Names rather than numbers.</summary>
    public bool Nominal { get; }

    /// <summary>Conflict over names is use by one side only.</summary>
    public bool OneSidedConflict => Nominal && !byIndex;

    public bool Boolean { get; }

    /// <summary>Whether congruence is the plain product of equal levels.</summary>
    public bool Identity => OneSidedConflict || (Count <= 2 && range > 0);

    /// <summary>The number that a level stands for.</summary>
    public int Number(int level) => numbers[level];

    public double Similarity(int a, int b)
    {
        if (byIndex)
            return 1 - (Math.Abs(a - b) / (double)(Count - 1));
        if (Nominal)
            return a == b ? 1 : 0;
        return range == 0 ? 1 : 1 - (Math.Abs(numbers[a] - numbers[b]) / range);
    }

    /// <summary>The scale of a selection's qualifier. Kernels of the compatible convention measure by index instead of value.</summary>
    public static LevelScale Of(StatementSelection selection, NetworkSettings settings, bool kernel)
    {
        if (settings.Qualifier is not { } name)
            return new(1, [0], [0], VariableType.Text, 1, byIndex: false);
        var variable = selection.Table.Variable(name);
        var byIndex = kernel && settings.Compatible;
        if (variable.Type == VariableType.Boolean)
            return new(2, [0, 1], [0, 1], VariableType.Boolean, 1, byIndex);
        var used = new bool[variable.Levels.Count];
        foreach (var s in variable.OfDocument ? selection.Kept : selection.Original)
            used[variable.Codes[s]] = true;
        var codes = new int[used.Length];
        var numbers = new List<int>();
        var count = 0;
        for (var c = 0; c < used.Length; c++)
        {
            codes[c] = used[c] ? count++ : -1;
            if (used[c] && variable.Type == VariableType.Integer)
                numbers.Add(variable.Numbers[c]);
        }

        var range = numbers.Count > 0 ? (double)numbers[^1] - numbers[0] : 1;
        if (range == 0 && settings.Compatible && settings.Mode == NetworkMode.OneMode)
            range = double.NaN;
        return new(Math.Max(1, count), numbers, codes, variable.Type, range, byIndex);
    }
}
