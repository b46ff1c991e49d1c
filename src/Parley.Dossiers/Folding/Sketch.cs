using System.Buffers.Binary;

namespace Parley.Dossiers.Folding;

/// <summary>
/// A report's fingerprint: the smallest of the hashes of its four-word shingles (FracMinHash: all hashes below a bound, so that the share
/// of one report contained in another can be estimated whatever their lengths; Irber et al. 2022).
/// </summary>
public sealed class Sketch
{
    private const int Shingle = 4;

    /// <summary>Hashes kept of a long report, about; a report of fewer shingles keeps them all.</summary>
    private const int Wanted = 96;

    private Sketch(uint bound, uint[] hashes) => (Bound, Hashes) = (bound, hashes);

    /// <summary>Hashes above it are left out.</summary>
    public uint Bound { get; }

    /// <summary>Ascending, each once.</summary>
    public ReadOnlyMemory<uint> Hashes { get; }

    /// <summary>O(length of the text).</summary>
    public static Sketch Of(string text)
    {
        var hashes = new HashSet<uint>();
        Span<uint> window = stackalloc uint[Shingle];
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var word = 2166136261u;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++) word = (word ^ char.ToLowerInvariant(text[i])) * 16777619u;
            window[words++ % Shingle] = word;
            if (words >= Shingle) hashes.Add(Mix(window, words));
        }

        var sorted = hashes.ToArray();
        Array.Sort(sorted);
        if (sorted.Length <= Wanted) return new(uint.MaxValue, sorted);

        // A bound that depends on the number of shingles only through a power of two, so that near lengths share it.
        var bound = uint.MaxValue;
        while ((ulong)sorted.Length * bound > (ulong)uint.MaxValue * 2 * Wanted) bound >>= 1;
        var kept = Array.BinarySearch(sorted, bound);
        return new(bound, sorted[..(kept < 0 ? ~kept : kept + 1)]);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[4 * (Hashes.Length + 1)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Bound);
        for (var i = 0; i < Hashes.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * (i + 1)), Hashes.Span[i]);
        return bytes;
    }

    public static Sketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return new(uint.MaxValue, []);
        var hashes = new uint[(bytes.Length / 4) - 1];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * (i + 1))..]);
        return new(BinaryPrimitives.ReadUInt32LittleEndian(bytes), hashes);
    }

    /// <summary>How much of the shorter report the other holds, 0 to 1, as estimated from the hashes below both bounds.</summary>
    public double Containment(Sketch other)
    {
        var bound = Math.Min(Bound, other.Bound);
        var a = Hashes.Span[..Below(Hashes.Span, bound)];
        var b = other.Hashes.Span[..Below(other.Hashes.Span, bound)];
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            // Without branches, for which of two hashes is the smaller cannot be foreseen.
            var (left, right) = (a[i], b[j]);
            shared += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        var smaller = Math.Min(a.Length, b.Length);
        return smaller == 0 ? 0 : (double)shared / smaller;
    }

    private static int Below(ReadOnlySpan<uint> hashes, uint bound)
    {
        var at = hashes.BinarySearch(bound);
        return at < 0 ? ~at : at + 1;
    }

    private static uint Mix(ReadOnlySpan<uint> window, int words)
    {
        var hash = 0x9E3779B97F4A7C15ul;
        for (var i = 0; i < Shingle; i++)
        {
            hash ^= window[(words + i) % Shingle];
            hash *= 0xFF51AFD7ED558CCDul;
            hash ^= hash >> 32;
        }

        return (uint)(hash >> 16);
    }
}
