using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>Carries what words say along the sentence, to the right in one half of a vector and to the left in the other.</summary>
/// <remarks>
/// At each word a gate says how much is kept of what was carried there and how much of the word's own candidate is taken in:
/// <c>h = f h' + (1 - f) z</c>, a simple recurrent unit (Lei et al. 2018) without its inner recurrence, so that all the multiplying is
/// one dense layer over the sentence. A word's row of gates holds z and f of the way right, then z and f of the way left.
/// </remarks>
internal static class Sweep
{
    /// <summary>Turns gates into what is carried, and leaves the squashed gates f, between 0 and 1, in their place.</summary>
    /// <param name="gates">Rows of 2 × width.</param>
    /// <param name="carried">Takes rows of width.</param>
    /// <param name="width">A multiple of sixteen.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Span<float> gates, Span<float> carried, int width)
    {
        var count = carried.Length / width;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count * 2 * width, gates.Length);
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var c = ref MemoryMarshal.GetReference(carried);
        var half = (nuint)width / 2;
        for (nuint i = 0; i < half; i += 8)
        {
            var held = Vector256<float>.Zero;
            for (var word = 0; word < count; word++) Step(ref g, ref c, (nuint)(word * 2 * width) + i, half, (nuint)(word * width) + i, ref held);
            held = Vector256<float>.Zero;
            for (var word = count - 1; word >= 0; word--)
                Step(ref g, ref c, (nuint)(word * 2 * width) + 2 * half + i, half, (nuint)(word * width) + half + i, ref held);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref float gates, ref float carried, nuint at, nuint half, nuint to, ref Vector256<float> held)
    {
        var candidate = Vector256.LoadUnsafe(ref gates, at);
        var keep = Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-Vector256.LoadUnsafe(ref gates, at + half)));
        held = candidate + keep * (held - candidate);
        keep.StoreUnsafe(ref gates, at + half);
        held.StoreUnsafe(ref carried, to);
    }
}
