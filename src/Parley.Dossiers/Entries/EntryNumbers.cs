using Parley.Dossiers.Corrections;
using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>
/// Keeps the names of entries over a new reading. One that is found again at the same words keeps its number; every other takes a number that
/// no entry of the report ever had, so that a name an analyst noted never comes to mean another entry.
/// </summary>
internal static class EntryNumbers
{
    private const double Overlap = 0.5;

    /// <summary>Entries just linked, under the numbers by which the dossier holds them.</summary>
    public static ReportEntries AsHeld(ReportEntries linked, ReportEntries held) => With(
        linked,
        Read(held.Statements.Select(s => s.Ordinal), linked.Statements.Length),
        Read(held.Positions.Select(p => p.Ordinal), linked.Positions.Length),
        Read(held.Meetings.Select(m => m.Ordinal), linked.Meetings.Length),
        Read(held.Deadlines.Select(d => d.Ordinal), linked.Deadlines.Length),
        held.Given);

    /// <summary>Entries of a new reading, under the numbers of the entries that stood at their words before.</summary>
    public static ReportEntries Carried(ReportEntries before, ReportEntries after)
    {
        var given = before.Given.AtLeast(before);
        var carried = With(
            after,
            Match(Places(before.Statements, Place), Places(after.Statements, Place), given.Statements),
            Match(Places(before.Positions, Place), Places(after.Positions, Place), given.Positions),
            Match(Places(before.Meetings, Place), Places(after.Meetings, Place), given.Meetings),
            Match(Places(before.Deadlines, Place), Places(after.Deadlines, Place), given.Deadlines),
            given);
        return carried with { Given = given.AtLeast(carried) };
    }

    private static ReportEntries With(ReportEntries linked, int[] statements, int[] positions, int[] meetings, int[] deadlines, NumbersGiven given) => linked with
    {
        Statements = [.. linked.Statements.Select((s, i) => s with { Ordinal = statements[i] })],
        Positions = [.. linked.Positions.Select((p, i) => p with { Ordinal = positions[i], Statement = p.Statement > 0 ? statements[p.Statement - 1] : p.Statement })],
        Meetings = [.. linked.Meetings.Select((m, i) => m with { Ordinal = meetings[i] })],
        Deadlines = [.. linked.Deadlines.Select((d, i) => d with { Ordinal = deadlines[i] })],
        Given = given,
    };

    /// <summary>Those that analysts added stand below zero and behind those that were read.</summary>
    private static int[] Read(IEnumerable<int> held, int count)
    {
        int[] read = [.. held.Where(o => o > 0)];
        return read.Length == count ? read : [.. Enumerable.Range(1, count)];
    }

    private static int[] Match(List<(int Ordinal, Span Span, string Detail)> before, List<(int Ordinal, Span Span, string Detail)> after, int given)
    {
        var pairs = new List<(double Score, int Before, int After)>();
        for (var b = 0; b < before.Count; b++)
        {
            for (var a = 0; a < after.Count; a++)
            {
                var shared = Math.Min(before[b].Span.End, after[a].Span.End) - Math.Max(before[b].Span.Start, after[a].Span.Start);
                if (shared <= 0) continue;
                var overlap = (double)shared / before[b].Span.Union(after[a].Span).Length;
                if (overlap >= Overlap) pairs.Add((overlap + (before[b].Detail == after[a].Detail ? 0.5 : 0), b, a));
            }
        }

        var (taken, numbers) = (new bool[before.Count], new int[after.Count]);
        foreach (var (_, b, a) in pairs.OrderByDescending(p => p.Score))
        {
            if (taken[b] || numbers[a] > 0) continue;
            taken[b] = true;
            numbers[a] = before[b].Ordinal;
        }

        for (var a = 0; a < numbers.Length; a++)
            if (numbers[a] == 0) numbers[a] = ++given;
        return numbers;
    }

    private static List<(int Ordinal, Span Span, string Detail)> Places<T>(IEnumerable<T> entries, Func<T, (int Ordinal, Span Span, string Detail)> place) =>
        [.. entries.Select(place).Where(p => p.Ordinal > 0)];

    private static (int, Span, string) Place(StatementEntry s) => (s.Ordinal, s.Content, "");

    private static (int, Span, string) Place(PositionEntry p) => (p.Ordinal, p.Evidence, FieldText.Of(p.Act));

    private static (int, Span, string) Place(MeetingEntry m) => (m.Ordinal, m.Evidence, m.Date ?? "");

    private static (int, Span, string) Place(DeadlineEntry d) => (d.Ordinal, d.Evidence, d.Date ?? "");
}
