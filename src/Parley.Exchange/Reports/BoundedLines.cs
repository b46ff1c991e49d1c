using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Parley.Exchange.Reports;

/// <summary>The lines of a stream, each no longer than a limit, in constant memory.</summary>
internal static class BoundedLines
{
    /// <summary>Lines without their ends; null in place of a line longer than the limit, which is skipped.</summary>
    public static async IAsyncEnumerable<(byte[]? Line, long Consumed)> ReadAsync(
        Stream stream, int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new(bufferSize: 64 * 1024));
        var (consumed, skipping) = (0L, false);
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                var whole = !skipping && line.Length <= maxBytes;
                consumed += line.Length + 1;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                yield return (whole ? Trimmed(line) : null, consumed);
                skipping = false;
            }

            if (result.IsCompleted)
            {
                consumed += buffer.Length;
                if (buffer.Length > 0 || skipping) yield return (skipping || buffer.Length > maxBytes ? null : Trimmed(buffer), consumed);
                break;
            }

            if (buffer.Length > maxBytes)
            {
                (skipping, consumed) = (true, consumed + buffer.Length);
                buffer = buffer.Slice(buffer.End);
            }

            pipe.AdvanceTo(buffer.Start, result.Buffer.End);
        }

        await pipe.CompleteAsync();
    }

    private static byte[] Trimmed(ReadOnlySequence<byte> line)
    {
        var bytes = line.ToArray();
        return bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
    }
}
