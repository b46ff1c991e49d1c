using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Exchange.Pictures;

namespace Parley.Workbench.Asking;

/// <summary>A state that holds for everyone in some sense.</summary>
/// <param name="Concepts">The senses, as R, GMR, SMR, SEQ, SSEQ.</param>
/// <param name="Why">One sentence a party and move that matters.</param>
/// <param name="Path">Moves from today; null where it cannot be reached or today is not known.</param>
/// <param name="Gladly">Each mover of the path gains by its own move.</param>
internal sealed record HeldState(string State, string Words, ImmutableArray<string> Concepts, ImmutableArray<string> Why, ImmutableArray<string>? Path, bool Gladly);

/// <summary>What would hold in a conflict model. A model, not a finding.</summary>
internal sealed record StabilityResult(string Name, int States, ImmutableArray<string> Parties, ImmutableArray<string> Options, string? Today, int Total, ImmutableArray<HeldState> Holding)
{
    /// <summary>Most states that are drawn.</summary>
    public const int MostDrawn = 24;

    private const int MostShown = 12;

    private const double MostSteps = 5e8;

    /// <exception cref="FormatException">The model has no feasible state to compute with.</exception>
    public static (StabilityResult Result, string? Picture) Of(OptionModel model, CancellationToken cancellationToken)
    {
        var (graph, states) = ConflictGraph.Of(model, cancellationToken: cancellationToken);
        if (model.IsGraphOnly && Effort.OfSearching(graph, states.Length) > MostSteps) throw new FormatException("coalesced states or unknown preferences make this model too large for a page; `parley stability` takes it");
        var analysis = new GraphAnalysis(graph);
        var verdicts = model.IsGraphOnly ? null : StabilityAnalysis.Solve(model, StabilityAnalysis.Linear, cancellationToken: cancellationToken);
        var (explain, inquiry) = (new Explanation(graph, s => Words(model, states[s])), new Inquiry(graph));
        var today = model.StatusQuo is { } now ? model.PlaceOf(now, states) : -1;
        var held = Enumerable.Range(0, states.Length)
            .Select(s => (State: s, Concepts: StabilityAnalysis.Linear.Where(c => verdicts?.IsEquilibrium(c, (int)states[s]) ?? analysis.IsEquilibrium(c, s)).ToImmutableArray()))
            .Where(s => s.Concepts.Length > 0).OrderByDescending(s => s.Concepts.Length).ThenBy(s => s.State).ToList();
        var shown = held.Take(MostShown).Select(h =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var gladly = today < 0 ? null : inquiry.Path(today, h.State, improvementsOnly: true);
            var path = today < 0 ? null : gladly ?? inquiry.Path(today, h.State, improvementsOnly: false);
            var concept = h.Concepts.Contains(Concept.Seq) ? Concept.Seq : h.Concepts[0];
            return (h.State, Steps: path, Held: new HeldState(
                graph.States[h.State], Words(model, states[h.State]), [.. h.Concepts.Select(c => c.ToString().ToUpperInvariant())], [.. explain.Of(concept, h.State).Select(r => r.Sentence)],
                path is null ? null : Path(model, graph, states, today, path.Value), gladly is not null));
        }).ToList();
        var steps = shown.Where(s => s.Steps is { Length: > 0 }).OrderByDescending(s => s.Held.Gladly).ThenBy(s => s.Steps!.Value.Length).Select(s => s.Steps!.Value).FirstOrDefault([]);
        var picture = states.Length > MostDrawn ? null
            : StatesPicture.Draw(model.Name, graph, held.Where(h => h.Concepts.Contains(Concept.Seq)).Select(h => h.State).ToHashSet(), today < 0 ? null : today, steps, s => Words(model, states[s]));
        return (new(
            model.Name, states.Length, [.. model.DecisionMakers.Select(m => m.Name)], [.. model.Options.Select(o => o.Name)], today < 0 ? null : graph.States[today],
            held.Count, [.. shown.Select(s => s.Held)]), picture);
    }

    /// <summary>Who does what, one after the other: "Estava takes up “Raise the toll”".</summary>
    private static ImmutableArray<string> Path(OptionModel model, ConflictGraph graph, ImmutableArray<uint> states, int from, ImmutableArray<Step> path)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        foreach (var step in path)
        {
            var (before, after) = (states[from], states[step.State]);
            var done = new[] { ("takes up", after & ~before), ("gives up", before & ~after) }.Where(c => c.Item2 != 0)
                .Select(c => $"{c.Item1} {string.Join(" and ", model.Options.Where((_, o) => (c.Item2 >> o & 1) != 0).Select(o => $"“{o.Name}”"))}");
            steps.Add($"{graph.Parties[step.Mover].Name} {string.Join(" and ", done)}");
            from = step.State;
        }

        return steps.DrainToImmutable();
    }

    public static string Words(OptionModel model, uint state)
    {
        var shown = model.CoalescedBy(state) is >= 0 and var k ? model.Coalesced[k].Values : state;
        var taken = model.Options.Where((_, o) => (shown >> o & 1) != 0).Select(o => $"“{o.Name}”").ToList();
        var words = taken.Count == 0 ? "nothing done" : string.Join(" and ", taken);
        return model.CoalescedBy(state) is >= 0 and var set
            ? $"{words}, whatever of {string.Join(" and ", model.Options.Where((_, o) => (model.Coalesced[set].Mask >> o & 1) == 0).Select(o => $"“{o.Name}”"))}"
            : words;
    }
}
