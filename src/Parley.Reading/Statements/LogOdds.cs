using System.Runtime.Intrinsics;

namespace Parley.Reading.Statements;

/// <summary>Probabilities as log odds in steps of a half: what a network is sure of becomes a feature to count.</summary>
internal static class LogOdds
{
    /// <summary>How many steps there are.</summary>
    public const int Steps = 33;

    /// <summary>The step of even odds, the middle one.</summary>
    public const int Even = Steps / 2;

    /// <summary>Sets scores to their exponents, the highest to one; those from a count on to nothing.</summary>
    /// <param name="scores">A multiple of eight.</param>
    public static void Raise(Span<float> scores, int count)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores[..count]) most = MathF.Max(most, score);
        scores[count..].Fill(-1e9f);
        for (var k = 0; k < scores.Length; k += Vector256<float>.Count)
            Vector256.Exp(Vector256.Create<float>(scores[k..]) - Vector256.Create(most)).CopyTo(scores[k..]);
    }

    /// <summary>The steps of shares in a sum.</summary>
    public static Vector256<int> StepsOf(Vector256<float> shares, float sum)
    {
        var (all, least) = (Vector256.Create(sum), Vector256.Create(1e-6f * sum));
        var odds = Vector256.Log((shares + least) / (Vector256.Max(all - shares, Vector256<float>.Zero) + least));
        var steps = (odds * 2) + Vector256.Create((float)Even);
        return Vector256.ConvertToInt32(Vector256.Round(Vector256.Clamp(steps, Vector256<float>.Zero, Vector256.Create(Steps - 1f))));
    }
}
