using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Answers;
using Parley.Exchange.Pictures;

namespace Parley.Cli.Commands;

/// <summary>One question to a conflict model.</summary>
/// <param name="Input">The model, and the dossier's proposal it comes from.</param>
/// <param name="State">The state asked about.</param>
/// <param name="Concept">What it means to hold.</param>
/// <param name="Strictness">How strictly, where preferences have strength or are partly unknown.</param>
/// <param name="Limit">Most steps, as estimated.</param>
internal sealed record StabilityRun(
    StabilityInput Input, string? State, Concept Concept, Strictness Strictness, string Format, FileInfo? Output, long Limit, bool All, int Horizon, CancellationToken Cancellation)
{
    private const int SimultaneousUpTo = 1 << 13; // the search for simultaneous sanctions grows with the square of the states

    private const int SearchedUpTo = 1 << 17;

    private const int MostShown = 200; // rows that somebody at a terminal may still read

    private const int MostRows = 1_000_000;

    private OptionModel Model => Input.Model;

    private Lazy<(ConflictGraph Graph, ImmutableArray<uint> States)> Graph { get; } = new(() => ConflictGraph.Of(Input.Model, SearchedUpTo, Cancellation));

    /// <summary>Turns what can go wrong into one line and an exit code.</summary>
    public static async Task<int> Guard(FileInfo file, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is FormatException or DossierException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            var (where, what) = (file.ToString(), problem is FileNotFoundException or DirectoryNotFoundException || Directory.Exists(file.FullName) ? "no such file" : problem.Message.Split(" (Parameter", 2)[0]);
            if (what.StartsWith("line ", StringComparison.Ordinal) && what.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) (where, what) = ($"{where}:{what[5..colon]}", what[(colon + 2)..]);
            new Problems(Console.Error).Tell(where, what);
            return ExitCode.BadInput;
        }
    }

    public int Equilibria()
    {
        if (Model.IsGraphOnly || Strictness != Strictness.General) return Searched();
        var concepts = Model.StateCount <= SimultaneousUpTo ? Enum.GetValues<Concept>() : [.. StabilityAnalysis.Linear];
        var verdicts = Solve(Model, concepts);
        if (Format == "svg")
            return Picture("SEQ", s => verdicts.IsEquilibrium(Concept.Seq, (int)Graph.Value.States[s]));
        return States(
            concepts,
            Enumerable.Range(0, Model.StateCount).Where(s => Model.IsFeasible((uint)s) && (All || concepts.Any(c => verdicts.IsEquilibrium(c, s)))).Select(s => ((uint)s, s)),
            verdicts.IsStable);
    }

    public int Explain()
    {
        var (graph, states) = Graph.Value;
        var state = Index(State!, states);
        Allow(Effort.OfSearching(graph, 1));
        if (Format == "svg") return Asked(state);
        var reasons = new Explanation(graph, s => Describe(states[s])).Of(Concept, state);
        var holds = new GraphAnalysis(graph).IsEquilibrium(Concept, state);
        return Write(new(["party", "why"], [.. reasons.Select(r => ImmutableArray.Create(graph.Parties[r.Party].Name, r.Sentence))], "Nobody has a move.")
        {
            Note = $"{State}, {Describe(states[state])}: {(holds ? "holds for everyone" : "does not hold for everyone")} ({Name(Concept)}).",
        });
    }

    public int Paths()
    {
        if (Model.StatusQuo is not { } now) throw new FormatException("has no \"today\" to start from");
        var (graph, states) = Graph.Value;
        var inquiry = new Inquiry(graph);
        var today = Model.PlaceOf(now, states);
        ImmutableArray<int> targets = State is { } wanted ? [Index(wanted, states)] : Holding(graph, states);
        Allow((double)graph.Moves * graph.Parties.Length * targets.Length);
        if (Format == "svg")
        {
            var steps = targets.Select(to => inquiry.Path(today, to, improvementsOnly: true) ?? inquiry.Path(today, to, improvementsOnly: false))
                .OfType<ImmutableArray<Step>>().OrderBy(p => p.Length).FirstOrDefault([]);
            return SheetOutput.Text(StatesPicture.Draw(Title, graph, targets.ToHashSet(), today, steps, s => Describe(states[s])), Output);
        }

        var rows = targets.Select(to =>
        {
            Cancellation.ThrowIfCancellationRequested();
            var gladly = inquiry.Path(today, to, improvementsOnly: true);
            var path = gladly ?? inquiry.Path(today, to, improvementsOnly: false);
            return ImmutableArray.Create(
                graph.States[to], Describe(states[to]),
                path is null ? "cannot be reached" : gladly is null ? "only by moves against interest" : "each move gains",
                path is not { } steps ? "" : steps.IsEmpty ? "is today's state" : string.Join("; ", steps.Select(s => $"{graph.Parties[s.Mover].Name} to {Describe(states[s.State])}")));
        });
        return Write(new(["state", "options taken", "how", "moves"], [.. rows], "No state holds for everyone."));
    }

    public int Perceptions(IReadOnlyList<OptionModel> perceived)
    {
        if (perceived.Count != Model.DecisionMakers.Length || perceived.Any(m => !m.Options.Select(o => o.Name).SequenceEqual(Model.Options.Select(o => o.Name))))
            throw new FormatException($"expected {Model.DecisionMakers.Length} models with the same options, one as each party sees it ({string.Join(", ", Model.DecisionMakers.Select(m => m.Name))}), found {perceived.Count}");
        foreach (var model in perceived) Allow(Effort.OfSolving(model, [Concept]));
        var held = Sensitivity.HypergameEquilibria(perceived, Concept, Cancellation);
        var seen = perceived.Select(m => StabilityAnalysis.Solve(m, [Concept], cancellationToken: Cancellation).Equilibria(Concept).ToHashSet()).ToList();
        return Write(new(
            ["state", "options taken", "an equilibrium in the eyes of"],
            [
                .. held.Where(s => Model.IsFeasible((uint)s)).Select(s => ImmutableArray.Create(
                    Pattern(s), Describe((uint)s), string.Join(", ", Model.DecisionMakers.Where((_, i) => seen[i].Contains(s)).Select(m => m.Name)))),
            ],
            "No state holds for everyone.")
        {
            Note = $"Holds for each party in the conflict as it sees it ({Name(Concept)}).",
        });
    }

    public int Inverse()
    {
        var (graph, states) = Graph.Value;
        var state = Index(State!, states);
        Allow(Effort.OfSearching(graph, 1));
        if (Format == "svg") return Asked(state);
        var rows = new Inquiry(graph).Inverse(Concept, state).Select(r => ImmutableArray.Create(
            graph.Parties[r.Party].Name,
            r.Met ? "yes" : "no",
            $"must hold {Describe(states[state])} at least as good as " + string.Join(
                ", or ", r.Alternatives.Where(a => !a.IsEmpty).Take(6).Select(a => string.Join(" and ", a.Take(4).Select(s => Describe(states[s]))) + (a.Length > 4 ? $" and {a.Length - 4} more" : "")))
            + (r.Alternatives.Any(a => a.IsEmpty) ? "; the others can always bring it back" : "") + (r.Alternatives.Length > 6 ? $", or {r.Alternatives.Length - 6} others" : "")));
        return Write(new(["party", "holds now", "requirement"], [.. rows], "Nobody can move away from this state: it holds whatever they prefer."));
    }

    public int Swaps()
    {
        Allow(Model.IsGraphOnly ? (Sensitivity.Count(Model) + 1) * Effort.OfSearching(Graph.Value.Graph, Graph.Value.States.Length) : Effort.OfSwaps(Model, Concept));
        using var progress = new ProgressLine("swaps");
        var found = Sensitivity.Swaps(Model, Concept, progress, Cancellation);
        progress.Clear();
        if (found.Robust.Length > MostRows || found.Swaps.Sum(s => (long)s.Lost.Length + s.Gained.Length) > MostRows) throw TooMany();
        if (Format == "svg") return Picture($"survives every swap ({Name(Concept)})", s => found.Robust.Contains((int)Graph.Value.States[s]));
        var rows = found.Swaps.Select(s => ImmutableArray.Create(
            Model.DecisionMakers[s.DecisionMaker].Name, $"{s.Place + 1} and {s.Place + 2}", string.Join(" ", s.Lost.Select(Pattern)), string.Join(" ", s.Gained.Select(Pattern))));
        return Write(new(["party", "preferences swapped", "equilibria lost", "gained"], [.. rows], "There is nothing to swap.")
        {
            Note = $"Survive every swap ({Name(Concept)}): {(found.Robust.IsEmpty ? "none" : string.Join(", ", found.Robust.Select(s => $"{Pattern(s)} {Describe((uint)s)}")))}",
        });
    }

    public int Coalitions()
    {
        var (graph, states) = Graph.Value;
        var analysis = new GraphAnalysis(graph);
        var alone = Holding(graph, states);
        Allow(Effort.OfSearching(graph, alone.Length, coalitions: true));
        using var progress = new ProgressLine("coalitions");
        var rows = new List<ImmutableArray<string>>();
        var held = new HashSet<int>();
        foreach (var state in alone)
        {
            progress.Report(rows.Count / (double)alone.Length);
            var breaking = analysis.Breaking(Concept, state, Cancellation);
            if (breaking is null) held.Add(state);
            rows.Add(
            [
                graph.States[state], Describe(states[state]), breaking is null ? "yes" : "no",
                breaking is { } found ? $"{string.Join(" and ", found.Coalition.Select(i => graph.Parties[i].Name))}, to {Describe(states[found.To])}" : "",
            ]);
        }

        progress.Clear();
        if (Format == "svg") return Picture($"holds against coalitions ({Name(Concept)})", held.Contains);
        return Write(new(["state", "options taken", "holds against coalitions", "who would leave"], [.. rows], "No state holds for everyone."));
    }

    public int Foresight()
    {
        var (graph, states) = Graph.Value;
        Allow(Effort.OfForesight(graph, Horizon == 0 ? 100 : Math.Min(Horizon, 100)));
        var stable = Horizon == 0 ? Analysis.Stability.Foresight.NonMyopic(graph, Cancellation) : Analysis.Stability.Foresight.LimitedMove(graph, Horizon, Cancellation);
        if (Format == "svg") return Picture(Horizon == 0 ? "non-myopic" : $"{Horizon} moves ahead", s => stable.All(p => p[s]));
        var rows = Enumerable.Range(0, states.Length).Where(s => stable.All(p => p[s])).Select(s => ImmutableArray.Create(graph.States[s], Describe(states[s])));
        return Write(new(["state", "options taken"], [.. rows], "No state holds for everyone.") { Note = Horizon == 0 ? "Non-myopic: holds however far all look ahead." : $"Holds if all look {Horizon} moves ahead." });
    }

    /// <summary>The table where states are coalesced, or preferences have strength or are partly unknown: by search, state by state.</summary>
    private int Searched()
    {
        var (graph, states) = Graph.Value;
        if (Strictness == Strictness.Strong && graph.Parties.All(p => p.Band is null)) throw new FormatException("no party says how strong its preferences are (\"strong\")");
        Allow(Effort.OfSearching(graph, states.Length));
        var analysis = new GraphAnalysis(graph);
        if (Format == "svg") return Picture("SEQ", s => analysis.IsEquilibrium(Concept.Seq, s, Strictness));
        IReadOnlyList<Concept> concepts = graph.Options is not null && states.Length <= SimultaneousUpTo ? Enum.GetValues<Concept>() : StabilityAnalysis.Linear;
        var verdicts = new HashSet<(Concept, int, int)>();
        using var progress = new ProgressLine("states");
        for (var s = 0; s < states.Length; s++)
        {
            Cancellation.ThrowIfCancellationRequested();
            progress.Report(s / (double)states.Length);
            foreach (var concept in concepts)
                for (var i = 0; i < graph.Parties.Length; i++)
                    if (analysis.IsStable(concept, i, s, Strictness)) verdicts.Add((concept, i, s));
        }

        progress.Clear();
        bool Everyone(Concept concept, int s) => Enumerable.Range(0, graph.Parties.Length).All(i => verdicts.Contains((concept, i, s)));
        return States(
            concepts,
            Enumerable.Range(0, states.Length).Where(s => All || concepts.Any(c => Everyone(c, s))).Select(s => (states[s], s)),
            (concept, i, s) => verdicts.Contains((concept, i, s)));
    }

    private int States(IReadOnlyList<Concept> concepts, IEnumerable<(uint State, int Place)> shown, Func<Concept, int, int, bool> holds)
    {
        var listed = shown.Take(MostRows + 1).ToList();
        if (listed.Count > MostRows) throw TooMany();
        var most = Format == "table" ? MostShown : MostRows;
        var rows = listed.Take(most).Select(s => ImmutableArray.CreateRange(
        [
            Pattern((int)s.State), Describe(s.State) + (Model.StatusQuo is { } now && (s.State == now || (Model.CoalescedBy(now) is >= 0 and var set && set == Model.CoalescedBy(s.State))) ? " (today)" : ""),
            .. concepts.Select(c => Model.DecisionMakers.Select((_, i) => holds(c, i, s.Place)).All(h => h) ? "E" : string.Concat(Model.DecisionMakers.Select((_, i) => holds(c, i, s.Place) ? $"{i + 1}" : "·"))),
        ]));
        return Write(new(
            ["state", "options taken", .. concepts.Select(Name)], [.. rows], "No state holds for everyone.")
        {
            Note = $"{(Model.Name.Length == 0 ? "" : $"{Model.Name}: ")}E holds for everyone; else the parties it holds for ({string.Join(", ", Model.DecisionMakers.Select((m, i) => $"{i + 1} {m.Name}"))}). A model, not a forecast."
                + (listed.Count > most ? $"\nThe first {most} of {listed.Count} states; --format csv writes all." : ""),
        });
    }

    /// <summary>The states with what holds ringed twice.</summary>
    private int Picture(string meaning, Func<int, bool> holds)
    {
        var (graph, states) = Graph.Value;
        var holding = Enumerable.Range(0, states.Length).Where(holds).ToHashSet();
        return SheetOutput.Text(StatesPicture.Draw($"{Title}: {meaning}", graph, holding, Today(states), describe: s => Describe(states[s])), Output);
    }

    /// <summary>The states with the moves away from one of them that nothing deters.</summary>
    private int Asked(int state)
    {
        var (graph, states) = Graph.Value;
        var departures = new Inquiry(graph).Inverse(Concept, state).Where(r => !r.Met).Select(r => new Step(r.Party, r.Improvement)).ToList();
        return SheetOutput.Text(
            StatesPicture.Draw($"{Title}: {(departures.Count == 0 ? "holds" : "does not hold")} ({Name(Concept)})", graph, Holding(graph, states).ToHashSet(), Today(states), describe: s => Describe(states[s]), asked: state, departures: departures), Output);
    }

    private string Title => Model.Name.Length == 0 ? "A conflict" : Model.Name;

    private int? Today(ImmutableArray<uint> states) => Model.StatusQuo is { } now ? Model.PlaceOf(now, states) : null;

    private ImmutableArray<int> Holding(ConflictGraph graph, ImmutableArray<uint> states)
    {
        if (Model.IsGraphOnly)
        {
            Allow(Effort.OfSearching(graph, states.Length));
            return new GraphAnalysis(graph).Equilibria(Concept, cancellationToken: Cancellation);
        }

        var verdicts = Solve(Model, [Concept]);
        return [.. Enumerable.Range(0, states.Length).Where(s => verdicts.IsEquilibrium(Concept, (int)states[s]))];
    }

    private Verdicts Solve(OptionModel model, IReadOnlyCollection<Concept> concepts)
    {
        Allow(Effort.OfSolving(model, concepts));
        var (needed, there) = (Effort.OfMemory(model), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (needed > there) throw new FormatException(FormattableString.Invariant($"this needs about {needed / 1e9:0.0} GB of memory, more than there is; fix some options"));
        using var progress = new ProgressLine("states");
        return StabilityAnalysis.Solve(model, concepts, progress, Cancellation);
    }

    private static FormatException TooMany() => new($"more than {MostRows} states hold, which says that the preferences decide little; add some, or make states infeasible");

    /// <summary>Refuses what would not end, before it starts.</summary>
    private void Allow(double steps)
    {
        if (steps > Limit)
            throw new FormatException(FormattableString.Invariant($"this takes about {steps:0.#e0} steps, more than --limit {Limit}; fix some options, make states infeasible, or raise the limit"));
    }

    private static string Name(Concept concept) => concept.ToString().ToUpperInvariant();

    private string Pattern(int state) => (Model.CoalescedBy((uint)state) is >= 0 and var set ? Model.Coalesced[set] : new((uint)(Model.StateCount - 1), (uint)state)).Format(Model.Options.Length);

    private string Describe(uint state)
    {
        var set = Model.CoalescedBy(state);
        var fixedOptions = set < 0 ? uint.MaxValue : Model.Coalesced[set].Mask;
        var taken = Model.Options.Where((_, o) => ((state & fixedOptions) >> o & 1) != 0).Select(o => o.Name).ToList();
        var words = taken.Count == 0 ? "{nothing}" : $"{{{string.Join(", ", taken)}}}";
        return set < 0 ? words : $"{words} whatever of {string.Join(", ", Model.Options.Where((_, o) => (fixedOptions >> o & 1) == 0).Select(o => o.Name))}";
    }

    private int Index(string text, ImmutableArray<uint> states)
    {
        var pattern = Analysis.Stability.Pattern.Parse(text, Model.Options.Length);
        if (Model.Coalesced.IndexOf(pattern) is >= 0 and var set)
            return Enumerable.Range(0, states.Length).Where(s => Model.CoalescedBy(states[s]) == set).DefaultIfEmpty(-1).First() is >= 0 and var place ? place : throw new FormatException($"state \"{text}\" is infeasible in this model");
        if (pattern.Mask != (uint)(Model.StateCount - 1)) throw new FormatException($"state \"{text}\": expected Y or N for every option");
        var found = Model.PlaceOf(pattern.Values, states);
        return found >= 0 ? found : throw new FormatException($"state \"{text}\" is infeasible in this model");
    }

    private int Write(Sheet sheet) => SheetOutput.Write(Input.Opened(sheet), Format, Output);
}
