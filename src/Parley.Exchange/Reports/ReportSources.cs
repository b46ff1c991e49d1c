using System.Runtime.CompilerServices;
using System.Text;
using Parley.Reading;

namespace Parley.Exchange.Reports;

/// <summary>Finds the reports in what a user names: files, folders, patterns, URLs, "-" for standard input.</summary>
/// <remarks>Streams in constant memory: one report at a time. What cannot be read is reported in its place and the rest goes on.</remarks>
public sealed class ReportSources(PageFetcher fetcher, Func<Stream> standardInput, Encoding? encoding = null)
{
    private static readonly string[] Endings = [".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".xml", ".rss", ".atom"];

    /// <summary>Bytes in all files named, for progress; 0 where unknown.</summary>
    public static long TotalBytes(IEnumerable<string> inputs) =>
        inputs.SelectMany(i => IsUrl(i) || i == "-" ? [] : Expand(i).Files).Sum(f => File.Exists(f) ? new FileInfo(f).Length : 0);

    /// <summary>The reports of all inputs, in the order given; the files of a folder by name.</summary>
    public async IAsyncEnumerable<ReportInput> ReadAsync(IEnumerable<string> inputs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var before = 0L;
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsUrl(input))
            {
                foreach (var found in await FetchAsync(input, before, cancellationToken)) yield return found;
                continue;
            }

            if (input == "-")
            {
                await foreach (var found in ReadStreamAsync(standardInput(), "-", before, cancellationToken)) yield return found;
                continue;
            }

            var (files, problem) = Expand(input);
            if (problem is not null) yield return new(input, null, problem, before);
            foreach (var file in files)
            {
                await foreach (var found in ReadFileAsync(file, before, cancellationToken)) yield return found;
                if (File.Exists(file)) before += new FileInfo(file).Length;
            }
        }
    }

    private static bool IsUrl(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static (IReadOnlyList<string> Files, string? Problem) Expand(string input)
    {
        if (File.Exists(input)) return ([input], null);
        if (Directory.Exists(input))
        {
            var files = Directory.EnumerateFiles(input, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal).ToList();
            return (files, files.Count > 0 ? null : $"is a folder without reports: expected files ending in {string.Join(' ', Endings)}");
        }

        if (input.AsSpan().IndexOfAny('*', '?') < 0) return ([], "does not exist");
        var matches = ReportPattern.Match(input);
        return (matches, matches.Count > 0 ? null : "matches no file");
    }

    private async IAsyncEnumerable<ReportInput> ReadFileAsync(string file, long before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileStream? stream = null;
        string? problem = null;
        try
        {
            stream = File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be opened: {e.Message}";
        }

        if (stream is null)
        {
            yield return new(file, null, problem, before);
            yield break;
        }

        await using (stream)
        {
            await foreach (var found in ReadStreamAsync(stream, file, before, cancellationToken)) yield return found;
        }
    }

    private async IAsyncEnumerable<ReportInput> ReadStreamAsync(
        Stream stream, string where, long before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(head.AsMemory(0, length), stream);
        if (IsJsonLines(where, head.AsSpan(0, length)))
        {
            await foreach (var found in ReadJsonLinesAsync(whole, where, before, cancellationToken)) yield return found;
            yield break;
        }

        var bytes = await ReportFile.ReadBoundedAsync(whole, ReportFile.MaxBytes, cancellationToken);
        if (bytes is null) yield return new(where, null, $"is larger than {ReportFile.MaxBytes / (1024 * 1024)} MB: give one report a file, or JSON lines", before);
        else foreach (var found in ReadBody(bytes, where, null, before + bytes.Length)) yield return found;
    }

    private static bool IsJsonLines(string where, ReadOnlySpan<byte> head)
    {
        var ending = Path.GetExtension(where);
        if (ending.Equals(".jsonl", StringComparison.OrdinalIgnoreCase) || ending.Equals(".ndjson", StringComparison.OrdinalIgnoreCase)) return true;
        if (where != "-" && ending.Length > 0 && !ending.Equals(".json", StringComparison.OrdinalIgnoreCase)) return false;
        if (head.IndexOf("jsonfeed.org/version"u8) >= 0) return false;
        if (head.StartsWith(Encoding.UTF8.Preamble)) head = head[Encoding.UTF8.Preamble.Length..];
        return head.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && head.IndexOf("\"text\""u8) >= 0;
    }

    private static async IAsyncEnumerable<ReportInput> ReadJsonLinesAsync(
        Stream stream, string where, long before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, found) = (0, 0);
        await foreach (var (line, consumed) in BoundedLines.ReadAsync(stream, ReportFile.MaxBytes, cancellationToken))
        {
            number++;
            if (line is not null && line.AsSpan().Trim(" \t\r\n"u8).IsEmpty) continue;
            found++;
            yield return line is null
                ? new($"{where}:{number}", null, $"is longer than {ReportFile.MaxBytes / (1024 * 1024)} MB", before + consumed)
                : Read($"{where}:{number}", () => ReportJsonLines.Read(TextDecoder.Decode(line)), before + consumed);
        }

        if (found == 0) yield return new(where, null, "is empty", before);
    }

    /// <summary>A page or a text is one report, a feed as many as it has items.</summary>
    private List<ReportInput> ReadBody(byte[] bytes, string where, string? url, long consumed)
    {
        try
        {
            var text = TextDecoder.Decode(bytes, encoding);
            if (FeedFile.LooksLikeFeed(text)) return [.. FeedFile.Read(text).Select((item, i) => new ReportInput($"{where}:{i + 1}", item.Report, item.Problem, consumed))];
            return [new(where, ReportFile.Read(bytes, url, encoding), null, consumed)];
        }
        catch (FormatException e)
        {
            return [new(where, null, e.Message, consumed)];
        }
    }

    private async Task<List<ReportInput>> FetchAsync(string url, long before, CancellationToken cancellationToken)
    {
        try
        {
            var (body, final, _) = await fetcher.FetchAsync(url, cancellationToken);
            return ReadBody(body, url, final, before);
        }
        catch (FormatException e)
        {
            return [new(url, null, e.Message, before)];
        }
    }

    private static ReportInput Read(string where, Func<Report> read, long consumed)
    {
        try
        {
            return new(where, read(), null, consumed);
        }
        catch (FormatException e)
        {
            return new(where, null, e.Message, consumed);
        }
    }
}
