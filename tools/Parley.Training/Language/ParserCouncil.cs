using Parley.Language;
using Parley.Language.Parsing;
using Parley.Reading;

namespace Parley.Training.Language;

/// <summary>Several parsers, trained from different seeds, that take every step together: the mean of their probabilities decides.</summary>
internal sealed class ParserCouncil
{
    private const int Shortest = 4, Longest = 60;

    private readonly ParserModel[] _models;
    private readonly StateFeatures _features;
    private readonly Steps _steps;

    public ParserCouncil(IEnumerable<FileInfo> models)
    {
        _models = [.. models.Select(file => ParserModel.Read(File.ReadAllBytes(file.FullName)))];
        var relations = _models[0].Relations;
        if (_models.Any(model => !model.Relations.SequenceEqual(relations))) throw new InvalidDataException("The parsers know different relations.");
        _features = new(relations.Length);
        _steps = new(relations);
    }

    /// <summary>The sentences of reports with the trees that the council gives them.</summary>
    public List<GoldSentence> Parse(IEnumerable<Report> reports, EnglishLanguage language)
    {
        var sentences = new List<GoldSentence>();
        foreach (var report in reports)
        {
            var document = language.Analyze(report.Text);
            foreach (var sentence in document.Sentences)
                if (sentence.Length is >= Shortest and <= Longest) sentences.Add(Parse([.. document.TokensOf(sentence)]));
        }

        return sentences;
    }

    /// <summary>A sentence with the council's tree; its tags stay.</summary>
    public GoldSentence Parse(Token[] tokens)
    {
        var count = tokens.Length;
        var parts = Array.ConvertAll(tokens, token => (int)token.Upos);
        var slots = Array.ConvertAll(_models, model => Project(model, tokens));
        var state = new Configuration(count);
        var words = new int[StateFeatures.Slots];
        var rows = new int[StateFeatures.RowCount];
        var sum = new float[_models[0].Scores.Outputs];
        while (!state.Done)
        {
            var step = _steps.Forced(state);
            if (step < 0)
            {
                _features.Write(state, parts, words, rows);
                Array.Clear(sum);
                for (var i = 0; i < _models.Length; i++) AddProbabilities(_models[i], state, words, rows, slots[i], sum);
                step = _steps.Best(state, sum);
            }

            _steps.Take(state, step);
        }

        return new([.. tokens.Select((token, i) => token with
        {
            Head = state.HeadOf(i) == state.Root ? -1 : state.HeadOf(i), Relation = _models[0].Relations[state.RelationOf(i) - 1],
        })]);
    }

    private static float[] Project(ParserModel model, Token[] tokens)
    {
        var rows = new int[tokens.Length * ParserModel.WordRows];
        for (var i = 0; i < tokens.Length; i++) model.Write(tokens[i], i == 0, rows.AsSpan(i * ParserModel.WordRows, ParserModel.WordRows));
        var width = model.Encoder.Width;
        var vectors = new float[(tokens.Length + 2) * width];
        model.Encoder.Encode(rows, tokens.Length, vectors);
        var slots = new float[tokens.Length * model.Slots.Outputs];
        model.Slots.Apply(vectors.AsSpan(width), width, slots, tokens.Length);
        return slots;
    }

    private void AddProbabilities(ParserModel model, Configuration state, int[] words, int[] rows, float[] slots, float[] sum)
    {
        var hidden = new float[model.States.Width];
        var scores = new float[sum.Length];
        model.Hidden(words, rows, slots, hidden);
        model.Scores.Apply(hidden, hidden.Length, scores, 1);
        var most = scores.AsSpan(0, _steps.Count).ToArray().Where((_, step) => _steps.Allowed(state, step)).Max();
        var total = 0f;
        for (var i = 0; i < _steps.Count; i++)
            total += scores[i] = _steps.Allowed(state, i) ? MathF.Exp(scores[i] - most) : 0;
        for (var i = 0; i < _steps.Count; i++) sum[i] += scores[i] / total;
    }
}
