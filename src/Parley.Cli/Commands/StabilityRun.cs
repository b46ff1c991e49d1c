using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;
using Parley.Exchange.Answers;
using Parley.Exchange.Conflicts;
using Parley.Exchange.Pictures;

namespace Parley.Cli.Commands;

/// <summary>One question to a conflict model.</summary>
internal sealed record StabilityRun(
    OptionModel Model, string? State, Concept Concept, string Format, FileInfo? Output, int Limit, bool All, int Horizon, CancellationToken Cancellation)
{
    public const int UsualOptions = 8;

    private const int SimultaneousUpTo = 1 << 13; // the search for simultaneous sanctions grows with the square of the states

    private Lazy<(ConflictGraph Graph, ImmutableArray<uint> States)> Graph { get; } = new(() => ConflictGraph.Of(Model, Limit));

    public static async Task<OptionModel> LoadAsync(FileInfo file, CancellationToken cancellation) => DossierQuestion.IsDossier(file.ToString())
        ? (await ProposeAsync(file.ToString(), new(), UsualOptions, cancellation)).Model
        : ConflictFile.Read(await File.ReadAllTextAsync(file.FullName, cancellation));

    public static Task<ConflictProposal> ProposeAsync(string dossier, Question question, int options, CancellationToken cancellation) =>
        DossierQuestion.AskAsync(dossier, d => d.ProposeConflictAsync(question, options, cancellation), cancellation);

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
            new Problems(Console.Error).Tell(file.ToString(), problem is FileNotFoundException ? "does not exist" : problem.Message.Split(" (Parameter", 2)[0]);
            return ExitCode.BadInput;
        }
    }

    public int Equilibria()
    {
        var concepts = Model.StateCount <= SimultaneousUpTo ? Enum.GetValues<Concept>() : [.. StabilityAnalysis.Linear];
        var verdicts = StabilityAnalysis.Solve(Model, concepts, cancellationToken: Cancellation);
        if (Format == "svg")
        {
            var (graph, states) = Graph.Value;
            var holding = Enumerable.Range(0, states.Length).Where(s => verdicts.IsEquilibrium(Concept.Seq, (int)states[s])).ToHashSet();
            return SheetOutput.Text(StatesPicture.Draw(Model.Name, graph, holding, Model.StatusQuo is { } now ? states.IndexOf(now) : null, describe: s => Describe(states[s])), Output);
        }

        var ranks = StabilityAnalysis.Ranks(Model);
        var rows = Enumerable.Range(0, Model.StateCount)
            .Where(s => ranks[0][s] >= 0 && (All || concepts.Any(c => verdicts.IsEquilibrium(c, s))))
            .Select(s => ImmutableArray.CreateRange(
            [
                Pattern(s), Describe((uint)s) + (s == Model.StatusQuo ? " (today)" : ""),
                .. concepts.Select(c => verdicts.IsEquilibrium(c, s) ? "E" : string.Concat(Model.DecisionMakers.Select((_, i) => verdicts.IsStable(c, i, s) ? $"{i + 1}" : "·"))),
            ]));
        return Write(new(
            ["state", "options taken", .. concepts.Select(Name)], [.. rows], "No state holds for everyone.")
        {
            Note = $"{Model.Name}: E holds for everyone; else the parties it holds for ({string.Join(", ", Model.DecisionMakers.Select((m, i) => $"{i + 1} {m.Name}"))}). A model, not a forecast.",
        });
    }

    public int Explain()
    {
        var (graph, states) = Graph.Value;
        var state = Index(State!, states);
        var sentences = new Explanation(graph, s => Describe(states[s])).Of(Concept, state);
        var holds = new GraphAnalysis(graph).Equilibria(Concept).Contains(state);
        return Write(new(["why"], [.. sentences.Select(s => ImmutableArray.Create(s))], "Nobody has a move.")
        {
            Note = $"{State}, {Describe(states[state])}: {(holds ? "holds for everyone" : "does not hold for everyone")} ({Name(Concept)}).",
        });
    }

    public int Paths()
    {
        if (Model.StatusQuo is not { } today) throw new FormatException("has no \"today\" to start from");
        var (graph, states) = Graph.Value;
        var inquiry = new Inquiry(graph);
        ImmutableArray<int> targets = State is { } wanted ? [Index(wanted, states)] : new GraphAnalysis(graph).Equilibria(Concept);
        if (Format == "svg")
        {
            var steps = targets.Select(to => inquiry.Path(states.IndexOf(today), to, improvementsOnly: true) ?? inquiry.Path(states.IndexOf(today), to, improvementsOnly: false))
                .OfType<ImmutableArray<Step>>().OrderBy(p => p.Length).FirstOrDefault([]);
            return SheetOutput.Text(StatesPicture.Draw(Model.Name, graph, targets.ToHashSet(), states.IndexOf(today), steps, s => Describe(states[s])), Output);
        }

        var rows = targets.Select(to =>
        {
            var gladly = inquiry.Path(states.IndexOf(today), to, improvementsOnly: true);
            var path = gladly ?? inquiry.Path(states.IndexOf(today), to, improvementsOnly: false);
            return ImmutableArray.Create(
                Pattern((int)states[to]), Describe(states[to]),
                path is null ? "cannot be reached" : gladly is null ? "only by moves against interest" : "each move gains",
                path is not { } steps ? "" : steps.IsEmpty ? "is today's state" : string.Join("; ", steps.Select(s => $"{graph.Parties[s.Mover].Name} to {Describe(states[s.State])}")));
        });
        return Write(new(["state", "options taken", "how", "moves"], [.. rows], "No state holds for everyone."));
    }

    public int Perceptions(IReadOnlyList<OptionModel> perceived)
    {
        if (perceived.Count != Model.DecisionMakers.Length || perceived.Any(m => !m.Options.Select(o => o.Name).SequenceEqual(Model.Options.Select(o => o.Name))))
            throw new FormatException($"expected {Model.DecisionMakers.Length} models with the same options, one as each party sees it ({string.Join(", ", Model.DecisionMakers.Select(m => m.Name))}), found {perceived.Count}");
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
        var robust = Sensitivity.Robust(Model, Concept, Cancellation);
        var rows = Sensitivity.Swaps(Model, Concept, Cancellation).Select(s => ImmutableArray.Create(
            Model.DecisionMakers[s.DecisionMaker].Name, $"{s.Place + 1} and {s.Place + 2}", string.Join(" ", s.Lost.Select(Pattern)), string.Join(" ", s.Gained.Select(Pattern))));
        return Write(new(["party", "preferences swapped", "equilibria lost", "gained"], [.. rows], "There is nothing to swap.")
        {
            Note = $"Survive every swap ({Name(Concept)}): {(robust.IsEmpty ? "none" : string.Join(", ", robust.Select(s => $"{Pattern(s)} {Describe((uint)s)}")))}",
        });
    }

    public int Coalitions()
    {
        var (graph, states) = Graph.Value;
        var analysis = new GraphAnalysis(graph);
        var alone = analysis.Equilibria(Concept);
        var together = analysis.CoalitionEquilibria(Concept);
        return Write(new(
            ["state", "options taken", "holds against coalitions"],
            [.. alone.Select(s => ImmutableArray.Create(Pattern((int)states[s]), Describe(states[s]), together.Contains(s) ? "yes" : "no"))],
            "No state holds for everyone."));
    }

    public int Foresight()
    {
        var (graph, states) = Graph.Value;
        var stable = Horizon == 0 ? Analysis.Stability.Foresight.NonMyopic(graph, Cancellation) : Analysis.Stability.Foresight.LimitedMove(graph, Horizon);
        var rows = Enumerable.Range(0, states.Length).Where(s => stable.All(p => p[s])).Select(s => ImmutableArray.Create(Pattern((int)states[s]), Describe(states[s])));
        return Write(new(["state", "options taken"], [.. rows], "No state holds for everyone.") { Note = Horizon == 0 ? "Non-myopic: holds however far all look ahead." : $"Holds if all look {Horizon} moves ahead." });
    }

    private static string Name(Concept concept) => concept.ToString().ToUpperInvariant();

    private string Pattern(int state) => new Pattern((uint)(Model.StateCount - 1), (uint)state).Format(Model.Options.Length);

    private string Describe(uint state)
    {
        var taken = Model.Options.Where((_, o) => (state >> o & 1) != 0).Select(o => o.Name).ToList();
        return taken.Count == 0 ? "{nothing}" : $"{{{string.Join(", ", taken)}}}";
    }

    private int Index(string text, ImmutableArray<uint> states)
    {
        var pattern = Analysis.Stability.Pattern.Parse(text, Model.Options.Length);
        var found = states.IndexOf(pattern.Values);
        if (pattern.Mask != (uint)(Model.StateCount - 1)) throw new FormatException($"state \"{text}\": expected Y or N for every option");
        return found >= 0 ? found : throw new FormatException($"state \"{text}\" is infeasible in this model");
    }

    private int Write(Sheet sheet) => SheetOutput.Write(sheet, Format, Output);
}
