using System.Collections.Immutable;
using Parley.Dossiers.Reports;
using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>What the full-text index learns of a report's entries.</summary>
internal static class EntryText
{
    public static ImmutableArray<EntryWords> Of(ReportEntries entries, SourceText text) =>
    [
        .. entries.Statements.Where(s => !s.Extent.IsEmpty && s.Extent.End <= text.Length).Select(s => new EntryWords(s.Id, text.Slice(s.Extent))),
        .. entries.Positions.Where(p => p.Statement == 0 && !p.Evidence.IsEmpty && p.Evidence.End <= text.Length).Select(p => new EntryWords(p.Id, text.Slice(p.Evidence))),
    ];
}
