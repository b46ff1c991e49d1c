namespace Parley.Language.Parsing;

/// <summary>What of a configuration the next step is judged by: the vectors of eight words, and rows of a table for relations, distances,
/// numbers of children and pairs of tags.</summary>
internal sealed class StateFeatures
{
    /// <summary>Words whose vectors count: three of the stack, the next, and outer children of them.</summary>
    public const int Slots = 8;

    /// <summary>Rows of the table that a configuration has.</summary>
    public const int RowCount = 22;

    private const int Distances = 9;
    private const int Children = 4;
    private const int Presence = 3;
    private const int Parts = 18; // universal tags, and none
    private const int Labels = 10;

    private readonly int _relations;

    public StateFeatures(int relations)
    {
        _relations = relations + 1;
        Rows = Labels * _relations + 2 * Distances + 4 * Children + 4 * Presence + 2 * Parts * Parts;
    }

    /// <summary>Rows of the table in all.</summary>
    public int Rows { get; }

    /// <summary>Writes the features of a configuration.</summary>
    /// <param name="state">The configuration.</param>
    /// <param name="parts">The universal tags of the words.</param>
    /// <param name="words">Takes <see cref="Slots"/> words, <see cref="Configuration.None"/> for one that is missing or the root.</param>
    /// <param name="rows">Takes <see cref="RowCount"/> rows.</param>
    public void Write(Configuration state, ReadOnlySpan<int> parts, Span<int> words, Span<int> rows)
    {
        var (s0, s1, s2) = (state.Stack(0), state.Stack(1), state.Stack(2));
        var b0 = state.Next < state.Count ? state.Next : Configuration.None;
        var (s0l, s0r, s1l, s1r, b0l) = (state.Left1(s0), state.Right1(s0), state.Left1(s1), state.Right1(s1), state.Left1(b0));
        var root = state.Root;
        words[0] = Word(s0, root);
        words[1] = Word(s1, root);
        words[2] = Word(s2, root);
        words[3] = b0;
        words[4] = s0l;
        words[5] = s0r;
        words[6] = s1r;
        words[7] = b0l;

        var (at, start) = (0, 0);
        Relation(state, s0l, rows, ref at, ref start);
        Relation(state, state.Left2(s0), rows, ref at, ref start);
        Relation(state, s0r, rows, ref at, ref start);
        Relation(state, state.Right2(s0), rows, ref at, ref start);
        Relation(state, s1l, rows, ref at, ref start);
        Relation(state, s1r, rows, ref at, ref start);
        Relation(state, state.Right2(s1), rows, ref at, ref start);
        Relation(state, state.Right1(s2), rows, ref at, ref start);
        Relation(state, b0l, rows, ref at, ref start);
        Relation(state, state.Left2(b0), rows, ref at, ref start);
        Put(Distance(s0, b0, root), Distances, rows, ref at, ref start);
        Put(Distance(s1, s0, root), Distances, rows, ref at, ref start);
        Put(Math.Min(state.LeftCount(b0), Children - 1), Children, rows, ref at, ref start);
        Put(Math.Min(state.LeftCount(s0), Children - 1), Children, rows, ref at, ref start);
        Put(Math.Min(state.RightCount(s0), Children - 1), Children, rows, ref at, ref start);
        Put(Math.Min(state.RightCount(s1), Children - 1), Children, rows, ref at, ref start);
        Put(Kind(s0, root), Presence, rows, ref at, ref start);
        Put(Kind(s1, root), Presence, rows, ref at, ref start);
        Put(Kind(s2, root), Presence, rows, ref at, ref start);
        Put(Kind(b0, root), Presence, rows, ref at, ref start);
        Put(Part(s0, root, parts) * Parts + Part(b0, root, parts), Parts * Parts, rows, ref at, ref start);
        Put(Part(s1, root, parts) * Parts + Part(s0, root, parts), Parts * Parts, rows, ref at, ref start);
    }

    private void Relation(Configuration state, int word, Span<int> rows, ref int at, ref int start) =>
        Put(state.RelationOf(word), _relations, rows, ref at, ref start);

    private static void Put(int value, int size, Span<int> rows, ref int at, ref int start)
    {
        rows[at++] = start + value;
        start += size;
    }

    private static int Word(int word, int root) => word == root ? Configuration.None : word;

    private static int Kind(int word, int root) => word == Configuration.None ? 0 : word == root ? 1 : 2;

    private static int Part(int word, int root, ReadOnlySpan<int> parts) => word == Configuration.None || word == root ? Parts - 1 : parts[word];

    private static int Distance(int left, int right, int root)
    {
        if (left < 0 || right < 0 || left == root) return 0;
        return (right - left) switch { <= 4 and var d => d, <= 6 => 5, <= 9 => 6, <= 14 => 7, _ => 8 };
    }
}
