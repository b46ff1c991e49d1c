namespace Parley.Analysis.Stability;

/// <summary>Decides R, GMR, SMR, SEQ and SSEQ for all states of an option-form model.</summary>
/// <remarks>
/// A sanction is as bad as the worst state the opponents can bring about. Taking states in ascending order of how bad they are for the
/// focal party and searching the opponents' moves backward, each state is reached first by its worst sanction; one pointer a class, which
/// only advances, makes the search linear. O(n S) a focal party and concept, times 2^k for k irreversible options of one decision maker.
/// </remarks>
internal sealed class OptionSolver
{
    private readonly OptionModel _model;
    private readonly MoveClasses[] _classes;
    private readonly bool _allFeasible;
    private readonly CancellationToken _cancellation;

    public OptionSolver(OptionModel model, CancellationToken cancellation)
    {
        _model = model;
        _cancellation = cancellation;
        var feasible = Feasible(model);
        _allFeasible = feasible is null;
        _classes = new MoveClasses[model.DecisionMakers.Length];
        for (var i = 0; i < _classes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rank = model.DecisionMakers[i].Preference.Rank(model, feasible);
            _classes[i] = new(model, i, rank, InOrder(rank));
        }
    }

    /// <summary>Ranks of the states for a decision maker; -1 where infeasible.</summary>
    public int[] RankOf(int decisionMaker) => _classes[decisionMaker].Rank;

    /// <summary>The states that hold for a decision maker, as flags.</summary>
    public ulong[] Stable(Concept concept, int focal)
    {
        if (concept == Concept.R) return Rational(focal);
        var (symmetric, credible) = (concept is Concept.Smr or Concept.Sseq, concept is Concept.Seq or Concept.Sseq);
        var badness = symmetric ? WithEscape(focal) : _classes[focal].Rank;
        var worst = !credible && _allFeasible && Opponents(focal).All(o => !o.HasOneWayMoves)
            ? WorstOfCoset(focal, badness)
            : WorstSanction(focal, badness, credible);
        return Sanctioned(focal, worst);
    }

    private static bool[]? Feasible(OptionModel model)
    {
        if (model.Infeasible.IsEmpty) return null;
        var feasible = new bool[model.StateCount];
        for (var s = 0u; s < feasible.Length; s++) feasible[s] = model.IsFeasible(s);
        return feasible;
    }

    private IEnumerable<MoveClasses> Opponents(int focal) => _classes.Where((_, i) => i != focal);

    // Feasible states in ascending order of a value that is -1 where they are not: a counting sort.
    private static int[] InOrder(int[] value)
    {
        var highest = -1;
        foreach (var v in value) highest = Math.Max(highest, v);
        var start = new int[highest + 2];
        foreach (var v in value)
            if (v >= 0) start[v + 1]++;
        for (var v = 0; v <= highest; v++) start[v + 1] += start[v];
        var sorted = new int[start[^1]];
        for (var s = 0; s < value.Length; s++)
            if (value[s] >= 0) sorted[start[value[s]]++] = s;
        return sorted;
    }

    private ulong[] Rational(int focal)
    {
        var classes = _classes[focal];
        var best = BestReachable(classes);
        var stable = Bits.For(_model.StateCount);
        for (var s = 0; s < _model.StateCount; s++)
            if (classes.Rank[s] >= 0 && best[classes.ClassOf(s)] <= classes.Rank[s]) Bits.Set(stable, s);
        return stable;
    }

    // The best rank a party reaches from each of its classes by one move, or by staying.
    private static int[] BestReachable(MoveClasses classes)
    {
        var best = new int[classes.ClassCount];
        Span<int> linked = stackalloc int[classes.MostLinked];
        for (var c = 0; c < best.Length; c++)
        {
            best[c] = -1;
            var found = classes.Linked(c, backward: false, linked);
            for (var k = 0; k < found; k++)
            {
                var count = classes.Count[linked[k]];
                if (count > 0) best[c] = Math.Max(best[c], classes.Rank[classes.Sorted[classes.StartOf(linked[k]) + count - 1]]);
            }
        }

        return best;
    }

