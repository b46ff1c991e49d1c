using System.Runtime.CompilerServices;
using System.Text;
using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes, int at = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = at;

    public readonly int At => _at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Int() => (uint)_at < (uint)_bytes.Length && _bytes[_at] < 0x80 ? _bytes[_at++] : Long();

    private int Long()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            if (_at >= _bytes.Length || shift > 28) throw Short();
            var next = _bytes[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
            shift += 7;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Signed()
    {
        var value = Int();
        return (value & 1) == 0 ? value >> 1 : -(value >> 1);
    }

    public Span Span()
    {
        var start = Int();
        return new(start, start + Int());
    }

    public string? Text() => Bytes() is { Known: true, Bytes: var text } ? Encoding.UTF8.GetString(text) : null;

    public void SkipText() => Bytes();

    /// <summary>Passes by integers without a look at them.</summary>
    public void Skip(long integers)
    {
        for (; integers > 0 && _at < _bytes.Length; _at++)
            if (_bytes[_at] < 0x80) integers--;
        if (integers > 0) throw Short();
    }

    private TextBytes Bytes()
    {
        var size = Int() - 1;
        if (size < 0) return default;
        if (size > _bytes.Length - _at) throw Short();
        _at += size;
        return new(true, _bytes[(_at - size).._at]);
    }

    private static InvalidDataException Short() => new("the entries are cut short");

    private readonly ref struct TextBytes(bool known, ReadOnlySpan<byte> bytes)
    {
        public bool Known { get; } = known;

        public ReadOnlySpan<byte> Bytes { get; } = bytes;
    }
}
