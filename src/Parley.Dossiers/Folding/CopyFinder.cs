using System.Runtime.InteropServices;

namespace Parley.Dossiers.Folding;

/// <summary>Finds the report that a new one repeats: syndicated, shortened, extended or lightly edited. For one writer at a time.</summary>
public sealed class CopyFinder
{
    /// <summary>From this share of the shorter report's shingles on, one is a copy of the other. See docs/dossier.md for how it was set.</summary>
    public const double Threshold = 0.4;

    /// <summary>A report of fewer hashes says too little to be called a copy unless nearly all of it recurs.</summary>
    private const int Short = 24;

    /// <summary>A report of fewer hashes is a line or two, which anybody may write: it is a copy only word for word.</summary>
    private const int Tiny = 12;

    private readonly Dictionary<uint, List<int>> _holders = [];
    private readonly Dictionary<int, Sketch> _sketches = [];

    public int Last { get; private set; }

    /// <summary>The report most of which a text shares, if enough to be its copy; 0 where there is none. Touches only reports that share a hash.</summary>
    public int Find(Sketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var shared = new Dictionary<int, int>();
        foreach (var hash in sketch.Hashes.Span)
            if (_holders.TryGetValue(hash, out var holders))
                foreach (var report in holders) CollectionsMarshal.GetValueRefOrAddDefault(shared, report, out _)++;
        var (best, found) = (0.0, 0);
        foreach (var (report, count) in shared)
        {
            if (count < 3) continue;
            var other = _sketches[report];
            var containment = sketch.Containment(other);
            var (smaller, larger) = (Math.Min(sketch.Hashes.Length, other.Hashes.Length), Math.Max(sketch.Hashes.Length, other.Hashes.Length));
            if (smaller < Tiny && smaller < larger) continue;
            var needed = smaller < Short ? 0.8 : Threshold;
            if (containment < needed || containment < best || (containment == best && report > found)) continue;
            (best, found) = (containment, report);
        }

        return found;
    }

    public void Add(int report, Sketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        Last = Math.Max(Last, report);
        _sketches[report] = sketch;
        foreach (var hash in sketch.Hashes.Span)
        {
            ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_holders, hash, out _);
            (holders ??= new(1)).Add(report);
        }
    }
}
