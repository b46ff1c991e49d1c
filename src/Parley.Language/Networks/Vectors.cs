using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>Sums over vectors whose length is a multiple of eight (of 32 where many are summed).</summary>
internal static class Vectors
{
    /// <summary>Adds a vector to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        for (nuint i = 0; i < (nuint)from.Length; i += 8)
            (Vector256.LoadUnsafe(ref y, i) + Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
    }

    /// <summary>Sets a vector to the rectified sum of others: stretches of <paramref name="values"/> that begin where told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RectifiedSum(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, ReadOnlySpan<float> more, ReadOnlySpan<int> moreStarts, Span<float> sum)
    {
        foreach (var start in starts) ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)(values.Length - sum.Length));
        foreach (var start in moreStarts) ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)(more.Length - sum.Length));
        ref var a = ref MemoryMarshal.GetReference(values);
        ref var b = ref MemoryMarshal.GetReference(more);
        ref var y = ref MemoryMarshal.GetReference(sum);
        for (nuint i = 0; i < (nuint)sum.Length; i += 32)
        {
            var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var start in starts)
            {
                var at = (nuint)start + i;
                s0 += Vector256.LoadUnsafe(ref a, at);
                s1 += Vector256.LoadUnsafe(ref a, at + 8);
                s2 += Vector256.LoadUnsafe(ref a, at + 16);
                s3 += Vector256.LoadUnsafe(ref a, at + 24);
            }

            foreach (var start in moreStarts)
            {
                var at = (nuint)start + i;
                s0 += Vector256.LoadUnsafe(ref b, at);
                s1 += Vector256.LoadUnsafe(ref b, at + 8);
                s2 += Vector256.LoadUnsafe(ref b, at + 16);
                s3 += Vector256.LoadUnsafe(ref b, at + 24);
            }

            Vector256.Max(s0, Vector256<float>.Zero).StoreUnsafe(ref y, i);
            Vector256.Max(s1, Vector256<float>.Zero).StoreUnsafe(ref y, i + 8);
            Vector256.Max(s2, Vector256<float>.Zero).StoreUnsafe(ref y, i + 16);
            Vector256.Max(s3, Vector256<float>.Zero).StoreUnsafe(ref y, i + 24);
        }
    }

    /// <summary>Adds a vector, each part of it only where it is above zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddPositive(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        for (nuint i = 0; i < (nuint)from.Length; i += 8)
            (Vector256.LoadUnsafe(ref y, i) + Vector256.Max(Vector256.LoadUnsafe(ref x, i), Vector256<float>.Zero)).StoreUnsafe(ref y, i);
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

    /// <summary>The largest magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Most(ReadOnlySpan<float> values)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
        nuint i = 0;
        for (; i + 16 <= (nuint)values.Length; i += 16)
        {
            a = Vector256.MaxNative(a, Vector256.Abs(Vector256.LoadUnsafe(ref x, i)));
            b = Vector256.MaxNative(b, Vector256.Abs(Vector256.LoadUnsafe(ref x, i + 8)));
        }

        var most = 0f;
        for (var lane = 0; lane < 8; lane++) most = Math.Max(most, Math.Max(a[lane], b[lane]));
        for (; i < (nuint)values.Length; i++) most = Math.Max(most, Math.Abs(values[(int)i]));
        return most;
    }

    /// <summary>Rounds multiples of values, which must not outgrow sixteen bits, to whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> values, float scale, Span<short> whole)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var y = ref MemoryMarshal.GetReference(whole[..values.Length]);
        var s = Vector256.Create(scale);
        nuint i = 0;
        for (; i + 16 <= (nuint)values.Length; i += 16)
        {
            var low = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref x, i) * s));
            var high = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref x, i + 8) * s));
            Vector256.Narrow(low, high).StoreUnsafe(ref y, i);
        }

        for (; i < (nuint)values.Length; i++) whole[(int)i] = (short)MathF.Round(values[(int)i] * scale);
    }
}
