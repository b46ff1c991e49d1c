namespace Parley.Reading.Dates;

/// <summary>All rules in one tree of steps, so that rules that begin alike are tried together.</summary>
internal sealed class PatternTrie
{
    private readonly Node _root = new();
    private readonly Edge[][] _byWord; // edges of the root that a word of the vocabulary can take
    private readonly Kind _first; // kinds with which some rule begins

    /// <param name="rules">The rules, the more important first.</param>
    /// <param name="patterns">What the pattern of each rule admits.</param>
    /// <param name="vocabulary">The words of the patterns.</param>
    public PatternTrie(IReadOnlyList<DateRule> rules, IReadOnlyList<List<Step[]>> patterns, Vocabulary vocabulary)
    {
        var beginnings = new Dictionary<Step, Node>(); // hundreds, where later steps have few to choose from
        for (var order = 0; order < rules.Count; order++)
        {
            foreach (var steps in patterns[order])
            {
                if (!beginnings.TryGetValue(steps[0], out var node)) node = beginnings[steps[0]] = _root.Follow(steps[0], vocabulary);
                for (var i = 1; i < steps.Length; i++) node = node.Follow(steps[i], vocabulary);
                if (node.Rule < 0) node.Rule = order;
            }
        }

        Rules = rules;
        _byWord = [.. Enumerable.Range(0, vocabulary.Count).Select(w => _root.Edges.Where(e => e.Takes(vocabulary[w].Kinds, w)).ToArray())];
        foreach (var edge in _root.Edges) _first |= edge.Step.Kind;
    }

    public IReadOnlyList<DateRule> Rules { get; }

    /// <summary>Rules that match at a piece, the longest match first, of equal ones the rule that stands first.</summary>
    public int Find(PieceText text, int at, MatchBuffer found)
    {
        found.Clear();
        var piece = text.Pieces[at];
        if (piece.Word >= 0 ? _byWord[piece.Word].Length == 0 : (piece.Kinds & _first) == 0) return 0;
        foreach (var edge in piece.Word >= 0 ? _byWord[piece.Word] : _root.All)
        {
            if (!edge.Takes(piece.Kinds, piece.Word)) continue;
            found.Path[0] = (edge.Step, at);
            Walk(edge.Node, text, at + 1, 1, found);
        }

        found.Sort();
        return found.Count;
    }

    private void Walk(Node node, PieceText text, int at, int depth, MatchBuffer found)
    {
        if (node.Rule >= 0) found.Add(Rules[node.Rule], node.Rule, depth);
        if (at >= text.Pieces.Count || depth >= Match.MostSteps) return;
        var piece = text.Pieces[at];
        if (piece.Gap == Gap.Line || (piece.Kinds == Kind.None && piece.Word < 0)) return;
        foreach (var edge in node.Edges)
        {
            if (!edge.Takes(piece.Kinds, piece.Word) || (edge.Step.Adjacent && piece.Gap != Gap.None)) continue;
            found.Path[depth] = (edge.Step, at);
            Walk(edge.Node, text, at + 1, depth + 1, found);
        }
    }

    private sealed class Edge(Step step, int word, Node node)
    {
        public Step Step => step;

        public Node Node => node;

        public bool Takes(Kind kinds, int index) => step.Word is null ? (step.Kind & kinds) != 0 : word == index && index >= 0;
    }

    private sealed class Node
    {
        public List<Edge> Edges { get; } = [];

        public Edge[] All => field ??= [.. Edges];

        /// <summary>The rule that a text meets here, -1 for none.</summary>
        public int Rule { get; set; } = -1;

        public Node Follow(Step step, Vocabulary vocabulary)
        {
            foreach (var edge in Edges)
                if (edge.Step == step) return edge.Node;
            var next = new Node();
            Edges.Add(new(step, step.Word is null ? -1 : vocabulary.IndexOf(step.Word), next));
            return next;
        }
    }
}
