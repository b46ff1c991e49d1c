namespace Parley.Language.Names;

/// <summary>The labels of the name tagger: outside, then begin and inside for each kind.</summary>
public static class NameLabels
{
    public const int Count = 9;

    public const int Outside = 0;

    public static int Begin(NameKind kind) => 1 + 2 * (int)kind;

    public static int Inside(NameKind kind) => 2 + 2 * (int)kind;

    public static NameKind KindOf(int label) => (NameKind)((label - 1) / 2);

    public static bool IsInside(int label) => label > 0 && label % 2 == 0;

    /// <summary>Whether a label may follow another: inside only after begin or inside of its kind.</summary>
    public static bool Follows(int label, int before) => !IsInside(label) || before == label || before == label - 1;
}

/// <summary>The weights of a linear-chain conditional random field over hashed features, a byte each.</summary>
public sealed class NameModel
{
    /// <summary>Rows of weights; features are hashed into them.</summary>
    public const int Rows = 1 << 18;

    private readonly sbyte[] _weights;
    private readonly float[] _transitions;
    private readonly float _scale;

    private NameModel(sbyte[] weights, float[] transitions, float scale)
    {
        _weights = weights;
        _transitions = transitions;
        _scale = scale;
    }

    /// <summary>Score of one label after another.</summary>
    public ReadOnlySpan<float> Transitions => _transitions;

    /// <summary>Rounds trained weights to bytes.</summary>
    public static NameModel From(ReadOnlySpan<float> weights, ReadOnlySpan<float> transitions)
    {
        var largest = 0f;
        foreach (var weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        var scale = largest / 127;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Round(weights[i] / scale);
        return new(bytes, transitions.ToArray(), scale);
    }

    public static NameModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var scale = reader.ReadSingle();
        var transitions = new float[NameLabels.Count * NameLabels.Count];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = reader.ReadSingle();
        var weights = new sbyte[Rows * NameLabels.Count];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights, transitions, scale);
    }

    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_scale);
        foreach (var transition in _transitions) writer.Write(transition);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Scores every label of a token from its features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> sums = stackalloc int[NameLabels.Count];
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & (Rows - 1)) * NameLabels.Count, NameLabels.Count);
            for (var label = 0; label < NameLabels.Count; label++) sums[label] += row[label];
        }

        for (var label = 0; label < NameLabels.Count; label++) scores[label] = sums[label] * _scale;
    }
}
