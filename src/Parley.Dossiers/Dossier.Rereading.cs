using System.Collections.Immutable;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>Puts a newer reading in the place of a report's reading. Corrections find their entries again, entries keep their names; what changed is told.</summary>
    /// <exception cref="DossierException">There is no such report.</exception>
    public Task<Rereading> RereadAsync(int report, ReportReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var packed = ReadingPack.Pack(reading);
        return WriteAsync(
            async (writer, store) =>
            {
                var (head, before, text) = await StackAsync(writer, store, report, cancellationToken);
                var entries = EntryNumbers.Carried(before.Read, writer.Linker.Link(report, reading));
                var after = new Stack(writer.Fields, writer.Layer, text, report, entries, CorrectionsOf(report));
                var read = head with { Reader = $"{reading.Reader.Name} {reading.Reader.Version}", Published = head.Published ?? reading.Report.Published };
                var change = new DossierChange
                {
                    Updates = [new(read, EntriesCodec.Write(after.Corrected)) { Reading = packed, Words = EntryText.Of(after.Corrected, text) }],
                };
                return (change, Rereading.Between(report, before, after));
            },
            (_, _) => { },
            cancellationToken);
    }
}

/// <summary>What a new reading of a report changed.</summary>
/// <param name="Gone">Entries that the new reader does not find, or finds differently.</param>
/// <param name="Found">Entries as the new reader finds them.</param>
public sealed record Rereading(int Report, ImmutableArray<EntryChange> Gone, ImmutableArray<EntryChange> Found)
{
    public bool Changed => Gone.Length + Found.Length > 0;

    internal static Rereading Between(int report, Stack before, Stack after)
    {
        var (old, now) = (All(before), All(after));
        var kept = old.ToHashSet();
        kept.IntersectWith(now);
        return new(report, [.. old.Where(e => !kept.Contains(e))], [.. now.Where(e => !kept.Contains(e))]);
    }

    private static List<EntryChange> All(Stack stack)
    {
        var ids = stack.Corrected.Statements.Select(s => s.Id).Concat(stack.Corrected.Positions.Select(p => p.Id))
            .Concat(stack.Corrected.Meetings.Select(m => m.Id)).Concat(stack.Corrected.Deadlines.Select(d => d.Id));
        return [.. ids.Select(id => Of(stack, id))];
    }

    private static EntryChange Of(Stack stack, EntryId id)
    {
        var fields = stack.Fields(id);
        return new(id.Kind, fields, FieldText.TrySpan(fields["span"], out var span) ? stack.Words(span) : "");
    }
}

/// <summary>An entry that came or went.</summary>
public sealed record EntryChange(EntryKind Kind, Fields Fields, string Words);
