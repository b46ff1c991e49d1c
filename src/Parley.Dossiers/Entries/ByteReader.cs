using System.Runtime.CompilerServices;
using System.Text;
using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Int() => (uint)_at < (uint)_bytes.Length && _bytes[_at] < 0x80 ? _bytes[_at++] : Long();

    private int Long()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            if (_at >= _bytes.Length || shift > 28) throw new InvalidDataException("the entries are cut short");
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

    public string? Text()
    {
        var size = Int() - 1;
        if (size < 0) return null;
        if (_at + size > _bytes.Length) throw new InvalidDataException("the entries are cut short");
        _at += size;
        return Encoding.UTF8.GetString(_bytes[(_at - size).._at]);
    }
}
