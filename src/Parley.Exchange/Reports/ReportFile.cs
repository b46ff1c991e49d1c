using System.Text;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Reports;

/// <summary>One report in a file or a body: plain text or an HTML page.</summary>
public static class ReportFile
{
    /// <summary>Largest single report, in bytes; longer material comes as JSON lines.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads a report from its bytes.</summary>
    /// <exception cref="FormatException">It is none; the message says what was found and what was expected.</exception>
    public static Report Read(ReadOnlySpan<byte> bytes, string? url = null, Encoding? encoding = null)
    {
        var text = TextDecoder.Decode(bytes, encoding);
        if (string.IsNullOrWhiteSpace(text)) throw new FormatException("is empty");
        if (LooksLikeHtml(text)) return HtmlReport.Read(text, url);
        var source = new SourceText(text);
        return new(ReportId.Of(source), source) { Url = url };
    }

    /// <summary>Whether a text opens like an HTML page.</summary>
    public static bool LooksLikeHtml(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        while (head.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = head.IndexOf("-->", StringComparison.Ordinal);
            if (end < 0) return false;
            head = head[(end + 3)..].TrimStart();
        }

        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.IndexOf("<html", StringComparison.OrdinalIgnoreCase) > 0;
    }

    /// <summary>The whole of a stream, or null where it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadBoundedAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > maxBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
