using Parley.Language.Parsing;

namespace Parley.Training.Language;

/// <summary>The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs a step puts out of reach.</summary>
/// <param name="heads">Gold heads of a projective tree; the root's is the root's name, the number of words.</param>
/// <param name="relations">Gold relations, numbered from 1.</param>
internal sealed class Oracle(int[] heads, int[] relations, Steps steps, int aside, int root)
{
    /// <summary>Writes the steps that lose least.</summary>
    public void Best(Configuration state, List<int> best)
    {
        best.Clear();
        var least = int.MaxValue;
        if (state.CanShift) Offer(Steps.Shift, ShiftCost(state), ref least, best);
        if (state.CanGoLeft) Offer(steps.Left(Relation(state.Stack(0), state.Next)), LeftCost(state), ref least, best);
        if (state.CanGoRight) Offer(steps.Right(Relation(state.Stack(0), state.Stack(1))), RightCost(state), ref least, best);
    }

    private static void Offer(int step, int cost, ref int least, List<int> best)
    {
        if (cost > least) return;
        if (cost < least) best.Clear();
        least = cost;
        best.Add(step);
    }

    /// <summary>The relation to give: the gold one, but never "root" to a word that has a head.</summary>
    private int Relation(int word, int head) => relations[word] == root && head != heads.Length ? aside : relations[word];

    private int ShiftCost(Configuration state)
    {
        var cost = 0;
        for (var n = 0; n < state.Depth; n++)
        {
            var word = state.Stack(n);
            if (word != state.Root && heads[word] == state.Next) cost++;
            if (n > 0 && heads[state.Next] == word) cost++;
        }

        return cost;
    }

    private int LeftCost(Configuration state)
    {
        var word = state.Stack(0);
        var cost = Dependents(state, word);
        return heads[word] == state.Stack(1) || heads[word] > state.Next && heads[word] < state.Count ? cost + 1 : cost;
    }

    private int RightCost(Configuration state)
    {
        var word = state.Stack(0);
        var cost = Dependents(state, word);
        return heads[word] >= state.Next && heads[word] < state.Count ? cost + 1 : cost;
    }

    /// <summary>Words still to come whose head this is.</summary>
    private int Dependents(Configuration state, int head)
    {
        var count = 0;
        for (var word = state.Next; word < state.Count; word++)
            if (heads[word] == head) count++;
        return count;
    }
}
