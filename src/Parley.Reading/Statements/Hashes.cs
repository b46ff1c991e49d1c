using System.Numerics;

namespace Parley.Reading.Statements;

/// <summary>Hashes of words and of features. Stable between runs and machines: models depend on them.</summary>
internal static class Hashes
{
    private const uint Start = 0x6D2B79F5u;

    /// <summary>FNV-1a over the lower-case letters, every digit read as 0.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            var letter = char.IsDigit(c) ? '0' : c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
            hash = (hash ^ letter) * 16777619u;
        }

        return Mix(hash);
    }

    public static uint Of(uint a, uint b) => Finish(Step(Step(Start, a), b));

    /// <summary>Takes one more value into a hash; cheap, and to be finished once.</summary>
    public static uint Step(uint hash, uint value) => (BitOperations.RotateLeft(hash, 5) ^ value) * 0x9E3779B1u;

    /// <summary>Brings the well mixed high bits down.</summary>
    public static uint Finish(uint hash) => hash ^ (hash >> 15);

    private static uint Mix(uint x)
    {
        x ^= x >> 16;
        x *= 0x7FEB352Du;
        x ^= x >> 15;
        x *= 0x846CA68Bu;
        return x ^ (x >> 16);
    }
}
