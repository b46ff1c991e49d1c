using System.IO.Compression;

namespace Parley.Reading.Statements;

/// <summary>The trained weights of the reader of statements.</summary>
/// <param name="Opinion">The second opinion, which the others heed.</param>
/// <param name="NeverCues">Hashes of the common lemmas that hardly ever head a cue: most of a text is passed over by them.</param>
/// <param name="Cues">Whether a token heads a cue, as log odds.</param>
/// <param name="Roles">The roles of tokens for a cue.</param>
/// <param name="Verdict">Whether what was found is an attribution, as log odds.</param>
/// <param name="Threshold">The log odds from which it is read.</param>
internal sealed record StatementModel(
    OpinionNetwork Opinion, HashSet<uint> NeverCues, LinearModel Cues, RoleModel Roles, LinearModel Verdict, float CueThreshold, float Threshold)
{
    private const int Version = 3;

    /// <summary>The model built into this assembly.</summary>
    public static StatementModel Load()
    {
        using var stream = typeof(StatementModel).Assembly.GetManifestResourceStream("statements.bin")
            ?? throw new InvalidOperationException("expected the resource statements.bin in this assembly");
        return Read(stream);
    }

    public static StatementModel Read(Stream stream)
    {
        using var unpacked = new ZLibStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked);
        var version = reader.ReadInt32();
        if (version != Version) throw new InvalidDataException($"expected a statement model of version {Version}, found {version}");
        var opinion = OpinionNetwork.Read(reader);
        var never = new HashSet<uint>();
        for (var count = reader.ReadInt32(); count > 0; count--) never.Add(reader.ReadUInt32());
        return new(
            opinion, never, LinearModel.Read(reader), new(LinearModel.Read(reader), LinearModel.Read(reader)), LinearModel.Read(reader),
            reader.ReadSingle(), reader.ReadSingle());
    }

    public void Write(Stream stream)
    {
        using var packed = new ZLibStream(stream, CompressionLevel.Optimal);
        using var writer = new BinaryWriter(packed);
        writer.Write(Version);
        Opinion.Write(writer);
        writer.Write(NeverCues.Count);
        foreach (var lemma in NeverCues.Order()) writer.Write(lemma);
        Cues.Write(writer);
        Roles.Tokens.Write(writer);
        Roles.Boundaries.Write(writer);
        Verdict.Write(writer);
        writer.Write(CueThreshold);
        writer.Write(Threshold);
    }
}
