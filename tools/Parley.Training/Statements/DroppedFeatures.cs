namespace Parley.Training.Statements;

/// <summary>Lists of features with a share of them left out by chance: a model that must do without some each time leans on none of them alone.</summary>
internal sealed class DroppedFeatures(float share)
{
    private readonly Random _random = new(1);
    private readonly List<(int Start, int Length)> _lists = [];
    private uint[] _features = new uint[1 << 12];

    public ReadOnlySpan<uint> this[int list] => _features.AsSpan(_lists[list].Start, _lists[list].Length);

    public void Clear() => _lists.Clear();

    public void Add(ReadOnlySpan<uint> features)
    {
        var start = _lists.Count == 0 ? 0 : _lists[^1].Start + _lists[^1].Length;
        if (start + features.Length > _features.Length) Array.Resize(ref _features, (start + features.Length) * 2);
        var count = 0;
        foreach (var feature in features)
            if (share == 0 || _random.NextSingle() >= share) _features[start + count++] = feature;
        _lists.Add((start, count));
    }
}
