using System.Text;

namespace Parley.Exchange.Reports;

/// <summary>Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, or an encoding the user names.</summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="named">The encoding the user named, or null to tell by the bytes.</param>
    /// <exception cref="FormatException">The bytes are no text, or not in a known encoding; the message says what was found.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? named = null)
    {
        if (Binary(bytes) is { } kind) throw new FormatException(kind);
        if (named is not null) return named.GetString(bytes).TrimStart('\uFEFF');
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Strict(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return Utf16WithoutMark(bytes) switch
        {
            true => Encoding.Unicode.GetString(bytes),
            false => Encoding.BigEndianUnicode.GetString(bytes),
            null => Strict(bytes),
        };
    }

    private static string Strict(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) throw new FormatException("is a binary file, expected text");
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw new FormatException($"is not UTF-8 (line {line}): name its encoding, for example --encoding windows-1252", e);
        }
    }

    private static string? Binary(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "is a PDF, expected text or HTML: save its text first"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "is a zip or Office file, expected text or HTML: save it as text first"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)
            ? "is a picture, expected text or HTML"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]) || bytes.StartsWith("MZ"u8) && bytes.Contains((byte)0) ? "is a program, expected text or HTML"
        : null;

    // Latin-script UTF-16 has a zero in every second byte: in the odd places when little-endian.
    private static bool? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 2048)];
        if (head.Length < 8) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        var half = head.Length / 2;
        return odd > half * 0.7 && even == 0 ? true : even > half * 0.7 && odd == 0 ? false : null;
    }
}
