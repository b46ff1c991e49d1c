namespace Parley.Analysis.Networks;

/// <summary>
/// The statements that a network counts, as indexes in order: <paramref name="Original"/> within the dates and reports asked for,
/// <paramref name="Kept"/> those of them that no exclusion, gap or repetition drops.
/// </summary>
public sealed record StatementSelection(StatementTable Table, int[] Original, int[] Kept, DateTime Start, DateTime Stop)
{
    internal long StartSecond => Seconds.Of(Start);

    internal long StopSecond => Seconds.Of(Stop);
}

/// <summary>Dates, exclusions of reports, exclusions of values, gaps, repetitions: in this order.</summary>
public sealed class StatementSelector
{
    /// <summary>Selects in time linear in the statements.</summary>
    /// <param name="keepGaps">Keep statements whose row, column or qualifier is empty, as an event list does.</param>
    /// <exception cref="NetworkException">An unknown variable.</exception>
    public StatementSelection Select(StatementTable table, NetworkSettings settings, bool keepGaps = false)
    {
        var from = settings.From is { } f ? Seconds.Of(f) : table.Count == 0 ? 0 : table.Times[0];
        var to = settings.To is { } t ? Seconds.Of(t) : table.Count == 0 ? 0 : table.Times[^1];
        var original = Filter(table, Range(table, from, to), settings.Exclusions.Where(e => table.Variable(e.Variable).OfDocument));
        var kept = Filter(table, original, settings.Exclusions.Where(e => !table.Variable(e.Variable).OfDocument));
        var counted = settings.Qualifier is { } q && settings.Aggregation != Aggregation.Ignore ? table.Variable(q) : null;
        if (!keepGaps)
        {
            foreach (var variable in new[] { table.Variable(settings.Rows), table.Variable(settings.Columns), counted })
                kept = variable is { Type: VariableType.Text } ? DropEmpty(kept, variable) : kept;
        }

        if (settings.Duplicates != DuplicateRule.Include)
        {
            if (settings.Compatible && counted is { OfDocument: true })
                throw new NetworkException($"in compatible mode '{counted.Name}', a property of the report, cannot be combined with dropping duplicates");
            var periods = new PeriodColumn(settings.Duplicates, settings.Convention).Of(table, kept);
            kept = FirstOfEach(kept, periods, table.Variable(settings.Rows).Codes, table.Variable(settings.Columns).Codes, counted?.Codes);
        }

        return new(table, original, kept, Seconds.ToTime(from), Seconds.ToTime(to));
    }

    private static int[] Range(StatementTable table, long from, long to)
    {
        var first = LowerBound(table.Times, from);
        var end = Math.Max(first, LowerBound(table.Times, to + 1));
        var all = new int[end - first];
        for (var i = 0; i < all.Length; i++)
            all[i] = first + i;
        return all;
    }

    internal static int LowerBound(long[] times, long time)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static int[] Filter(StatementTable table, int[] statements, IEnumerable<Exclusion> exclusions)
    {
        foreach (var exclusion in exclusions)
        {
            var variable = table.Variable(exclusion.Variable);
            var values = exclusion.Values.ToHashSet(StringComparer.Ordinal);
            var drop = variable.Levels.Select(level => values.Contains(level) != exclusion.KeepOnly).ToArray();
            statements = Array.FindAll(statements, s => !drop[variable.Codes[s]]);
        }

        return statements;
    }

    private static int[] DropEmpty(int[] statements, StatementVariable variable) =>
        variable.Levels is ["", ..] ? Array.FindAll(statements, s => variable.Codes[s] != 0) : statements;

    /// <summary>Open addressing over the columns themselves: no key is built, so none can overflow.</summary>
    private static int[] FirstOfEach(int[] statements, int[] periods, int[] rows, int[] columns, int[]? qualifiers)
    {
        var slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, statements.Length * 2))];
        var mask = slots.Length - 1;
        var kept = new int[statements.Length];
        var count = 0;
        for (var i = 0; i < statements.Length; i++)
        {
            var s = statements[i];
            var q = qualifiers is null ? 0 : qualifiers[s];
            var hash = ((ulong)(uint)periods[i] * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)rows[s] * 0xC2B2AE3D27D4EB4F)
                ^ ((ulong)(uint)columns[s] * 0x165667B19E3779F9) ^ ((ulong)(uint)q * 0xD6E8FEB86659FD93);
            var slot = (int)((hash ^ (hash >> 32)) & (ulong)mask);
            while (slots[slot] != 0)
            {
                var j = slots[slot] - 1;
                var other = statements[j];
                if (periods[j] == periods[i] && rows[other] == rows[s] && columns[other] == columns[s]
                    && (qualifiers is null || qualifiers[other] == q))
                    break;
                slot = (slot + 1) & mask;
            }

            if (slots[slot] != 0)
                continue;
            slots[slot] = i + 1;
            kept[count++] = s;
        }

        return kept[..count];
    }
}
