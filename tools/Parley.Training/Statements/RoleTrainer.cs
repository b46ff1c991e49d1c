using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Trains the roles around a cue: a conditional random field, by stochastic gradients.</summary>
internal static class RoleTrainer
{
    

    /// <summary>Trains on the articles' gold cues, beside the rivals noted in them.</summary>
    public static TrainedRoles Train(IReadOnlyList<PreparedArticle> articles, int epochs, TrainingOptions options)
    {
        var tokens = new TrainedLinear(options.TokenBits, RoleLattice.Roles, options.RoleRate, options.Decay);
        var boundaries = new TrainedLinear(options.BoundaryBits, RoleLattice.Roles * RoleLattice.Roles, options.RoleRate, options.Decay);
        var examples = Collect(articles);
        examples.Tokens.DropRare(options.TokenBits);
        examples.Boundaries.DropRare(options.BoundaryBits);
        var field = new RoleField(options.Drop);
        var order = Enumerable.Range(0, examples.Windows.Count).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var k in order) loss += field.Learn(examples, examples.Windows[k], tokens, boundaries);
            if (epoch > 0) tokens.Note();
            if (epoch > 0) boundaries.Note();
            options.Log($"  roles, epoch {epoch + 1}: loss {loss / order.Length:0.000}");
        }

        tokens.Average(1 - options.Drop);
        boundaries.Average(1 - options.Drop);
        return new(tokens, boundaries);
    }

    private static RoleExamples Collect(IReadOnlyList<PreparedArticle> articles)
    {
        var (window, list) = (new CueWindow(), new FeatureList(RoleFeatures.Capacity));
        var examples = new RoleExamples();
        foreach (var article in articles)
            foreach (var (attribution, head) in article.Heads)
            {
                window.Open(article.Traits, head, article.Rivals);
                var length = window.End - window.First;
                var gold = GoldRoles.In(attribution, article.Traits.Document, window.First, length);
                if (gold[head - window.First] != Role.Cue || RoleField.StatesOf(gold, head - window.First) is not { } states) continue;
                examples.Windows.Add(new(examples.Tokens.Count, head - window.First, states));
                for (var i = 0; i < length; i++)
                {
                    RoleFeatures.All(window, window.First + i, list);
                    examples.Tokens.Add(list.Items);
                    if (i > 0) BoundaryFeatures.All(window, window.First + i, list);
                    else list.Clear();
                    examples.Boundaries.Add(list.Items);
                }
            }

        return examples;
    }
}

/// <summary>Windows with their features; the example of a token and that of the boundary before it have the same index.</summary>
internal sealed class RoleExamples
{
    public ExampleStore Tokens { get; } = new();

    public ExampleStore Boundaries { get; } = new();

    public List<RoleWindow> Windows { get; } = [];
}

/// <param name="First">Index of the first token's example.</param>
/// <param name="Cue">Head of the cue, counted from the first token.</param>
/// <param name="States">The gold state of every token.</param>
internal sealed record RoleWindow(int First, int Cue, byte[] States);

/// <summary>The roles around a cue in training.</summary>
internal sealed record TrainedRoles(TrainedLinear Tokens, TrainedLinear Boundaries)
{
    public RoleModel Quantise(float smallest) => new(Tokens.Quantise(smallest), Boundaries.Quantise(smallest));
}
