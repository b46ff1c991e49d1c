using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>What comes of it if several parties move from one state at the same time.</summary>
/// <remarks>O(product of the movers' moves) a state.</remarks>
internal sealed class JointMoves
{
    private readonly ConflictGraph _graph;
    private readonly ImmutableArray<uint> _options;
    private readonly Dictionary<uint, int> _places = [];

    /// <exception cref="ArgumentException">The graph does not know the options behind its states.</exception>
    public JointMoves(ConflictGraph graph)
    {
        _graph = graph;
        _options = graph.Options ?? throw new ArgumentException("simultaneous moves need states in option form, none of them coalesced", nameof(graph));
        for (var s = 0; s < _options.Length; s++) _places[_options[s]] = s;
    }

    /// <summary>Every way in which one or more of the movers move from a state at once: what changes, and each one's own move.</summary>
    public List<(uint Change, ImmutableArray<Step> Moves)> From(IEnumerable<int> movers, int state, Func<int, int, int, bool> may)
    {
        var found = new List<(uint, ImmutableArray<Step>)> { (0, []) };
        foreach (var mover in movers)
        {
            for (int k = 0, known = found.Count; k < known; k++)
            {
                var (change, moves) = found[k];
                foreach (var to in _graph.Parties[mover].Moves[state])
                    if (may(mover, state, to)) found.Add((change | (_options[state] ^ _options[to]), moves.Add(new(mover, to))));
            }
        }

        found.RemoveAt(0);
        return found;
    }

    /// <summary>Where a move and a change at the same time lead; -1 where that state cannot be.</summary>
    public int Reached(int to, uint change) => _places.GetValueOrDefault(_options[to] ^ change, -1);
}
