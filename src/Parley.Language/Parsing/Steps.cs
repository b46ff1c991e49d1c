namespace Parley.Language.Parsing;

/// <summary>Numbers the steps of a parse: 0 shifts, 1 … n go left with relation 1 … n, n + 1 … 2n go right.</summary>
internal sealed class Steps(string[] relations)
{
    public const int Shift = 0;

    private readonly int _root = Array.IndexOf(relations, ParserModel.RootRelation) + 1;

    public int Relations { get; } = relations.Length;

    public int Count { get; } = 1 + 2 * relations.Length;

    public int Left(int relation) => relation;

    public int Right(int relation) => Relations + relation;

    /// <summary>The only step that can be taken, or -1 where there is a choice.</summary>
    public int Forced(Configuration state)
    {
        if (state.Depth == 1) return Shift;
        return state.Depth == 2 && state.Next == state.Count ? Right(_root) : -1;
    }

    /// <summary>The best step that can be taken, where there is a choice.</summary>
    public int Best(Configuration state, ReadOnlySpan<float> scores)
    {
        var best = -1;
        if (state.CanShift) best = Shift;
        if (state.CanGoLeft) Better(scores, 1, ref best);
        if (state.CanGoRight) Better(scores, Relations + 1, ref best);
        return best;
    }

    /// <summary>Whether a step can be taken, where there is a choice: the root is never given by one.</summary>
    public bool Allowed(Configuration state, int step)
    {
        if (step == Shift) return state.CanShift;
        return step <= Relations ? step != _root && state.CanGoLeft : step != Relations + _root && state.CanGoRight;
    }

    public void Take(Configuration state, int step)
    {
        if (step == Shift) state.Shift();
        else if (step <= Relations) state.GoLeft(step);
        else state.GoRight(step - Relations);
    }

    private void Better(ReadOnlySpan<float> scores, int from, ref int best)
    {
        for (var step = from; step < from + Relations; step++)
            if ((best < 0 || scores[step] > scores[best]) && step != from + _root - 1) best = step;
    }
}
