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

    /// <summary>Hashes by which a report is found: the smallest ones, for they are the ones that reports of any length share.</summary>
    private const int Indexed = 48;

    /// <summary>Where stock phrases tie a report to very many, it is compared with about so many of most shared hashes: what it copies is among them.</summary>
    private const int Compared = 64;

    private readonly Dictionary<uint, int> _holders = []; // hash -> the one report that has it, or ~ the place of those that have
    private readonly List<List<int>> _several = [];
    private readonly Dictionary<int, Sketch> _sketches = [];
    private readonly List<int> _shared = []; // by report, how many hashes it shares with the one in hand

    public int Last { get; private set; }

    /// <summary>The report most of which a text shares, if enough to be its copy; 0 where there is none. Touches only reports that share a hash.</summary>
    public int Find(Sketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var shared = CollectionsMarshal.AsSpan(_shared);
        var candidates = new List<int>();
        foreach (var hash in First(sketch))
        {
            if (!_holders.TryGetValue(hash, out var holder)) continue;
            foreach (var report in holder >= 0 ? new ReadOnlySpan<int>(in holder) : CollectionsMarshal.AsSpan(_several[~holder]))
                if (++shared[report] == 1) candidates.Add(report);
        }

        // How many share so many hashes; from the highest down, until enough are found.
        Span<int> sharing = stackalloc int[Indexed + 1];
        sharing.Clear();
        foreach (var report in candidates) sharing[shared[report]]++;
        var least = Indexed;
        for (var sum = sharing[least]; least > 1 && sum < Compared; sum += sharing[least]) least--;
        var compared = candidates.FindAll(report => _shared[report] >= least);
        foreach (var report in candidates) shared[report] = 0;
        var (best, found) = (0.0, 0);
        foreach (var report in compared)
        {
            var other = _sketches[report];
            var containment = sketch.Containment(other);
            var (smaller, larger) = (Math.Min(sketch.Hashes.Length, other.Hashes.Length), Math.Max(sketch.Hashes.Length, other.Hashes.Length));
            if (smaller < Tiny && smaller < larger) continue;
            if (containment < (smaller < Short ? 0.8 : Threshold) || containment < best || (containment == best && report > found)) continue;
            (best, found) = (containment, report);
        }

        return found;
    }

    public void Add(int report, Sketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        Last = Math.Max(Last, report);
        _sketches[report] = sketch;
        while (_shared.Count <= report) _shared.Add(0);
        foreach (var hash in First(sketch))
        {
            ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(_holders, hash, out var known);
            if (!known)
            {
                holder = report;
            }
            else if (holder < 0)
            {
                _several[~holder].Add(report);
            }
            else
            {
                _several.Add([holder, report]);
                holder = ~(_several.Count - 1);
            }
        }
    }

    private static ReadOnlySpan<uint> First(Sketch sketch) => sketch.Hashes.Span[..Math.Min(Indexed, sketch.Hashes.Length)];
}
