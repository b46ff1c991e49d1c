using System.Numerics;

namespace Parley.Analysis.Stability;

/// <summary>Decides R, GMR, SMR, SEQ and SSEQ for all states of an option-form model.</summary>
/// <remarks>
/// A state holds unless the party can move to where both that state and the worst sanction of it are better: unless the lesser of the
/// two, at its highest over the states it can move to, exceeds what it has. So one number a class decides. O(n S) a focal party and
/// concept, times 2^k for k irreversible options of one decision maker.
/// </remarks>
internal sealed class OptionSolver
{
    private readonly OptionModel _model;
    private readonly CancellationToken _cancellation;
    private readonly IProgress<double>? _progress;
    private readonly bool _allFeasible;

    public OptionSolver(OptionModel model, IProgress<double>? progress, CancellationToken cancellation)
    {
        _model = model;
        _cancellation = cancellation;
        _progress = progress;
        var feasible = Feasible();
        _allFeasible = feasible is null;
        Ranks = new int[model.DecisionMakers.Length][];
        for (var i = 0; i < Ranks.Length; i++)
            Ranks[i] = model.DecisionMakers[i].Preference.Rank(model, feasible, cancellation);
    }

    /// <summary>For each decision maker the ranks of the states; -1 where infeasible.</summary>
    public int[][] Ranks { get; }

    /// <summary>For each concept the states that hold for a decision maker, as flags.</summary>
    public ulong[][] Stable(IReadOnlyList<Concept> concepts, int focal)
    {
        var rank = Ranks[focal];
        var classes = new MoveClasses(_model, focal, All);
        var best = Highest(classes, rank);
        var lures = concepts.Select(concept => concept == Concept.R ? best : Filled(classes.ClassCount)).ToArray();
        if (concepts.Any(c => c != Concept.R)) Deter(concepts, focal, classes, best, lures);
        return [.. lures.Select(l => Holding(classes, rank, l))];
    }

    private uint All => (uint)(_model.StateCount - 1);

    /// <summary>For each class and concept, the highest that a move into it comes to at its worst.</summary>
    private void Deter(IReadOnlyList<Concept> concepts, int focal, MoveClasses classes, int[] best, int[][] lures)
    {
        var (own, rank) = (_model.MaskOf(focal), Ranks[focal]);
        var others = All & ~own;
        var search = new SanctionSearch(_model, focal, others);
        var places = new int[1 << BitOperations.PopCount(others)];
        var badness = new int[places.Length];
        var anywhere = _allFeasible && !search.HasOneWayMoves; // the opponents can bring about anything
        for (var (choice, parts, part) = (0u, 1L << BitOperations.PopCount(own), 0L); part < parts; part++, choice = (choice - own) & own)
        {
            _cancellation.ThrowIfCancellationRequested();
            _progress?.Report((focal + (part / (double)parts)) / Ranks.Length);
            for (var (s, rest) = (0, 0u); s < places.Length; s++, rest = (rest - others) & others) places[s] = (int)(choice | rest);
            var entered = false;
            for (var k = 0; k < lures.Length; k++)
            {
                if (concepts[k] == Concept.R) continue;
                var (symmetric, credible) = (concepts[k] is Concept.Smr or Concept.Sseq, concepts[k] is Concept.Seq or Concept.Sseq);
                for (var s = 0; s < places.Length; s++)
                    badness[s] = symmetric && rank[places[s]] >= 0 ? best[classes.ClassOf(places[s])] : rank[places[s]];
                if (anywhere && !credible)
                {
                    Array.Fill(search.Worst, badness.Min());
                }
                else
                {
                    if (!entered) search.Enter(Ranks, places);
                    entered = true;
                    search.Run(badness, credible);
                }

                for (var s = 0; s < places.Length; s++)
                {
                    ref var lure = ref lures[k][classes.ClassOf(places[s])];
                    lure = Math.Max(lure, Math.Min(rank[places[s]], search.Worst[s]));
                }
            }
        }

        for (var k = 0; k < lures.Length; k++)
            if (concepts[k] != Concept.R) classes.RaiseToReachable(lures[k]);
    }

    private bool[]? Feasible()
    {
        if (_model.Infeasible.IsEmpty) return null;
        var feasible = new bool[_model.StateCount];
        for (var s = 0u; s < feasible.Length; s++)
        {
            if ((s & 0xFFFFF) == 0) _cancellation.ThrowIfCancellationRequested();
            feasible[s] = _model.IsFeasible(s);
        }

        return feasible;
    }

    // The highest rank within reach of each class, by one move or by staying.
    private static int[] Highest(MoveClasses classes, int[] rank)
    {
        var highest = Filled(classes.ClassCount);
        for (var s = 0; s < rank.Length; s++)
        {
            ref var best = ref highest[classes.ClassOf(s)];
            best = Math.Max(best, rank[s]);
        }

        classes.RaiseToReachable(highest);
        return highest;
    }

    private static ulong[] Holding(MoveClasses classes, int[] rank, int[] lure)
    {
        var stable = Bits.For(rank.Length);
        for (var s = 0; s < rank.Length; s++)
            if (rank[s] >= 0 && lure[classes.ClassOf(s)] <= rank[s]) Bits.Set(stable, s);
        return stable;
    }

    private static int[] Filled(int count)
    {
        var values = new int[count];
        Array.Fill(values, -1);
        return values;
    }
}
