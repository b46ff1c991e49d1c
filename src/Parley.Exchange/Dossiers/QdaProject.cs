using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Parley.Dossiers.Corrections;
using Parley.Language;

namespace Parley.Exchange.Dossiers;

/// <summary>
/// A dossier as a REFI-QDA project (.qdpx, version 1.0) for qualitative-analysis programs: issues, acts, stances and parties as codes, positions
/// as codings of text selections. Names of things are derived from the dossier, so that a second export carries the same ones.
/// </summary>
public static class QdaProject
{
    private static readonly XNamespace Qda = "urn:QDA-XML:project:1.0";

    public static async Task WriteAsync(string name, IAsyncEnumerable<ReportWithEntries> reports, Stream output, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var user = Guid("user:parley");
        var codes = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var sources = new XElement(Qda + "Sources");
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        await foreach (var report in reports.WithCancellation(cancellationToken))
        {
            var text = report.Text.Original.ReplaceLineEndings("\n");
            var file = Guid("text:" + report.Head.Id);
            await using (var entry = zip.CreateEntry($"sources/{file}.txt").Open()) await entry.WriteAsync(new UTF8Encoding(false).GetBytes(text), cancellationToken);
            sources.Add(Source(report, file, user, codes, now));
        }

        var project = new XElement(
            Qda + "Project", new XAttribute("name", name), new XAttribute("origin", "Parley"), new XAttribute("creatingUserGUID", user), new XAttribute("creationDateTime", Moment(now)),
            new XElement(Qda + "Users", new XElement(Qda + "User", new XAttribute("guid", user), new XAttribute("name", "Parley"))),
            new XElement(Qda + "CodeBook", new XElement(Qda + "Codes", codes.Select(group => Code(group.Key, group.Key, isCodable: false, group.Value.Select(c => Code($"{group.Key}:{c}", c, isCodable: true, [])))))),
            sources);
        await using var qde = zip.CreateEntry("project.qde").Open();
        await new XDocument(new XDeclaration("1.0", "utf-8", null), project).SaveAsync(qde, SaveOptions.None, cancellationToken);
    }

    private static XElement Source(ReportWithEntries report, string file, string user, SortedDictionary<string, SortedSet<string>> codes, DateTimeOffset now)
    {
        var source = new XElement(
            Qda + "TextSource", new XAttribute("guid", Guid("source:" + report.Head.Id)), new XAttribute("name", Clean(report.Head.Title ?? report.Head.Id)),
            new XAttribute("plainTextPath", $"internal://{file}.txt"), new XAttribute("creatingUser", user), new XAttribute("creationDateTime", Moment(report.Head.Added)));
        var lines = new LineEnds(report.Text.Chars);
        foreach (var p in report.Entries.Positions)
        {
            var span = lines.Shifted(p.Evidence);
            var selection = new XElement(
                Qda + "PlainTextSelection", new XAttribute("guid", Guid($"selection:{report.Head.Id}:{p.Id}")), new XAttribute("name", p.Id.ToString()),
                new XAttribute("startPosition", span.Start), new XAttribute("endPosition", span.End), new XAttribute("creatingUser", user), new XAttribute("creationDateTime", Moment(now)));
            foreach (var (group, value) in new[] { ("Party", report.Party(p)), ("Issue", report.Issue(p.Issue)), ("Act", FieldText.Of(p.Act)), ("Stance", FieldText.Of(report.Stance(p))), ("Firmness", FieldText.Of(p.Firmness)) })
            {
                if (value is null || Clean(value) is not { Length: > 0 } code) continue;
                if (!codes.TryGetValue(group, out var values)) codes[group] = values = new(StringComparer.Ordinal);
                values.Add(code);
                selection.Add(new XElement(
                    Qda + "Coding", new XAttribute("guid", Guid($"coding:{report.Head.Id}:{p.Id}:{group}")), new XAttribute("creatingUser", user), new XAttribute("creationDateTime", Moment(now)),
                    new XElement(Qda + "CodeRef", new XAttribute("targetGUID", Guid($"code:{group}:{code}")))));
            }

            source.Add(selection);
        }

        return source;
    }

    private static XElement Code(string key, string name, bool isCodable, IEnumerable<XElement> parts) => new(
        Qda + "Code", new XAttribute("guid", Guid("code:" + key)), new XAttribute("name", name), new XAttribute("isCodable", isCodable ? "true" : "false"), parts);

    private static string Guid(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));

    /// <summary>Positions after CRLF has become LF, as the format counts them.</summary>
    private sealed class LineEnds(string chars)
    {
        private readonly int[] _before = Count(chars);

        public Span Shifted(Span span) => new(span.Start - _before[span.Start], span.End - _before[span.End]);

        private static int[] Count(string chars)
        {
            var before = new int[chars.Length + 1];
            for (var i = 0; i < chars.Length; i++) before[i + 1] = before[i] + (chars[i] == '\r' && i + 1 < chars.Length && chars[i + 1] == '\n' ? 1 : 0);
            return before;
        }
    }
}
