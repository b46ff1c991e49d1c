using System.Text;
using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>Writes integers seven bits a byte, spans as start and length, texts as length and UTF-8.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public void Int(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Grow(5);
        var rest = (uint)value;
        for (; rest > 0x7F; rest >>= 7) _bytes[_length++] = (byte)(rest | 0x80);
        _bytes[_length++] = (byte)rest;
    }

    public void Signed(int value) => Int(value < 0 ? (-value << 1) | 1 : value << 1);

    public void Span(Span value)
    {
        Int(value.Start);
        Int(value.Length);
    }

    /// <summary>Null and empty are told apart.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Int(0);
            return;
        }

        var size = Encoding.UTF8.GetByteCount(value);
        Int(size + 1);
        Grow(size);
        _length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length));
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    private void Grow(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
