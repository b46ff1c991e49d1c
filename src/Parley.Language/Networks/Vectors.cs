using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>Sums over vectors whose length is a multiple of eight.</summary>
internal static class Vectors
{
    /// <summary>Adds a vector to another.</summary>
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        for (nuint i = 0; i < (nuint)from.Length; i += 8)
            (Vector256.LoadUnsafe(ref y, i) + Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
    }

    /// <summary>Adds a vector, each part of it only where it is above zero.</summary>
    public static void AddPositive(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        for (nuint i = 0; i < (nuint)from.Length; i += 8)
            (Vector256.LoadUnsafe(ref y, i) + Vector256.Max(Vector256.LoadUnsafe(ref x, i), Vector256<float>.Zero)).StoreUnsafe(ref y, i);
    }

    /// <summary>Sets what is below zero to zero.</summary>
    public static void Rectify(Span<float> values)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += 8)
            Vector256.Max(Vector256.LoadUnsafe(ref x, i), Vector256<float>.Zero).StoreUnsafe(ref x, i);
    }

    /// <summary>Adds a multiple of a vector to another.</summary>
    public static void AddScaled(float scale, ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        var s = Vector256.Create(scale);
        for (nuint i = 0; i < (nuint)from.Length; i += 8)
            Vector256.FusedMultiplyAdd(s, Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i)).StoreUnsafe(ref y, i);
    }

    /// <summary>The scalar product.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b[..a.Length]);
        var sum = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += 8)
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), sum);
        return Vector256.Sum(sum);
    }
}
