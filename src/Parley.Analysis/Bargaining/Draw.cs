namespace Parley.Analysis.Bargaining;

/// <summary>Draws that depend on a seed and on what they are for alone, so that the order and number of threads cannot matter (SplitMix64).</summary>
internal static class Draw
{
    /// <summary>A number from 0 up to 1.</summary>
    public static double Unit(ulong seed, int first, int second) =>
        (Mix(Mix(Mix(seed) + (ulong)(uint)first) + (ulong)(uint)second) >> 11) * (1.0 / (1UL << 53));

    public static int Choose(double[] probabilities, double at)
    {
        for (var i = 0; i < probabilities.Length - 1; i++)
        {
            at -= probabilities[i];
            if (at < 0)
                return i;
        }

        return probabilities.Length - 1;
    }

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
