using System.Security.Cryptography;
using System.Text;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Exchange.Answers;
using Parley.Language;

namespace Parley.Exchange.Dossiers;

/// <summary>A row a statement, with its sentence, paragraph, offsets (code points) and the SHA-256 of its report's text.</summary>
public static class StatementsCsv
{
    public static Sheet Of(ReportWithEntries report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (head, text) = (report.Head, report.Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Original)));
        return new(
            ["entry", "report", "outlet", "published", "date", "party", "speaker", "addressee", "mode", "acts", "issues", "stances", "firmness", "content", "sentence", "paragraph", "start", "end", "sha256", "by", "copy_of"],
            [.. report.Entries.Statements.Select(s =>
            {
                var positions = report.Entries.Positions.Where(p => p.Statement == s.Ordinal).ToList();
                return (System.Collections.Immutable.ImmutableArray<string>)
                [
                    s.Id.ToString(), head.Id, head.Outlet ?? "", head.Published ?? "", FieldText.OfDay(s.Day) ?? "", report.Party(s) ?? "", report.Actor(s.Speaker) ?? "",
                    report.Actor(s.Addressee) ?? "", FieldText.Of(s.Mode), Join(positions, p => FieldText.Of(p.Act)), Join(positions, p => report.Issue(p.Issue)),
                    Join(positions, p => FieldText.Of(report.Stance(p))), Join(positions, p => FieldText.Of(p.Firmness)), text.Slice(s.Content),
                    text.Slice(Around(text.Chars, s.Extent, sentence: true)), text.Slice(Around(text.Chars, s.Extent, sentence: false)),
                    s.Extent.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), s.Extent.End.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    hash, s.Mark == EntryMark.Read ? head.Reader : FieldText.Of(s.Mark) + " by analyst", report.View.IsCopy(head.Number) ? report.View.Report(report.View.OriginalOf(head.Number)).Id : "",
                ];
            })],
            "");
    }

    /// <summary>The line, or from the end of the sentence before to the end of this one.</summary>
    private static Span Around(string chars, Span span, bool sentence)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && chars[start - 1] != '\n' && !(sentence && Stop(chars, start - 1))) start--;
        while (end < chars.Length && chars[end] != '\n' && !(sentence && end > span.Start && Stop(chars, end - 1))) end++;
        while (start < span.Start && char.IsWhiteSpace(chars[start])) start++;
        return new(start, end);
    }

    private static bool Stop(string chars, int at) => chars[at] is '.' or '!' or '?' && at + 1 < chars.Length && chars[at + 1] is ' ' or '\n' or '"' or '”';

    private static string Join(List<PositionEntry> positions, Func<PositionEntry, string?> of) => string.Join("; ", positions.Select(of).OfType<string>().Distinct());
}
