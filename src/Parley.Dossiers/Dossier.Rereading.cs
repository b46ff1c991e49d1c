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
/// <param name="Gone">Entries that the new reader does not find.</param>
/// <param name="Found">Entries that it finds for the first time.</param>
/// <param name="Altered">Entries that it finds at the same words and reads differently.</param>
public sealed record Rereading(int Report, ImmutableArray<EntryChange> Gone, ImmutableArray<EntryChange> Found, ImmutableArray<EntryAlteration> Altered)
{
    public bool Changed => Gone.Length + Found.Length + Altered.Length > 0;

    internal static Rereading Between(int report, Stack before, Stack after)
    {
        var (old, now) = (All(before), All(after));
        return new(
            report, [.. old.Values.Where(e => !now.ContainsKey(e.Id))], [.. now.Values.Where(e => !old.ContainsKey(e.Id))],
            [.. now.Values.Where(e => old.TryGetValue(e.Id, out var was) && was != e).Select(e => EntryAlteration.Between(old[e.Id], e))]);
    }

    private static Dictionary<EntryId, EntryChange> All(Stack stack)
    {
        var ids = stack.Corrected.Statements.Select(s => s.Id).Concat(stack.Corrected.Positions.Select(p => p.Id))
            .Concat(stack.Corrected.Meetings.Select(m => m.Id)).Concat(stack.Corrected.Deadlines.Select(d => d.Id));
        return ids.ToDictionary(id => id, id => Of(stack, id));
    }

    private static EntryChange Of(Stack stack, EntryId id)
    {
        var fields = stack.Fields(id);
        return new(id, fields, FieldText.TrySpan(fields["span"], out var span) ? stack.Words(span) : "");
    }
}

/// <summary>An entry that came or went.</summary>
public sealed record EntryChange(EntryId Id, Fields Fields, string Words)
{
    public EntryKind Kind => Id.Kind;
}

/// <summary>An entry read differently.</summary>
/// <param name="Words">As they are now.</param>
/// <param name="Fields">Each field that changed, with its values; empty where it had none.</param>
public sealed record EntryAlteration(EntryId Id, string Words, ImmutableArray<FieldChange> Fields)
{
    internal static EntryAlteration Between(EntryChange before, EntryChange after)
    {
        var names = before.Fields.Concat(after.Fields).Select(f => f.Key).Distinct().Order(StringComparer.Ordinal);
        return new(after.Id, after.Words, [.. names.Select(n => new FieldChange(n, before.Fields[n] ?? "", after.Fields[n] ?? "")).Where(c => c.Before != c.After)]);
    }
}

/// <summary>A field before and after.</summary>
public readonly record struct FieldChange(string Name, string Before, string After);
