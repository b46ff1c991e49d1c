using Parley.Language.Networks;

namespace Parley.Reading.Statements;

/// <summary>The weights of the second opinion.</summary>
/// <param name="Words">Features of a word's form.</param>
/// <param name="Encoder">Over the rows of <see cref="OpinionRows"/>, along a paragraph.</param>
/// <param name="Labels">Scores the labels of a token.</param>
/// <param name="Slots">Projects a token's vector for its two places in a pair: as any token, and as the head of a cue.</param>
/// <param name="Pairs">Rows for how the token stands to the cue.</param>
/// <param name="Roles">Scores the parts the token may play for the cue.</param>
internal sealed record OpinionNetwork(WordFeatures Words, Encoder Encoder, Layer Labels, Layer Slots, Table Pairs, Layer Roles)
{
    public const int LabelCount = 11;
    public const int RoleCount = 7;

    private readonly float[] _pairs = Pairs.ToFloats();

    public int Hidden => Pairs.Width;

    /// <summary>The hidden vector of a token beside a cue.</summary>
    /// <param name="slots">What <see cref="Slots"/> makes of the tokens.</param>
    public void Hide(float[] slots, int token, int cue, ReadOnlySpan<int> rows, Span<float> hidden)
    {
        Span<int> starts = [token * 2 * Hidden, (((cue * 2) + 1) * Hidden)];
        Span<int> more = stackalloc int[OpinionRows.PairCount];
        for (var k = 0; k < more.Length; k++) more[k] = rows[k] * Hidden;
        Vectors.RectifiedSum(slots, starts, _pairs, more, hidden);
    }

    public static OpinionNetwork Read(BinaryReader reader) => new(
        new(ModelFile.ReadVocabulary(reader)), ModelFile.ReadEncoder(reader), ModelFile.ReadLayer(reader), ModelFile.ReadLayer(reader),
        ModelFile.ReadTable(reader), ModelFile.ReadLayer(reader));

    public void Write(BinaryWriter writer)
    {
        ModelFile.Write(writer, Words.Vocabulary);
        ModelFile.Write(writer, Encoder);
        ModelFile.Write(writer, Labels);
        ModelFile.Write(writer, Slots);
        ModelFile.Write(writer, Pairs);
        ModelFile.Write(writer, Roles);
    }
}
