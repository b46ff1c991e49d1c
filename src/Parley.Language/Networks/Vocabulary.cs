namespace Parley.Language.Networks;

/// <summary>The words known one by one, in lower case, as hashes: an open table with linear probing.</summary>
internal sealed class Vocabulary
{
    private readonly uint[] _keys;
    private readonly ushort[] _rows;
    private readonly int _mask;

    /// <param name="hashes">Distinct, none zero; a word's row is its index plus one.</param>
    public Vocabulary(uint[] hashes)
    {
        Hashes = hashes;
        var size = 16;
        while (size < hashes.Length * 3) size *= 2;
        _mask = size - 1;
        _keys = new uint[size];
        _rows = new ushort[size];
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = (int)(hashes[i] & (uint)_mask);
            while (_keys[at] != 0) at = (at + 1) & _mask;
            _keys[at] = hashes[i];
            _rows[at] = (ushort)(i + 1);
        }
    }

    public uint[] Hashes { get; }

    /// <summary>The row of a word, 0 for one unknown.</summary>
    public int RowOf(uint hash)
    {
        for (var at = (int)(hash & (uint)_mask); _keys[at] != 0; at = (at + 1) & _mask)
            if (_keys[at] == hash) return _rows[at];
        return 0;
    }
}
