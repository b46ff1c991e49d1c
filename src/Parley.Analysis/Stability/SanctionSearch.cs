namespace Parley.Analysis.Stability;

/// <summary>What the opponents of one decision maker can bring about while its own options stay as they are.</summary>
/// <remarks>
/// A sanction is as bad as the worst state the opponents can bring about. Taking states in ascending order of how bad they are for the
/// focal party and searching the opponents' moves backward, each state is reached first by its worst sanction; one pointer a class, which
/// only advances, makes the search linear. Since opponents never touch the focal party's options, the search is done for each choice of
/// these apart, on a part of the states small enough for a processor's cache.
/// </remarks>
internal sealed class SanctionSearch
{
    private readonly Opponent[] _opponents;
    private readonly KeySort _sort;
    private readonly int[] _stack;
    private readonly int[] _before;

    /// <param name="model">The conflict.</param>
    /// <param name="focal">The party that is deterred.</param>
    /// <param name="others">The options of all others; states are numbered by these alone.</param>
    public SanctionSearch(OptionModel model, int focal, uint others)
    {
        var states = 1 << System.Numerics.BitOperations.PopCount(others);
        Worst = new int[states];
        _stack = new int[states];
        _sort = new(states);
        _opponents = [.. Enumerable.Range(0, model.DecisionMakers.Length).Where(j => j != focal).Select(j => new Opponent(j, new(model, j, others), states))];
        _before = new int[_opponents.Max(o => o.Classes.MostBefore)];
        HasOneWayMoves = _opponents.Any(o => o.Classes.HasOneWayMoves);
    }

    /// <summary>For each state the worst that can follow, itself included; -1 where infeasible.</summary>
    public int[] Worst { get; }

    public bool HasOneWayMoves { get; }

    /// <summary>Takes a part of the states: those at <paramref name="places"/>, in the order of their numbers.</summary>
    public void Enter(IReadOnlyList<int[]> ranks, ReadOnlySpan<int> places)
    {
        foreach (var opponent in _opponents)
        {
            var rank = ranks[opponent.DecisionMaker];
            for (var s = 0; s < places.Length; s++) opponent.Rank[s] = rank[places[s]];
            opponent.Fill(_sort.Order(opponent.Rank));
        }
    }

    /// <summary>Finds <see cref="Worst"/>.</summary>
    /// <param name="badness">How bad each state is for the focal party, ascending; -1 where infeasible.</param>
    /// <param name="credible">Whether each move of an opponent must be a gain of its own.</param>
    public void Run(ReadOnlySpan<int> badness, bool credible)
    {
        foreach (var opponent in _opponents) opponent.Rewind();
        Array.Fill(Worst, -1);
        foreach (var start in _sort.Order(badness))
        {
            if (Worst[start] >= 0) continue;
            var height = 0;
            Worst[start] = badness[start];
            _stack[height++] = start;
            while (height > 0)
            {
                var reached = _stack[--height];
                foreach (var opponent in _opponents)
                {
                    var bound = credible ? opponent.Rank[reached] : int.MaxValue;
                    var found = opponent.Classes.Before(opponent.Classes.ClassOf(reached), _before);
                    for (var k = 0; k < found; k++)
                    {
                        ref var next = ref opponent.Next[_before[k]];
                        var end = opponent.End[_before[k]];
                        while (next < end && opponent.Rank[opponent.Sorted[next]] < bound)
                        {
                            var from = opponent.Sorted[next++];
                            if (Worst[from] >= 0) continue;
                            Worst[from] = badness[start];
                            _stack[height++] = from;
                        }
                    }
                }
            }
        }
    }

    /// <summary>A party's states by class and, within it, in ascending rank, with a pointer into each class.</summary>
    private sealed class Opponent(int decisionMaker, MoveClasses classes, int states)
    {
        private readonly int[] _start = new int[classes.ClassCount];

        public int DecisionMaker { get; } = decisionMaker;

        public MoveClasses Classes { get; } = classes;

        public int[] Rank { get; } = new int[states];

        public int[] Sorted { get; } = new int[states];

        public int[] Next { get; } = new int[classes.ClassCount];

        public int[] End { get; } = new int[classes.ClassCount];

        public void Fill(ReadOnlySpan<int> byRank)
        {
            var width = states / Classes.ClassCount;
            for (var c = 0; c < _start.Length; c++) End[c] = _start[c] = c * width;
            foreach (var state in byRank) Sorted[End[Classes.ClassOf(state)]++] = state;
        }

        public void Rewind() => _start.CopyTo(Next, 0);
    }
}
