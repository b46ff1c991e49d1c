using Parley.Language.Networks;

namespace Parley.Language.Parsing;

/// <summary>A parser's network.</summary>
/// <param name="Relations">Index r stands for relation number r + 1.</param>
/// <param name="Tags">The Penn Treebank tags that have a row.</param>
/// <param name="Words">Features of a word's form.</param>
/// <param name="Encoder">Over a word's features and its two tags.</param>
/// <param name="Slots">Projects a word's vector for each place it can take in a configuration; its outputs lie slot by slot.</param>
/// <param name="States">Rows of <see cref="StateFeatures"/>.</param>
/// <param name="Scores">Scores the steps: shift, a left for each relation, a right for each relation.</param>
internal sealed record ParserModel(string[] Relations, string[] Tags, WordFeatures Words, Encoder Encoder, Layer Slots, Table States, Layer Scores)
{
    /// <summary>Feature rows of a word: those of its form, its universal tag and its Penn Treebank tag.</summary>
    public const int WordRows = WordFeatures.Count + 2;

    public const string RootRelation = "root";

    private readonly float[] _states = States.ToFloats();
    private readonly Dictionary<string, int> _tagRows = Tags.Select((tag, i) => (tag, i)).ToDictionary(pair => pair.tag, pair => pair.i + 1, StringComparer.Ordinal);

    /// <summary>Rows that the encoder's table needs.</summary>
    public static int EncoderRows(WordFeatures words, string[] tags) => words.Rows + UposCount + tags.Length + 1;

    public const int UposCount = 17;

    /// <summary>Writes the rows of a token.</summary>
    public void Write(in Token token, bool first, Span<int> rows)
    {
        Words.Write(token.Form, first, rows);
        rows[WordFeatures.Count] = Words.Rows + (int)token.Upos;
        rows[WordFeatures.Count + 1] = Words.Rows + UposCount + _tagRows.GetValueOrDefault(token.Xpos);
    }

    /// <summary>The hidden vector of a configuration.</summary>
    /// <param name="words">The words in its slots.</param>
    /// <param name="rows">Its rows of the table.</param>
    /// <param name="projected">What <see cref="Slots"/> makes of each word.</param>
    /// <param name="hidden">Takes the vector.</param>
    public void Hidden(ReadOnlySpan<int> words, ReadOnlySpan<int> rows, ReadOnlySpan<float> projected, Span<float> hidden)
    {
        var width = States.Width;
        Span<int> starts = stackalloc int[StateFeatures.Slots];
        Span<int> rowStarts = stackalloc int[StateFeatures.RowCount];
        var count = 0;
        for (var slot = 0; slot < words.Length; slot++)
            if (words[slot] >= 0) starts[count++] = words[slot] * Slots.Outputs + slot * width;
        for (var i = 0; i < rows.Length; i++) rowStarts[i] = rows[i] * width;
        Vectors.RectifiedSum(projected, starts[..count], _states, rowStarts, hidden);
    }

    public static ParserModel Read(byte[] bytes)
    {
        using var reader = ModelFile.Open(bytes);
        return new(
            ModelFile.ReadNames(reader),
            ModelFile.ReadNames(reader),
            new(ModelFile.ReadVocabulary(reader)),
            ModelFile.ReadEncoder(reader),
            ModelFile.ReadLayer(reader),
            ModelFile.ReadTable(reader),
            ModelFile.ReadLayer(reader));
    }

    public void Write(BinaryWriter writer)
    {
        ModelFile.Write(writer, Relations);
        ModelFile.Write(writer, Tags);
        ModelFile.Write(writer, Words.Vocabulary);
        ModelFile.Write(writer, Encoder);
        ModelFile.Write(writer, Slots);
        ModelFile.Write(writer, States);
        ModelFile.Write(writer, Scores);
    }
}
