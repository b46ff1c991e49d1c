using System.Collections.Immutable;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Parties;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Corrections;

/// <summary>
/// Lays the corrections of a report over its entries as read. A correction finds its entry by the words it was about: the entry of the
/// same kind whose span overlaps most, and at least by half. One that an analyst confirmed, edited or added and that a later reader
/// no longer finds is put back from the correction itself.
/// </summary>
public sealed class CorrectionLayer(ActorRegistry actors, Codebook codebook)
{
    private const double Overlap = 0.5;
    private readonly EntryFields _fields = new(actors, codebook);

    /// <param name="report">Number of the report.</param>
    /// <param name="entries">Its entries as read.</param>
    /// <param name="corrections">Those of this report; in the order of their numbers.</param>
    public ReportEntries Lay(int report, ReportEntries entries, IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(corrections);
        var statements = new Layer<StatementEntry>(
            entries.Statements, e => (e.Ordinal, e.Content, ""), _fields.Apply, (e, m) => e with { Mark = m },
            (ordinal, span) => new(report, ordinal, 0, 0, 0, 0, StatementMode.Indirect, StatementKind.Speech, span, span, EntryMark.Added));
        var positions = new Layer<PositionEntry>(
            entries.Positions, e => (e.Ordinal, e.Evidence, FieldText.Of(e.Act)), _fields.Apply, (e, m) => e with { Mark = m },
            (ordinal, span) => new(report, ordinal, 0, 0, 0, 0, 0, 0, Act.Demand, null, null, null, false, false, span, 100, EntryMark.Added));
        var meetings = new Layer<MeetingEntry>(
            entries.Meetings, e => (e.Ordinal, e.Evidence, e.Date ?? ""), _fields.Apply, (e, m) => e with { Mark = m },
            (ordinal, span) => new(report, ordinal, null, null, [], 0, null, MeetingStatus.Held, span, EntryMark.Added));
        var deadlines = new Layer<DeadlineEntry>(
            entries.Deadlines, e => (e.Ordinal, e.Evidence, e.Date ?? ""), _fields.Apply, (e, m) => e with { Mark = m },
            (ordinal, span) => new(report, ordinal, null, null, 0, span, EntryMark.Added));
        foreach (var correction in corrections.Where(c => !c.Undone))
        {
            switch (correction.Subject.Kind)
            {
                case SubjectKind.Statement: statements.Take(correction); break;
                case SubjectKind.Position: positions.Take(correction); break;
                case SubjectKind.Meeting: meetings.Take(correction); break;
                case SubjectKind.Deadline: deadlines.Take(correction); break;
            }
        }

        return entries with { Statements = statements.Entries, Positions = positions.Entries, Meetings = meetings.Entries, Deadlines = deadlines.Entries };
    }

    private sealed class Layer<T>(
        ImmutableArray<T> entries,
        Func<T, (int Ordinal, Span Span, string Detail)> about,
        Func<T, Fields, T> apply,
        Func<T, EntryMark, T> mark,
        Func<int, Span, T> blank)
    {
        private readonly List<T> _entries = [.. entries];
        private readonly List<(int Ordinal, Span Span, string Detail)> _read = [.. entries.Select(about)];

        public ImmutableArray<T> Entries => [.. _entries];

        public void Take(Correction correction)
        {
            var at = correction.Kind == CorrectionKind.Add ? -1 : Find(correction);
            switch (correction.Kind)
            {
                case CorrectionKind.Reject when at >= 0:
                    _entries[at] = mark(_entries[at], EntryMark.Rejected);
                    break;
                case CorrectionKind.Confirm or CorrectionKind.Edit when at >= 0:
                    var added = about(_entries[at]).Ordinal < 0;
                    var into = added ? EntryMark.Added : correction.Kind == CorrectionKind.Confirm ? EntryMark.Confirmed : EntryMark.Edited;
                    _entries[at] = mark(apply(_entries[at], correction.After), into);
                    break;
                case CorrectionKind.Add or CorrectionKind.Confirm or CorrectionKind.Edit:
                    var entry = apply(apply(blank(-correction.Number, correction.Subject.Span), correction.Before), correction.After);
                    _entries.Add(mark(entry, EntryMark.Added));
                    _read.Add(about(entry) with { Span = correction.Subject.Span });
                    break;
            }
        }

        /// <summary>Among the entries as they were read, so that an edit of the words does not hide an entry from later corrections.</summary>
        private int Find(Correction correction)
        {
            var subject = correction.Subject;
            var (best, found) = (0.0, -1);
            for (var i = 0; i < _read.Count; i++)
            {
                var (ordinal, span, own) = _read[i];
                if (ordinal < 0 && ordinal == subject.Ordinal) return i;
                var shared = Math.Min(span.End, subject.Span.End) - Math.Max(span.Start, subject.Span.Start);
                if (shared <= 0) continue;
                var overlap = (double)shared / span.Union(subject.Span).Length;
                if (overlap < Overlap) continue;
                var score = overlap + (own == (subject.Detail ?? "") ? 0.5 : 0) + (ordinal == subject.Ordinal ? 0.1 : 0);
                if (score > best) (best, found) = (score, i);
            }

            return found;
        }
    }
}