    private int[] WithEscape(int focal)
    {
        var classes = _classes[focal];
        var best = BestReachable(classes);
        var badness = new int[_model.StateCount];
        for (var s = 0; s < badness.Length; s++)
            badness[s] = classes.Rank[s] < 0 ? -1 : best[classes.ClassOf(s)];
        return badness;
    }

    // All feasible, all reversible: the opponents can bring about anything in which the focal party's options are as they are.
    private int[] WorstOfCoset(int focal, int[] badness)
    {
        var own = _model.MaskOf(focal);
        var worst = new int[_model.StateCount];
        Array.Fill(worst, int.MaxValue);
        for (var s = 0u; s < worst.Length; s++) worst[s & own] = Math.Min(worst[s & own], badness[s]);
        for (var s = (uint)worst.Length; s-- > 0;) worst[s] = worst[s & own];
        return worst;
    }

    private int[] WorstSanction(int focal, int[] badness, bool credible)
    {
        var opponents = Opponents(focal).ToArray();
        var next = opponents.Select(o => new int[o.ClassCount]).ToArray();
        Span<int> linked = stackalloc int[opponents.Max(o => o.MostLinked)];
        var worst = new int[_model.StateCount];
        Array.Fill(worst, -1);
        var stack = new int[_model.StateCount];
        foreach (var start in InOrder(badness))
        {
            if (worst[start] >= 0) continue;
            if ((start & 0xFFFF) == 0) _cancellation.ThrowIfCancellationRequested();
            var height = 0;
            worst[start] = badness[start];
            stack[height++] = start;
            while (height > 0)
            {
                var reached = stack[--height];
                for (var j = 0; j < opponents.Length; j++)
                {
                    var classes = opponents[j];
                    var bound = credible ? classes.Rank[reached] : int.MaxValue;
                    var found = classes.Linked(classes.ClassOf(reached), backward: true, linked);
                    for (var k = 0; k < found; k++)
                    {
                        var (c, pointer) = (linked[k], next[j][linked[k]]);
                        var (offset, count) = (classes.StartOf(c), classes.Count[c]);
                        while (pointer < count && classes.Rank[classes.Sorted[offset + pointer]] < bound)
                        {
                            var before = classes.Sorted[offset + pointer++];
                            if (worst[before] >= 0) continue;
                            worst[before] = badness[start];
                            stack[height++] = before;
                        }

                        next[j][c] = pointer;
                    }
                }
            }
        }

        return worst;
    }

    // A state holds if no improvement leads to where the worst sanction is still better than the state itself.
    private ulong[] Sanctioned(int focal, int[] worst)
    {
        var classes = _classes[focal];
        var stable = Bits.For(_model.StateCount);
        var best = new int[_model.StateCount]; // at each place of a class, the largest worst sanction from there on
        for (var c = 0; c < classes.ClassCount; c++)
        {
            var (offset, most) = (classes.StartOf(c), -1);
            for (var k = classes.Count[c] - 1; k >= 0; k--)
                best[offset + k] = most = Math.Max(most, worst[classes.Sorted[offset + k]]);
        }

        Span<int> linked = stackalloc int[classes.MostLinked];
        for (var c = 0; c < classes.ClassCount; c++)
        {
            var found = classes.Linked(c, backward: false, linked);
            var offset = classes.StartOf(c);
            for (var k = 0; k < classes.Count[c]; k++)
            {
                var state = classes.Sorted[offset + k];
                var rank = classes.Rank[state];
                var holds = true;
                for (var l = 0; l < found && holds; l++)
                {
                    var place = FirstBetter(classes, linked[l], rank);
                    holds = place < 0 || best[place] <= rank;
                }

                if (holds) Bits.Set(stable, state);
            }
        }

        return stable;
    }

    // The place of the first state of a class that is better than a rank, by binary search; -1 where there is none.
    private static int FirstBetter(MoveClasses classes, int c, int rank)
    {
        var (offset, low, high) = (classes.StartOf(c), 0, classes.Count[c]);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (classes.Rank[classes.Sorted[offset + middle]] > rank) high = middle;
            else low = middle + 1;
        }

        return low < classes.Count[c] ? offset + low : -1;
    }
}
