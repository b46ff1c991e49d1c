namespace Parley.Training.Statements;

/// <summary>The features of many decisions in one array, so that an epoch extracts nothing.</summary>
internal sealed class ExampleStore
{
    private readonly List<int> _starts = [0];
    private uint[] _features = new uint[1 << 20];
    private int _count;

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<uint> this[int example] => _features.AsSpan(_starts[example].._starts[example + 1]);

    public void Add(ReadOnlySpan<uint> features)
    {
        if (_count + features.Length > _features.Length) Array.Resize(ref _features, _features.Length * 2);
        features.CopyTo(_features.AsSpan(_count));
        _count += features.Length;
        _starts.Add(_count);
    }

    /// <summary>Forgets the features seen but once: what they taught would be chance.</summary>
    public void DropRare(int bits)
    {
        var mask = (1u << bits) - 1;
        var seen = new byte[1 << bits];
        for (var i = 0; i < _count; i++)
            if (seen[_features[i] & mask] < 2) seen[_features[i] & mask]++;
        var kept = 0;
        for (var example = 0; example < Count; example++)
        {
            var (start, end) = (_starts[example], _starts[example + 1]);
            _starts[example] = kept;
            for (var i = start; i < end; i++)
                if (seen[_features[i] & mask] > 1) _features[kept++] = _features[i];
        }

        _starts[^1] = kept;
        _count = kept;
    }
}
