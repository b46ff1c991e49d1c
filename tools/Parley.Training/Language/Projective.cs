namespace Parley.Training.Language;

/// <summary>Makes a tree projective by lifting the shortest crossing arcs to their head's head (Nivre and Nilsson 2005), without marks.</summary>
internal static class Projective
{
    /// <summary>Heads that cross nothing; the root's is -1.</summary>
    public static int[] Lift(IReadOnlyList<int> heads)
    {
        int[] lifted = [.. heads];
        while (ShortestCrossing(lifted) is var word and >= 0) lifted[word] = lifted[lifted[word]];
        return lifted;
    }

    private static int ShortestCrossing(int[] heads)
    {
        var (best, length) = (-1, int.MaxValue);
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] < 0) continue;
            var (low, high) = (Math.Min(i, heads[i]), Math.Max(i, heads[i]));
            if (high - low < length && Crosses(heads, low, high)) (best, length) = (i, high - low);
        }

        return best;
    }

    /// <summary>Whether some word between is not below the arc's head: its head, or the root's place before the sentence, lies outside.</summary>
    private static bool Crosses(int[] heads, int low, int high)
    {
        for (var k = low + 1; k < high; k++)
            if (heads[k] < low || heads[k] > high) return true;
        return false;
    }
}
