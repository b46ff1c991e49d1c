using System.Collections.Immutable;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers.Reports;

/// <summary>A report as a store keeps it.</summary>
/// <param name="Key">See <see cref="ReportKey"/>; unique in a dossier.</param>
/// <param name="Reading">The reading, packed by <see cref="ReadingPack"/>.</param>
/// <param name="Entries">See <see cref="EntriesCodec"/>.</param>
/// <param name="Sketch">Fingerprint by which copies are found.</param>
/// <param name="Words">For the full-text index.</param>
public sealed record StoredReport(
    ReportHead Head, string Key, string Text, byte[] Reading, byte[] Entries, byte[] Sketch, ImmutableArray<EntryWords> Words);

/// <summary>The words by which an entry is found: source, cue and content of a statement, the evidence of a position told in the report's own voice.</summary>
public readonly record struct EntryWords(EntryId Id, string Words);
