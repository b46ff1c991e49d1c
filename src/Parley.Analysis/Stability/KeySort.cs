namespace Parley.Analysis.Stability;

/// <summary>Puts states in ascending order of a key, equal ones by number: a counting sort digit by digit.</summary>
internal sealed class KeySort
{
    private readonly int _digit;
    private readonly int[] _start;
    private int[] _from;
    private int[] _to;

    public KeySort(int states)
    {
        _digit = Math.Clamp(System.Numerics.BitOperations.Log2((uint)states), 4, 11);
        _start = new int[1 << _digit];
        _from = new int[states];
        _to = new int[states];
    }

    /// <summary>The states whose key is not negative; valid until the next call.</summary>
    public ReadOnlySpan<int> Order(ReadOnlySpan<int> keys)
    {
        var (count, highest) = (0, 0);
        for (var s = 0; s < keys.Length; s++)
        {
            if (keys[s] < 0) continue;
            highest = Math.Max(highest, keys[s]);
            _from[count++] = s;
        }

        for (var shift = 0; shift < 32 && highest >> shift > 0; shift += _digit)
        {
            var mask = _start.Length - 1;
            Array.Clear(_start);
            foreach (var s in _from.AsSpan(0, count)) _start[keys[s] >> shift & mask]++;
            for (int d = 0, sum = 0; d < _start.Length; d++) (_start[d], sum) = (sum, sum + _start[d]);
            foreach (var s in _from.AsSpan(0, count)) _to[_start[keys[s] >> shift & mask]++] = s;
            (_from, _to) = (_to, _from);
        }

        return _from.AsSpan(0, count);
    }
}
