using Microsoft.Extensions.FileSystemGlobbing;

namespace Parley.Exchange.Reports;

/// <summary>Files that match a pattern such as <c>reports/**/*.txt</c>.</summary>
internal static class ReportPattern
{
    public static IReadOnlyList<string> Match(string pattern)
    {
        var slashed = pattern.Replace('\\', '/');
        var parts = slashed.Split('/');
        var wild = Array.FindIndex(parts, p => p.AsSpan().IndexOfAny('*', '?') >= 0);
        var root = string.Join('/', parts[..wild]);
        if (root.Length == 0) root = slashed.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(root)) return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(string.Join('/', parts[wild..]));
        return [.. matcher.GetResultsInFullPath(root).Select(f => Path.GetRelativePath(Environment.CurrentDirectory, f)).Order(StringComparer.Ordinal)];
    }
}
