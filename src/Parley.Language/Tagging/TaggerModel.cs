using Parley.Language.Networks;

namespace Parley.Language.Tagging;

/// <summary>A tagger's network: the words' features, their encoder, and a layer that scores every pair of tags ("NOUN NN").</summary>
internal sealed record TaggerModel(string[] Tags, WordFeatures Words, Encoder Encoder, Layer Scores)
{
    public static TaggerModel Read(byte[] bytes)
    {
        using var reader = ModelFile.Open(bytes);
        return new(ModelFile.ReadNames(reader), new(ModelFile.ReadVocabulary(reader)), ModelFile.ReadEncoder(reader), ModelFile.ReadLayer(reader));
    }

    public void Write(BinaryWriter writer)
    {
        ModelFile.Write(writer, Tags);
        ModelFile.Write(writer, Words.Vocabulary);
        ModelFile.Write(writer, Encoder);
        ModelFile.Write(writer, Scores);
    }
}
